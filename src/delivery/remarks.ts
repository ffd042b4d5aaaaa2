// Remarks of a table's YAML after a delivery: reasons of cells that are no longer missing go, reasons of new ones come.

import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Splice } from '../edition/splice.ts';
import { type CellChange, typedNow, withoutReason } from './change.ts';
import { afterLine, endOf, lineEnd, lineStart, pairOf } from './lineends.ts';
import type { Target } from './target.ts';
import { flowList, scalarText } from './typing.ts';

/** What happens to the remarks: the splices, and a sentence for each remark that is changed. */
export interface RemarkEdit {
  readonly splices: readonly Splice[];
  readonly said: readonly string[];
}

/** Narrows or takes out each remark on cells that were missing, and adds the reason of cells that are missing now. */
export function editRemarks(changes: readonly CellChange[], target: Target, reason: string | undefined): RemarkEdit {
  const narrowed = narrowRemarks(changes, target);
  const added =
    reason === undefined
      ? undefined
      : addReasons(withoutReason(changes, target), target, { reason, gone: narrowed.gone });
  return {
    splices: [...narrowed.splices, ...(added?.splices ?? [])],
    said: [...narrowed.said, ...(added?.said ?? [])],
  };
}

interface Narrowing extends RemarkEdit {
  /** Whether no remark is left. */
  readonly gone: boolean;
}

function narrowRemarks(changes: readonly CellChange[], target: Target): Narrowing {
  const list = target.file.document.get('remarks', true);
  if (!isSeq(list)) return { splices: [], said: [], gone: false };
  const edits = (target.spec.remarks ?? []).map((remark, index) => {
    const columns = remark.columns ?? target.columns;
    const filled = (column: string): boolean =>
      changes.some(
        one => one.row === remark.row && one.column === column && typedNow(one, target) === '.' && one.typed !== '.',
      );
    if (remark.missing === undefined || !columns.some(filled)) return undefined;
    return { remark, index, left: columns.filter(column => !filled(column)) };
  });
  const changed = edits.filter(edit => edit !== undefined);
  const gone = changed.filter(edit => edit.left.length === 0).length === list.items.length;
  const said = changed.map(({ remark, left }) =>
    left.length === 0
      ? `The remark that row "${remark.row}" is missing goes: "${remark.missing}"`
      : `The remark that row "${remark.row}" is missing is kept for ${left.map(one => `"${one}"`).join(', ')} only.`,
  );
  if (gone) return { splices: [withoutKey('remarks', target)], said, gone };
  const splices = changed.map(({ index, left }) => narrowItem(index, left, { list, target }));
  return { splices, said, gone };
}

function narrowItem(
  index: number,
  left: readonly string[],
  { list, target }: { list: YAMLSeq; target: Target },
): Splice {
  const item = list.items[index];
  if (!isMap(item)) throw new Error('A remark that was read is no map.');
  if (left.length === 0) return withoutItem(list, index, target);
  const columns = item.get('columns', true);
  if (isSeq(columns) && columns.range) return { start: columns.range[0], end: columns.range[1], text: flowList(left) };
  return insertColumns(item, left, target);
}

/** `columns` comes right behind the row that a remark names. */
function insertColumns(item: YAMLMap, left: readonly string[], { text }: Target): Splice {
  const row = item.get('row', true) as Node;
  const key = item.items.find(pair => isScalar(pair.key) && pair.key.value === 'row')?.key as Node;
  const end = row.range?.[1] ?? 0;
  if (item.flow) return { start: end, end, text: `, columns: ${flowList(left)}` };
  const start = key.range?.[0] ?? 0;
  const indent = ' '.repeat(start - lineStart(text, start));
  const stop = lineEnd(text, end);
  return { start: stop, end: stop, text: `\n${indent}columns: ${flowList(left)}` };
}

/** Takes out the lines from that of a node to the one before the next. */
function withoutItem(list: YAMLSeq, index: number, { text }: Target): Splice {
  const node = list.items[index] as Node;
  const from = node.range?.[0] ?? 0;
  if (list.flow) {
    const next = list.items[index + 1] as Node | undefined;
    const before = list.items[index - 1] as Node | undefined;
    return next?.range
      ? { start: from, end: next.range[0], text: '' }
      : { start: before?.range?.[1] ?? from, end: node.range?.[1] ?? from, text: '' };
  }
  return { start: lineStart(text, from), end: afterLine(text, endOf(node)), text: '' };
}

function withoutKey(key: string, { text, file }: Target): Splice {
  const pair = pairOf(key, file.document.contents);
  const start = (pair?.key as Node | undefined)?.range?.[0] ?? 0;
  return { start: lineStart(text, start), end: afterLine(text, endOf(pair?.value)), text: '' };
}

interface Adding {
  readonly reason: string;
  readonly gone: boolean;
}

/** Behind the last remark, or as a list of their own before the relations or at the end. */
function addReasons(missing: readonly CellChange[], target: Target, { reason, gone }: Adding): RemarkEdit {
  if (missing.length === 0) return { splices: [], said: [] };
  const { text } = target;
  const list = target.file.document.get('remarks', true);
  const isList = isSeq(list) && !list.flow && !gone;
  const items = [...Map.groupBy(missing, cell => cell.row)].map(([row, cells]) =>
    reasonItem(row, cells, { target, reason }),
  );
  const at = isList ? afterLine(text, endOf(list)) : placeForRemarks(target);
  const head = isList ? '' : 'remarks:\n';
  const isOpen = at > 0 && text[at - 1] !== '\n';
  const splice = { start: at, end: at, text: `${isOpen ? '\n' : ''}${head}${items.join('')}` };
  return {
    splices: [splice],
    said: missing.map(({ row, column }) => `Row "${row}", column "${column}" gets the reason: "${reason}"`),
  };
}

function reasonItem(
  row: string,
  cells: readonly CellChange[],
  { target, reason }: { target: Target; reason: string },
): string {
  const columns = cells.map(cell => cell.column);
  const isAll = columns.length === target.columns.length;
  const lines = [
    `row: ${scalarText(row)}`,
    ...(isAll ? [] : [`columns: ${flowList(columns)}`]),
    `missing: ${scalarText(reason)}`,
  ];
  return `  - ${lines.join('\n    ')}\n`;
}

function placeForRemarks({ text, file }: Target): number {
  const relations = pairOf('relations', file.document.contents)?.key as Node | undefined;
  if (relations?.range) return lineStart(text, relations.range[0]);
  return afterLine(text, endOf(file.document.get('rows', true)));
}
