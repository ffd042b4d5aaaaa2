// Texts as a person types them in YAML: plain where that reads back as the same text, else between quotes.

import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';

/** A text behind a key, or as a key. */
export function scalarText(text: string): string {
  return isPlain(text) ? text : quoted(text);
}

function isPlain(text: string): boolean {
  const [behind, before] = [parseDocument(`k: ${text}`), parseDocument(`${text}: v`)];
  if (behind.errors.length > 0 || before.errors.length > 0 || !isMap(before.contents)) return false;
  const value = behind.get('k', true);
  const key = before.contents.items[0]?.key;
  return isScalar(value) && isScalar(key) && sourceOf(value) === text && sourceOf(key) === text;
}

/** Labels that look like numbers are kept as they are typed. */
function sourceOf(node: Scalar): unknown {
  return typeof node.value === 'number' ? node.source : node.value;
}

function quoted(text: string): string {
  return text.includes("'") && !/["\\]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
}

/** Texts as a list between brackets, such as `[2022, 2023]`. */
export function flowList(texts: readonly string[]): string {
  return `[${texts.map(flowText).join(', ')}]`;
}

function flowText(text: string): string {
  const document = parseDocument(`[${text}]`);
  const items = isSeq(document.contents) ? document.contents.items : [];
  const [only] = items;
  const isSame = document.errors.length === 0 && items.length === 1 && isScalar(only) && sourceOf(only) === text;
  return isSame ? text : quoted(text);
}
