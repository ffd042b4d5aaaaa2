// The helpers that stand on a line of their own: figures, key figures, a field of dots, sources, known differences.

import { basename } from 'node:path';
import { type Outcome, Result } from '../claims/result.ts';
import type { Publication } from '../edition/edition.ts';
import { capitalise } from '../locale/capital.ts';
import { formatNumber } from '../locale/number.ts';
import { reported } from '../prose/calculations.ts';
import { type Call, checkOptions, hasParameters, report, reportLabel } from '../prose/call.ts';
import type { BlockHelpers, BlockTools } from '../prose/expressions.ts';
import { asDerivation } from '../prose/operands.ts';
import { describe } from '../prose/select.ts';
import { hyphenate } from '../prose/typography.ts';
import { isFailure, type Quantity } from '../statistics/quantity.ts';
import { toNumber } from '../statistics/rational.ts';
import type { Binder } from './binder.ts';
import { dotField } from './dots.ts';
import { slug } from './markdown.ts';
import { callId, itemId, type References } from './reference.ts';

/** What the blocks of one text are made with. */
export interface BlockMaker {
  /** HTML of a figure by its id, made elsewhere; undefined when it could not be made. */
  readonly figure: (id: string) => string | undefined;
  /** Whether a figure was shown before. */
  readonly isShown: (id: string) => boolean;
  /** HTML of a shared template. */
  readonly partial: (name: string, context: object) => string;
  /** Told that a text lists the sources, or the known differences. */
  readonly listed: (what: 'sources' | 'differences') => void;
  /** The sources that texts refer to by number. */
  readonly references: References;
  /** The words of a source with marks for its numbers. */
  readonly source: Binder['source'];
  /** A known difference with marks for its numbers. */
  readonly difference: Binder['difference'];
}

/** The helpers that give blocks, by name. */
export function blocks(maker: BlockMaker): BlockHelpers {
  return tools => ({
    figuur: call => figure(call, maker),
    kerncijfer: call => keyFigure(call, maker, tools),
    stippen: call => dots(call, maker, tools),
    bronnen: call => sources(call, maker),
    verschillen: call => differences(call, maker),
  });
}

function figure(call: Call, maker: BlockMaker): Outcome {
  if (!hasParameters(call, ['"id"'])) return reported;
  checkOptions(call, []);
  const [asked] = call.parameters;
  if (typeof asked !== 'string') {
    report(call, 'arguments', `"figuur" needs the id of a figure, and this is ${describe(asked)}.`, [
      'Write it between quotes: {{figuur "vormen"}}.',
    ]);
    return reported;
  }
  if (call.text.publication.brokenFigures.includes(asked)) return reported;
  const known = [...call.text.publication.figures.keys()];
  if (!known.includes(asked)) {
    reportLabel(call, 'figure', asked, known);
    return reported;
  }
  if (maker.isShown(asked)) {
    report(call, 'figure-repeated', `The figure "${asked}" is shown before.`, [
      'Show it once, and name it in words elsewhere.',
    ]);
    return reported;
  }
  const html = maker.figure(asked);
  return html === undefined ? reported : { kind: 'block', html };
}

function keyFigure(call: Call, { partial }: BlockMaker, { mark, bind }: BlockTools): Outcome {
  if (!hasParameters(call, ['(NUMBER)', '"label"'])) return reported;
  checkOptions(call, []);
  const [number, label] = call.parameters;
  if (!(number instanceof Result)) asDerivation(call, number);
  if (typeof label !== 'string')
    report(call, 'arguments', `The label of a key figure is words, and this is ${describe(label)}.`, [
      'Write it between quotes.',
    ]);
  if (!(number instanceof Result) || typeof label !== 'string') return reported;
  const shown = mark(withCapital(number.outcome), call);
  if (shown === undefined) return reported;
  return { kind: 'block', html: partial('key-figure', { number: shown, label: hyphenate(bind(shown, label, call)) }) };
}

/** A number in words begins a line of its own. */
function withCapital(outcome: Outcome): Outcome {
  if (outcome.kind === 'words') return { ...outcome, text: capitalise(outcome.text) };
  return outcome.kind === 'calculation' ? { ...outcome, options: { ...outcome.options, capital: true } } : outcome;
}

const mostDots = 10_000;
const defaultColumns = 100;

/** A field with a dot for each of the whole, the part set apart, and open dots up to the most the whole can be. */
function dots(call: Call, { partial }: BlockMaker, { mark }: BlockTools): Outcome {
  if (!hasParameters(call, ['(PART)', '(WHOLE)'])) return reported;
  checkOptions(call, ['kolommen']);
  const [part, whole] = call.parameters.map(parameter => asDerivation(call, parameter)?.calculation);
  if (!part || !whole || isFailure(part) || isFailure(whole)) return reported;
  const [some, every] = [boundsOf(part), boundsOf(whole)];
  if (!(some.low === some.high && some.high <= every.low && every.high <= mostDots && isWhole(some, every))) {
    report(call, 'arguments', '"stippen" needs two whole numbers, the first one exact and not above the second.', [
      `Name cells with counts of at most ${mostDots}; the second may be a range.`,
    ]);
    return reported;
  }
  const numbers = call.parameters.map(one => (one instanceof Result ? mark(one.outcome, call) : undefined));
  const [shown = formatNumber(some.low, 0), all = formatNumber(every.low, 0)] = numbers;
  const asked = call.hash['kolommen'];
  const columns = typeof asked === 'number' && Number.isInteger(asked) && asked > 0 ? asked : defaultColumns;
  if (asked !== undefined && asked !== columns)
    report(call, 'arguments', '"kolommen" must be a whole number above zero.', ['Write for example kolommen=100.']);
  const { place } = call;
  const alternative = `${shown} van ${all} stippen gemarkeerd`;
  const id = ['stippen', slug(basename(place.file, '.md')), place.line, place.column].join('-');
  return { kind: 'block', html: partial('dots', { ...dotField(some.low, every, columns), alternative, id }) };
}

function boundsOf({ interval }: Quantity): { low: number; high: number } {
  return { low: toNumber(interval.low), high: toNumber(interval.high) };
}

function isWhole(...bounds: readonly { low: number; high: number }[]): boolean {
  return bounds.every(({ low, high }) => Number.isInteger(low) && Number.isInteger(high));
}

/** The sources of all that is cited; numbered when texts refer to them. */
function sources(call: Call, maker: BlockMaker): Outcome {
  checkOptions(call, []);
  maker.listed('sources');
  const { publication } = call.text;
  const listed = [...publication.sources].map(([id, text]) => sourceItem(id, text, publication, maker));
  if (listed.length === 0) return reported;
  return {
    kind: 'block',
    html: maker.partial('sources', { numbered: maker.references.sources.size > 0, sources: listed }),
  };
}

function sourceItem(id: string, text: string, publication: Publication, { source, references }: BlockMaker) {
  const place = publication.places.get(`sources.${id}`) ?? publication.place;
  const url = publication.addresses.get(id) ?? null;
  return {
    ...{
      id: itemId(id),
      text: hyphenate(source(text, place)),
      url,
      back: references.sources.has(id) ? callId(id) : null,
    },
    address: url === null ? null : source(url.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''), place),
  };
}

/** The published numbers that the tables contradict, with the reason why they stand. */
function differences(call: Call, { partial, listed, difference }: BlockMaker): Outcome {
  checkOptions(call, []);
  listed('differences');
  const { differences: known } = call.text.publication;
  return known.length === 0
    ? reported
    : { kind: 'block', html: partial('differences', { differences: known.map(difference) }) };
}
