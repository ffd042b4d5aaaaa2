// A parsed YAML file held against its schema: every mismatch becomes a diagnostic at its place.

import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearestName, suggestionHints } from '../diagnostics/suggest.ts';
import { placeOf, placeOfKey, type YamlFile, type YamlPath } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** The checked value of a YAML file, or the diagnostics that say what is wrong with it. */
export function validate<T>(file: YamlFile, schema: z.ZodType<T>): { value?: T; diagnostics: Diagnostic[] } {
  if (file.value === null || file.value === undefined) return { diagnostics: [emptyFile(file)] };
  const result = schema.safeParse(file.value);
  if (result.success) return { value: result.data, diagnostics: [] };
  const issues = withoutEchoes(result.error.issues);
  return { diagnostics: issues.flatMap(issue => issueDiagnostics(file, schema, issue)) };
}

function emptyFile(file: YamlFile): Diagnostic {
  return {
    severity: 'error',
    rule: 'empty-file',
    message: 'The file says nothing.',
    place: placeOf(file, []),
    hints: ['Fill it in after the example of another file of its kind, or take the file away.'],
  };
}

/** A misspelt key also makes its map incomplete: then only the misspelling is said. */
function withoutEchoes(issues: readonly Issue[]): Issue[] {
  const strange = issues.flatMap(issue => (issue.code === 'unrecognized_keys' ? [issue] : []));
  const strangeKeysAt = (path: readonly PropertyKey[]): string[] =>
    strange.filter(issue => issue.path.join('\n') === path.join('\n')).flatMap(issue => issue.keys);
  return issues.filter(issue => {
    if (issue.code === 'custom') return strangeKeysAt(issue.path).length === 0;
    const key = String(issue.path.at(-1));
    return strangeKeysAt(issue.path.slice(0, -1)).every(strangeKey => nearestName(strangeKey, [key]) === undefined);
  });
}

function issueDiagnostics(file: YamlFile, schema: z.ZodType, issue: Issue): Diagnostic[] {
  const path = issue.path.map(step => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey(file, schema, [...path, key]));
  const value = valueAt(file.value, path);
  if (value === undefined) return [missingKey(file, path)];
  if (value === null) return [emptyValue(file, path)];
  if (issue.code === 'invalid_union') return unionDiagnostics(file, schema, issue, path);
  return [mismatch(file, issue, path)];
}

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
    value,
  );
}

function missingKey(file: YamlFile, path: YamlPath): Diagnostic {
  const key = String(path.at(-1));
  return {
    severity: 'error',
    rule: 'missing-key',
    message: `The key "${key}" is missing.`,
    place: placeOf(file, path),
    hints: [`Add a line \`${key}: …\`.`],
  };
}

function emptyValue(file: YamlFile, path: YamlPath): Diagnostic {
  const key = String(path.at(-1));
  const isItem = typeof path.at(-1) === 'number';
  return {
    severity: 'error',
    rule: 'empty-value',
    message: isItem ? 'This item of the list is empty.' : `The key "${key}" has no value.`,
    place: isItem ? placeOf(file, path) : placeOfKey(file, path),
    hints: [
      isItem
        ? 'Write the item, or take it out of the list.'
        : `Write the value behind \`${key}:\`, or take the line out.`,
    ],
  };
}

/** Of a union the branch that knows the first key speaks, and else the one with the fewest complaints. */
function unionDiagnostics(
  file: YamlFile,
  schema: z.ZodType,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: YamlPath,
): Diagnostic[] {
  const branches = issue.errors.filter(branch =>
    branch.some(one => one.code !== 'invalid_type' || one.path.length > 0),
  );
  const first = Object.keys(Object(valueAt(file.value, path)))[0] ?? '';
  const best = branches.toSorted(
    (a, b) => Number(isStrange(first, a)) - Number(isStrange(first, b)) || a.length - b.length,
  )[0];
  if (!best) return [mismatch(file, issue, path)];
  return withoutEchoes(best).flatMap(one =>
    issueDiagnostics(file, schema, { ...one, path: [...path, ...one.path] } as Issue),
  );
}

/** Whether a branch of a union does not know a key of its map. */
function isStrange(key: string, branch: readonly Issue[]): boolean {
  return branch.some(one => one.code === 'unrecognized_keys' && one.path.length === 0 && one.keys.includes(key));
}

function unknownKey(file: YamlFile, schema: z.ZodType, path: YamlPath): Diagnostic {
  const key = String(path.at(-1));
  return {
    severity: 'error',
    rule: 'unknown-key',
    message: `Unknown key "${key}".`,
    place: placeOfKey(file, path),
    hints: suggestionHints(
      key,
      knownKeys(schema, path.slice(0, -1)).filter(known => known !== key),
    ),
  };
}

/** The keys the schema knows at a path, gathered over all branches of unions. */
function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  const schemas = path.reduce<readonly unknown[]>((at, step) => at.flatMap(one => inside(one, step)), [schema]);
  return [
    ...new Set(
      schemas.flatMap(one =>
        unwrapped(one)
          .flatMap(shapeOf)
          .flatMap(shape => Object.keys(shape)),
      ),
    ),
  ];
}

interface Definition {
  readonly type: string;
  readonly innerType?: unknown;
  readonly in?: unknown;
  readonly options?: readonly unknown[];
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly shape?: Record<string, unknown>;
}

function definitionOf(schema: unknown): Definition {
  return (schema as { _zod: { def: Definition } })._zod.def;
}

function unwrapped(schema: unknown): unknown[] {
  const definition = definitionOf(schema);
  if (definition.innerType) return unwrapped(definition.innerType);
  if (definition.type === 'pipe') return unwrapped(definition.in);
  if (definition.options) return definition.options.flatMap(unwrapped);
  return [schema];
}

function shapeOf(schema: unknown): Record<string, unknown>[] {
  const shape = definitionOf(schema).shape;
  return shape ? [shape] : [];
}

function inside(schema: unknown, step: string | number): unknown[] {
  return unwrapped(schema).flatMap(one => {
    const definition = definitionOf(one);
    const next = definition.shape?.[step] ?? definition.element ?? definition.valueType;
    return next ? [next] : [];
  });
}

function mismatch(file: YamlFile, issue: Issue, path: YamlPath): Diagnostic {
  const key = path.map(step => (typeof step === 'number' ? step + 1 : step)).join(' › ');
  return {
    severity: 'error',
    rule: 'wrong-value',
    message: `${key ? `${key}: ` : ''}${reasonOf(issue)}.`,
    place: issue.code === 'invalid_key' ? placeOfKey(file, path) : placeOf(file, path),
    hints: issueHints(issue, valueAt(file.value, path)),
  };
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with their values',
  record: 'keys with their values',
};

function reasonOf(issue: Issue): string {
  if (issue.code === 'invalid_union') return 'expected a text or a number';
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'this cannot be a key';
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return lowerFirst(issue.message);
  const received = /received (\w+)/.exec(issue.message)?.[1] ?? '';
  return `expected ${named(issue.expected)}, and this is ${named(received)}`;
}

function named(kind: string): string {
  return kindNames[kind] ?? kind;
}

function issueHints(issue: Issue, value: unknown): string[] {
  if (issue.code === 'invalid_value') return suggestionHints(String(value), issue.values.map(String));
  if (issue.code === 'custom' && typeof issue.params?.['hint'] === 'string') return [issue.params['hint']];
  if (issue.code === 'invalid_type' && issue.expected === 'array')
    return ['Put the items between square brackets: [a, b].'];
  return ['Compare the line with the same line in another file, or with the description that your editor shows.'];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
