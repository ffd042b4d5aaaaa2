// The expressions of a text worked out straight from the parsed text: no code is generated for a single use.

import type { HandlebarsOptions } from './call.ts';
import type { Template } from './template.ts';

/** What the names in a text stand for. */
export interface Scope {
  /** Helpers take their arguments and, last, their options. */
  readonly helpers: Readonly<Record<string, (...values: unknown[]) => unknown>>;
  readonly values: Readonly<Record<string, unknown>>;
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

/** The text with every expression replaced by what `print` makes of its value; unknown names have no value. */
export function evaluate({ program }: Template, scope: Scope, print: (value: unknown) => string): string {
  const body = program.body as unknown as readonly Node[];
  return body
    .map(node => {
      if (node.type === 'ContentStatement') return String(node.value);
      return node.type === 'MustacheStatement' ? print(worth(node, scope)) : '';
    })
    .join('');
}

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
  const helper = Object.hasOwn(scope.helpers, name) ? scope.helpers[name] : undefined;
  if (!helper) return node.path && named(node.path, scope);
  const pairs = node.hash?.pairs.map(({ key, value }) => [key, worth(value, scope)]) ?? [];
  const options: HandlebarsOptions = { name, hash: Object.fromEntries(pairs), loc: node.loc };
  return helper(...(node.params ?? []).map(parameter => worth(parameter, scope)), options);
}

function named({ original }: Node, { values }: Scope): unknown {
  return original !== undefined && Object.hasOwn(values, original) ? values[original] : undefined;
}
