// The relations of a table a step later: their labels move with those of the tables they name.

import { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { EarlierEditions } from '../edition/earlier.ts';
import type { Table } from '../edition/edition.ts';
import type { RelationSpec, SumSpec, WholeSpec } from '../edition/relation-spec.ts';
import type { Splice } from '../edition/splice.ts';
import type { YamlFile } from '../edition/yaml.ts';
import { rewritten, withoutKey } from './keys.ts';
import { lineStart, nextLine } from './lines.ts';
import { lastSign, rangeOf, splicedWithin, typedLike } from './list.ts';
import type { Shape } from './shape.ts';
import { laterLabel, type Slot } from './slot.ts';
import { advance, isYear, type Step } from './step.ts';

/** What the relations of a table are renewed with. */
export interface Relating {
  readonly table: Table;
  readonly step: Step;
  /** The shapes of all tables of the year, by the ids that they had. */
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly idOf: (id: string) => string;
  /** The editions before the new one. */
  readonly earlier: EarlierEditions;
}

/** The changes to the relations of a table; one with an earlier edition goes when a later one has no such table. */
export function renewRelations(file: YamlFile, specs: readonly RelationSpec[], relating: Relating): Splice[] {
  const list = file.document.getIn(['relations'], true);
  if (!isSeq(list)) return [];
  const lost = specs.flatMap((spec, at) => (isLost(spec, relating) ? [at] : []));
  const kept = specs.flatMap((_, at) => (lost.includes(at) ? [] : [at]));
  const { text } = file.source;
  const notes = lost.map(at => noteOn(specs[at], relating.step));
  if (lost.length > 0 && kept.length === 0)
    return withoutKey(file, 'relations').map(({ start, end }) => {
      const comments = text.slice(start, end).match(/^ *#.*\n/gm) ?? [];
      return { start, end, text: [...comments.map(line => line.trimStart()), ...notes].join('') };
    });
  const changes = kept.map(at => {
    const [item, spec] = [list.items[at], specs[at]];
    return isMap(item) && spec ? renewOne(text, item, spec, relating) : [];
  });
  if (!list.flow || lost.length === 0)
    return [...lost.map((at, index) => dropped(text, list, { at, note: `  ${notes[index]}` })), ...changes.flat()];
  const items = kept.map((at, index) => splicedWithin(text, rangeOf(list.items[at]), changes[index] ?? []));
  const [start, end] = rangeOf(list);
  return [{ start, end, text: `[${items.join(', ')}] ${notes.join('').trimEnd()}` }];
}

function dropped(text: string, list: YAMLSeq, { at, note }: { at: number; note: string }): Splice {
  const [start, end] = rangeOf(list.items[at]);
  return { start: lineStart(text, start), end: nextLine(text, lastSign(text, start, end)), text: note };
}

function wholeIn(spec: SumSpec): WholeSpec {
  return spec.equals ?? spec.exceeds ?? spec.within ?? {};
}

function noteOn(spec: RelationSpec | undefined, { from, to }: Step): string {
  const { edition = from, table } = spec && 'sum' in spec ? wholeIn(spec) : {};
  const later = edition + to - from;
  return `# Vervallen: de vergelijking met de tabel ${table ?? 'met deze naam'} van ${edition}; in de editie van ${later} staan die cellen niet.\n`;
}

/** Whether a relation is held against an earlier edition, and there is no later one with the same labels. */
function isLost(spec: RelationSpec, relating: Relating): boolean {
  if (!('sum' in spec)) return false;
  const whole = wholeIn(spec);
  if (whole.edition === undefined) return false;
  const { step, earlier, table } = relating;
  const later = earlier.table(whole.edition + step.to - step.from, whole.table ?? table.id);
  if (!later) return true;
  const own = relating.shapes.get(table.id);
  const scope = (spec.for ?? []).map(label =>
    laterLabel(label, own ? (spec.sum === 'rows' ? own.columns : own.rows) : []),
  );
  const [rows, columns] = [namedIn(whole.row, whole.rows), namedIn(whole.column, whole.columns)];
  const asked = axesOf(whole, relating);
  const has = (known: readonly string[], labels: readonly string[]): boolean =>
    labels.every(one => known.includes(one));
  const same = spec.sum === 'rows' && columns.length === 0 && whole.columns === undefined && whole.panel === undefined;
  return !(
    has(
      later.rows.map(({ label }) => label),
      rows.map(asked.row),
    ) &&
    has(later.columns, [...columns.map(asked.column), ...(same ? scope : [])]) &&
    (whole.panel === undefined || later.panels.some(({ title }) => title === asked.panel(whole.panel ?? '')))
  );
}

function namedIn(one: string | undefined, several: 'all' | readonly string[] | undefined): readonly string[] {
  if (one !== undefined) return [one];
  return several === undefined || several === 'all' ? [] : several;
}

/** How labels of a table move. */
interface Axes {
  readonly row: (label: string) => string;
  readonly column: (label: string) => string;
  readonly panel: (label: string) => string;
}

function axesOf(
  { table, edition }: Pick<WholeSpec, 'table' | 'edition'>,
  { table: own, step, shapes }: Relating,
): Axes {
  if (edition !== undefined) {
    const moved = (label: string): string =>
      isYear(label) ? String(Number(label) + step.to - step.from) : advance(label, step, { last: [edition] });
    return { row: moved, column: moved, panel: moved };
  }
  const shape = shapes.get(table ?? own.id);
  const along =
    (slots: readonly Slot[] = []) =>
    (label: string): string =>
      laterLabel(label, slots);
  return { row: along(shape?.rows), column: along(shape?.columns), panel: along(shape?.panels) };
}

function renewOne(text: string, item: YAMLMap, spec: RelationSpec, relating: Relating): Splice[] {
  const own = axesOf({}, relating);
  const work = { text, relating };
  if (!('sum' in spec))
    return (['share', 'of', 'in'] as const).flatMap(key =>
      renewCells(item.get(key, true), key === 'share' ? {} : spec[key], work),
    );
  const [parts, scope] = spec.sum === 'rows' ? [own.row, own.column] : [own.column, own.row];
  const holds = spec.equals ? 'equals' : spec.exceeds ? 'exceeds' : 'within';
  const because = item.get('because', true);
  return [
    ...relabelled(item.get('of', true), parts, text),
    ...relabelled(item.get('for', true), scope, text),
    ...relabelled(item.get('panel', true), own.panel, text),
    ...renewCells(item.get(holds, true), wholeIn(spec), work),
    ...(isScalar(because)
      ? rewritten(text, because, words => advance(words, relating.step, { last: [relating.step.from] }))
      : []),
  ];
}

/** The labels of the cells that a relation names, in its own table or in another. */
function renewCells(
  node: unknown,
  cells: Pick<WholeSpec, 'table' | 'edition'>,
  { text, relating }: { readonly text: string; readonly relating: Relating },
): Splice[] {
  if (!isMap(node)) return [];
  const { row, column, panel } = axesOf(cells, relating);
  const { from, to } = relating.step;
  return [
    ...['row', 'rows'].flatMap(key => relabelled(node.get(key, true), row, text)),
    ...['column', 'columns'].flatMap(key => relabelled(node.get(key, true), column, text)),
    ...relabelled(node.get('panel', true), panel, text),
    ...relabelled(node.get('edition', true), year => String(Number(year) + to - from), text),
    ...(cells.edition === undefined ? relabelled(node.get('table', true), relating.idOf, text) : []),
  ];
}

/** The changes to a label, or to each label of a list. */
function relabelled(node: unknown, later: (label: string) => string, text: string): Splice[] {
  if (isSeq(node)) return node.items.flatMap(item => relabelled(item, later, text));
  if (!isScalar(node)) return [];
  const label = String(node.value);
  const [start, end] = rangeOf(node);
  const now = later(label);
  return now === label ? [] : [{ start, end, text: typedLike(now, node) }];
}
