// A parsed YAML file held against its schema: every mismatch becomes a diagnostic at its place.

import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import { placeOf, placeOfKey, type YamlFile, type YamlPath } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** The checked value of a YAML file, or the diagnostics that say what is wrong with it. */
export function validate<T>(file: YamlFile, schema: z.ZodType<T>): { value?: T; diagnostics: Diagnostic[] } {
  const result = schema.safeParse(file.value ?? {});
  if (result.success) return { value: result.data, diagnostics: [] };
  return { diagnostics: result.error.issues.flatMap(issue => issueDiagnostics(file, schema, issue)) };
}

function issueDiagnostics(file: YamlFile, schema: z.ZodType, issue: Issue): Diagnostic[] {
  const path = issue.path.map(step => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey(file, schema, [...path, key]));
  if (issue.code === 'invalid_union') return unionDiagnostics(file, schema, issue, path);
  return [mismatch(file, issue, path)];
}

/** Of a union the branch that got furthest speaks: the one with the fewest complaints at the deepest place. */
function unionDiagnostics(
  file: YamlFile,
  schema: z.ZodType,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: YamlPath,
): Diagnostic[] {
  const branches = issue.errors.filter(branch => branch.some(one => one.code !== 'invalid_type' || one.path.length > 0));
  const best = branches.toSorted((a, b) => a.length - b.length)[0];
  if (!best) return [mismatch(file, issue, path)];
  return best.flatMap(one => issueDiagnostics(file, schema, { ...one, path: [...path, ...one.path] } as Issue));
}

function unknownKey(file: YamlFile, schema: z.ZodType, path: YamlPath): Diagnostic {
  const key = String(path.at(-1));
  return {
    severity: 'error',
    rule: 'unknown-key',
    message: `Unknown key "${key}".`,
    place: placeOfKey(file, path),
    hints: suggestionHints(key, knownKeys(schema, path.slice(0, -1))),
  };
}

/** The keys the schema knows at a path, gathered over all branches of unions. */
function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  const schemas = path.reduce<readonly unknown[]>((at, step) => at.flatMap(one => inside(one, step)), [schema]);
  return [...new Set(schemas.flatMap(one => Object.keys(unwrapped(one).flatMap(shapeOf)[0] ?? {})))];
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
  const missing = issue.code === 'invalid_type' && issue.input === undefined && /received undefined/.test(issue.message);
  const key = path.join(' › ');
  return {
    severity: 'error',
    rule: missing ? 'missing-key' : 'wrong-value',
    message: missing ? `The key "${String(path.at(-1))}" is missing.` : `${key ? `${key}: ` : ''}${lowerFirst(issue.message)}.`,
    place: placeOf(file, path),
    hints: missing ? [`Add a line \`${String(path.at(-1))}: …\`.`] : issueHints(issue),
  };
}

function issueHints(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return suggestionHints(String(issue.input ?? ''), issue.values.map(String));
  return ['Compare with the schema description that your editor shows for this key.'];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
