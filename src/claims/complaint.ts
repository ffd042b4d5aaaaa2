// What is wrong with a typed number or judgement: the sentence, what was expected, and what would set it right.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { WordToken } from '../language/vocabulary.ts';
import { cellsWith } from './alternatives.ts';
import type { TextContext } from './context.ts';
import { cellsSaid, differenceHint } from './explanation.ts';
import type { Saying } from './holding.ts';
import { plainly } from './marks.ts';
import type { NearNumber } from './near.ts';
import type { Derivation } from './result.ts';
import type { Sentence, Span } from './sentences.ts';

type Context = Pick<TextContext, 'marks' | 'tables' | 'diagnostics' | 'publication' | 'reportingYear'>;

/** Where a complaint is about: the text with its marks, and the sentence in it. */
export interface Spot {
  readonly text: string;
  readonly placeOf: (span: Span) => Place;
  readonly sentence: Sentence;
}

/** Reports a number without a ground. */
export function complainOfNumber({ token, reach }: Saying['numbers'][number], spot: Spot, context: Context): void {
  const typed = reach ? spot.text.slice(reach.start, token.end) : token.text;
  const found = cellsWith(token, context.tables.values(), context.reportingYear);
  const helper = token.measure === 'multiple' ? 'verhouding' : 'aandeel';
  const cells = found.length > 0 ? [`Let a table say it: ${found.map(one => `{{${one}}}`).join(' or ')}.`] : [];
  complain(token, spot, context, {
    rule: 'unbound-number',
    message: `The number "${token.text}" has no ground.`,
    hints: [
      ...(/^(?:19|20)\d\d$/.test(token.text)
        ? [`A year is written as one: in ${token.text}, or {{jaren-terug …}}.`]
        : []),
      ...cells,
      `Name what it follows from, {{"${typed}" (${helper} …)}} or {{telling (lijst …)}}, or its source, {{"${typed}" bron="…"}}.`,
    ],
  });
}

/** Reports a judgement in a sentence that has no number to hold it against. */
export function complainOfWords(word: WordToken, spot: Spot, context: Context): void {
  const said = wholeWord(word, spot);
  complain(word, spot, context, {
    rule: 'unbound-word',
    message: `The word "${said}" judges, and no number in its sentence can bear it out.`,
    hints: [
      ...(word.also ? ['Write a verb in one piece instead: stijgt, daalt.'] : []),
      `Name the number it is said of, {{"${said}" vormen "…"}}, or its source, {{"${said}" bron="…"}}.`,
      ...(word.meaning.kind === 'direction' && /\bdan\b/.test(spot.text.slice(word.end, spot.sentence.end))
        ? [`Compared with another group, name that too: {{"${said}" vormen "…" dan=(vormen "…")}}.`]
        : []),
      'A phrase that judges nothing may be added to the fixed phrases in data/woorden.yaml.',
    ],
  });
}

/** Reports a judgement that the sentence denies. */
export function complainOfDenial(word: WordToken, spot: Spot, context: Context): void {
  complain(word, spot, context, {
    rule: 'word-denied',
    message: `The word "${wholeWord(word, spot)}" is denied, and only what is the case can be held against a number.`,
    hints: [
      'Say what did happen: "gedaald" or "gelijk gebleven" instead of "niet gestegen".',
      'A phrase that judges nothing may be added to the fixed phrases in data/woorden.yaml.',
    ],
  });
}

/** Reports what is wrong beside the number of an expression, at the expression. */
export function complainBeside(number: NearNumber, spot: Spot, context: Context, said: Said): void {
  complain(number, { ...spot, placeOf: () => number.place }, context, said);
}

/** A number that contradicts a word: what was found, in English, and what the tables give, as print would have it. */
export interface Contradicted {
  readonly number: { readonly derivation: Derivation; readonly expression: string };
  readonly found: string;
  readonly computed: string;
}

/** Reports a judgement that the nearest number contradicts. */
export function complainOfWord(
  word: WordToken,
  { number, found, computed }: Contradicted,
  spot: Spot,
  context: Context,
): void {
  complain(word, spot, context, {
    rule: 'word-contradicted',
    message: `The word "${wholeWord(word, spot)}" is not true of {{${number.expression}}}: ${found}.`,
    hints: [
      `Correct the word; or, when it is said of another number, name that: {{"${word.also ? 'stijgt' : word.text}" vormen "…"}}.`,
      cellsSaid(number.derivation),
      differenceHint(context.publication.id, spot.placeOf(word).file, [word.text, computed]),
    ],
  });
}

/** A separable verb with its parts: `loopt … op`. */
function wholeWord({ text, also = [] }: WordToken, spot: Spot): string {
  return [text, ...also.map(({ start, end }) => spot.text.slice(start, end))].join(' … ');
}

type Said = Pick<Diagnostic, 'rule' | 'message' | 'hints'>;

function complain(span: Span, spot: Spot, context: Context, { rule, message, hints }: Said): void {
  const place = spot.placeOf(span);
  const quoted = `In print: "${inPrint(span, spot, context)}"`;
  context.diagnostics.push({ severity: 'error', rule, message, place, hints: [...hints, quoted] });
}

const mostAround = 90;

/** The sentence as it would be printed, with the words in question between » and «. */
function inPrint({ start, end }: Span, { text, sentence }: Spot, { marks }: Context): string {
  const print = (from: number, to: number): string => plainly(text.slice(from, to), marks).replace(/\s+/g, ' ');
  const before = print(sentence.start, start).replace(/^(?::{3,}\s*kader\s|\[\^[^\]]+\]:|[#>\s*-])+/, '');
  const after = print(end, sentence.end).trimEnd();
  const head = before.length > mostAround ? `…${before.slice(-mostAround)}` : before;
  const tail = after.length > mostAround ? `${after.slice(0, mostAround)}…` : after;
  return `${head}»${print(start, end)}«${tail}`;
}
