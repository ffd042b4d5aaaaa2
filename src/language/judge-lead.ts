// Words for a lead: whether a number is far ahead of all its rivals.

import { growthOf } from '../statistics/arithmetic.ts';
import { type Interval, scaleInterval } from '../statistics/interval.ts';
import { isFailure, type Quantity } from '../statistics/quantity.ts';
import { add, compare, divide, negate, one, type Rational, rational } from '../statistics/rational.ts';
import { sideOf } from './judge-rank.ts';
import { isChange, type JudgeOptions, type Subject } from './judge-subject.ts';
import { type Coverage, coverage, unanswerable, type Verdict, verdictOf, worstOf } from './judge-verdict.ts';
import { amount, valueSaid } from './judge-words.ts';
import type { Meaning } from './vocabulary-meaning.ts';

/** How "ahead" is meant: the most of a number, the least of it, or the strongest fall. */
type Aim = 'most' | 'least' | 'fall';

/** Whether it is as far ahead of every rival as the word says; of a fall, how much stronger it is. */
export function judgeLead(
  { from }: Extract<Meaning, { kind: 'lead' }>,
  subject: Subject,
  { alongside = [] }: JudgeOptions,
): Verdict {
  const { rivals, quantity } = subject;
  if (rivals.length === 0) return unanswerable('there is nothing to compare it with');
  const aim = aimOf(subject, alongside);
  return worstOf(
    rivals.map(rival =>
      verdictOf(leadCoverage(quantity, rival.quantity, { from, aim }), () => {
        const found = `${rival.label} has ${amount(rival.quantity)} against ${amount(quantity)}`;
        return `${found}, and the word is for a lead of ${valueSaid(from, 'percentage')} and more`;
      }),
    ),
  );
}

function aimOf(subject: Subject, alongside: readonly Meaning[]): Aim {
  if (isChange(subject) && subject.quantity.interval.high.n < 0n) return 'fall';
  return sideOf(alongside) === 'highest' ? 'most' : 'least';
}

function leadCoverage(own: Quantity, rival: Quantity, { from, aim }: { from: Rational; aim: Aim }): Coverage {
  const [behind, ahead] = aim === 'least' ? [own, rival] : [rival, own];
  const growth = aim === 'fall' ? undefined : growthOf(behind, ahead);
  if (growth && !isFailure(growth)) return coverage(growth.interval, { low: from });
  const sign = aim === 'fall' ? negate(one) : one;
  return apart(scaleInterval(ahead.interval, sign), scaleInterval(behind.interval, sign), from);
}

/** Where there is no growth to speak of, both ends are held apart: then what they share is not seen. */
function apart(ahead: Interval, behind: Interval, from: Rational): Coverage {
  const needed = scaleInterval(behind, add(one, divide(from, rational(100))));
  if (compare(ahead.low, needed.high) >= 0) return 'all';
  return compare(ahead.high, needed.low) < 0 ? 'none' : 'some';
}
