// Which number of its sentence a typed judgement is held against, and whether it is true of that number.

import { scanNumbers } from '../language/numbers.ts';
import type { WordToken } from '../language/vocabulary.ts';
import type { TextContext } from './context.ts';
import { groupsCompared } from './groups.ts';
import { holdNumber, holdWord, type Surroundings } from './holding.ts';
import { anyMark, plainly } from './marks.ts';
import { isOfChange } from './meanings.ts';
import { inSaidYears, type NearNumber, type SaidYears, subjectFor } from './near.ts';
import { baseOf } from './own-years.ts';
import { isChange } from './result.ts';
import { namesYear, periodSaid, yearOfWord, yearSince, yearsCompared, yearVersus } from './said-years.ts';
import type { Span } from './sentences.ts';
import { yearsOn } from './subject.ts';

type Context = Pick<TextContext, 'marks' | 'vocabulary' | 'tables' | 'diagnostics' | 'reportingYear'>;

/** A word with its sentence: the text, the numbers that expressions gave, and all judgements. */
export interface WordSaid {
  readonly text: string;
  readonly sentence: Span;
  readonly near: readonly NearNumber[];
  readonly words: readonly WordToken[];
}

/** The number that a word is said of, and what was found. */
export interface Held {
  readonly number: NearNumber;
  /** What the word compares its number with, when the sentence says so. */
  readonly against?: Pick<Surroundings, 'rivals' | 'after' | 'since' | 'period'>;
  readonly verdict: ReturnType<typeof holdWord>;
}

/** The number that a word is said of, with the verdict; undefined when no number of the sentence can answer. */
export function heldAgainst(word: WordToken, saying: WordSaid, context: Context): Held | undefined {
  return word.meaning.kind === 'reach' ? heldReach(word, saying, context) : heldWord(word, saying, context);
}

/** `ruim`, `bijna`, `circa` right before the number of an expression. */
function heldReach(word: WordToken, { text, near }: WordSaid, { marks, vocabulary }: Context): Held | undefined {
  const number = near.find(({ start }) => start >= word.end && /^[\s(]*$/.test(text.slice(word.end, start)));
  if (!number) return undefined;
  const [token] = scanNumbers(plainly(text.slice(number.start, number.end), marks));
  if (!token) return undefined;
  return { number, verdict: holdNumber({ token, reach: word }, number.derivation, vocabulary) };
}

/** The nearest number that the word can be said of, or the two groups that it compares. */
function heldWord(word: WordToken, saying: WordSaid, context: Context): Held | undefined {
  const { near, words } = saying;
  const { marks, vocabulary, tables } = context;
  const computed = near.flatMap(number => vocabulary.scan(number.words));
  const others = words.filter(one => one !== word).toSorted((a, b) => apart(word, a) - apart(word, b));
  const alongside = [...others, ...computed].map(one => one.meaning);
  const groups = groupsCompared(directionOf(word, words), saying, context);
  if (groups) {
    const { own, rivals } = groups;
    const options = { tables, alongside, rivals };
    if (rivals.length === 0) return undefined;
    return { number: own, against: options, verdict: holdWord(word.meaning, own.derivation, options) };
  }
  const around = {
    before: plainly(saying.text.slice(saying.sentence.start, word.start), marks),
    behind: plainly(saying.text.slice(word.end, saying.sentence.end), marks),
  };
  const since = yearSince('', around.behind);
  const period = periodSaid(
    `${around.before}${plainly(saying.text.slice(word.start, word.end), marks)}${around.behind}`,
  );
  const surroundings = {
    ...{ tables, alongside },
    ...(since === undefined ? {} : { since }),
    ...(period ? { period } : {}),
  };
  const nearest = { ...saying, around, surroundings };
  return heldStill(word, nearest, context) ?? heldNearest(word, nearest, context);
}

/** Characters between two words. */
function apart(a: Span, b: Span): number {
  return Math.max(b.start - a.end, a.start - b.end);
}

interface Around {
  /** From the beginning of the sentence to the word. */
  readonly before: string;
  /** From the word to the end of the sentence. */
  readonly behind: string;
}

interface Nearest extends WordSaid {
  readonly around: Around;
  readonly surroundings: Surroundings;
}

/** `nog altijd lager dan in 2019`: since that year, and the year before too. */
function heldStill(word: WordToken, { near, text, around, surroundings }: Nearest, context: Context): Held | undefined {
  const { meaning } = word;
  const [years] = saidYears(around, context);
  const direction = surroundings.alongside?.find(one => one.kind === 'direction');
  if (meaning.kind !== 'continuity' || meaning.pattern !== 'still' || years?.base === undefined || !direction)
    return undefined;
  const [number] = near
    .filter(one => !isChange(one.derivation))
    .toSorted((a, b) => distance(text, word, a) - distance(text, word, b));
  if (!number) return undefined;
  const verdicts = [0, -1].map(back => {
    const derivation = back === 0 ? number.derivation : number.derivation.remake(yearsOn(back, context.tables));
    const { change } = inSaidYears(years, { ...number, derivation }, context.tables);
    return change ? holdWord(direction, change, surroundings) : undefined;
  });
  const verdict = verdicts.find(one => one !== undefined && isFalse(one)) ?? verdicts[0];
  return verdict && { number, verdict };
}

/** The nearest number that can answer; a change is to be true of each number that stands in a list with it. */
function heldNearest(word: WordToken, nearest: Nearest, context: Context): Held | undefined {
  const { text, near, around, surroundings } = nearest;
  const anchor = directionOf(word, nearest.words);
  const isNext = word.meaning.kind === 'order' && word.meaning.place === 'next';
  const before = isNext ? near.findLast(one => one.end <= word.start) : undefined;
  const against = { ...(before ? { after: before.derivation } : {}), ...limitsOf(surroundings) };
  const candidates = isNext ? near.filter(number => number.start >= word.end) : near;
  const compares = isOfChange(word.meaning);
  const [years, ...more] = compares ? saidYears(around, context) : [];
  const judgedIn = (number: NearNumber, said: SaidYears | undefined): Held => {
    const own = said && !isChange(number.derivation) ? inSaidYears(said, number, context.tables) : number;
    const verdict = holdWord(word.meaning, subjectFor(word.meaning, own), { ...surroundings, ...against });
    return { number: own, verdict, against };
  };
  const judged = (number: NearNumber): Held => {
    const first = judgedIn(number, years);
    return [first, ...more.map(said => judgedIn(number, said))].find(one => isFalse(one.verdict)) ?? first;
  };
  for (const candidate of candidates.toSorted((a, b) => distance(text, anchor, a) - distance(text, anchor, b))) {
    const isOther = years !== undefined && isOfOtherYears(years, candidate, context);
    if (isOther && isReported(candidate, context)) return { number: candidate, verdict: { kind: 'holds' } };
    const own = isOther ? undefined : judged(candidate);
    if (!own || own.verdict.kind === 'unanswerable') continue;
    const others = compares ? joinedWith(candidate, near, text).map(judged) : [];
    return [own, ...others].find(one => isFalse(one.verdict)) ?? own;
  }
  return undefined;
}

/** What stands between two numbers of one list: `120 en 299`, `de politie (354), FairWork (233) en de KMar (50)`. */
const inList = /^(?: en |, |\)(?:,| en|, en| als)(?: (?!dan |maar |terwijl |tegen )[\p{L}-]+){1,5} \()$/u;

/** `namen toe, tot 120 en 299`: the other numbers that stand in one list with a number. */
function joinedWith(number: NearNumber, near: readonly NearNumber[], text: string): NearNumber[] {
  const isNext = (one: NearNumber, next: NearNumber | undefined): boolean =>
    next !== undefined && inList.test(text.slice(one.end, next.start));
  const at = near.indexOf(number);
  let [first, last] = [at, at];
  while (first > 0 && isNext(near[first - 1] ?? number, near[first])) first -= 1;
  while (isNext(near[last] ?? number, near[last + 1])) last += 1;
  return near.slice(first, last + 1).filter(one => one !== number);
}

function isFalse({ kind }: Held['verdict']): boolean {
  return kind === 'fails' || kind === 'uncertain';
}

function limitsOf({ since, period }: Surroundings): Pick<Surroundings, 'since' | 'period'> {
  return {
    ...(since === undefined ? {} : { since }),
    ...(period ? { period } : {}),
  };
}

/** `veel meer`: a size is said of what its direction compares. */
function directionOf(word: WordToken, words: readonly WordToken[]): WordToken {
  const next = words.find(({ start }) => start > word.start);
  const isNext = word.meaning.kind === 'size' && next !== undefined && next.start === word.end + 1;
  return isNext ? next : word;
}

/** The years that the words around a change name, for each year that they compare it with; none when they name none. */
function saidYears({ before, behind }: Around, { reportingYear: reporting }: Context): SaidYears[] {
  if (!namesYear(before) && !namesYear(behind)) return [];
  const of = yearOfWord(before, behind);
  const compared = yearsCompared(behind);
  if (compared.length > 0) return compared.map(base => ({ of, base, reporting }));
  const base = yearVersus(before, behind) ?? yearSince(before, behind);
  return base === undefined && of === undefined ? [] : [{ of, base, reporting }];
}

/** Whether a number is a change by itself, and since another year than the sentence names. */
function isOfOtherYears({ base }: SaidYears, number: NearNumber, context: Context): boolean {
  return isChange(number.derivation) && base !== undefined && !baseOf(number, context)?.includes(String(base));
}

/** Whether its years were reported before: then the word beside it is no mistake of its own. */
function isReported({ place }: NearNumber, { diagnostics }: Context): boolean {
  return diagnostics.some(one => one.rule === 'year-mismatch' && one.place === place);
}

const clauseMark =
  /,(?!\s(?:met|tot|naar|van|namelijk)\b)|[;:()]|\b(?:maar|terwijl|tegen|tegenover|waarvan|waarbij|omdat|doordat)\b/g;
/** `van 953 naar 307 en steeg daarna`: what stands right behind `en` begins a clause. */
const andNow = /\ben\s(?:\p{L}+\s)?$/u;
const clauseWidth = 40;

/** Characters between a word and a number; every clause that begins between them counts for a stretch of its own. */
function distance(text: string, word: WordToken, number: Span): number {
  const isBehind = word.end <= number.start;
  const between = isBehind ? text.slice(word.end, number.start) : text.slice(number.end, word.start);
  // The brackets around the number itself end no clause.
  const written = between.replace(anyMark, '').replace(isBehind ? /\($/ : /^\)/, '');
  const isApart = isBehind ? /^ en\s/.test(written) : andNow.test(written) || takesNumberBehind(word, text);
  const clauses = [...written.matchAll(clauseMark)].length + (isApart ? 1 : 0);
  return written.length + clauseWidth * clauses;
}

/** `een daling van het aantal vrouwen (493)`: a noun with its number behind it. */
function takesNumberBehind({ text: word, end }: WordToken, text: string): boolean {
  return /(?:ing|name|groei|terugloop)$/i.test(word) && /^ (?:van|in|met) /.test(text.slice(end, end + 5));
}
