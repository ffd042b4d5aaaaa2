// The helpers that stand on a line of their own: figures, key figures, a field of dots.

import { capitalise } from '../locale/capital.ts';
import { formatNumber } from '../locale/number.ts';
import { isExact } from '../statistics/interval.ts';
import { isFailure } from '../statistics/quantity.ts';
import { toNumber } from '../statistics/rational.ts';
import { asQuantity, type Helper, reported } from './calculations.ts';
import { type Call, checkOptions, hasParameters, report, reportLabel } from './call.ts';
import { dotField } from './dots.ts';
import type { Outcome } from './result.ts';
import { describe } from './select.ts';
import { hyphenate } from './typography.ts';

/** How the numbers inside blocks are printed: by the same rules as in a sentence. */
export type PrintOutcome = (outcome: Outcome, call: Call) => string | undefined;

/** The helpers that give blocks, by name. */
export function blocks(print: PrintOutcome): Readonly<Record<string, Helper>> {
  return { figure, 'key-figure': call => keyFigure(call, print), dots };
}

function figure(call: Call): Outcome {
  if (!hasParameters(call, ['"id"'])) return reported;
  checkOptions(call, []);
  const [asked] = call.parameters;
  if (typeof asked !== 'string') {
    report(call, 'arguments', `"figure" needs the id of a figure, and this is ${describe(asked)}.`, [
      'Write it between quotes: {{figure "vormen"}}.',
    ]);
    return reported;
  }
  const id = asked;
  if (call.text.publication.brokenFigures.includes(id)) return reported;
  const known = [...call.text.publication.figures.keys()];
  if (!known.includes(id)) {
    reportLabel(call, 'figure', id, known);
    return reported;
  }
  if (call.text.isShown(id)) {
    report(call, 'figure-repeated', `The figure "${id}" is shown before.`, [
      'Show it once, and name it in words elsewhere.',
    ]);
    return reported;
  }
  const html = call.text.figure(id);
  return html === undefined ? reported : { kind: 'block', html };
}

function keyFigure(call: Call, print: PrintOutcome): Outcome {
  if (!hasParameters(call, ['NUMBER', '"label"'])) return reported;
  checkOptions(call, []);
  const [number, label] = call.parameters;
  const outcome = outcomeOf(number);
  if (!outcome) {
    asQuantity(call, number);
    return reported;
  }
  const text = print(outcome, call);
  if (typeof label !== 'string')
    report(call, 'arguments', `The label of a key figure is words, and this is ${describe(label)}.`, [
      'Write it between quotes.',
    ]);
  if (text === undefined || typeof label !== 'string') return reported;
  return {
    kind: 'block',
    html: call.text.partial('key-figure', { number: capitalise(text), label: hyphenate(label) }),
  };
}

function outcomeOf(value: unknown): Outcome | undefined {
  return typeof value === 'object' && value !== null && 'outcome' in value ? (value.outcome as Outcome) : undefined;
}

const mostDots = 10_000;
const defaultColumns = 100;

/** A field with a dot for each of the whole, the part set apart. */
function dots(call: Call): Outcome {
  if (!hasParameters(call, ['PART', 'WHOLE'])) return reported;
  checkOptions(call, ['columns']);
  const [part, whole] = call.parameters.map(parameter => asQuantity(call, parameter));
  if (!part || !whole || isFailure(part) || isFailure(whole)) return reported;
  const counts = [part, whole].map(one => (isExact(one.interval) ? toNumber(one.interval.low) : Number.NaN));
  const [some = Number.NaN, every = Number.NaN] = counts;
  if (!(some <= every && every <= mostDots && Number.isInteger(some) && Number.isInteger(every))) {
    report(call, 'arguments', '"dots" needs two known whole numbers, the part not above the whole.', [
      `Name cells with exact counts of at most ${mostDots}.`,
    ]);
    return reported;
  }
  const alternative = `${formatNumber(some, 0)} van ${formatNumber(every, 0)} stippen gemarkeerd`;
  const asked = call.hash['columns'];
  const columns = typeof asked === 'number' && Number.isInteger(asked) && asked > 0 ? asked : defaultColumns;
  if (asked !== undefined && asked !== columns)
    report(call, 'arguments', '"columns" must be a whole number above zero.', ['Write for example columns=100.']);
  return { kind: 'block', html: call.text.partial('dots', { ...dotField(some, every, columns), alternative }) };
}
