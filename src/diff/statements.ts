// The HTML edition of a publication → the sentence around each number and judgement, and what its figures draw.

import type { Ledger, LedgerEntry } from '../ledger/entry.ts';
import { plainText } from '../prose/typography.ts';
import { sentenceSpans } from './units.ts';

/** A sentence with the numbers and judgements in it. */
export interface StatedSentence {
  /** With single spaces. */
  readonly text: string;
  /** The sentence with each computed number in the form of its expression: alike for two states that only differ in figures. */
  readonly template: string;
  readonly entries: readonly LedgerEntry[];
}

/** A figure in the HTML edition. */
export interface DrawnFigure {
  /** `Figuur 3: Gemelde slachtoffers naar vorm`. */
  readonly title: string;
  /** Its drawings; empty for a table alone. */
  readonly drawing: string;
}

/** What an HTML edition says around the entries of its ledger. */
export interface Statements {
  /** The sentences with a number or judgement, in the order of the document. */
  readonly sentences: readonly StatedSentence[];
  /** The sentence of an entry; of one without an element there is none. */
  readonly of: ReadonlyMap<LedgerEntry, StatedSentence>;
  /** By the ids of their elements, as the ledger names them. */
  readonly figures: ReadonlyMap<string, DrawnFigure>;
}

const piece = new RegExp(
  [
    '<!--[\\s\\S]*?-->',
    '<(?:style|svg|script)\\b[\\s\\S]*?</(?:style|svg|script)>',
    '<a class="on-screen[^"]*"[^>]*>[\\s\\S]*?</a>',
    '<sup\\b[^>]*>\\s*<a\\b[\\s\\S]*?</sup>',
    '<button\\b[\\s\\S]*?</button>',
    '<[^>]*>',
    '[^<]+',
  ].join('|'),
  'g',
);

/** Elements within a line. */
const inline = /^<\/?(?:a|abbr|b|code|del|em|i|ins|label|small|span|strong|sub|sup)\b/;

/** A block while it is read: its text, and where in it its entries begin and end. */
interface Block {
  text: string;
  readonly spots: { readonly entry: LedgerEntry; readonly from: number; to: number }[];
}

/** Reads an HTML edition with its ledger. */
export function readStatements(html: string, ledger: Ledger): Statements {
  const byId = new Map(ledger.entries.filter(({ id }) => id !== '').map(entry => [entry.id, entry]));
  const sentences: StatedSentence[] = [];
  let block: Block = { text: '', spots: [] };
  let isOpen = false;
  const close = (): void => {
    if (block.spots.length > 0) sentences.push(...sentencesOf(block));
    block = { text: '', spots: [] };
  };
  for (const [text] of html.slice(html.indexOf('<body')).matchAll(piece)) {
    if (!text.startsWith('<')) {
      block.text += plainText(text).replaceAll('&nbsp;', ' ');
      continue;
    }
    if (/^<(?:!--|svg|style|script|a class="on-screen|sup\b[^>]*>\s*<a|button)/.test(text)) continue;
    if (!inline.test(text)) close();
    const entry = byId.get(/^<label\b[^>]*\sid="(n\d+)"/.exec(text)?.[1] ?? '');
    if (entry) block.spots.push({ entry, from: block.text.length, to: block.text.length });
    if (entry) isOpen = true;
    const last = block.spots.at(-1);
    if (text === '</label>' && isOpen && last) last.to = block.text.length;
    if (text === '</label>') isOpen = false;
  }
  close();
  const of = new Map(sentences.flatMap(sentence => sentence.entries.map(entry => [entry, sentence] as const)));
  return { sentences, of, figures: figuresOf(html) };
}

/** The sentences of a block that hold an entry. */
function sentencesOf({ text, spots }: Block): StatedSentence[] {
  const words = [...text.matchAll(/\S+/g)];
  return sentenceSpans(words.map(([word]) => word)).flatMap(([from, to]) => {
    const start = words[from]?.index ?? 0;
    const end = (words[to - 1]?.index ?? 0) + (words[to - 1]?.[0].length ?? 0);
    const own = spots.filter(spot => spot.from >= start && spot.from < end);
    if (own.length === 0) return [];
    let [template, at] = ['', start];
    for (const { entry, from: first, to: last } of own) {
      template +=
        text.slice(at, first) + (entry.kind === 'computed' ? `{{${entry.expression}}}` : text.slice(first, last));
      at = last;
    }
    template += text.slice(at, end);
    return [
      { text: plainly(text.slice(start, end)), template: plainly(template), entries: own.map(({ entry }) => entry) },
    ];
  });
}

function plainly(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function figuresOf(html: string): Map<string, DrawnFigure> {
  const found = html.matchAll(/<figure\b[^>]*\sid="([^"]+)"[^>]*>([\s\S]*?)<\/figure>/g);
  return new Map([...found].map(([, id = '', inner = '']) => [id, figureOf(inner)]));
}

function figureOf(inner: string): DrawnFigure {
  const read = (name: string): string =>
    plainly(
      plainText(
        new RegExp(`<span class="${name}">([\\s\\S]*?)</span>`).exec(inner)?.[1]?.replace(/<[^>]*>/g, '') ?? '',
      ),
    );
  const title = [read('figure-number'), read('figure-title')].filter(Boolean).join(': ');
  return { title, drawing: [...inner.matchAll(/<svg\b[\s\S]*?<\/svg>/g)].map(([svg]) => svg).join('') };
}
