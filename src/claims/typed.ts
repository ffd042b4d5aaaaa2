// Typed words of a text bound: each number gets its ground and each judgement is held against a number beside it.

import type { Place } from '../diagnostics/diagnostic.ts';
import { type NumberToken, scanNumbers } from '../language/numbers.ts';
import { type StructuralSpan, structuralNames, structuralSpans } from '../language/structural.ts';
import type { WordToken } from '../language/vocabulary.ts';
import { isFailure } from '../statistics/quantity.ts';
import { equals } from '../statistics/rational.ts';
import { checkBeside, isDenied } from './beside.ts';
import { checkDirections } from './beside-direction.ts';
import { checkPopulations } from './beside-population.ts';
import { checkCited } from './cited-population.ts';
import { complainOfDenial, complainOfNumber, complainOfWord, complainOfWords } from './complaint.ts';
import type { TextContext } from './context.ts';
import { judgedSaid } from './explanation.ts';
import { heldAgainst } from './held.ts';
import { type Saying, sayingOf } from './holding.ts';
import { anyMark, plainly } from './marks.ts';
import { type NearNumber, subjectFor, withChanges } from './near.ts';
import type { About, Claim } from './result.ts';
import { type Sentence, type Span, sentencesOf } from './sentences.ts';
import type { Statement } from './statement.ts';
import { witnessOf } from './witness.ts';

/** A text whose expressions are marks already. */
export interface Written {
  readonly text: string;
  /** Where a stretch of it stands in its file. */
  readonly placeOf: (span: Span) => Place;
  /** What the marks of numbers say something about, by their index. */
  readonly abouts: ReadonlyMap<number, About>;
  /** Whether it is a title, which may end in its year. */
  readonly isTitle?: boolean;
}

type Context = Pick<
  TextContext,
  | 'marks'
  | 'vocabulary'
  | 'concepts'
  | 'findPrinted'
  | 'tables'
  | 'units'
  | 'diagnostics'
  | 'publication'
  | 'waivers'
  | 'reportingYear'
>;

/** The text with a mark in the place of every typed number and judgement; what has no ground is reported. */
export function bindTyped(written: Written, context: Context): string {
  const { text } = written;
  const saying = sayingOf(text, context.vocabulary);
  const isSilent = saying.numbers.length + saying.words.length + saying.named.length + written.abouts.size === 0;
  if (isSilent && !text.includes('\uE000')) return text;
  const spans = [...structuralSpans(text, { units: context.units }), ...(written.isTitle ? yearsOfTitle(text) : [])];
  const syntaxSpans = [...text.matchAll(syntax)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const work = { written, saying, spans, syntaxSpans, context };
  const sentences = sentencesOf(text);
  const found = sentences.flatMap((sentence, at) => bindSentence(sentence, { ...work, previous: sentences[at - 1] }));
  return found
    .toSorted((a, b) => b.start - a.start)
    .reduce((done, { start, end, mark }) => done.slice(0, start) + mark + done.slice(end), text);
}

/** `Jaarcijfers mensenhandel 2023`: the year that a title ends in. */
function yearsOfTitle(text: string): StructuralSpan[] {
  const found = /(?<=\p{L}[ ,:]{1,2})(?:19|20)\d\d(?=\s*$)/u.exec(text);
  return found ? [{ start: found.index, end: found.index + found[0].length, rule: 'year' }] : [];
}

interface Bound extends Span {
  readonly mark: string;
}

interface Work {
  readonly written: Written;
  readonly saying: Saying;
  readonly spans: readonly StructuralSpan[];
  readonly syntaxSpans: readonly Span[];
  readonly context: Context;
  /** The sentence before. */
  readonly previous?: Sentence | undefined;
}

function bindSentence(sentence: Sentence, work: Work): Bound[] {
  const inside = (span: Span): boolean => span.start >= sentence.start && span.end <= sentence.end;
  const near = withChanges(numbersIn(sentence, work), work.context.tables, work.written.text);
  const numbers = work.saying.numbers.filter(({ token }) => inside(token) && !isSyntax(token, work));
  const words = work.saying.words.filter(word => inside(word) && !isSyntax(word, work));
  checkBeside(near, { ...work.written, sentence }, work.context);
  const spoken = { ...work.written, sentence, ...precededBy(work.previous, sentence, work.written.text) };
  checkPopulations(near, spoken, work.context);
  checkCited(spoken, work.context);
  const named = work.saying.named.filter(token => inside(token) && !isSyntax(token, work));
  const claim = { form: 'number', ground: 'structural', basis: 'vaste uitdrukking', verdict: 'holds' } as const;
  const bound = [
    ...named.map(token => keep(token, claim, work)),
    ...numbers.flatMap(number => bindNumber(number, { sentence, near, work })),
    ...words.flatMap(word => bindWord(word, { sentence, near, words, work })),
  ];
  checkDirections(near, { ...work.written, sentence }, work.context);
  return bound;
}

/** The sentence before, when it stands in the same paragraph. */
function precededBy(
  previous: Sentence | undefined,
  { start }: Sentence,
  text: string,
): { readonly previous?: Sentence } {
  return previous && !/\n\s*(?:\n|[-*>#:])|^#/.test(text.slice(previous.start, start)) ? { previous } : {};
}

/** The numbers that expressions gave in a sentence. */
function numbersIn({ start, end }: Sentence, { written, context }: Work): NearNumber[] {
  return [...written.text.slice(start, end).matchAll(anyMark)].flatMap(match => {
    const about = written.abouts.get(Number(match[1]));
    const insert = context.marks.at(Number(match[1]));
    if (!about || insert?.kind !== 'inline') return [];
    const at = start + match.index;
    const { text: words, place, statement } = insert;
    const { form = 'number', expression = '' } = statement ?? {};
    return [{ start: at, end: at + match[0].length, ...about, place, form, words, expression }];
  });
}

/** Marks of notes, targets of links and images; alternatives and titles of these are read like any words. */
const syntax = /\[\^[^\]\n]*\]:?|\]\((?:<[^>\n]*>|(?:[^\s()]|\([^\s()]*\))*)/g;

/** Numbers of Markdown itself stay as they are: marks of lists and notes, targets of links and images. */
function isSyntax(token: Span, { spans, syntaxSpans }: Work): boolean {
  return [...syntaxSpans, ...spans.filter(({ rule }) => rule === 'markdown')].some(span => contains(span, token));
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

interface InSentence {
  readonly sentence: Sentence;
  readonly near: readonly NearNumber[];
  readonly work: Work;
}

function bindNumber(number: Saying['numbers'][number], { sentence, near, work }: InSentence): Bound[] {
  const { token, reach } = number;
  const common = { form: 'number', verdict: 'holds' } as const;
  const structural = work.spans.find(span => contains(span, token));
  if (structural) {
    const basis = structuralNames[structural.rule];
    return [keep(token, { ...common, ground: 'structural', basis }, work)];
  }
  const { speaker } = sentence;
  if (speaker !== undefined)
    return [keep(token, { ...common, ground: 'cited', basis: plainly(speaker, work.context.marks) }, work)];
  if (!reach && namesGroup(token, near, work.written.text))
    return [keep(token, { ...common, ground: 'structural', basis: 'opschrift in een tabel' }, work)];
  complainOfNumber(number, { ...work.written, sentence }, work.context);
  return [keep(token, { ...common, ground: 'unbound', verdict: 'fails' }, work)];
}

/** Whether a number stands in the label of a cell that a number of the sentence comes from: `veertig jaar of ouder`. */
function namesGroup(token: NumberToken, near: readonly NearNumber[], text: string): boolean {
  const labels = near.flatMap(({ derivation }) =>
    derivation.calculation.cells.flatMap(cell => [cell.row, cell.column]),
  );
  const next = firstWord(text.slice(token.end));
  const isNext = (rest: string): boolean => next !== undefined && firstWord(rest) === next;
  return labels.some(label =>
    scanNumbers(label).some(one => isSame(one, token) && (one.high !== undefined || isNext(label.slice(one.end)))),
  );
}

function isSame(a: NumberToken, b: NumberToken): boolean {
  const [high, other] = [a.high ?? a.value, b.high ?? b.value];
  return a.measure === b.measure && equals(a.value, b.value) && equals(high, other);
}

/** The word that follows at once. */
function firstWord(text: string): string | undefined {
  return /^\s+(\p{L}+)/u.exec(text)?.[1]?.toLowerCase();
}

interface WordInSentence extends InSentence {
  readonly words: readonly WordToken[];
}

function bindWord(word: WordToken, inSentence: WordInSentence): Bound[] {
  const { sentence, work } = inSentence;
  const { context } = work;
  if (sentence.speaker !== undefined) {
    const basis = plainly(sentence.speaker, context.marks);
    return [keep(word, { form: 'word', ground: 'cited', basis, verdict: 'holds' }, work)];
  }
  if (isDenied(word, work.written.text)) {
    complainOfDenial(word, { ...work.written, sentence }, context);
    return [keep(word, { form: 'word', ground: 'unbound', verdict: 'fails' }, work)];
  }
  const quoted = statedBehind(word, work);
  if (quoted) return [keep(word, { ...quoted, form: 'word' }, work)];
  const held = heldAgainst(word, { ...inSentence, text: work.written.text }, context);
  if (!held) {
    complainOfWords(word, { ...work.written, sentence }, context);
    return [keep(word, { form: 'word', ground: 'unbound', verdict: 'fails' }, work)];
  }
  const { number, verdict } = held;
  const { derivation, expression } = number;
  const witness = witnessOf([word.meaning], [subjectFor(word.meaning, number)], { ...context, ...held.against });
  const isReach = word.meaning.kind === 'reach' && !isFailure(derivation.calculation);
  const claim = {
    ...({ form: 'word', ground: 'asserted', expression } as const),
    ...(isReach ? { quantity: derivation.calculation } : witness),
  };
  if (verdict.kind === 'holds') return [keep(word, { ...claim, verdict: 'holds' }, work)];
  const rivals = held.against?.rivals;
  const computed = judgedSaid(word.meaning, subjectFor(word.meaning, number), { ...context, rivals });
  const waiver = context.waivers.find(work.written.placeOf(word).file, word.text, computed);
  if (waiver) return [keep(word, { ...claim, verdict: 'waived', because: waiver.because }, work)];
  complainOfWord(word, { number, found: verdict.found, computed }, { ...work.written, sentence }, context);
  return [keep(word, { ...claim, verdict: 'fails' }, work)];
}

/** `hoogstens {{"90" bron="ind"}}`: the ground of a cited number is that of the word before it. */
function statedBehind({ end, meaning }: WordToken, { written, context }: Work): Claim | undefined {
  const mark = meaning.kind === 'reach' ? /^[\s(]*\uE000(\d+)\uE001/.exec(written.text.slice(end)) : null;
  const insert = mark && context.marks.at(Number(mark[1]));
  const statement = insert?.kind === 'inline' ? insert.statement : undefined;
  if (statement?.ground !== 'cited') return undefined;
  const { text: _text, place: _place, ...claim } = statement;
  return claim;
}

/** The second part of a separable verb, as in `nam … toe`. */
function restOf(span: Span | WordToken, text: string): string {
  const parts = 'also' in span && span.also ? span.also : [];
  return parts.map(({ start, end }) => ` … ${text.slice(start, end)}`).join('');
}

function keep(span: Span | WordToken, claim: Omit<Statement, 'text' | 'place'>, { written, context }: Work): Bound {
  const text = plainly(written.text.slice(span.start, span.end), context.marks);
  const place = written.placeOf(span);
  const statement: Statement = { ...claim, text: text + restOf(span, written.text), place };
  return { start: span.start, end: span.end, mark: context.marks.keep({ kind: 'inline', text, place, statement }) };
}
