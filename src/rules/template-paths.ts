// Rule `template-path`: every path of every template leads to something, also inside each, if and with.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOnLine, type Source } from '../diagnostics/source.ts';
import { nearestName, suggestionHints } from '../diagnostics/suggest.ts';
import { templateHelpers } from '../document/construct.ts';
import type { Rendering } from '../document/template.ts';
import type { Template } from '../prose/parse.ts';

interface Node {
  readonly type: string;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly path?: Node;
  readonly name?: Node;
  readonly params?: readonly Node[];
  readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: Node }[] };
  readonly program?: { readonly body: readonly Node[] };
  readonly inverse?: { readonly body: readonly Node[] };
  readonly original?: string;
  readonly parts?: readonly string[];
  readonly depth?: number;
  readonly data?: boolean;
}

/** The values that `this` may be, innermost first: a path with `../` looks further out. */
type Scope = readonly (readonly unknown[])[];

interface Walk {
  readonly source: Source;
  readonly templates: ReadonlyMap<string, Template>;
  readonly found: Map<string, Diagnostic>;
  /** Partials that are being walked, so that recursion ends. */
  readonly trail: readonly string[];
}

/** A diagnostic for every path that is not there in what the templates were given, and for unknown partials. */
export function checkTemplatePaths(
  renderings: readonly Rendering[],
  templates: ReadonlyMap<string, Template>,
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const [template, contexts] of byTemplate(renderings))
    walkBody(bodyOf(template), [contexts], { source: template.source, templates, found, trail: [] });
  return [...found.values()];
}

function byTemplate(renderings: readonly Rendering[]): Map<Template, unknown[]> {
  const groups = new Map<Template, unknown[]>();
  for (const { template, context } of renderings) groups.set(template, [...(groups.get(template) ?? []), context]);
  return groups;
}

function bodyOf(template: Template): readonly Node[] {
  return template.program.body as unknown as readonly Node[];
}

function walkBody(body: readonly Node[], scope: Scope, walk: Walk): void {
  for (const node of body) walkNode(node, scope, walk);
}

function walkNode(node: Node, scope: Scope, walk: Walk): void {
  switch (node.type) {
    case 'MustacheStatement':
    case 'SubExpression':
      walkCall(node, scope, walk);
      break;
    case 'BlockStatement':
      walkBlock(node, scope, walk);
      break;
    case 'PartialStatement':
      walkPartial(node, scope, walk);
      break;
    case 'PathExpression':
      valuesAt(node, scope, walk);
  }
}

function walkCall(node: Node, scope: Scope, walk: Walk): void {
  const name = node.path?.original ?? '';
  const isCall = (node.params?.length ?? 0) > 0 || node.type === 'SubExpression';
  if (!isCall && node.path && !isHelper(name)) valuesAt(node.path, scope, walk);
  if (isCall && node.path && !isHelper(name))
    report(node.path, `There is no helper "${name}".`, suggestions(name, templateHelpers), walk);
  for (const parameter of node.params ?? []) walkNode(parameter, scope, walk);
}

function isHelper(name: string): boolean {
  return templateHelpers.includes(name);
}

function walkBlock(node: Node, scope: Scope, walk: Walk): void {
  const name = node.path?.original ?? '';
  const [parameter] = node.params ?? [];
  if (!isHelper(name) || !parameter || !node.path) {
    if (node.path)
      report(node.path, `There is no block "${name}".`, suggestions(name, ['if', 'unless', 'each', 'with']), walk);
    return;
  }
  if (parameter.type !== 'PathExpression') walkNode(parameter, scope, walk);
  const values = parameter.type === 'PathExpression' ? valuesAt(parameter, scope, walk) : [];
  const inside = insideBlock(name, values, scope);
  if (inside && node.program) walkBody(node.program.body, inside, walk);
  if (node.inverse) walkBody(node.inverse.body, scope, walk);
}

/** The scope inside a block; undefined when it is never entered with what there is. */
function insideBlock(name: string, values: readonly unknown[], scope: Scope): Scope | undefined {
  if (name === 'if' || name === 'unless') return scope;
  const entered =
    name === 'each' ? values.flatMap(value => (Array.isArray(value) ? value : [])) : values.filter(isThere);
  return entered.length > 0 ? [entered, ...scope] : undefined;
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false;
}

function walkPartial(node: Node, scope: Scope, walk: Walk): void {
  const name = node.name?.original ?? '';
  const partial = walk.templates.get(name);
  if (!partial) {
    report(node, `There is no template "${name}".`, suggestions(name, [...walk.templates.keys()]), walk);
    return;
  }
  if (walk.trail.includes(name)) return;
  const [parameter] = node.params ?? [];
  const contexts = parameter ? valuesAt(parameter, scope, walk) : (scope[0] ?? []);
  const inner = { ...walk, source: partial.source, trail: [...walk.trail, name] };
  walkBody(bodyOf(partial), [contexts], inner);
}

/** The values a path leads to; where one of them is not there, the path is reported. */
function valuesAt(node: Node, scope: Scope, walk: Walk): readonly unknown[] {
  if (node.type !== 'PathExpression' || node.data) return [];
  let values = scope[node.depth ?? 0] ?? [];
  for (const part of node.parts ?? []) {
    const lacking = values.filter(isThere).find(value => !hasKey(value, part));
    if (lacking !== undefined)
      report(node, `There is no "${part}" in what this template is given.`, pathHints(node, part, lacking), walk);
    values = values
      .filter(value => isThere(value) && hasKey(value, part))
      .map(value => (value as Record<string, unknown>)[part]);
  }
  return values;
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** What to do about a part of a path that is not there; the words of a publication are its author's to give. */
function pathHints({ parts }: Node, part: string, lacking: unknown): string[] {
  const near = nearestName(part, keysOf(lacking));
  if (near === undefined && parts?.[0] === 'words' && part !== 'words')
    return [`Add \`${part}: …\` under \`words\` in publication.yaml, or take it out of the template.`];
  return suggestions(part, keysOf(lacking));
}

function suggestions(wrong: string, known: readonly string[]): string[] {
  const hints = suggestionHints(wrong, known);
  return hints.length > 0 ? hints : ['Take it out of the template: nothing can stand here.'];
}

function report(node: Node, message: string, hints: readonly string[], walk: Walk): void {
  const { line, column } = node.loc.start;
  const name = node.original ?? node.name?.original ?? '';
  const place = placeOnLine(walk.source, line, column + 1, Math.max(1, name.length));
  const key = `${place.file}:${line}:${column}:${message}`;
  walk.found.set(key, { severity: 'error', rule: 'template-path', message, place, hints });
}
