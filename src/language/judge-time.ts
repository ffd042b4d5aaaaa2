// Words for what was before: again, still, for the third year in a row, for the first time.

import { type Direction, directionOf } from '../statistics/order.ts';
import { changeOf } from './judge-change.ts';
import { earlierOf, type JudgeOptions, type Subject, yearOf } from './judge-subject.ts';
import { holds, unanswerable, type Verdict } from './judge-verdict.ts';
import type { Meaning, MeaningKind } from './vocabulary-meaning.ts';

/** What is claimed beside a word for time, said of any year's subject. */
type Claim = (subject: Subject) => Verdict;

/** How a meaning is judged that stands beside one of these words. */
export type JudgeOne = (meaning: Meaning, subject: Subject, options: JudgeOptions) => Verdict;

type Continuity = Extract<Meaning, { kind: 'continuity' }>;

/** The kinds of claim that can be repeated, by which the word is likelier said of. */
const ofMovement: readonly MeaningKind[] = ['direction', 'strongest', 'extreme', 'order', 'part', 'lead'];
const ofState: readonly MeaningKind[] = ['extreme', 'strongest', 'order', 'part', 'lead', 'direction'];

function claimBeside(kinds: readonly MeaningKind[], options: JudgeOptions, judgeOne: JudgeOne): Claim | undefined {
  const { alongside = [] } = options;
  const meaning = kinds.flatMap(kind => alongside.find(one => one.kind === kind) ?? [])[0];
  return meaning && (subject => judgeOne(meaning, subject, options));
}

const noClaim = unanswerable('nothing beside the word says what it is that came back');

/** Whether what stands beside the word was so before, in the way the word says. */
export function judgeContinuity(
  meaning: Continuity,
  subject: Subject,
  options: JudgeOptions & { readonly judgeOne: JudgeOne },
): Verdict {
  if (meaning.pattern === 'reversed') return reversed(subject);
  const claim = claimBeside(meaning.pattern === 'still' ? ofState : ofMovement, options, options.judgeOne);
  if (!claim) return noClaim;
  switch (meaning.pattern) {
    case 'again':
    case 'still':
      return onEnd(claim, subject, 2);
    case 'steady':
      return onEnd(claim, subject, meaning.years);
    case 'back':
      return back(claim, subject, options);
  }
}

/** Whether what stands beside the words was so for that many years on end, and not in the year before those. */
export function judgeStreak(
  { years, exact }: Extract<Meaning, { kind: 'streak' }>,
  subject: Subject,
  options: JudgeOptions & { readonly judgeOne: JudgeOne },
): Verdict {
  const claim = claimBeside(ofMovement, options, options.judgeOne);
  if (!claim) return noClaim;
  if (years === undefined) return unanswerable('the number of years that the words say is not known');
  const verdict = onEnd(claim, subject, years);
  return verdict.kind === 'holds' && exact ? notLonger(claim, subject, years) : verdict;
}

/** The subject of each year back from its own, its own first, as far as anything is known. */
function* yearsBack(subject: Subject): Generator<Subject> {
  for (let one: Subject | undefined = subject; one; one = earlierOf(one)) yield one;
}

function onEnd(claim: Claim, subject: Subject, years: number): Verdict {
  let seen = 0;
  for (const one of yearsBack(subject).take(years)) {
    const verdict = claim(one);
    if (verdict.kind === 'unanswerable' && seen > 0) break;
    if (verdict.kind !== 'holds')
      return seen === 0 ? verdict : { ...verdict, found: `${inYear(one, seen)}${verdict.found}` };
    seen += 1;
  }
  return seen === years
    ? holds
    : unanswerable(`this can be seen for ${seen} of the ${years} years that the words need`);
}

function inYear(subject: Subject, back: number): string {
  const year = yearOf(subject);
  if (year !== undefined) return `in ${year} `;
  return back === 1 ? 'a year earlier ' : `${back} years earlier `;
}

function notLonger(claim: Claim, subject: Subject, years: number): Verdict {
  const [one] = yearsBack(subject).drop(years);
  const verdict = one && claim(one);
  if (!verdict || verdict.kind === 'fails' || verdict.kind === 'unanswerable') return holds;
  const when = inYear(one, years);
  if (verdict.kind === 'holds') return { kind: 'fails', found: `${when}it was already so` };
  return { kind: 'uncertain', found: `${when}${verdict.found}` };
}

/** Back to what it was: a direction that was another at some time before, or a place that it had before. */
function back(claim: Claim, subject: Subject, options: JudgeOptions): Verdict {
  const now = claim(subject);
  if (now.kind !== 'holds') return now;
  const direction = options.alongside?.find(meaning => meaning.kind === 'direction');
  if (!direction || direction.way === 'same') return onceBefore(claim, subject);
  const opposite = direction.way === 'up' ? 'down' : 'up';
  const directions = yearsBack(subject)
    .drop(1)
    .map(directionIn)
    .filter(way => way !== 'none');
  let isDoubtful = false;
  let seen = 0;
  for (const way of directions) {
    if (way === opposite) return holds;
    if (way === undefined) isDoubtful = true;
    seen += 1;
  }
  if (seen === 0) return unanswerable('there is no earlier change to compare it with');
  const went = opposite === 'down' ? 'fell' : 'rose';
  if (isDoubtful) return { kind: 'uncertain', found: `it is not certain that it ever ${went} before` };
  return { kind: 'fails', found: `it never ${went} in the years before` };
}

/** The direction of a year's change; undefined when it is not certain. */
function directionIn(subject: Subject): Direction | 'none' | undefined {
  const change = changeOf(subject);
  return change ? directionOf(change.from, change.to) : 'none';
}

function onceBefore(claim: Claim, subject: Subject): Verdict {
  const verdicts = [...yearsBack(subject).drop(1).map(claim)].filter(({ kind }) => kind !== 'unanswerable');
  if (verdicts.some(({ kind }) => kind === 'holds')) return holds;
  if (verdicts.length === 0) return unanswerable('there is no earlier year to compare it with');
  const isDoubtful = verdicts.some(({ kind }) => kind === 'uncertain');
  return { kind: isDoubtful ? 'uncertain' : 'fails', found: 'it was not certainly so in any year before' };
}

const verbs: Readonly<Record<Direction, string>> = { up: 'rose', down: 'fell', same: 'stayed the same' };

/** Whether the direction is the opposite of that of the year before. */
function reversed(subject: Subject): Verdict {
  const earlier = earlierOf(subject);
  const [now, then] = [directionIn(subject), earlier ? directionIn(earlier) : 'none'];
  if (now === 'none' || then === 'none') return unanswerable('there are no two changes to compare');
  if (now === undefined || then === undefined)
    return { kind: 'uncertain', found: 'it is not certain which way it went in both years' };
  if (now !== then && now !== 'same' && then !== 'same') return holds;
  return { kind: 'fails', found: `it ${verbs[then]} the year before and ${verbs[now]} now` };
}

/** Whether what stands beside the words is so now, and was in no year before, as far as is known. */
export function judgeFirst(subject: Subject, options: JudgeOptions & { readonly judgeOne: JudgeOne }): Verdict {
  const claim = claimBeside([...ofMovement, 'size'], options, options.judgeOne);
  if (!claim) return unanswerable('nothing beside the word says what it is that came first');
  const now = claim(subject);
  if (now.kind !== 'holds') return now;
  let seen = 0;
  let doubt: string | undefined;
  for (const one of yearsBack(subject).drop(1)) {
    const year = yearOf(one);
    if (options.since !== undefined && (year === undefined || year <= options.since)) break;
    const verdict = claim(one);
    if (verdict.kind === 'unanswerable') break;
    seen += 1;
    if (verdict.kind === 'holds') return { kind: 'fails', found: `${inYear(one, seen)}it was already so` };
    if (verdict.kind === 'uncertain') doubt ??= `${inYear(one, seen)}${verdict.found}`;
  }
  if (doubt !== undefined) return { kind: 'uncertain', found: doubt };
  return seen > 0 ? holds : unanswerable('there is no earlier year to compare it with');
}
