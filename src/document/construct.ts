// What a template may be made of: what Handlebars can do besides is refused before it can fail in print.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOnLine, type Source } from '../diagnostics/source.ts';

/** A node of a parsed template, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly path?: { readonly original?: unknown };
  readonly name?: { readonly type: string; readonly original?: unknown };
  readonly params?: readonly Node[];
  readonly hash?: { readonly pairs: readonly { readonly value: Node }[] };
  readonly program?: Body & { readonly blockParams?: readonly string[] };
  readonly inverse?: Body;
}

interface Body {
  readonly body: readonly unknown[];
}

/** How many arguments the helpers of templates take; the first four are blocks, the others are not. */
const helperArguments = { if: 1, unless: 1, each: 1, with: 1, 'css-string': 1, is: 2 } as const;
const blocks = ['if', 'unless', 'each', 'with'];

/** The names of the helpers that a template may call. */
export const templateHelpers = Object.keys(helperArguments);

/** A diagnostic for everything in a template that it may not be made of. */
export function checkConstructs(program: Body, source: Source): Diagnostic[] {
  return nodesOf(program).flatMap(node => {
    const wrong = mistakeIn(node);
    return wrong ? [diagnostic(node, source, wrong)] : [];
  });
}

/** The names of the templates that a template includes. */
export function includedNames(program: Body): string[] {
  return nodesOf(program).flatMap(({ type, name }) =>
    type === 'PartialStatement' && name ? [String(name.original)] : [],
  );
}

/** Every node of a body, outer before inner. */
function nodesOf({ body }: Body): Node[] {
  return (body as readonly Node[]).flatMap(withInner);
}

function withInner(node: Node): Node[] {
  const values = [...(node.params ?? []), ...(node.hash?.pairs.map(pair => pair.value) ?? [])];
  const bodies = [node.program, node.inverse].filter(body => body !== undefined);
  return [node, ...values.flatMap(withInner), ...bodies.flatMap(nodesOf)];
}

function mistakeIn(node: Node): { message: string; hint: string } | undefined {
  switch (node.type) {
    case 'Decorator':
    case 'DecoratorBlock':
    case 'PartialBlockStatement':
      return {
        message: 'Templates have no inline partials ({{#*…}}, {{#> …}}).',
        hint: 'Write {{> name}}, and put the template in a file of its own.',
      };
    case 'PartialStatement':
      return node.name?.type === 'SubExpression'
        ? { message: 'The name of a template cannot be worked out.', hint: 'Write the name itself: {{> figure}}.' }
        : undefined;
    case 'BlockStatement':
      return mistakeInBlock(node);
    case 'MustacheStatement':
    case 'SubExpression':
      return mistakeInCall(node);
    default:
      return undefined;
  }
}

function mistakeInBlock(node: Node): { message: string; hint: string } | undefined {
  if (node.program?.blockParams?.length)
    return {
      message: 'Templates name no values with `as |…|`.',
      hint: 'Use the keys of the value themselves; ../ reaches further out.',
    };
  return mistakeInArguments(node);
}

function mistakeInCall(node: Node): { message: string; hint: string } | undefined {
  const name = String(node.path?.original);
  if (blocks.includes(name))
    return { message: `"${name}" is a block.`, hint: `Write {{#${name} …}} and {{/${name}}}.` };
  return mistakeInArguments(node);
}

function mistakeInArguments(node: Node): { message: string; hint: string } | undefined {
  const name = String(node.path?.original);
  const wanted = Object.entries(helperArguments).find(([helper]) => helper === name)?.[1];
  const found = node.params?.length ?? 0;
  if (wanted === undefined || found === wanted) return undefined;
  return {
    message: `"${name}" needs ${wanted} argument${wanted === 1 ? '' : 's'}, and has ${found}.`,
    hint: `Write ${name}${' …'.repeat(wanted)}.`,
  };
}

function diagnostic({ loc }: Node, source: Source, { message, hint }: { message: string; hint: string }): Diagnostic {
  const place = placeOnLine(source, loc.start.line, loc.start.column + 1, 3);
  return { severity: 'error', rule: 'template-construct', message, place, hints: [hint] };
}
