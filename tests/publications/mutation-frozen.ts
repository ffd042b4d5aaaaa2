// The texts as if they had been approved: every number that an expression prints becomes an asserted one.

import Handlebars from 'handlebars';
import type { InlineInsert } from '../../src/claims/marks.ts';
import { placeAt } from '../../src/diagnostics/source.ts';
import { type Passage, rewritten, type Worked } from './mutation-texts.ts';

/** A passage whose printed numbers are claims. */
export interface Frozen {
  readonly passage: Passage;
  readonly claims: readonly FrozenClaim[];
}

/** One printed number as a claim. */
export interface FrozenClaim {
  /** Where the expression stands in the passage as it is: `line:column`. */
  readonly key: string;
  /** What was printed. */
  readonly words: string;
  /** What it must follow from, in parentheses. */
  readonly from: string;
  /** Where the claim stands in the frozen passage: the offsets of its braces. */
  readonly start: number;
  readonly end: number;
}

/** An expression of a text with the pieces it is written in. */
export interface Mustache {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** The first word: a table, a helper, or what an author typed between quotes. */
  readonly head: string;
  readonly isLiteral: boolean;
  readonly node: Node;
}

/** A node of the parsed expression, as far as it is needed. */
export interface Node {
  readonly type: string;
  readonly original?: string | number;
  readonly value?: string | number;
  readonly path?: Node;
  readonly params?: readonly Node[];
  readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: Node; readonly loc: Loc }[] };
  readonly loc: Loc;
}

interface Loc {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** The expressions of a passage, in order. */
export function mustachesOf({ source }: Passage): Mustache[] {
  const { body } = Handlebars.parse(source.text, { ignoreStandalone: true }) as unknown as { body: readonly Node[] };
  return body
    .filter(({ type }) => type === 'MustacheStatement')
    .map(node => {
      const [start, end] = spanOf(node, source.lineStarts);
      const { line, column } = placeAt(source, start);
      const isLiteral = node.path?.type === 'StringLiteral';
      return { key: `${line}:${column}`, start, end, head: String(node.path?.original), isLiteral, node };
    });
}

function spanOf({ loc }: { readonly loc: Loc }, lineStarts: readonly number[]): readonly [number, number] {
  return [
    (lineStarts[loc.start.line - 1] ?? 0) + loc.start.column,
    (lineStarts[loc.end.line - 1] ?? 0) + loc.end.column,
  ];
}

/** The calculation that each helper of words says in words. */
const calculations: Readonly<Record<string, string>> = {
  ...{ breuk: 'aandeel', keer: 'verhouding', 'meer-of-minder': 'verschil', richting: 'verschil' },
  ...{ tussen: '', circa: '', 'ten-minste': '', hoogstens: '' },
};

/** Helpers whose words are no claim about numbers of cells: labels, dates, and how many labels a list has. */
const kept = ['op-plaats', 'telling', 'periode', 'datum', 'peildatum', 'jaar', 'vorig-jaar', 'jaren-terug', 'stippen'];

/** Options that say how something is printed, and mean nothing in a calculation. */
const wordOptions = ['hoofdletter', 'omhoog', 'omlaag', 'gelijk', 'meer', 'minder', 'evenveel', 'voluit'];

/** The passage with each printed number as a claim; a key figure becomes a claim with its label behind it. */
export function freeze(passage: Passage, { printed }: Worked): Frozen {
  const { source } = passage;
  const claims: FrozenClaim[] = [];
  let markdown = '';
  let at = 0;
  for (const mustache of mustachesOf(passage)) {
    const insert = printed.get(mustache.key);
    const from = insert && calculationOf(mustache, insert, source.text);
    if (!insert || from === undefined) continue;
    markdown += source.text.slice(at, mustache.start);
    const claim = `{{"${insert.text}" ${from}}}`;
    const [start, end] = [markdown.length, markdown.length + claim.length];
    claims.push({ key: mustache.key, words: insert.text, from, start, end });
    markdown += claim + labelOf(mustache);
    at = mustache.end;
  }
  return { passage: rewritten(passage, markdown + source.text.slice(at)), claims };
}

/** What a printed number follows from; undefined when the expression is kept as it is. */
function calculationOf(mustache: Mustache, { statement }: InlineInsert, text: string): string | undefined {
  const { head, isLiteral, node } = mustache;
  if (isLiteral || kept.includes(head) || statement?.ground !== 'computed') return undefined;
  if (head === 'kerncijfer') return node.params?.[0] && withinParentheses(node.params[0], text);
  return withinParentheses(node, text);
}

function withinParentheses(node: Node, text: string): string {
  const starts = lineStartsOf(text);
  const [start, end] = spanOf(node, starts);
  const head = String(node.path?.original);
  const inner = text
    .slice(start, end)
    .replace(/^(?:\{\{|\()\s*/, '')
    .replace(/\s*(?:\}\}|\))$/, '');
  const options = new RegExp(`\\s+(?:${wordOptions.join('|')})=(?:"[^"]*"|\\S+)`, 'g');
  const plain = inner.replace(options, '');
  const calculation = calculations[head];
  if (calculation === undefined) return `(${plain})`;
  const rest = plain.slice(head.length).trimStart();
  if (calculation !== '') return `(${calculation} ${rest})`;
  return rest.startsWith('(') ? rest : `(${rest})`;
}

function lineStartsOf(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function labelOf({ head, node }: Mustache): string {
  return head === 'kerncijfer' ? ` ${String(node.params?.[1]?.value)}` : '';
}
