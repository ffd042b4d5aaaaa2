// The numbers and judgements of a document that show their ground, under the headings they stand below.

import { statementAttribute } from '../document/restore.ts';
import { plainText } from '../prose/typography.ts';
import type { LedgerEntry } from './entry.ts';

/** A number or judgement with the words around it, as plain text. */
export interface Grounded {
  readonly id: string;
  /** Its own words, as HTML. */
  readonly words: string;
  readonly entry: LedgerEntry;
  /** The words of its paragraph up to it, and from it on. */
  readonly around: () => readonly [before: string, after: string];
}

/** The numbers and judgements under one heading. */
export interface Group {
  /** Id of the heading; empty before the first. */
  readonly heading: string;
  title: string;
  readonly grounds: Grounded[];
  /** Where its link goes: before the end of its last paragraph. */
  linkAt: number | undefined;
}

const piece = new RegExp(
  `<!--[\\s\\S]*?-->|<(style|svg)\\b[\\s\\S]*?</\\1>|<span id="(n\\d+)" ${statementAttribute}="(\\w+)">([^<]*)</span>|<[^>]*>|[^<]+`,
  'g',
);

/** Elements whose paragraphs and headings stand beside the running text. */
const beside = /^(?:aside|figure|blockquote|nav|li|td)$/;

/** A paragraph of the running text, or of an answer in it. */
const runs = /^<p(?: class="(?:question|answer)")?>$/;

/** Elements within a line. */
const inline = /^(?:a|b|br|code|em|i|img|label|span|strong|sub|sup)$/;

/** Elements that are one piece. */
const whole = /^(?:br|col|hr|img|meta|style|svg|wbr)$/;

/** The document in pieces, its numbers written by `write`, and the headings with a ground below them. */
export function gather(
  html: string,
  shown: ReadonlyMap<string, LedgerEntry>,
  write: (id: string, words: string) => string,
): { pieces: string[]; groups: Group[] } {
  const pieces: string[] = [];
  const walk = createWalk();
  for (const [text, , id, ground, words = ''] of html.matchAll(piece)) {
    const entry = id !== undefined && ground !== 'link' ? shown.get(id) : undefined;
    if (id === undefined) walk.piece(text, pieces.length);
    else if (entry) walk.number({ id, words, entry });
    else walk.words(words);
    pieces.push(id === undefined ? text : entry ? write(id, words) : words);
  }
  return { pieces, groups: walk.groups.filter(({ grounds }) => grounds.length > 0) };
}

/** What is known on the way through the document: where it is, and under which heading. */
function createWalk() {
  const groups: Group[] = [newGroup('')];
  const open: { readonly name: string; readonly tag: string }[] = [];
  let isHeading = false;
  let line = { text: '' };
  const group = (): Group => groups.at(-1) ?? newGroup('');
  const words = (text: string): void => {
    if (isHeading) group().title += plainText(text);
    if (open.at(-1)?.name !== 'a' || open.at(-2)?.name !== 'sup') line.text += plainText(text);
  };
  const number = (one: Omit<Grounded, 'around'>): void => {
    const [own, start] = [line, line.text.length];
    words(one.words);
    const end = own.text.length;
    group().grounds.push({ ...one, around: () => [own.text.slice(0, start), own.text.slice(end)] });
  };
  const close = (name: string, at: number): void => {
    const [start] = open.splice(open.findLastIndex(one => one.name === name));
    if (/^h\d$/.test(name)) isHeading = false;
    if (runs.test(start?.tag ?? '') && !open.some(one => beside.test(one.name))) group().linkAt = at;
  };
  const start = (name: string, tag: string): void => {
    if (/^h\d$/.test(name) && !open.some(one => beside.test(one.name))) {
      isHeading = true;
      groups.push(newGroup(/\sid="([^"]*)"/.exec(tag)?.[1] ?? ''));
    }
    open.push({ name, tag });
  };
  const read = (text: string, at: number): void => {
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/.exec(text) ?? [];
    if (name !== '' && !inline.test(name)) line = { text: '' };
    if (!text.startsWith('<')) words(text);
    else if (slash) close(name, at);
    else if (name !== '' && !whole.test(name)) start(name, text);
  };
  return { groups, words, number, piece: read };
}

function newGroup(heading: string): Group {
  return { heading, title: '', grounds: [], linkAt: undefined };
}
