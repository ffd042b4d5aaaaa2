// Keys of a YAML file by their nodes: found, taken out with their lines, their texts replaced.

import { isMap, isNode, isPair, isScalar, type Pair, Scalar } from 'yaml';
import type { Splice } from '../edition/splice.ts';
import type { YamlFile, YamlPath } from '../edition/yaml.ts';
import { lineStart, nextLine } from './lines.ts';
import { lastSign, rangeOf, typedLike } from './list.ts';

/** The changes that take a key of the file out, with its value and all their lines. */
export function withoutKey(file: YamlFile, key: string): Splice[] {
  const pair = pairOf(file.document.contents, key);
  if (!pair) return [];
  const { text } = file.source;
  const [start] = rangeOf(pair.key);
  const [, end] = isNode(pair.value) ? rangeOf(pair.value) : rangeOf(pair.key);
  return [{ start: lineStart(text, start), end: nextLine(text, lastSign(text, start, end)), text: '' }];
}

/** The pair of a map with this key. */
export function pairOf(map: unknown, key: string): Pair | undefined {
  if (!isMap(map)) return undefined;
  return map.items.find(pair => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === key);
}

/** The scalar at a path; undefined when there is none, or something else. */
export function scalarAt(file: YamlFile, path: YamlPath): Scalar | undefined {
  const node = file.document.getIn(path, true);
  return isScalar(node) ? node : undefined;
}

/** The changes that make a text another one; words in a block (`>-`) are changed where they stand in it. */
export function rewritten(text: string, node: Scalar, change: (words: string) => string): Splice[] {
  const [start, end] = rangeOf(node);
  const isBlock = node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL;
  if (!isBlock) {
    const words = String(node.value);
    const changed = change(words);
    return changed === words ? [] : [{ start, end, text: typedLike(changed, node) }];
  }
  const from = nextLine(text, start);
  const first = from + (/^\s*/.exec(text.slice(from, end))?.[0].length ?? 0);
  const words = text.slice(first, end);
  const changed = change(words);
  return changed === words ? [] : [{ start: first, end, text: changed }];
}
