// Rule `other-population` in texts: the words around a number name nobody else than it counts.
//
// Three places bind words to a number: its noun phrase (`944 minderjarige slachtoffers`), the subject that it is the number
// of (`het aantal minderjarigen steeg naar 944`), and the rest of its clause, when all numbers there count the same. Words that
// begin another clause, compare (`dan`), or single out a part (`vooral`, `onder wie`) end it.

import type { Named } from '../concepts/concepts.ts';
import { populationSaid } from '../concepts/population.ts';
import { complainBeside, type Spot } from './complaint.ts';
import type { TextContext } from './context.ts';
import { type Counted, countedBy, judgeGroups } from './counted.ts';
import { cellsSaid } from './explanation.ts';
import type { NearNumber } from './near.ts';
import { clauseAround, type Phrase, phraseAt, subjectBefore } from './phrase.ts';
import type { Span } from './sentences.ts';
import { checkSaid } from './unsaid-population.ts';

type Context = Pick<TextContext, 'marks' | 'tables' | 'diagnostics' | 'publication' | 'reportingYear' | 'concepts'>;

/** A number of a sentence with what it counts. */
interface Known {
  readonly number: NearNumber;
  readonly counted: Counted;
}

/** A sentence with the one before it in its paragraph. */
export interface Spoken extends Spot {
  readonly previous?: Span;
}

/** Reports numbers whose words name another population, or a smaller one, than they count. */
export function checkPopulations(near: readonly NearNumber[], spot: Spoken, context: Context): void {
  const { concepts, tables } = context;
  if (concepts.statistics.length === 0) return;
  const known = near.flatMap((number): Known[] => {
    const counted = countedBy([number.derivation, ...(number.more ?? [])], tables, concepts);
    return counted ? [{ number, counted }] : [];
  });
  for (const one of known) {
    const strange = strangeWords(one, known, spot, context);
    if (strange) complain(one, strange, spot, context);
    else checkSaid({ ...one, phrase: phraseOf(one, spot, context) }, spot, context);
  }
}

/** Words that name another population than the number beside them counts. */
interface Strange {
  readonly said: readonly Named[];
  readonly how: 'other' | 'fewer' | 'statistic';
}

function strangeWords(one: Known, known: readonly Known[], spot: Spoken, { concepts }: Context): Strange | undefined {
  const { text, sentence } = spot;
  const { number, counted } = one;
  const behind = phraseAt(text, number.end, concepts, sentence.end);
  const wrongNoun = nounWrong(one, behind);
  if (wrongNoun) return wrongNoun;
  const isFree = behind.statistics.length === 0 && !isInParentheses(number, text) && !isWhole(number, spot);
  const subject = isFree ? subjectBefore(text, number.start, sentence, concepts) : undefined;
  const subjectWrong = subject ? nounWrong(one, subject) : undefined;
  if (subjectWrong && !behind.hasNoun) return subjectWrong;
  const clause = clauseOf(one, known, spot);
  const inClause = concepts.named(text).filter(({ start, end }) => start >= clause.start && end <= clause.end);
  const opening = isInParentheses(number, text) ? /^\s+\($/ : /^\s+(?:met\s)?$/;
  const isRightBefore = ({ end }: Named): boolean => opening.test(text.slice(end, number.start));
  const rightBefore = isWhole(number, spot) ? [] : concepts.named(text).filter(one => one.group && isRightBefore(one));
  const hasWords = [...behind.named, ...inClause, ...(subject?.named ?? [])].length > 0;
  const meant = hasWords ? [] : namedBefore(one, spot, concepts);
  const sources: readonly (readonly Named[])[] = [behind.named, inClause, rightBefore, subject?.named ?? [], meant];
  const seen = new Set<string>();
  for (const words of sources) {
    const byDimension = Map.groupBy(
      words.filter(({ group }) => group && counted.statistics.some(of => concepts.has(of, group.dimension))),
      ({ group }) => group?.dimension ?? '',
    );
    for (const [dimension, said] of byDimension) {
      if (seen.has(dimension)) continue;
      seen.add(dimension);
      const listed = withList(said, concepts.named(text), text);
      const groups = [...new Set(listed.flatMap(({ group }) => group?.id ?? []))];
      const how = judgeGroups(dimension, groups, counted, concepts);
      if (how === 'other' || (how === 'fewer' && words !== rightBefore)) return { said, how };
    }
  }
  return undefined;
}

/** The phrase with the noun for what a number counts: behind it, or that of its subject. */
function phraseOf({ number }: Known, { text, sentence }: Spot, { concepts }: Context): Phrase {
  const behind = phraseAt(text, number.end, concepts, sentence.end);
  const subject = behind.hasNoun ? undefined : subjectBefore(text, number.start, sentence, concepts);
  return subject ?? behind;
}

const takesUp =
  /^[\s>*_-]*(?:In \S+ |Nu |Toen |Inmiddels )?(?:(?:dat|dit|het|er|zij|ze)\s(?:waren|zijn|is|was|werden|worden|betreft|betrof|gaat|ging|kwamen|telde|telt)|(?:waren|werden|zijn|gaat|ging) (?:het|dat|er))(?!\p{L})/iu;

/** `Het waren er 944`: a sentence without words of its own for a population speaks of that which the sentence before begins with. */
function namedBefore(
  { number }: Known,
  { text, sentence, previous }: Spoken,
  concepts: Context['concepts'],
): readonly Named[] {
  if (!previous || !takesUp.test(text.slice(sentence.start, number.start).replace(/\uE000\d+\uE001/g, '0'))) return [];
  const start = { start: previous.start, end: previous.start };
  const clause = clauseAround(text, start, previous);
  return concepts.named(text).filter(one => one.start >= clause.start && one.end <= clause.end);
}

/** `944 onderzoeken`: the noun names what other tables count. */
function nounWrong({ number, counted }: Known, { statistics, named }: Phrase): Strange | undefined {
  const { calculation, sides } = number.derivation;
  const isCount = calculation.kind === 'quantity' && calculation.measure === 'count' && sides?.kind !== 'share';
  if (!isCount || statistics.length === 0 || statistics.some(of => counted.statistics.includes(of))) return undefined;
  return { said: named.filter(one => one.statistics === statistics), how: 'statistic' };
}

/**
 * The words that are said of a number besides its noun phrase: its clause, or of a clause with numbers of other
 * populations only what stands between these.
 */
function clauseOf(
  { number, counted }: Known,
  known: readonly Known[],
  { text, sentence }: Pick<Spot, 'text' | 'sentence'>,
): Span {
  const around = isInParentheses(number, text) ? parenthesised(number, text, sentence) : number;
  if (isWhole(number, { text, sentence })) return { start: number.start, end: number.end };
  const whole = clauseAround(text, around, sentence);
  const clause = around === number ? whole : { start: whole.start, end: number.end };
  const others = known.filter(other => other.number !== number && keyOf(other.counted) !== keyOf(counted));
  const before = others.findLast(other => other.number.end <= number.start && other.number.start >= clause.start);
  const after = others.find(other => other.number.start >= number.end && other.number.end <= clause.end);
  if (!before && !after) return clause;
  return { start: number.start, end: number.end };
}

/** `van de 944`, `samen 944`: what stands before a number in its clause is a part of it, or not all of it. */
function isWhole({ start }: Span, { text, sentence }: Pick<Spot, 'text' | 'sentence'>): boolean {
  return /(?<!\p{L})(?:(?:de|alle|al die|deze|die)\s|(?:samen|gezamenlijk|tezamen|bij elkaar)\s(?:[^,;:()]*\s)?)(?:gemelde\s)?$/iu.test(
    text.slice(sentence.start, start),
  );
}

function keyOf({ populations }: Counted): string {
  return populations.map(population => [...population].map(entry => entry.join('=')).join(' ')).join('|');
}

function isInParentheses({ start, end }: Span, text: string): boolean {
  return /\($/.test(text.slice(0, start)) && /^[^()\uE000]{0,30}\)/.test(text.slice(end));
}

/** The parentheses around a number belong to the words before them. */
function parenthesised({ start, end }: Span, text: string, sentence: Span): Span {
  const close = text.indexOf(')', end);
  return { start: Math.max(sentence.start, start - 1), end: close < 0 ? end : close + 1 };
}

const inList = /^(?:,| en| of|, en|\/)\s+(?:(?:de|het|een|uit|bij|van|in|door)\s+)*$/;

/** `zorgcoördinatoren, politie en KMar`: the groups of one dimension that stand in one list with those that are named. */
function withList(said: readonly Named[], all: readonly Named[], text: string): readonly Named[] {
  const [first] = said;
  const alike = all.filter(({ group }) => group && group.dimension === first?.group?.dimension);
  const linked = new Set(said);
  const join = (one: Named | undefined, next: Named | undefined): void => {
    if (!one || !next || linked.has(one) === linked.has(next)) return;
    if (inList.test(text.slice(one.end, next.start))) linked.add(linked.has(one) ? next : one);
  };
  for (let at = 1; at < alike.length; at += 1) join(alike[at - 1], alike[at]);
  for (let at = alike.length - 1; at > 0; at -= 1) join(alike[at - 1], alike[at]);
  return [...linked];
}

function complain({ number, counted }: Known, { said, how }: Strange, spot: Spot, context: Context): void {
  const words = said.map(({ text }) => `"${text}"`).join(' and ');
  const own = counted.populations.map(populationSaid);
  const counts = `${counted.statistics.join(' and ')} (${[...new Set(own)].join('; ')})`;
  const why = {
    other: `${words} ${said.length > 1 ? 'are' : 'is'} another population`,
    fewer: `${words} would make it fewer`,
    statistic: `${words} is another count`,
  }[how];
  complainBeside(number, spot, context, {
    rule: 'other-population',
    message: `The number of {{${number.expression}}} counts ${counts}, and ${why}.`,
    hints: [
      'Name the cell of the population that the sentence speaks of, or let the sentence name the one that is counted.',
      cellsSaid(number.derivation),
      'If the table counts that population, say so in it: `population: […]`; the words for it are in data/begrippen.yaml.',
    ],
  });
}
