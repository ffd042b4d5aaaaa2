// The names in a text's expressions, held against what is there before anything is worked out.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOnLine, type Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { Template } from './template.ts';

/** What a text may name. */
export interface KnownNames {
  readonly helpers: readonly string[];
  /** Context values: tables, `year` and the like. */
  readonly values: readonly string[];
  /** Tables that are there but have errors of their own: no second complaint about them. */
  readonly broken: readonly string[];
}

interface Located {
  readonly loc: { readonly start: { line: number; column: number }; readonly end: { line: number; column: number } };
}
interface Path extends Located {
  readonly type: 'PathExpression';
  readonly original: string;
}
interface Expression extends Located {
  readonly type: string;
  readonly original?: string;
  readonly path?: Expression;
  readonly params?: readonly Expression[];
  readonly hash?: { readonly pairs: readonly { readonly value: Expression }[] };
}

/** A diagnostic for every name that is neither a helper nor a value, and for what texts may not use. */
export function checkNames({ program, source }: Template, known: KnownNames): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const statement of program.body as unknown as readonly Expression[]) {
    if (statement.type === 'MustacheStatement') found.push(...checkExpression(statement, source, known, true));
    else if (statement.type !== 'ContentStatement' && statement.type !== 'CommentStatement')
      found.push(notInTexts(statement, source));
  }
  return found;
}

function notInTexts(statement: Expression, source: Source): Diagnostic {
  const { line, column } = statement.loc.start;
  return {
    severity: 'error',
    rule: 'text-block',
    message: 'A text cannot use blocks ({{#…}}) or partials ({{> …}}).',
    place: placeOnLine(source, line, column + 1, 3),
    hints: ['Write the text out; a box is `::: kader Titel` … `:::`.'],
  };
}

function checkExpression(node: Expression, source: Source, known: KnownNames, outermost: boolean): Diagnostic[] {
  const path = node.path as Path | undefined;
  const called = (node.params?.length ?? 0) > 0 || (node.hash?.pairs.length ?? 0) > 0 || !outermost;
  const names = called ? known.helpers : [...known.values, ...known.helpers];
  const own = path && !names.includes(path.original) && !known.broken.includes(path.original);
  return [
    ...(own ? [unknownName(path, called ? 'expression' : 'name', source, names)] : []),
    ...[...(node.params ?? []), ...(node.hash?.pairs.map(pair => pair.value) ?? [])].flatMap(parameter =>
      checkParameter(parameter, source, known),
    ),
  ];
}

function checkParameter(node: Expression, source: Source, known: KnownNames): Diagnostic[] {
  if (node.type === 'SubExpression') return checkExpression(node, source, known, false);
  if (node.type !== 'PathExpression') return [];
  const path = node as Path;
  if (known.values.includes(path.original) || known.broken.includes(path.original)) return [];
  return [unknownName(path, 'table', source, known.values)];
}

function unknownName(
  path: Path,
  what: 'expression' | 'name' | 'table',
  source: Source,
  names: readonly string[],
): Diagnostic {
  const { line, column } = path.loc.start;
  return {
    severity: 'error',
    rule: `unknown-${what}`,
    message: `There is no ${what} "${path.original}".`,
    place: placeOnLine(source, line, column + 1, path.original.length),
    hints: suggestionHints(path.original, names),
  };
}
