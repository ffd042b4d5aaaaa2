// Whether a word of judgement is true of a number: for every value the number may have.

import { printable } from '../statistics/print.ts';
import { isFailure, type Quantity, withoutSign } from '../statistics/quantity.ts';
import { halfUnit, reachCoverage, type Written } from './agree-reach.ts';
import { judgeDirection, judgeSize } from './judge-change.ts';
import { judgeLead } from './judge-lead.ts';
import { judgeExtreme, judgeOrder, judgeStrongest } from './judge-rank.ts';
import { isChange, type JudgeOptions, type Subject } from './judge-subject.ts';
import { judgeContinuity, judgeFirst, judgeStreak } from './judge-time.ts';
import { boundsOf, coverage, unanswerable, type Verdict, verdictOf } from './judge-verdict.ts';
import { amount, bandSaid } from './judge-words.ts';
import type { Meaning } from './vocabulary-meaning.ts';

export type { JudgeOptions, Subject } from './judge-subject.ts';
export type { Verdict } from './judge-verdict.ts';

/** The verdict on what a word claims of a subject. */
export function judge(meaning: Meaning, subject: Subject, options: JudgeOptions = {}): Verdict {
  switch (meaning.kind) {
    case 'direction':
      return judgeDirection(meaning, subject, options);
    case 'size':
      return judgeSize(meaning, subject, options);
    case 'part':
      return judgePart(meaning, subject);
    case 'reach':
      return judgeReach(meaning, subject, options);
    case 'extreme':
      return judgeExtreme(meaning, subject, options);
    case 'strongest':
      return judgeStrongest(subject, options);
    case 'lead':
      return judgeLead(meaning, subject, options);
    case 'order':
      return judgeOrder(meaning, subject, options);
    case 'first':
      return judgeFirst(subject, { ...options, judgeOne: judge });
    case 'continuity':
      return judgeContinuity(meaning, subject, { ...options, judgeOne: judge });
    case 'streak':
      return judgeStreak(meaning, subject, { ...options, judgeOne: judge });
  }
}

function judgePart({ band }: Extract<Meaning, { kind: 'part' }>, subject: Subject): Verdict {
  const { quantity } = subject;
  if (quantity.measure !== 'percentage' || isChange(subject))
    return unanswerable(`it is ${amount(quantity)}, and the word is said of a share: name the part and the whole`);
  const found = () => `it is ${amount(quantity)}, and ${bandSaid(band, 'percentage')}`;
  return verdictOf(coverage(quantity.interval, boundsOf(band)), found);
}

/** Without a number behind it, such a word is said of the number as printed, or of the rival that is named. */
function judgeReach(meaning: Extract<Meaning, { kind: 'reach' }>, subject: Subject, options: JudgeOptions): Verdict {
  const own = withoutSign(subject.quantity);
  if (isFailure(own)) return unanswerable('it has no value');
  const [rival] = options.against === 'rivals' ? subject.rivals : [];
  const written = writtenOf(rival ? rival.quantity : own);
  if (!written) return { kind: 'uncertain', found: `it is ${amount(rival ? rival.quantity : own)}` };
  const found = () =>
    `it is ${amount(own)}${rival ? `, and ${rival.label} has ${amount(rival.quantity)}` : ' exactly'}`;
  return verdictOf(reachCoverage(own.interval, written, meaning), found);
}

function writtenOf(quantity: Quantity): Written | undefined {
  const printed = printable(quantity);
  return printed.kind === 'one' ? { value: printed.value, half: halfUnit(quantity.decimals) } : undefined;
}
