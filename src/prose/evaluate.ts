// The expressions of a text worked out straight from the parsed text: no code is generated for a single use.

import type { HandlebarsOptions } from './call.ts';
import { type Template, unreadType } from './parse.ts';

/** What the names in a text stand for. */
export interface Scope {
  /** Helpers take their arguments and, last, their options. */
  readonly helpers: Readonly<Record<string, (...values: unknown[]) => unknown>>;
  readonly values: Readonly<Record<string, unknown>>;
  /** What an author wrote between quotes, with what it must follow from. */
  readonly literal: (typed: string, ...values: unknown[]) => unknown;
}

interface Node {
  readonly type: string;
  /** The text of a content statement, or the value of a literal. */
  readonly value?: unknown;
  readonly original?: string;
  readonly path?: Node;
  readonly params?: readonly Node[];
  readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: Node }[] };
  readonly loc: NonNullable<HandlebarsOptions['loc']>;
}

/** A stretch of a text: typed words, or what an expression came to. */
export interface Stretch {
  readonly text: string;
  /** Whether it was typed, so that its characters stand in the source too. */
  readonly isTyped: boolean;
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/**
 * The text in stretches, every expression replaced by what `print` makes of its value; unknown names and expressions
 * that cannot be read have none.
 */
export function evaluate(
  { program }: Template,
  scope: Scope,
  print: (value: unknown, at: Expression) => string,
): Stretch[] {
  const body = program.body as unknown as readonly Node[];
  return body.map(node => {
    const { line, column } = node.loc.start;
    const at = { line, column: column + 1 };
    if (node.type === 'ContentStatement') return { ...at, text: String(node.value), isTyped: true };
    return { ...at, text: printed(node, scope, print), isTyped: false };
  });
}

/** What stands in the place of an expression; nothing for a comment. */
function printed(node: Node, scope: Scope, print: (value: unknown, at: Expression) => string): string {
  if (node.type === unreadType) return print(undefined, node.loc);
  return node.type === 'MustacheStatement' ? print(worth(node, scope), node.loc) : '';
}

/** Where an expression stands. */
export type Expression = NonNullable<HandlebarsOptions['loc']>;

function worth(node: Node, scope: Scope): unknown {
  switch (node.type) {
    case 'MustacheStatement':
    case 'SubExpression':
      return called(node, scope);
    case 'PathExpression':
      return named(node, scope);
    default:
      return node.value;
  }
}

function called(node: Node, scope: Scope): unknown {
  const name = String(node.path?.original);
  const pairs = node.hash?.pairs.map(({ key, value }) => [key, worth(value, scope)]) ?? [];
  const options: HandlebarsOptions = { name, hash: Object.fromEntries(pairs), loc: node.loc };
  const parameters = (node.params ?? []).map(parameter => worth(parameter, scope));
  if (isLiteral(node.path)) return scope.literal(name, ...parameters, options);
  const helper = Object.hasOwn(scope.helpers, name) ? scope.helpers[name] : undefined;
  if (!helper || (isBare(node) && Object.hasOwn(scope.values, name))) return node.path && named(node.path, scope);
  return helper(...parameters, options);
}

/** An expression of a single name: `{{jaar}}` is a value although `(jaar 2)` may be a helper. */
function isBare({ params, hash }: Node): boolean {
  return (params?.length ?? 0) + (hash?.pairs.length ?? 0) === 0;
}

/** Whether an expression begins with words or a number instead of a name. */
export function isLiteral(path: { readonly type: string } | undefined): boolean {
  return path?.type === 'StringLiteral' || path?.type === 'NumberLiteral';
}

function named({ original }: Node, { values }: Scope): unknown {
  return original !== undefined && Object.hasOwn(values, original) ? values[original] : undefined;
}
