// A question mark alone in a list: a cell that must still be filled in, which YAML takes for a key without a name.

import { type Document, isMap, isScalar, Scalar, visit, type YAMLMap } from 'yaml';
import { openSign } from './cell.ts';

/** The document with every lone `?` of its lists as the text that was typed, at its place. */
export function withOpenCells(document: Document.Parsed, text: string): Document.Parsed {
  if (!text.includes(openSign)) return document;
  visit(document, {
    Seq(_key, { items }) {
      items.forEach((item, index) => {
        const at = isMap(item) ? signAt(item, text) : undefined;
        if (at !== undefined) items[index] = signNode(at);
      });
    },
  });
  return document;
}

/** The offset of the `?` that a map without a key and a value stands for; undefined for any other map. */
function signAt({ items, range }: YAMLMap, text: string): number | undefined {
  const [pair, another] = items;
  if (!pair || another || text[range?.[0] ?? 0] === '{') return undefined;
  const { key, value } = pair;
  if (!isScalar(key) || key.value !== null || key.source !== '' || (value !== null && value !== undefined))
    return undefined;
  const before = text.slice(0, key.range?.[0] ?? 0).trimEnd();
  return before.endsWith(openSign) ? before.length - 1 : undefined;
}

function signNode(start: number): Scalar {
  const node = new Scalar(openSign);
  node.type = Scalar.PLAIN;
  node.range = [start, start + 1, start + 1];
  return node;
}
