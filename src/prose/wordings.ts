// The helpers that give words: directions, comparisons, fractions, bounds, labels by rank, periods and dates.

import { numberText } from '../claims/print.ts';
import { type Derivation, derive, type Outcome, type Sides } from '../claims/result.ts';
import { capitalise } from '../locale/capital.ts';
import { compareWords, directionWord, timesInWords } from '../locale/comparison.ts';
import { fractionInWords } from '../locale/fraction.ts';
import { differenceOf, ratioOf, shareOf } from '../statistics/arithmetic.ts';
import { type Interval, scaleInterval } from '../statistics/interval.ts';
import { directionOf } from '../statistics/order.ts';
import { approximationOf, leastOf, mostOf, printable } from '../statistics/print.ts';
import { type Calculation, isFailure, type Quantity, withoutSign } from '../statistics/quantity.ts';
import { rational } from '../statistics/rational.ts';
import { type Helper, isAboveWhole, reported } from './calculations.ts';
import { type Call, checkOptions, printOptionNames, printOptions, report, reportFailure } from './call.ts';
import { subjectIn } from './operands.ts';
import { changeOf, changeOptions, shareIn, shareOptions } from './sides.ts';

/** The helpers that give words of a number, by name. */
export const wordings: Readonly<Record<string, Helper>> = {
  richting: direction,
  'meer-of-minder': compare,
  breuk: fraction,
  keer: times,
  'ten-minste': call => bound(call, (q, write) => `ten minste ${write(leastOf(q, decimalsOf(call, q)))}`),
  hoogstens: call => bound(call, (q, write) => `hoogstens ${write(mostOf(q, decimalsOf(call, q)))}`),
  tussen: call =>
    bound(
      call,
      (q, write) => `tussen ${write(leastOf(q, decimalsOf(call, q)))} en ${write(mostOf(q, decimalsOf(call, q)))}`,
    ),
  circa: about,
};

interface Wording {
  readonly derivation: Derivation;
  readonly form: 'number' | 'word';
  readonly options: readonly string[];
}

/** Words that a derivation gave; undefined words were reported. */
function words(call: Call, text: string | undefined, { derivation, form, options }: Wording): Outcome {
  checkOptions(call, [...options, 'hoofdletter']);
  const { calculation } = derivation;
  if (text === undefined || isFailure(calculation)) return reported;
  const claim = { form, ground: 'computed', quantity: calculation, verdict: 'holds' } as const;
  return { kind: 'words', text: call.hash['hoofdletter'] === true ? capitalise(text) : text, claim, about: derivation };
}

function option(call: Call, name: string, key: string): Record<string, string> {
  const value = call.hash[name];
  return typeof value === 'string' ? { [key]: value } : {};
}

/** The two sides worked out together; undefined, and reported, when they cannot be. */
function workedOut(
  call: Call,
  sides: readonly Derivation[] | undefined,
  { work, kind }: { work: (a: Calculation, b: Calculation) => Calculation; kind: Sides['kind'] },
): { derivation: Derivation; quantity: Quantity; first: Quantity; second: Quantity } | undefined {
  if (!sides) return undefined;
  const derivation = derive(sides, ([a, b]) => (a && b ? work(a, b) : differenceOf(...none)), kind);
  const [first, second] = sides.map(side => side.calculation);
  const { calculation: quantity } = derivation;
  if (isFailure(quantity)) reportFailure(call, quantity, ['Name other cells.']);
  if (!first || !second || isFailure(quantity) || isFailure(first) || isFailure(second)) return undefined;
  return { derivation, quantity, first, second };
}

const none = [
  { kind: 'failure', reason: 'There is nothing to compare.', cells: [] },
  { kind: 'failure', reason: 'There is nothing to compare.', cells: [] },
] as const;

function direction(call: Call): Outcome {
  const found = workedOut(call, changeOf(call), { work: differenceOf, kind: 'difference' });
  if (!found) return reported;
  const way = directionOf(found.first, found.second);
  if (way === undefined) uncertain(call, 'The direction is not certain: the possible values overlap.');
  const chosen = {
    ...option(call, 'omhoog', 'up'),
    ...option(call, 'omlaag', 'down'),
    ...option(call, 'gelijk', 'same'),
  };
  const options = ['omhoog', 'omlaag', 'gelijk', ...changeOptions];
  return words(call, way && directionWord(way, chosen), { ...found, form: 'word', options });
}

function uncertain(call: Call, message: string): void {
  report(call, 'uncertain-words', message, ['Write the sentence so that it holds for every possible value.']);
}

function compare(call: Call): Outcome {
  const found = workedOut(call, changeOf(call), { work: differenceOf, kind: 'difference' });
  if (!found) return reported;
  const decimals = decimalsOf(call, found.quantity);
  const result = printable(found.quantity, decimals);
  if (result.kind === 'between') {
    uncertain(call, 'The difference is not certain: not every possible value prints the same.');
    return reported;
  }
  const chosen = {
    ...option(call, 'meer', 'more'),
    ...option(call, 'minder', 'fewer'),
    ...option(call, 'evenveel', 'same'),
  };
  const options = ['meer', 'minder', 'evenveel', 'decimalen', ...changeOptions];
  return words(call, compareWords(result.value, decimals, chosen), { ...found, form: 'number', options });
}

function fraction(call: Call): Outcome {
  const found = workedOut(call, shareIn(call), { work: shareOf, kind: 'share' });
  if (!found || isAboveWhole(call, found.derivation)) return reported;
  const text = fractionInWords(partsOf(found.quantity.interval), call.text.vocabulary.nearness);
  if (text === undefined) uncertain(call, 'There is no simple fraction that holds for every possible value.');
  return words(call, text, { ...found, form: 'number', options: shareOptions });
}

/** A share in per cent as a part of one. */
function partsOf(interval: Interval): Interval {
  return scaleInterval(interval, rational(1, 100));
}

function times(call: Call): Outcome {
  const found = workedOut(call, changeOf(call), { work: ratioOf, kind: 'ratio' });
  if (!found) return reported;
  const text = timesInWords(found.quantity.interval);
  if (text === undefined) uncertain(call, 'There are no words for this many times that hold for every possible value.');
  return words(call, text, { ...found, form: 'number', options: changeOptions });
}

function decimalsOf(call: Call, quantity: Quantity): number {
  return printOptions(call).decimals ?? quantity.decimals;
}

type Write = (value: ReturnType<typeof leastOf>) => string;

function bound(call: Call, phrase: (quantity: Quantity, write: Write) => string): Outcome {
  const derivation = subjectIn(call);
  const quantity = derivation && withoutSign(derivation.calculation);
  if (quantity && isFailure(quantity)) reportFailure(call, quantity, ['Name other cells.']);
  if (!derivation || !quantity || isFailure(quantity)) return reported;
  const text = phrase(quantity, writer(call, quantity));
  return words(call, text, { derivation, form: 'number', options: printOptionNames });
}

function writer(call: Call, quantity: Quantity): Write {
  const options = {
    ...printOptions(call),
    decimals: decimalsOf(call, quantity),
    percentage: call.text.publication.percentage,
  };
  return value => numberText(quantity, value, options);
}

function about(call: Call): Outcome {
  const derivation = subjectIn(call);
  const quantity = derivation && withoutSign(derivation.calculation);
  if (quantity && isFailure(quantity)) reportFailure(call, quantity, ['Name other cells.']);
  if (!derivation || !quantity || isFailure(quantity)) return reported;
  const value = approximationOf(quantity, decimalsOf(call, quantity));
  if (value === undefined) uncertain(call, 'The possible values lie too far apart for "circa".');
  const text = value && `circa ${writer(call, quantity)(value)}`;
  return words(call, text, { derivation, form: 'number', options: printOptionNames });
}
