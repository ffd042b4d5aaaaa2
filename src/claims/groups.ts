// Two groups of a sentence that a word compares: `meer vrouwen (493) dan mannen (364)`.

import type { Table } from '../edition/edition.ts';
import type { WordToken } from '../language/vocabulary.ts';
import { isFailure, withoutSign } from '../statistics/quantity.ts';
import type { TextContext } from './context.ts';
import { names } from './label-names.ts';
import { plainly } from './marks.ts';
import type { NearNumber } from './near.ts';
import { type Derivation, derive, isChange } from './result.ts';
import type { Span } from './sentences.ts';
import { allRivals, swapped } from './subject.ts';

/** A number, and the others that a word compares it with; none when it names a group whose number is not known. */
export interface Compared {
  readonly own: NearNumber;
  readonly rivals: readonly Derivation[];
}

interface Said {
  readonly text: string;
  readonly sentence: Span;
  readonly near: readonly NearNumber[];
}

type Context = Pick<TextContext, 'marks' | 'tables'>;

/**
 * The numbers of the two groups that a word such as `meer` compares, found by their labels (`493 vrouwen en 364 mannen, meer
 * vrouwen dan mannen`), by their places (`meer vrouwen dan mannen: 493 tegen 364`, `303, minder dan de politie (354)`), or in
 * the table (`303, minder dan de politie`). Undefined when the word compares something else, such as two years of one group.
 */
export function groupsCompared(word: WordToken, said: Said, context: Context): Compared | undefined {
  if (!comparesGroups(word)) return undefined;
  const { text, sentence, near } = said;
  const than = thanBehind(word, text.slice(word.end, sentence.end));
  if (!than) return undefined;
  const at = { start: word.end + than.start, end: word.end + than.end };
  const rest = plainly(text.slice(at.end, sentence.end), context.marks);
  if (ofTime.test(rest)) return undefined;
  const numbers = near.filter(({ derivation }) => !isChange(derivation));
  const phrases = phrasesOf(word, at, said);
  const [named, against] = byLabel(numbers, phrases) ?? [];
  if (named && against) {
    const more = against.start >= at.end ? numbers.filter(({ start }) => start > against.end) : [];
    return comparing([named, against, ...listedBehind(against, more, text)]);
  }
  const found = byPlace(word, at, { ...said, near: numbers });
  if (found) return comparing(found);
  const changes = byPlace(word, at, { ...said, near: near.filter(({ derivation }) => isChange(derivation)) });
  if (changes) return comparing(changes.map(unsigned));
  const own = ownOf(word, at.start, { ...said, near: numbers });
  if (!own || own.change !== undefined) return undefined;
  if (/^ (?:alle|elke?|ieder|iedere|de) ander/i.test(rest))
    return { own, rivals: allRivals(own.derivation, context.tables) };
  const other = inTable(own, phrases.other, context.tables);
  if (other) return { own, rivals: [other] };
  return namesGroup(text.slice(word.end, at.start), rest) ? { own, rivals: [] } : undefined;
}

/** `meer`, and `vrijwel evenveel`, which says how much and compares too. */
function comparesGroups({ meaning, text }: WordToken): boolean {
  if (meaning.kind === 'direction') return meaning.between === 'either';
  return meaning.kind === 'size' && /evenveel|even |gelijk aan|hetzelfde|dezelfde/i.test(text);
}

function thanBehind(word: WordToken, behind: string): Span | undefined {
  if (/gelijk aan$/i.test(word.text)) return { start: 0, end: 0 };
  const found = /\b(?:dan|als)\b/i.exec(behind);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** Words for another time, with which a number is compared in its years. */
const ofTime =
  /^\s*(?:(?:in|over|rond|tijdens|sinds)\s+)?(?:(?:19|20)\d\d|(?:het|een|de|elk|ieder|twee|drie|vier|vijf|alle|\d+)?\s*(?:vorige?|voorgaande?|voorafgaande?|eerdere?|afgelopen|andere)?\s*(?:jaar|jaren|periode|periodes|editie|monitor)\b|\S+\s+jaar\s+(?:eerder|geleden|ervoor|daarvoor)\b|voorheen|vroeger|eerder|daarvoor|ervoor|toen|ooit|tevoren|daarna|nu|verwacht|gedacht|gemiddeld|normaal|gebruikelijk)/i;

/** Whether a word is said of two groups and not of two years, of the plain words behind it. */
export function isOfGroups(word: WordToken, behind: string): boolean {
  const than = comparesGroups(word) ? thanBehind(word, behind.split(/[,;:(]\s/, 1)[0] ?? '') : undefined;
  return than !== undefined && !ofTime.test(behind.slice(than.end));
}

function comparing([own, ...others]: readonly NearNumber[]): Compared | undefined {
  const [other] = others;
  if (!own || !other || (own.change !== undefined && own.change === other.change)) return undefined;
  return others.every(one => areAlike(own, one)) ? { own, rivals: others.map(one => one.derivation) } : undefined;
}

interface Phrases {
  /** The words that name the number's own group, as far as they can be found. */
  readonly own: string;
  /** The words behind `dan`. */
  readonly other: string;
}

const clauseEnd = /[,;.:]\s|\s\(/;

function phrasesOf(word: WordToken, at: Span, { text, sentence }: Said): Phrases {
  const between = text.slice(word.end, at.start);
  const before =
    text
      .slice(sentence.start, word.start)
      .split(/[;:.]\s/)
      .at(-1) ?? '';
  const other = text.slice(at.end, sentence.end).split(clauseEnd, 1)[0] ?? '';
  return { own: /\p{L}{3}/u.test(between.replace(/\uE000\d+\uE001/g, '')) ? between : before, other };
}

/** The numbers whose labels the phrases name, one each; a label that all of them have tells none apart. */
function byLabel(numbers: readonly NearNumber[], { own, other }: Phrases): NearNumber[] | undefined {
  const labels = numbers.map(number => ({ number, labels: labelsOf(number) }));
  const isNamed = (phrase: string, one: (typeof labels)[number]): boolean =>
    [...one.labels].some(label => names(phrase, label) && !labels.every(each => each.labels.has(label)));
  const mine = labels.filter(one => isNamed(own, one) && !isNamed(other, one));
  const theirs = labels.filter(one => isNamed(other, one) && !isNamed(own, one));
  const [[first, second], [third, fourth]] = [mine, theirs];
  return first && third && !second && !fourth ? [first.number, third.number] : undefined;
}

function labelsOf({ derivation }: NearNumber): Set<string> {
  return new Set(derivation.calculation.cells.flatMap(({ row, column }) => [row, column]));
}

/** The number before `dan` with those behind it, or both behind it. */
function byPlace(word: WordToken, at: Span, said: Said): NearNumber[] | undefined {
  const { text, near } = said;
  const pair = pairBehind(at.start, text, near);
  if (pair) return pair;
  const own = ownOf(word, at.start, said);
  const [other, ...more] = near.filter(({ start }) => start >= at.end);
  if (!own || !other || /[,;.:]\s/.test(text.slice(at.end, other.start))) return undefined;
  return [own, other, ...listedBehind(other, more, text)];
}

/** What stands between the numbers of two groups in a list. */
const inList = /^\)?(?:,| en|, en| of)(?: (?!maar |terwijl |meer |minder |dan )[\p{L}-]+){0,5} ?\(?$/u;

/** `dan de NLA (33), de KMar (50) en FairWork (233)`: the numbers of the groups that follow the first. */
function listedBehind(first: NearNumber, more: readonly NearNumber[], text: string): NearNumber[] {
  let last = first;
  const listed: NearNumber[] = [];
  for (const next of more) {
    if (!inList.test(text.slice(last.end, next.start))) break;
    listed.push(next);
    last = next;
  }
  return listed;
}

/** `dan mannen: 493 tegen 364`: both numbers behind `dan`, in the order of the groups. */
function pairBehind(at: number, text: string, numbers: readonly NearNumber[]): NearNumber[] | undefined {
  const [own, other] = numbers.filter(({ start }) => start > at);
  if (!own || !other || /[;.]\s/.test(text.slice(at, own.start))) return undefined;
  const between = text.slice(own.end, other.start);
  const isPair = /^\s(?:tegen|tegenover|om|versus)(?:\s\p{L}+)?\s$/u.test(between);
  const isList = between === ' en ' && /[:(]\s?$/.test(text.slice(at, own.start));
  return isPair || isList ? [own, other] : undefined;
}

/** The last number between the word and `dan`, or else before the word, that is not what another word compares with. */
function ownOf(word: WordToken, at: number, { text, sentence, near }: Said): NearNumber | undefined {
  const between = near.filter(({ start, end }) => start >= word.end && end <= at);
  const before = near.filter(({ end }) => end <= word.start);
  const isOther = ({ start }: NearNumber, index: number): boolean =>
    /\bdan\b[^;:.]*$/.test(text.slice(before[index - 1]?.end ?? sentence.start, start));
  const others = before.findIndex(isOther);
  return between.at(-1) ?? (others > 0 ? before[others - 1] : before.at(-1));
}

function areAlike(own: NearNumber, other: NearNumber): boolean {
  const [mine, theirs] = [own.derivation.calculation, other.derivation.calculation];
  return !isFailure(mine) && !isFailure(theirs) && mine.measure === theirs.measure;
}

/** `de daling was groter dan`: the size of a change. */
function unsigned(number: NearNumber): NearNumber {
  const derivation = derive([number.derivation], ([change]) => withoutSign(change ?? number.derivation.calculation));
  return { ...number, derivation };
}

/** The same number of the one other row or column that a phrase names. */
function inTable(
  { derivation }: NearNumber,
  phrase: string,
  tables: ReadonlyMap<string, Table>,
): Derivation | undefined {
  const [focus] = derivation.calculation.cells;
  const table = focus && tables.get(focus.table);
  if (!focus || !table) return undefined;
  const named = (['row', 'column'] as const).flatMap(axis => {
    const labels = axis === 'row' ? table.rows.map(({ label }) => label) : table.columns;
    const found = labels.filter(label => label !== focus[axis] && names(phrase, label));
    return found.map(label => ({ axis, label }));
  });
  const [only, another] = named;
  if (!only || another) return undefined;
  const swap = { axis: only.axis, from: focus[only.axis], to: only.label, tables };
  return derivation.remake(cell => swapped(cell, swap));
}

/** Whether `dan` follows the word in its own clause, with a group behind it that has no number: `meer dan de politie.` */
function namesGroup(between: string, rest: string): boolean {
  return (
    !/[,;.:(]/.test(between) && /^\s+(?:(?:bij|van|door|uit|onder|voor|aan)\s+)?(?:de|het)\s+\p{L}{3,}/iu.test(rest)
  );
}
