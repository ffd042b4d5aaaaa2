// Where in a JSON file a value or a slip stands.

import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { Place } from '../diagnostics/diagnostic.ts';
import { placeAt, type Source } from '../diagnostics/source.ts';

/** A path of keys and indexes into a JSON document. */
export type JsonPath = readonly (string | number)[];

/** The place of the value at a path; JSON is YAML too, and the YAML reader keeps places. */
export function placeOfValue(source: Source, path: JsonPath): Place {
  const node = parseDocument(source.text).getIn(path, true);
  if (!isNode(node) || !node.range) return placeAt(source, 0);
  return placeAt(source, node.range[0], node.range[1] - node.range[0]);
}

/** The place of the key that ends a path. */
export function placeOfKey(source: Source, path: JsonPath): Place {
  const document = parseDocument(source.text);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(one => isScalar(one.key) && one.key.value === path.at(-1)) : undefined;
  if (!pair || !isScalar(pair.key) || !pair.key.range) return placeOfValue(source, path);
  return placeAt(source, pair.key.range[0], pair.key.range[1] - pair.key.range[0]);
}

/** The place where a text stops being the beginning of a JSON document. */
export function placeOfSlip(source: Source): Place {
  for (let length = source.text.length; length > 0; length -= 1)
    if (isBeginning(source.text.slice(0, length)))
      return placeAt(source, Math.min(length, source.text.trimEnd().length - 1));
  return placeAt(source, 0);
}

/** Whether a text could go on to be JSON: its parser only misses what comes next. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    return /end of JSON input/.test(message) || Number(position ?? -1) >= text.length;
  }
}

/** Every path in a JSON value whose key and value match. */
export function pathsTo(
  node: unknown,
  matches: (key: string | number, value: unknown) => boolean,
  path: JsonPath = [],
): JsonPath[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    const key = Array.isArray(node) ? Number(name) : name;
    const here = [...path, key];
    return [...(matches(key, value) ? [here] : []), ...pathsTo(value, matches, here)];
  });
}

/** The value at a path; undefined when there is none. */
export function valueAt(node: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    node,
  );
}
