// A table file of one reporting year → that of a later one: series moved on, what is new left open.

import { isMap, isScalar, isSeq } from 'yaml';
import { openSign } from '../edition/cell.ts';
import type { Table } from '../edition/edition.ts';
import { type TableSpec, tableSpec } from '../edition/schema.ts';
import { type Splice, spliced } from '../edition/splice.ts';
import { validate } from '../edition/validate.ts';
import type { YamlFile } from '../edition/yaml.ts';
import { renewRows } from './cells.ts';
import { rewritten, scalarAt } from './keys.ts';
import { type Item, rangeOf, relist, typedLike } from './list.ts';
import { type Relating, renewRelations } from './relations.ts';
import { renewRemarks } from './remarks.ts';
import type { Shape } from './shape.ts';
import type { Slot } from './slot.ts';
import { advance, namesYear } from './step.ts';

/** A line of a file that a person must look at, because nothing else does. */
export interface ToConfirm {
  readonly line: number;
  /** What it says, and what to make sure of, in English. */
  readonly what: string;
}

/** A file made for the new year. */
export interface RenewedTable {
  readonly text: string;
  /** How many cells must be filled in. */
  readonly open: number;
  /** Whether its reference date must be. */
  readonly isUndated: boolean;
  readonly toConfirm: readonly ToConfirm[];
}

/** The table a step later; `file` is what was typed of a table that is sound. */
export function renewTable(file: YamlFile, relating: Relating): RenewedTable {
  const { table, step, shapes } = relating;
  const { value: spec } = validate(file, tableSpec);
  const shape = shapes.get(table.id);
  if (!spec || !shape) throw new Error(`The table ${table.id} was sound, and is not.`);
  if (shape.isKept) {
    const what = `names no year that moves: it is the same as in ${step.from}`;
    return { text: file.source.text, open: 0, isUndated: false, toConfirm: [{ line: 1, what }] };
  }
  const text = spliced(file.source.text, changesTo(file, { spec, shape, relating }));
  return { text, open: openCells(shape), isUndated: spec.referenceDate !== undefined, toConfirm: named(text, spec) };
}

interface Work {
  readonly spec: TableSpec;
  readonly shape: Shape;
  readonly relating: Relating;
}

function changesTo(file: YamlFile, { spec, shape, relating }: Work): Splice[] {
  const { step, table } = relating;
  const date = scalarAt(file, ['referenceDate']);
  return [
    ...words(file, ['title'], text => advance(text, step, shape.moving)),
    ...(date ? [{ ...offsets(date), text: `'${openSign}'` }] : []),
    ...renewColumns(file, shape, table),
    ...keys(file, 'measures', shape.columns),
    ...keys(file, 'panels', shape.panels),
    ...renewRows(file, shape),
    ...renewRemarks(file, spec.remarks ?? [], table, shape),
    ...renewRelations(file, spec.relations ?? [], relating),
  ];
}

function offsets(node: unknown): { start: number; end: number } {
  const [start, end] = rangeOf(node);
  return { start, end };
}

function words(file: YamlFile, path: readonly (string | number)[], change: (text: string) => string): Splice[] {
  const node = scalarAt(file, path);
  return node ? rewritten(file.source.text, node, change) : [];
}

/** The labels of the columns, panel by panel. */
function renewColumns(file: YamlFile, { columns }: Shape, { panels }: Table): Splice[] {
  const { text } = file.source;
  let start = 0;
  return panels.flatMap(panel => {
    const list = file.document.getIn(panel.title === undefined ? ['columns'] : ['panels', panel.title], true);
    const [from, slots] = [start, columns.slice(start, start + panel.columns.length)];
    start += panel.columns.length;
    if (!isSeq(list)) return [];
    return relist(
      text,
      list,
      slots.map((slot, at): Item => {
        if (slot.from !== undefined) return { kind: 'moved', from: slot.from - from };
        if (slot.label === slot.was) return { kind: 'moved', from: at };
        const like = list.items[at];
        return { kind: 'typed', text: isScalar(like) ? typedLike(slot.label, like) : slot.label };
      }),
    );
  });
}

/** The keys of a map that are labels. */
function keys(file: YamlFile, name: string, slots: readonly Slot[]): Splice[] {
  const map = file.document.getIn([name], true);
  if (!isMap(map)) return [];
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const slot = slots.find(({ was }) => was === String(key.value));
    return !slot || slot.label === slot.was ? [] : [{ ...offsets(key), text: typedLike(slot.label, key) }];
  });
}

function openCells({ rows, columns }: Shape): number {
  const stays = (slots: readonly Slot[]): number => slots.filter(({ from }) => from !== undefined).length;
  return rows.length * columns.length - stays(rows) * stays(columns);
}

/** Notes and a source that name a year stay as they are: what they say of it is not known to hold of another. */
function named(text: string, { source, notes = [] }: TableSpec): ToConfirm[] {
  const lines = text.split('\n');
  const at = (pattern: RegExp): number => lines.findIndex(line => pattern.test(line)) + 1;
  const isDated = notes.some(namesYear);
  return [
    ...(namesYear(source) ? [{ line: at(/^source:/), what: 'the source names a year' }] : []),
    ...(isDated ? [{ line: at(/^notes:/), what: 'a note names a year' }] : []),
  ];
}
