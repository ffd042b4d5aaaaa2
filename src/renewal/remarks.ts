// The remarks on cells a step later: those on cells that stay, without revisions, which are the basis now.

import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Table } from '../edition/edition.ts';
import type { RemarkSpec } from '../edition/schema.ts';
import type { Splice } from '../edition/splice.ts';
import type { YamlFile } from '../edition/yaml.ts';
import { withoutKey } from './keys.ts';
import { lineEnd, lineStart } from './lines.ts';
import { flowText, keepOnly, rangeOf, splicedWithin } from './list.ts';
import type { Shape } from './shape.ts';

/** The changes to the remarks of a table. */
export function renewRemarks(file: YamlFile, remarks: readonly RemarkSpec[], table: Table, shape: Shape): Splice[] {
  const list = file.document.getIn(['remarks'], true);
  if (!isSeq(list) || list.items.length === 0) return [];
  const { text } = file.source;
  const stays = remarks.map(remark => (remark.revised === undefined ? columnsKept(remark, table, shape) : []));
  const kept = stays.flatMap((columns, at) => (columns.length > 0 ? [at] : []));
  if (kept.length === 0) return withoutKey(file, 'remarks');
  const changes = kept.map(at => {
    const [item, remark] = [list.items[at], remarks[at]];
    return isMap(item) && remark ? narrowed(text, item, { remark, stays: stays[at] ?? [], shape }) : [];
  });
  if (!list.flow) return [...keepOnly(text, list, kept), ...changes.flat()];
  const items = kept.map((at, index) => splicedWithin(text, rangeOf(list.items[at]), changes[index] ?? []));
  const [start, end] = rangeOf(list);
  return [{ start, end, text: `[${items.join(', ')}]` }];
}

/** The columns of a remark whose cells in its row stay. */
function columnsKept({ row, columns }: RemarkSpec, table: Table, shape: Shape): string[] {
  const index = table.rows.findIndex(({ label }) => label === row);
  if (!shape.rows.some(({ from }) => from === index)) return [];
  const there = shape.columns.flatMap(({ from }) => (from === undefined ? [] : [from]));
  return table.columns.filter((label, at) => there.includes(at) && (columns?.includes(label) ?? true));
}

interface Narrowing {
  readonly remark: RemarkSpec;
  readonly stays: readonly string[];
  readonly shape: Shape;
}

/** A remark that now names only the columns that stay; one on a whole row names them when the row has open cells. */
function narrowed(text: string, item: YAMLMap, { remark, stays, shape }: Narrowing): Splice[] {
  const list = item.get('columns', true);
  if (isSeq(list))
    return keepOnly(
      text,
      list,
      list.items.flatMap((label, at) => (isScalar(label) && stays.includes(String(label.value)) ? [at] : [])),
    );
  if (remark.columns !== undefined || shape.columns.every(({ from }) => from !== undefined)) return [];
  const columns = `columns: [${stays.map(flowText).join(', ')}]`;
  const [, rowEnd] = rangeOf(item.get('row', true));
  if (item.flow) return [{ start: rowEnd, end: rowEnd, text: `, ${columns}` }];
  const at = lineEnd(text, rowEnd);
  const [start] = rangeOf(item);
  return [{ start: at, end: at, text: `\n${' '.repeat(start - lineStart(text, start))}${columns}` }];
}
