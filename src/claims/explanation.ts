// A number explained to its author: what the tables give, and from which cells.

import { sizeOf } from '../language/judge-words.ts';
import type { Meaning } from '../language/vocabulary.ts';
import { cellText } from '../locale/cell.ts';
import { isFailure } from '../statistics/quantity.ts';
import type { TextContext } from './context.ts';
import { isOfTime } from './meanings.ts';
import { printQuantity } from './print.ts';
import type { Derivation, PrintOptions } from './result.ts';
import { subjectsOf } from './subject.ts';

const plainOptions = { sign: false, words: false, capital: false } as const;

/** What a derivation comes to, as print would have it: `12%`, or `326 tot 329` when it is not certain. */
export function valueSaid(
  { calculation }: Derivation,
  { publication }: Pick<TextContext, 'publication'>,
  options: Partial<PrintOptions> = {},
): string {
  if (isFailure(calculation)) return 'nothing';
  const { percentage } = publication;
  const printed = printQuantity(calculation, { ...plainOptions, ...options, unsigned: false, percentage });
  return typeof printed === 'string' ? printed : `${printed.low} tot ${printed.high}`;
}

/** The change that a word judges, as print would have it: `−14%`; without a change the number itself. */
function changeComputed(derivation: Derivation, text: Pick<TextContext, 'publication' | 'tables'>): string {
  const [subject] = subjectsOf(derivation, text.tables);
  const { change } = subject ?? {};
  const size = change && sizeOf(change);
  if (!size || isFailure(size)) return valueSaid(derivation, text);
  const { percentage } = text.publication;
  const printed = printQuantity(size, { ...plainOptions, sign: true, unsigned: false, percentage });
  const unit = size.measure === 'points' ? ' procentpunt' : '';
  return typeof printed === 'string' ? `${printed}${unit}` : `${printed.low} tot ${printed.high}${unit}`;
}

/** What the tables give where a judgement says otherwise: the change it judges, or the number itself. */
export function judgedSaid(
  meaning: Meaning,
  derivation: Derivation,
  {
    rivals,
    ...text
  }: Pick<TextContext, 'publication' | 'tables'> & { readonly rivals?: readonly Derivation[] | undefined },
): string {
  const isOfChange = rivals === undefined && isOfTime(meaning);
  return isOfChange ? changeComputed(derivation, text) : valueSaid(derivation, text);
}

/** A hint with the known difference that would let a published number or word stand. */
export function differenceHint(
  publication: string,
  file: string,
  [printed, computed]: readonly [string, string],
): string {
  const text = /([^/]+)\.md$/.exec(file)?.[1] ?? '…';
  return `To keep what was published, add to \`differences\` in edition.yaml: {publication: ${publication}, text: ${text}, printed: '${printed}', computed: '${computed}', because: …}.`;
}

const mostCells = 6;

/** A hint that names the cells of a derivation with their values. */
export function cellsSaid({ calculation }: Derivation): string {
  const said = calculation.cells.map(
    ({ table, row, column, observation }) => `${table} "${row}" ${column} = ${cellText(observation.value)}`,
  );
  const more = said.length > mostCells ? ` and ${said.length - mostCells} more` : '';
  return `Look at the cells it comes from: ${said.slice(0, mostCells).join('; ')}${more}.`;
}
