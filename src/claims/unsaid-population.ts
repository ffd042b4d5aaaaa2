// Rule `population-unsaid`: a number of few is not printed as if it were of all; who it counts is said in its section.

import { covers } from '../concepts/population.ts';
import { complainBeside, type Spot } from './complaint.ts';
import type { TextContext } from './context.ts';
import type { Counted } from './counted.ts';
import { names } from './label-names.ts';
import { plainly } from './marks.ts';
import type { NearNumber } from './near.ts';
import type { Phrase } from './phrase.ts';

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
  if (number.form === 'word' || number.derivation.sides?.kind === 'share' || phrase.statistics.length === 0 || counted.own.size === 0) return;
  const words = sectionOf(spot);
  const said = concepts
    .named(words)
    .flatMap(({ group }) => (group ? [group, ...[concepts.groups.get(group.implies ?? '') ?? []].flat()] : []));
  const plain = plainly(words, context.marks);
  const labels = number.derivation.calculation.cells.flatMap(({ row, column }) => [row, column]);
  const isSaid = (dimension: string, groups: readonly string[]): boolean =>
    !groups.some(group => concepts.isNameable(group)) ||
    said.some(({ dimension: of, id }) => of === dimension && speaksOf(id, groups, context)) ||
    labels.some(label => concepts.labelled(label).some(one => groups.includes(one.id)) && names(plain, label));
  const unsaid = [...counted.own].filter(([dimension, groups]) => !isSaid(dimension, groups));
  if (unsaid.length > 0) complainOfUnsaid(number, unsaid.flatMap(([, groups]) => groups), spot, context);
}

/** Whether a group is one of those, or one that they are counted together as. */
function speaksOf(named: string, groups: readonly string[], { concepts }: Context): boolean {
  return groups.some(group => concepts.isWithin(named, group)) || (groups.length > 1 && covers([named], groups, concepts));
}

/** The words above and before a number: the headings over it, its section up to the end of its sentence. */
function sectionOf({ text, sentence }: Spot): string {
  const before = text.slice(0, sentence.end);
  const headings = [...before.matchAll(/^(#{1,6})\s.*$/gm)];
  const last = headings.at(-1);
  const title = headings.find(([, signs]) => signs === '#');
  return `${title && title !== last ? title[0] : ''}\n\n${before.slice(last?.index ?? 0)}`;
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
