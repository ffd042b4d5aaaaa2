// YAML that an author can copy from a hint, on one line.

import type { CellReference } from '../statistics/cell.ts';

/** What a pasted line may hold: texts, lists of texts, and keys with these behind them. */
export type Pasted = string | readonly string[] | { readonly [key: string]: Pasted };

/** Stands in pasted YAML where the author has to fill in words. */
export const toFillIn = '…';

/** An item of a list with all its keys, such as `- { sum: columns, equals: { column: 2023 } }`. */
export function pasteItem(item: Pasted): string {
  return `- ${flow(item)}`;
}

/** An item of a list that is a text alone. */
export function pasteText(text: string): string {
  return `- ${/^[^\p{L}\d]|: |:$| #/u.test(text) ? quoted(text) : text}`;
}

/** The remark that marks a cell as revised, its reason left open. */
export function pasteRevision({ row, column }: Pick<CellReference, 'row' | 'column'>, previous: string): string {
  return pasteItem({ row, columns: [column], revised: toFillIn, previous });
}

function flow(item: Pasted): string {
  if (typeof item === 'string') return isPlain(item) ? item : quoted(item);
  if (isList(item)) return `[${item.map(flow).join(', ')}]`;
  return `{ ${Object.entries(item)
    .map(([key, value]) => `${key}: ${flow(value)}`)
    .join(', ')} }`;
}

function isList(item: Pasted): item is readonly string[] {
  return Array.isArray(item);
}

/** Whether a text keeps its meaning between braces without quotes. */
function isPlain(text: string): boolean {
  return /^[\p{L}\d<.…](?:[\p{L}\d/+.()<%'-]| (?! |$))*$/u.test(text) && !/^(?:true|false|null)$/i.test(text);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
