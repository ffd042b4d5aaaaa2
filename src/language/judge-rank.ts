// Words for a place among others: the highest, the second, far ahead of the rest.

import { directionOf, mayExceed } from '../statistics/order.ts';
import type { Quantity } from '../statistics/quantity.ts';
import { compare } from '../statistics/rational.ts';
import { isChange, type JudgeOptions, type Rival, type Subject } from './judge-subject.ts';
import { holds, unanswerable, type Verdict } from './judge-verdict.ts';
import { amount, between, ordinalSaid } from './judge-words.ts';
import type { Meaning } from './vocabulary-meaning.ts';

/** The end of an order from which places are counted. */
export type Side = 'highest' | 'lowest';

/** A number among others, looked at from the highest or from the lowest. */
interface Field {
  readonly own: Quantity;
  readonly others: readonly Rival[];
  readonly side: Side;
  /** What the others are called together: "of 7", "of 5 years". */
  readonly called: '' | ' years';
}

/**
 * Whether it is the highest or lowest of its years, or of its rivals. A word that may mean either holds when it is true of
 * both, and fails when it is true of neither; where the two differ, the text must say which it means.
 */
export function judgeExtreme(
  { side, among }: Extract<Meaning, { kind: 'extreme' }>,
  subject: Subject,
  options: JudgeOptions,
): Verdict {
  const { together = 1 } = options;
  const chosen = amongOf(among, options);
  const fields = fieldsOf(subject, chosen, options);
  if (fields.length === 0) return unanswerable('there is nothing to compare it with');
  const verdicts = fields.map(field => ({ field, verdict: atTop(field, side, together) }));
  const failed = verdicts.flatMap(({ verdict }) => (verdict.kind === 'holds' ? [] : [verdict]));
  const [first] = failed;
  if (!first) return holds;
  const held = verdicts.find(({ verdict }) => verdict.kind === 'holds')?.field;
  if (!held)
    return {
      kind: failed.find(({ kind }) => kind === 'fails')?.kind ?? first.kind,
      found: failed.map(({ found }) => found).join(', and '),
    };
  const named = held.called === '' ? 'groepen' : 'jaren';
  const only = `it is the ${side} of its ${namesOf(held)} only`;
  return { ...first, found: `${first.found}; ${only}, which is to be said so: {{"…" … tussen="${named}"}}` };
}

function namesOf({ others, called }: Omit<Field, 'side'>): string {
  return `${others.length + 1}${called === '' ? ' groups' : called}`;
}

/** Among what a word is meant: as the text says, as the word itself says, or as what it is compared with makes plain. */
export function amongOf(
  among: 'years' | 'rivals' | 'either',
  { among: said, since, against }: Pick<JudgeOptions, 'among' | 'since' | 'against'>,
): 'years' | 'rivals' | 'either' {
  if (said !== undefined || among !== 'either') return said ?? among;
  if (since !== undefined) return 'years';
  return against === 'rivals' ? 'rivals' : 'either';
}

/** What it may be the extreme of: its rivals, its years, or both. */
function fieldsOf(
  subject: Subject,
  among: 'years' | 'rivals' | 'either',
  options: JudgeOptions,
): Omit<Field, 'side'>[] {
  const others = yearsOf(subject, options).filter(({ year }) => year !== subject.series.at(-1)?.year);
  const years = others.map(({ year, quantity }) => ({ label: String(year), quantity }));
  const own = subject.quantity;
  return [
    ...(among === 'years' ? [] : [{ own, others: subject.rivals, called: '' as const }]),
    ...(among === 'rivals' ? [] : [{ own, others: years, called: ' years' as const }]),
  ].filter(({ others }) => others.length > 0);
}

/** The years that an extreme of years looks at, its own among them: those of the period, and after "since". */
export function yearsOf(
  { series, years = series }: Pick<Subject, 'series' | 'years'>,
  { since, period }: Pick<JudgeOptions, 'since' | 'period'>,
): Subject['series'] {
  const isIn = (year: number): boolean =>
    (since === undefined || year > since) && (!period || (period.from <= year && year <= period.to));
  return years.filter(({ year }) => isIn(year));
}

function atTop(field: Omit<Field, 'side'>, side: Side, together: number): Verdict {
  const whole = { ...field, side };
  const { better, equal, doubtful } = standingOf(whole);
  const notBehind = doubtful.filter(({ quantity }) => !mayBeat(field.own, quantity, side));
  const ahead = better.length + equal.length + notBehind.length;
  if (better.length + equal.length + doubtful.length < together) return holds;
  const kind = ahead >= together ? 'fails' : 'uncertain';
  return { kind, found: standingSaid(whole, kind) };
}

function mayBeat(own: Quantity, other: Quantity, side: Side): boolean {
  return side === 'highest' ? mayExceed(own, other) : mayExceed(other, own);
}

interface Standing {
  readonly better: readonly Rival[];
  readonly equal: readonly Rival[];
  /** Those that may be better, or may be equal. */
  readonly doubtful: readonly Rival[];
}

function standingOf({ own, others, side }: Field): Standing {
  const isBetter = side === 'highest' ? 'up' : 'down';
  const ways = others.map(other => ({ other, way: directionOf(own, other.quantity) }));
  const those = (way: string | undefined): Rival[] => ways.filter(one => one.way === way).map(({ other }) => other);
  const unclear = ways.filter(one => one.way === undefined).map(({ other }) => other);
  return { better: those(isBetter), equal: those('same'), doubtful: unclear };
}

/** Where it stands: `it is the second of 7: Roemenië has 83`; when that is not certain, by whom it may be passed. */
function standingSaid(field: Field, kind: 'fails' | 'uncertain'): string {
  const { others, own, side, called } = field;
  const { better, equal, doubtful } = standingOf(field);
  const many = `of ${others.length + 1}${called}`;
  const [doubt] = doubtful;
  if (doubt && kind === 'uncertain')
    return `its place ${many} is not certain: it is ${amount(own)}, and ${doubt.label} has ${amount(doubt.quantity)}`;
  const [shared] = equal;
  const place = placeSaid(better.length + 1, side);
  if (shared) return `it shares the ${place} place ${many} with ${shared.label} (${amount(shared.quantity)})`;
  const leader = leaderOf(better, side);
  const best = doubt ? 'at best ' : '';
  return `it is ${best}the ${place} ${many}${leader ? `: ${leader.label} has ${amount(leader.quantity)}` : ''}`;
}

function placeSaid(place: number, side: Side): string {
  if (place === 1) return side;
  return side === 'highest' ? ordinalSaid(place) : `${ordinalSaid(place)} lowest`;
}

/** The one furthest ahead, by the lowest values possible. */
function leaderOf(others: readonly Rival[], side: Side): Rival | undefined {
  const sign = side === 'highest' ? -1 : 1;
  return others.toSorted((a, b) => sign * compare(a.quantity.interval.low, b.quantity.interval.low))[0];
}

/** Whether its change is stronger than the changes of all its rivals, in its own direction. */
export function judgeStrongest(subject: Subject, { together = 1 }: JudgeOptions): Verdict {
  if (!isChange(subject))
    return unanswerable('it is no change: name its growth or its difference, and the word compares that');
  const { low, high } = subject.quantity.interval;
  if (low.n < 0n && high.n > 0n) return { kind: 'uncertain', found: `its change lies ${between(subject.quantity)}` };
  if (subject.rivals.length === 0) return unanswerable('there is nothing to compare it with');
  const field = { own: subject.quantity, others: subject.rivals, called: '' as const };
  return atTop(field, low.n < 0n ? 'lowest' : 'highest', together);
}

/**
 * Whether it has a place in the order of its rivals, equal numbers sharing the better place; or, for `next`, the place
 * right behind the number of `after`, which is the first one when none is given.
 */
export function judgeOrder(
  meaning: Extract<Meaning, { kind: 'order' }>,
  subject: Subject,
  { alongside = [], after }: JudgeOptions,
): Verdict {
  const side = meaning.side ?? sideOf(alongside);
  const field = { own: subject.quantity, others: subject.rivals, side, called: '' as const };
  if (subject.rivals.length === 0) return unanswerable('there is nothing to compare it with');
  if (meaning.place === 'unknown') return unanswerable('the place that the words say is not known');
  if (meaning.place === 'next' && after) return rightBehind(field, after);
  return atPlace(field, meaning.place === 'next' ? 2 : meaning.place);
}

/** The side of the extreme that stands beside a word. */
export function sideOf(alongside: readonly Meaning[]): Side {
  return alongside.find(meaning => meaning.kind === 'extreme')?.side ?? 'highest';
}

function atPlace(field: Field, place: number): Verdict {
  const { better, doubtful } = standingOf(field);
  const [least, most] = [better.length + 1, better.length + doubtful.length + 1];
  if (least === place && most === place) return holds;
  const kind = least > place || most < place ? 'fails' : 'uncertain';
  return { kind, found: standingSaid(field, kind) };
}

function rightBehind(field: Field, after: Quantity): Verdict {
  const { own, others, side } = field;
  const worse = side === 'highest' ? 'down' : 'up';
  const isAfter = directionOf(after, own);
  if (isAfter !== worse && isAfter !== 'same')
    return {
      kind: isAfter === undefined ? 'uncertain' : 'fails',
      found: `it is ${amount(own)}, and the number before it is ${amount(after)}`,
    };
  const behind = others.filter(({ quantity }) => directionOf(after, quantity) === worse);
  const ahead = standingOf({ ...field, others: behind });
  const [passed] = ahead.better;
  const [doubt] = [...ahead.better, ...ahead.doubtful];
  if (!doubt) return holds;
  return {
    kind: passed ? 'fails' : 'uncertain',
    found: `${doubt.label} has ${amount(doubt.quantity)}, against ${amount(own)}`,
  };
}
