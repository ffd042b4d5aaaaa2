// The expressions of a text as they were typed: which of them are findings, and what they are a step later.

import type { Source } from '../diagnostics/source.ts';
import type { Splice } from '../edition/splice.ts';
import { isLiteral } from '../prose/evaluate.ts';
import { parseText } from '../prose/pieces.ts';
import { rewriteMark } from '../prose/rewriting.ts';
import type { Shape } from './shape.ts';
import { laterLabel } from './slot.ts';
import type { Step } from './step.ts';

/** An expression of a text, with its braces. */
export interface ReadExpression {
  readonly start: number;
  readonly end: number;
  /** Whether it says something of its year: from a table, or from a source. */
  readonly isFinding: boolean;
  /** Its changes: years, labels and names of tables. */
  readonly changes: readonly Splice[];
}

/** What the expressions of a text are renewed with. */
export interface Naming {
  readonly step: Step;
  /** The shapes of all tables of the year, by the ids that they had. */
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly idOf: (id: string) => string;
}

interface Location {
  readonly line: number;
  readonly column: number;
}

interface Node {
  readonly type: string;
  readonly original?: unknown;
  readonly value?: unknown;
  readonly path?: Node;
  readonly params?: readonly Node[];
  readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: Node }[] };
  readonly loc: { readonly start: Location; readonly end: Location };
}

/** All expressions of a text in order, also those that cannot be read. */
export function readExpressions(source: Source, naming: Naming): ReadExpression[] {
  const body = parseText(source).template.program.body as unknown as readonly Node[];
  return body
    .filter(({ type }) => type !== 'ContentStatement' && type !== 'CommentStatement')
    .map(node => {
      const [start, end] = offsetsOf(node, source);
      const names = namesIn(node);
      const isOfTable = names.some(name => naming.shapes.has(name));
      const isCited = node.hash?.pairs.some(({ key }) => key === 'bron') ?? false;
      const isMarked = source.text.slice(start, end) === rewriteMark;
      const isFinding =
        isOfTable || isCited || isLiteral(node.path) || isMarked || namesYearFrom(node, naming.step.from);
      return { start, end, isFinding, changes: changesIn(node, undefined, { source, naming }) };
    });
}

function offsetsOf({ loc: { start, end } }: Node, { lineStarts }: Source): [number, number] {
  const offset = ({ line, column }: Location): number => (lineStarts[line - 1] ?? 0) + column;
  return [offset(start), offset(end)];
}

function partsOf({ params = [], hash }: Node): Node[] {
  return [...params, ...(hash?.pairs ?? []).map(({ value }) => value)];
}

/** Every bare name in an expression. */
function namesIn(node: Node): string[] {
  const own = [node, ...(node.path ? [node.path] : [])];
  const names = own.flatMap(({ type, original }) => (type === 'PathExpression' ? [String(original)] : []));
  return [...names, ...partsOf(node).flatMap(namesIn)];
}

/** Whether a year is typed in an expression that was not over yet. */
function namesYearFrom(node: Node, year: number): boolean {
  const { type, value } = node;
  if (type === 'NumberLiteral' && Number(value) >= year && Number(value) < 2100) return true;
  return partsOf(node).some(part => namesYearFrom(part, year));
}

interface Work {
  readonly source: Source;
  readonly naming: Naming;
}

/** The changes in a call and in all calls within it; labels belong to the table of their own call, or of one around it. */
function changesIn(node: Node, outer: string | undefined, work: Work): Splice[] {
  const { naming } = work;
  const named = [node.path, ...(node.params ?? [])].flatMap(one =>
    one?.type === 'PathExpression' && naming.shapes.has(String(one.original)) ? [String(one.original)] : [],
  );
  const table = named[0] ?? outer;
  const own = node.path ? renamed(node.path, work) : [];
  if (String(node.path?.original) === 'figuur') return (node.params ?? []).flatMap(one => figureIn(one, work));
  return [
    ...own,
    ...partsOf(node).flatMap(part => {
      if (part.type === 'SubExpression') return changesIn(part, table, work);
      if (part.type === 'PathExpression') return renamed(part, work);
      return relabelled(part, table, work);
    }),
  ];
}

/** A table whose id holds the year. */
function renamed(node: Node, { source, naming }: Work): Splice[] {
  const id = String(node.original);
  if (node.type !== 'PathExpression' || !naming.shapes.has(id) || naming.idOf(id) === id) return [];
  const [start] = offsetsOf(node, source);
  return [{ start, end: start + id.length, text: naming.idOf(id) }];
}

function figureIn(node: Node, { source, naming }: Work): Splice[] {
  return node.type === 'StringLiteral' ? written(node, naming.idOf(String(node.value)), source) : [];
}

/** A label, or a year, of a table: the one that stands in its place now. */
function relabelled(node: Node, table: string | undefined, { source, naming }: Work): Splice[] {
  const shape = table === undefined ? undefined : naming.shapes.get(table);
  if (!shape || (node.type !== 'StringLiteral' && node.type !== 'NumberLiteral')) return [];
  const label = String(node.value);
  return written(node, laterLabel(label, [...shape.columns, ...shape.rows]), source);
}

/** What stands between the quotes of a label, or a bare number. */
function written(node: Node, text: string, source: Source): Splice[] {
  const label = String(node.value);
  const [start, end] = offsetsOf(node, source);
  const at = start + source.text.slice(start, end).indexOf(label);
  return text === label || at < start ? [] : [{ start: at, end: at + label.length, text }];
}
