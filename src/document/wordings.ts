// The helpers that give words: directions, comparisons, fractions, labels by rank, periods and dates.

import type { Table } from '../edition/edition.ts';
import { capitalise, lowerFirst } from '../locale/capital.ts';
import { compareWords, directionWord, timesInWords } from '../locale/comparison.ts';
import { formatDate, isCalendarDate } from '../locale/date.ts';
import { fractionInWords } from '../locale/fraction.ts';
import { formatYears } from '../locale/number.ts';
import { differenceOf, ratioOf, shareOf } from '../statistics/arithmetic.ts';
import { scaleInterval } from '../statistics/interval.ts';
import { directionOf } from '../statistics/order.ts';
import { approximationOf, leastOf, mostOf, printable } from '../statistics/print.ts';
import { type Calculation, isFailure, type Quantity, withoutSign } from '../statistics/quantity.ts';
import { cellAtRank } from '../statistics/rank.ts';
import { rational } from '../statistics/rational.ts';
import { asQuantity, type Helper, reported } from './calculations.ts';
import { type Call, checkOptions, hasParameters, printOptionNames, printOptions, report, reportLabel } from './call.ts';
import { numberText } from './print.ts';
import { all, List, type Outcome } from './result.ts';
import { cellAt, describe, hasOne, selectCells } from './select.ts';

/** The helpers that give words, by name. */
export const wordings: Readonly<Record<string, Helper>> = {
  direction,
  compare,
  fraction,
  times,
  ranked,
  years: call => {
    if (!hasParameters(call, ['FIRST', 'LAST'])) return reported;
    const [first, last] = call.parameters;
    if (isYear(first) && isYear(last) && first < last) return words(call, formatYears(first, last), []);
    report(call, 'arguments', '"years" needs two years, the first before the last.', [
      'Write for example {{years (yearsAgo 4) year}}.',
    ]);
    return reported;
  },
  date: call => (hasParameters(call, ['"2024-04-26"']) ? dateWords(call, String(call.parameters[0])) : reported),
  'reference-date': referenceDate,
  'at-least': call => bound(call, (q, write) => `ten minste ${write(leastOf(q, decimalsOf(call, q)))}`),
  'at-most': call => bound(call, (q, write) => `hoogstens ${write(mostOf(q, decimalsOf(call, q)))}`),
  between: call =>
    bound(
      call,
      (q, write) => `tussen ${write(leastOf(q, decimalsOf(call, q)))} en ${write(mostOf(q, decimalsOf(call, q)))}`,
    ),
  about,
};

function words(call: Call, text: string | undefined, options: readonly string[]): Outcome {
  checkOptions(call, [...options, 'capital']);
  if (text === undefined) return reported;
  return { kind: 'words', text: call.hash['capital'] === true ? capitalise(text) : text };
}

function option(call: Call, name: string): Record<string, string> {
  const value = call.hash[name];
  return typeof value === 'string' ? { [name]: value } : {};
}

function pair(call: Call, names: readonly string[]): [Quantity, Quantity] | undefined {
  if (!hasParameters(call, names)) return undefined;
  const [a, b] = call.parameters.map(parameter => asQuantity(call, parameter));
  return a && b && !isFailure(a) && !isFailure(b) ? [a, b] : undefined;
}

function direction(call: Call): Outcome {
  const both = pair(call, ['FROM', 'TO']);
  if (!both) return reported;
  const way = directionOf(...both);
  if (way === undefined) uncertain(call, 'The direction is not certain: the possible values overlap.');
  const chosen = { ...option(call, 'up'), ...option(call, 'down'), ...option(call, 'same') };
  return words(call, way && directionWord(way, chosen), ['up', 'down', 'same']);
}

function uncertain(call: Call, message: string): void {
  report(call, 'uncertain-words', message, ['Write the sentence so that it holds for every possible value.']);
}

function compare(call: Call): Outcome {
  const both = pair(call, ['FROM', 'TO']);
  if (!both) return reported;
  const difference = differenceOf(...both);
  if (isFailure(difference)) return failed(call, difference);
  const decimals = decimalsOf(call, difference);
  const result = printable(difference, decimals);
  if (result.kind === 'between') {
    uncertain(call, 'The difference is not certain: not every possible value prints the same.');
    return reported;
  }
  const chosen = { ...option(call, 'more'), ...option(call, 'fewer'), ...option(call, 'same') };
  return words(call, compareWords(result.value, decimals, chosen), ['more', 'fewer', 'same', 'decimals']);
}

function failed(call: Call, calculation: Calculation): Outcome {
  if (isFailure(calculation)) report(call, 'calculation', calculation.reason, ['Name other cells.']);
  return reported;
}

function fraction(call: Call): Outcome {
  const both = pair(call, ['PART', 'WHOLE']);
  if (!both) return reported;
  const share = shareOf(...both);
  if (isFailure(share)) return failed(call, share);
  const text = fractionInWords(scaleInterval(share.interval, rational(1, 100)));
  if (text === undefined) uncertain(call, 'There is no simple fraction that holds for every possible value.');
  return words(call, text, []);
}

function times(call: Call): Outcome {
  const both = pair(call, ['FROM', 'TO']);
  if (!both) return reported;
  const ratio = ratioOf(...both);
  if (isFailure(ratio)) return failed(call, ratio);
  const text = timesInWords(ratio.interval);
  if (text === undefined) uncertain(call, 'There are no words for this many times that hold for every possible value.');
  return words(call, text, []);
}

/** The label of the row that alone has the given place in a column. */
function ranked(call: Call): Outcome {
  const [table, column, place] = call.parameters;
  if (!hasParameters(call, ['TABLE', 'COLUMN', 'PLACE'])) return reported;
  const selection = selectCells(call, [table, all, column]);
  const [label] = selection?.columns ?? [];
  if (!selection || label === undefined || !hasOne(call, 'column', selection.columns)) return reported;
  const except = exceptedRows(call, selection.table);
  if (!except) return reported;
  const cells = selection.rows
    .filter(row => !except.includes(row))
    .flatMap(row => cellAt(selection.table, row, label) ?? []);
  if (typeof place !== 'number') {
    report(call, 'arguments', `A place is a number, and this is ${describe(place)}.`, [
      'Write 1 for the highest, 2 for the next.',
    ]);
    return reported;
  }
  const found = cellAtRank(cells, place);
  if ('kind' in found) return failed(call, found);
  return words(call, call.hash['lower'] === true ? lowerFirst(found.row) : found.row, ['except', 'lower']);
}

/** The rows that a ranking leaves out; undefined, and reported, when one of them is not there. */
function exceptedRows(call: Call, table: Table): readonly string[] | undefined {
  const { except } = call.hash;
  const labels = except === undefined ? [] : (except instanceof List ? except.items : [except]).map(String);
  const known = table.rows.map(row => row.label);
  const stray = labels.filter(label => !known.includes(label));
  for (const label of stray) reportLabel(call, 'row', label, known);
  return stray.length > 0 ? undefined : labels;
}

function isYear(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 1000 && value < 10_000;
}

function dateWords(call: Call, date: string): Outcome {
  if (isCalendarDate(date)) return words(call, formatDate(date), []);
  report(call, 'arguments', `"${date}" is not a date.`, ['Write it as "2024-04-26".']);
  return reported;
}

function referenceDate(call: Call): Outcome {
  const [table] = call.parameters;
  if (!hasParameters(call, ['TABLE'])) return reported;
  const selection = selectCells(call, [table, all, all]);
  if (!selection) return reported;
  if (selection.table.referenceDate !== undefined) return dateWords(call, selection.table.referenceDate);
  report(call, 'arguments', `The table ${selection.table.id} has no referenceDate.`, [
    'Add `referenceDate: 2024-04-26` to the table.',
  ]);
  return reported;
}

function decimalsOf(call: Call, quantity: Quantity): number {
  return printOptions(call).decimals ?? quantity.decimals;
}

type Write = (value: ReturnType<typeof leastOf>) => string;

function bound(call: Call, phrase: (quantity: Quantity, write: Write) => string): Outcome {
  if (!hasParameters(call, ['NUMBER'])) return reported;
  const given = asQuantity(call, call.parameters[0]);
  const quantity = given && withoutSign(given);
  if (!quantity || isFailure(quantity)) return reported;
  return words(call, phrase(quantity, writer(call, quantity)), printOptionNames);
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
  if (!hasParameters(call, ['NUMBER'])) return reported;
  const given = asQuantity(call, call.parameters[0]);
  const quantity = given && withoutSign(given);
  if (!quantity || isFailure(quantity)) return reported;
  const value = approximationOf(quantity, decimalsOf(call, quantity));
  if (value === undefined) uncertain(call, 'The possible values lie too far apart for "circa".');
  return words(call, value && `circa ${writer(call, quantity)(value)}`, printOptionNames);
}
