// YAML with places: what a file says, and where each key and value of it stands.

import { isMap, isNode, isPair, isScalar, type Document, type Node, type Pair, parseDocument, visit } from 'yaml';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { placeAt, type Source } from '../diagnostics/source.ts';

/** A path of keys and indexes into a YAML document. */
export type YamlPath = readonly (string | number)[];

/** A parsed YAML file; numbers that were typed as such are kept as their text, so that `28.0` keeps its decimal. */
export interface YamlFile {
  readonly source: Source;
  readonly document: Document.Parsed;
  readonly value: unknown;
}

/** Parses one YAML file; syntax errors come back as diagnostics and then there is no value. */
export function parseYaml(source: Source): { file?: YamlFile; diagnostics: Diagnostic[] } {
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: true, version: '1.2' });
  const diagnostics = [...document.errors, ...document.warnings].map(error => yamlDiagnostic(source, error));
  if (document.errors.length > 0) return { diagnostics };
  try {
    const value: unknown = withTypedNumbers(document).toJS({ maxAliasCount: 50 });
    return { file: { source, document, value }, diagnostics };
  } catch (error) {
    return { diagnostics: [...diagnostics, aliasDiagnostic(source, error)] };
  }
}

function aliasDiagnostic(source: Source, error: unknown): Diagnostic {
  return {
    severity: 'error',
    rule: 'yaml-syntax',
    message: `The YAML cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    place: placeAt(source, 0),
    hints: ['Write the values out instead of using anchors (&) and aliases (*).'],
  };
}

/** Turns number scalars into their typed text: the schema says which of them are numbers. */
function withTypedNumbers(document: Document.Parsed): Document.Parsed {
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
    },
  });
  return document;
}

const yamlHints: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Give each key or row label once; rename or remove one of the two.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  BAD_INDENT: 'Line the text up with the lines above it, using spaces.',
  MISSING_CHAR: 'Close the list with ] or the quoted text with its quote.',
  BLOCK_AS_IMPLICIT_KEY: 'Put text with a colon followed by a space between quotes.',
  MULTILINE_IMPLICIT_KEY: 'Check that the line above is finished: a list needs its ], a quoted text its quote.',
};

function yamlDiagnostic(source: Source, error: { code: string; message: string; pos: [number, number] }): Diagnostic {
  return {
    severity: 'error',
    rule: 'yaml-syntax',
    message: `The YAML cannot be read: ${error.message.replace(/\.$/, '')}.`,
    place: placeAt(source, error.pos[0], Math.max(1, error.pos[1] - error.pos[0])),
    hints: [yamlHints[error.code] ?? 'Compare the line with the same line in another table.'],
  };
}

/** The place of the value at a path; of its nearest parent when the path is not there. */
export function placeOf(file: YamlFile, path: YamlPath): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const node = file.document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return placeOfNode(file, node);
    const pair = pairAt(file, path.slice(0, length));
    if (pair) return placeOfKey(file, path.slice(0, length));
  }
  const first = file.source.text.search(/^[^#\s]/m);
  return placeAt(file.source, Math.max(0, first));
}

/** The place of a key itself, such as an unknown one. */
export function placeOfKey(file: YamlFile, path: YamlPath): Place {
  const key = pairAt(file, path)?.key;
  if (isNode(key) && key.range) return placeAt(file.source, key.range[0], key.range[1] - key.range[0]);
  return placeOf(file, path.slice(0, -1));
}

function pairAt(file: YamlFile, path: YamlPath): Pair | undefined {
  const parent = path.length === 1 ? file.document.contents : file.document.getIn(path.slice(0, -1), true);
  const name = String(path.at(-1));
  if (!isMap(parent)) return undefined;
  return parent.items.find(pair => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === name);
}

function placeOfNode(file: YamlFile, node: Node): Place {
  const [start, end] = node.range ?? [0, 1];
  const onOneLine = file.source.text.slice(start, end).split(/\r?\n/)[0] ?? '';
  return placeAt(file.source, start, Math.max(1, onOneLine.trimEnd().length));
}

/** The keys of the map at a path in the order of the file, with their labels as text. */
export function keysInOrder(file: YamlFile, path: YamlPath): string[] {
  const node = file.document.getIn(path, true);
  if (!isMap(node)) return [];
  return node.items.flatMap(pair => (isScalar(pair.key) ? [labelOf(pair.key)] : []));
}

function labelOf(key: { value: unknown; source?: string }): string {
  return typeof key.value === 'number' && key.source !== undefined ? key.source : String(key.value);
}
