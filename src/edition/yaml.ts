// YAML with places: what a file says, and where each key and value of it stands.

import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLParseError,
} from 'yaml';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { placeAt, type Source } from '../diagnostics/source.ts';
import { withOpenCells } from './open.ts';

/** A path of keys and indexes into a YAML document. */
export type YamlPath = readonly (string | number)[];

/** A parsed YAML file; numbers are kept as the text that was typed, so that `28.0` keeps its decimal. */
export interface YamlFile {
  readonly source: Source;
  readonly document: Document.Parsed;
  readonly value: unknown;
}

/** Parses one YAML file; syntax errors come back as diagnostics and then there is no value. */
export function parseYaml(source: Source): { file?: YamlFile; diagnostics: Diagnostic[] } {
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: true, version: '1.2' });
  const diagnostics = [...withoutEchoes(document.errors), ...document.warnings].map(error =>
    yamlDiagnostic(source, error, document),
  );
  if (document.errors.length > 0) return { diagnostics };
  try {
    const strange = withoutPrivateUse(source, document);
    const value: unknown = withTypedNumbers(withOpenCells(document, source.text)).toJS({ maxAliasCount: 50 });
    return { file: { source, document, value }, diagnostics: [...diagnostics, ...strange] };
  } catch (error) {
    return { diagnostics: [...diagnostics, aliasDiagnostic(source, error)] };
  }
}

/** A tab makes the lines around it look badly indented too. */
function withoutEchoes(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const hasTab = errors.some(({ code }) => code === 'TAB_AS_INDENT');
  return errors.filter(({ code }) => !(hasTab && code === 'BAD_INDENT'));
}

function aliasDiagnostic(source: Source, error: unknown): Diagnostic {
  return {
    severity: 'error',
    rule: 'yaml-syntax',
    message: `The YAML cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    place: placeAt(source, 0),
    hints: ['Write the values out instead of using anchors (&) and aliases (*).'],
  };
}

/** Takes private-use characters out of all texts, and reports them: no font has them, and print uses them as marks. */
function withoutPrivateUse(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (!/[\uE000-\uF8FF]|\\(?:u|U000)0{0,4}[ef]/i.test(source.text)) return found;
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value !== 'string' || !/[\uE000-\uF8FF]/.test(node.value)) return;
      found.push(privateUse(placeAt(source, node.range?.[0] ?? 0, (node.range?.[1] ?? 1) - (node.range?.[0] ?? 0))));
      node.value = node.value.replace(/[\uE000-\uF8FF]/g, '');
    },
  });
  return found;
}

function privateUse(place: Place): Diagnostic {
  return {
    severity: 'error',
    rule: 'private-use',
    message: 'This text holds a character for private use (U+E000 to U+F8FF), which no font has.',
    place,
    hints: ['Type the text anew instead of pasting it; a symbol can be written in words.'],
  };
}

/** Turns numbers, also in keys, into their typed text: the schema says which of them are numbers. */
function withTypedNumbers(document: Document.Parsed): Document.Parsed {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
    },
  });
  return document;
}

const yamlHints: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Give each key or row label once; rename or remove one of the two.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  BAD_INDENT: 'Line the text up with the lines above it, using spaces.',
  MISSING_CHAR: 'Close the list with ] or the quoted text with its quote.',
  UNEXPECTED_TOKEN: 'Take the sign out; a cell without a value is 0 for none, or a point (.) for a missing one.',
  BLOCK_IN_FLOW:
    'Write 0 for none, or a point (.) for a missing value; put other text that begins with a dash between quotes.',
  BAD_SCALAR_START: 'Put text that begins with this sign between quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Put text with a colon followed by a space between quotes.',
  MULTILINE_IMPLICIT_KEY: 'Check that the line above is finished: a list needs its ], a quoted text its quote.',
};

function yamlDiagnostic(source: Source, error: YAMLError, document: Document.Parsed): Diagnostic {
  return {
    severity: 'error',
    rule: 'yaml-syntax',
    message: `The YAML cannot be read: ${error.message.replace(/\.$/, '').replace(/"quote$/, 'quote')}.`,
    place: placeOfError(source, error, document),
    hints: [hintOf(error)],
  };
}

function hintOf({ code, message }: YAMLError): string {
  const bracket = /end with a ([\]}])/.exec(message)?.[1];
  if (bracket !== undefined) return `Close the list on the line above with ${bracket}.`;
  return yamlHints[code] ?? 'Compare the line with the same line in another file.';
}

/** A quoted text that never ends is shown where it begins, other errors where the parser met them. */
function placeOfError(source: Source, { message, pos }: YAMLError, document: Document.Parsed): Place {
  const open = /closing .?quote/.test(message) ? openQuote(document, pos[0]) : undefined;
  return placeAt(source, open ?? pos[0], open === undefined ? Math.max(1, pos[1] - pos[0]) : source.text.length);
}

function openQuote(document: Document.Parsed, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_key, node) {
      if (node.type?.startsWith('QUOTE_') && node.range && node.range[1] >= end - 1) start ??= node.range[0];
    },
  });
  return start;
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
  return node.items.flatMap(pair => (isScalar(pair.key) ? [String(pair.key.value)] : []));
}
