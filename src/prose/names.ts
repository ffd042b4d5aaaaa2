// The names in a text's expressions, held against what is there before anything is worked out.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOnLine, type Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import { isLiteral } from './evaluate.ts';
import { type Template, unreadType } from './parse.ts';

/** What a text may name. */
export interface KnownNames {
  readonly helpers: readonly string[];
  /** Values that an expression may print as they are: `year` and the like. */
  readonly printable: readonly string[];
  /** Values that only helpers can use: tables, `alle` and the like. */
  readonly values: readonly string[];
  /** Tables that are there but have errors of their own: no second complaint about them. */
  readonly broken: readonly string[];
  /** Tables of the edition that the publication does not list. */
  readonly unlisted: readonly string[];
}

/** The parsed text in which what cannot be worked out is unread, and why. */
export interface CheckedNames {
  readonly program: Template['program'];
  readonly diagnostics: readonly Diagnostic[];
}

interface Expression {
  readonly loc: { readonly start: { line: number; column: number } };
  readonly type: string;
  readonly original?: unknown;
  readonly escaped?: boolean;
  readonly path?: Expression;
  readonly params?: readonly Expression[];
  readonly hash?: { readonly pairs: readonly { readonly value: Expression }[] };
}

interface Check {
  readonly source: Source;
  readonly known: KnownNames;
}

/** A diagnostic for every name that is neither a helper nor a value, and for what texts may not use. */
export function checkNames({ program, source }: Template, known: KnownNames): CheckedNames {
  const diagnostics: Diagnostic[] = [];
  const body = program.body.map(statement => {
    const found = checkStatement(statement as unknown as Expression, { source, known });
    diagnostics.push(...found);
    const goesOn = found.every(({ rule }) => rule === 'unknown-table' || rule === 'table-not-listed');
    return goesOn ? statement : { type: unreadType, loc: statement.loc };
  });
  return { program: { ...program, body }, diagnostics };
}

function checkStatement(statement: Expression, check: Check): Diagnostic[] {
  if (['ContentStatement', 'CommentStatement', unreadType].includes(statement.type)) return [];
  if (statement.type !== 'MustacheStatement') return [notInTexts(statement, check)];
  if (statement.escaped === false) return [threeBraces(statement, check)];
  return isCall(statement) ? checkCall(statement, check, true) : checkValue(statement, check);
}

function isCall({ params, hash }: Expression): boolean {
  return (params?.length ?? 0) > 0 || (hash?.pairs.length ?? 0) > 0;
}

function notInTexts(statement: Expression, check: Check): Diagnostic {
  const message = 'A text cannot use blocks ({{#…}}) or partials ({{> …}}).';
  return diagnosticAt(statement, check, {
    rule: 'text-block',
    message,
    hints: ['Write the text out; a box is `::: kader Titel` … `:::`.'],
  });
}

function threeBraces(statement: Expression, check: Check): Diagnostic {
  const message = 'An expression in a text has two braces, without &.';
  return diagnosticAt(statement, check, { rule: 'text-block', message, hints: ['Write {{…}}.'] });
}

/** Helpers that give several things, which only another helper can use. */
const plural = ['lijst', 'elk'];

/** An expression of a single name prints a value, or calls a helper that then says what it lacks. */
function checkValue({ path }: Expression, check: Check): Diagnostic[] {
  const { helpers, printable, values, broken } = check.known;
  const name = String(path?.original);
  if (!path || isLiteral(path) || [...printable, ...broken].includes(name)) return [];
  if ([...values, ...plural].includes(name)) return [notPrintable(path, check)];
  if (helpers.includes(name)) return [];
  return [unknownName(path, 'name', suggestionHints(name, [...printable, ...helpers]), check)];
}

function notPrintable(path: Expression, check: Check): Diagnostic {
  const name = String(path.original);
  const isTable = check.known.helpers.includes(name) && !plural.includes(name);
  const message = isTable
    ? `"${name}" is a table, and no number.`
    : `"${name}" stands within an expression, not alone.`;
  const hint = `Write for example {{${isTable ? name : 'vormen'} "rij" jaar}}.`;
  return diagnosticAt(path, check, { rule: 'arguments', message, hints: [hint] });
}

function checkCall(node: Expression, check: Check, outermost: boolean): Diagnostic[] {
  const helper = checkHelper(node, check, outermost);
  if (helper.length > 0) return helper;
  const first = check.known.values.includes(String(node.path?.original)) ? 1 : 0; // a table's name is its first argument
  const parameters = (node.params ?? []).flatMap((parameter, index) => checkParameter(parameter, index + first, check));
  const options = (node.hash?.pairs ?? []).flatMap(({ value }) => checkParameter(value, 1, check));
  return [...parameters, ...options];
}

function checkHelper({ path }: Expression, check: Check, outermost: boolean): Diagnostic[] {
  const { helpers, values, broken, unlisted } = check.known;
  const name = String(path?.original);
  if (!path || broken.includes(name)) return [];
  if (isLiteral(path)) return outermost ? [] : [misplacedLiteral(path, check)];
  if (outermost && plural.includes(name)) return [notPrintable(path, check)];
  if (helpers.includes(name)) return [];
  if (unlisted.includes(name)) return [notListed(path, check)];
  if (values.includes(name)) return [notPrintable(path, check)];
  return [unknownName(path, 'expression', [...arithmeticHints(name, check), ...suggestionHints(name, helpers)], check)];
}

function misplacedLiteral(path: Expression, check: Check): Diagnostic {
  const message = 'Words between quotes cannot begin an expression within another.';
  return diagnosticAt(path, check, {
    rule: 'arguments',
    message,
    hints: ['Begin with a table or a helper: (groei …).'],
  });
}

function checkParameter(node: Expression, index: number, check: Check): Diagnostic[] {
  if (node.type === 'SubExpression') return checkCall(node, check, false);
  if (node.type === 'StringLiteral' || node.type === 'NumberLiteral') return [];
  const name = nameOf(node);
  const { printable, values, broken, unlisted } = check.known;
  if ([...printable, ...values, ...broken].includes(name)) return [];
  if (unlisted.includes(name)) return [notListed(node, check)];
  if (node.type !== 'PathExpression')
    return [unknownName(node, 'name', ['Put a label between quotes, or name a table.'], check)];
  return [unknownName(node, 'table', parameterHints(name, index, check), check)];
}

function nameOf({ type, original }: Expression): string {
  return type === 'UndefinedLiteral' ? 'undefined' : String(original);
}

function notListed(node: Expression, check: Check): Diagnostic {
  const name = nameOf(node);
  const message = `The publication does not list the table "${name}".`;
  return diagnosticAt(node, check, {
    rule: 'table-not-listed',
    message,
    hints: [`Add ${name} to \`tables\` in publication.yaml.`],
  });
}

function parameterHints(name: string, index: number, check: Check): string[] {
  if (check.known.helpers.includes(name)) return [`Put it between parentheses: (${name} …).`];
  if (/[“”„‘’]/.test(name)) return ['Write straight quotes around a label: "…".'];
  const label = index > 0 ? [`Put a label between quotes: "${name}…".`] : [];
  return [
    ...arithmeticHints(name, check),
    ...label,
    ...suggestionHints(name, [...check.known.values, ...check.known.printable]),
  ];
}

function arithmeticHints(name: string, { known }: Check): string[] {
  const begin = known.printable.some(value => name === value || new RegExp(`^${value}[-+]\\d*$`).test(name));
  return begin ? ['Write (jaren-terug 1) for an earlier year; expressions have no plus or minus.'] : [];
}

function unknownName(
  node: Expression,
  what: 'expression' | 'name' | 'table',
  hints: readonly string[],
  check: Check,
): Diagnostic {
  const message = `There is no ${what} "${nameOf(node)}".`;
  return diagnosticAt(node, check, { rule: `unknown-${what}`, message, hints });
}

function diagnosticAt(
  node: Expression,
  { source }: Check,
  said: Pick<Diagnostic, 'rule' | 'message' | 'hints'>,
): Diagnostic {
  const { line, column } = node.loc.start;
  const length = node.original === undefined ? 3 : nameOf(node).length;
  return { severity: 'error', ...said, place: placeOnLine(source, line, column + 1, length) };
}
