// Where nodes of a YAML document begin and end in its lines.

import { isMap, isNode, isScalar, type Pair, visit } from 'yaml';

/** The offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset at which the line of an offset ends, before a carriage return. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** The offset right behind the line of an offset. */
export function afterLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** Where the last scalar of a node ends; comments that follow it are not its own. */
export function endOf(node: unknown): number {
  let end = 0;
  if (!isNode(node)) return end;
  visit(node, {
    Scalar(_key, { range }) {
      end = Math.max(end, range?.[1] ?? 0);
    },
  });
  return end;
}

/** The key with its value in a map. */
export function pairOf(key: string, map: unknown): Pair | undefined {
  return isMap(map) ? map.items.find(pair => isScalar(pair.key) && pair.key.value === key) : undefined;
}
