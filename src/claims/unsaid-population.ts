// Rule `population-unsaid`: a number of few is not printed as if it were of all; who it counts is said in its section.

import { covers } from '../concepts/population.ts';
import { complainBeside, type Spot } from './complaint.ts';
import type { TextContext } from './context.ts';
import type { Counted } from './counted.ts';
import { names } from './label-names.ts';
import { plainly } from './marks.ts';
import type { NearNumber } from './near.ts';
import type { Phrase } from './phrase.ts';
import type { Span } from './sentences.ts';

type Context = Pick<TextContext, 'marks' | 'tables' | 'diagnostics' | 'publication' | 'reportingYear' | 'concepts'>;

/** A number that stands with the noun for what it counts, as in `79 slachtoffers`. */
export interface Stated {
  readonly number: NearNumber;
  readonly counted: Counted;
  readonly phrase: Phrase;
}

/**
 * Reports a number with a noun when the groups that it counts are named nowhere in its sentence, before it in its section,
 * and in the headings above. Of a share the sentence says its part in its own way: `eindigde 56% in een sepot`.
 */
export function checkSaid({ number, counted, phrase }: Stated, spot: Spot, context: Context): void {
  const { concepts } = context;
  if (
    number.form === 'word' ||
    number.derivation.sides?.kind === 'share' ||
    phrase.statistics.length === 0 ||
    counted.own.size === 0
  )
    return;
  const stretches = sectionOf(spot);
  const isAbove = ({ start, end }: Span): boolean => stretches.some(one => one.start <= start && end <= one.end);
  const said = concepts
    .named(spot.text)
    .filter(isAbove)
    .flatMap(({ group }) => (group ? [group, ...[concepts.groups.get(group.implies ?? '') ?? []].flat()] : []));
  const plain = (): string =>
    stretches.map(({ start, end }) => plainly(spot.text.slice(start, end), context.marks)).join(' ');
  const labels = number.derivation.calculation.cells.flatMap(({ row, column }) => [row, column]);
  const isSaid = (dimension: string, groups: readonly string[]): boolean =>
    !groups.some(group => concepts.isNameable(group)) ||
    said.some(({ dimension: of, id }) => of === dimension && speaksOf(id, groups, context)) ||
    labels.some(label => concepts.labelled(label).some(one => groups.includes(one.id)) && names(plain(), label));
  const unsaid = [...counted.own].filter(([dimension, groups]) => !isSaid(dimension, groups));
  if (unsaid.length > 0)
    complainOfUnsaid(
      number,
      unsaid.flatMap(([, groups]) => groups),
      spot,
      context,
    );
}

/** Whether a group is one of those, or one that they are counted together as. */
function speaksOf(named: string, groups: readonly string[], { concepts }: Context): boolean {
  return (
    groups.some(group => concepts.isWithin(named, group)) || (groups.length > 1 && covers([named], groups, concepts))
  );
}

/** The words above and before a number: the title over it, and its section up to the end of its sentence. */
function sectionOf({ text, sentence }: Spot): readonly Span[] {
  const headings = [...text.slice(0, sentence.end).matchAll(/^(#{1,6})\s.*$/gm)];
  const title = headings.find(([, signs]) => signs === '#');
  const above = title ? [{ start: title.index, end: title.index + title[0].length }] : [];
  return [...above, { start: headings.at(-1)?.index ?? 0, end: sentence.end }];
}

function complainOfUnsaid(number: NearNumber, groups: readonly string[], spot: Spot, context: Context): void {
  complainBeside(number, spot, context, {
    rule: 'population-unsaid',
    message: `The number of {{${number.expression}}} counts only ${groups.join(' and ')}, and nothing here says so.`,
    hints: [
      'Say in the sentence or in the heading above it who is counted, or name the cell that counts all.',
      'Words for a group are added in data/begrippen.yaml.',
    ],
  });
}
