// Rule `cited-differs`: a cited number is not another than a table of any edition gives for the same statistic.
//
// Only a sentence that tells all of what it counts is held against the tables: a noun for the statistic, words by which it is
// told from others, groups that are known, one year, and no name of a place or a body that the tables do not know.

import type { Concepts } from '../concepts/concepts.ts';
import { populationOf } from '../concepts/population.ts';
import type { Printed } from '../concepts/printed.ts';
import { fromCells } from './cells.ts';
import { complainBeside, type Spot } from './complaint.ts';
import type { TextContext } from './context.ts';
import { cellsSaid, differenceHint, valueSaid } from './explanation.ts';
import { holdNumber, sayingOf } from './holding.ts';
import { anyMark, type InlineInsert, plainly } from './marks.ts';
import { clauseAround, type Phrase, phraseAt } from './phrase.ts';
import { onlyYear } from './said-years.ts';
import type { Span } from './sentences.ts';

type Context = Pick<
  TextContext,
  | 'marks'
  | 'vocabulary'
  | 'tables'
  | 'diagnostics'
  | 'publication'
  | 'reportingYear'
  | 'concepts'
  | 'findPrinted'
  | 'waivers'
>;

/** Reports the cited numbers of a sentence that contradict what a table gives for the same statistic. */
export function checkCited(spot: Spot, context: Context): void {
  const { text, sentence } = spot;
  if (context.concepts.statistics.length === 0 || sentence.speaker !== undefined) return;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(anyMark)) {
    const insert = context.marks.at(Number(match[1]));
    if (insert?.kind !== 'inline' || insert.statement?.ground !== 'cited' || insert.statement.form !== 'number')
      continue;
    const start = sentence.start + match.index;
    const printed = printedOf({ start, end: start + match[0].length }, spot, context);
    if (printed.length > 0) compare(insert, printed, { ...spot, start, end: start + match[0].length }, context);
  }
}

/** The cells of all editions that give what a number is said to count; none when that is not said in full. */
function printedOf(
  number: Span,
  { text, sentence }: Spot,
  { concepts, findPrinted, ...context }: Context,
): readonly Printed[] {
  const phrase = phraseAt(text, number.end, concepts, sentence.end);
  const plain = plainly(text.slice(sentence.start, sentence.end), context.marks);
  const clause = clauseAround(text, number, sentence);
  const own = onlyYear(plainly(text.slice(clause.start, clause.end), context.marks));
  const year = own ?? yearOf(plain, context.reportingYear);
  const statistics = statisticsOf(phrase, { text, sentence }, concepts);
  if (
    statistics.length === 0 ||
    !isPlain(phrase) ||
    year === undefined ||
    namesOthers(text, { ...context, sentence, concepts })
  )
    return [];
  const groups = concepts
    .named(text)
    .filter(({ start, end }) => start >= clause.start && end <= clause.end)
    .flatMap(({ group }) => group ?? []);
  return statistics
    .filter(statistic => concepts.tells(plain, statistic))
    .flatMap(statistic => {
      const told = groups.filter(({ dimension }) => concepts.has(statistic, dimension));
      return findPrinted({ statistic, period: String(year), population: populationOf(told, concepts) });
    });
}

/** What the noun of a phrase may count; of `85 minderjarigen` a noun behind it in the sentence says it. */
function statisticsOf(
  phrase: Phrase,
  { text, sentence }: Pick<Spot, 'text' | 'sentence'>,
  concepts: Concepts,
): readonly string[] {
  if (phrase.statistics.length > 0 || !phrase.named.some(({ group }) => group)) return phrase.statistics;
  const behind = concepts.named(text).filter(({ start, end }) => start >= phrase.end && end <= sentence.end);
  return behind.find(({ statistics }) => statistics.length > 0)?.statistics ?? [];
}

/** Whether a phrase holds nothing that would make it another: no further adjective, and nothing behind it that was not read. */
function isPlain({ isOpen, others }: Phrase): boolean {
  return !isOpen && others.every(word => /^ge\p{L}+de$/u.test(word));
}

/** The year of a sentence; the reporting year when it names none. */
function yearOf(plain: string, reportingYear: number): number | undefined {
  return /(?:19|20)\d\d|jaar eerder|vorig jaar|jaar geleden|elk jaar|per jaar/.test(plain)
    ? onlyYear(plain)
    : reportingYear;
}

/** Whether a name stands in a sentence that neither a table nor a concept has: `In België`. */
function namesOthers(
  text: string,
  { tables, concepts, sentence }: Pick<Context, 'tables' | 'concepts'> & Pick<Spot, 'sentence'>,
): boolean {
  const known = [...tables.values()].map(({ title, source }) => `${title} ${source}`).join(' ');
  const named = concepts.named(text);
  const found = text.slice(sentence.start, sentence.end).matchAll(/(?<=[\p{L}\d,)\uE001] )\p{Lu}[\p{L}-]+/gu);
  return [...found].some(({ 0: name, index }) => {
    const at = sentence.start + index;
    return !known.includes(name) && name !== 'Nederland' && !named.some(({ start, end }) => start <= at && at < end);
  });
}

type At = Spot & Span;

function compare(insert: InlineInsert, printed: readonly Printed[], at: At, context: Context): void {
  const [number, another] = sayingOf(insert.text, context.vocabulary).numbers;
  if (!number || another || (number.token.form !== 'digits' && number.token.form !== 'cardinal')) return;
  const agrees = ({ cell }: Printed): boolean =>
    holdNumber(number, fromCells([cell]), context.vocabulary).kind !== 'fails';
  const [first] = printed;
  if (!first || number.token.measure !== 'count' || printed.some(agrees)) return;
  const derivation = fromCells([first.cell]);
  const computed = valueSaid(derivation, context);
  const { file } = insert.place;
  if (context.waivers.find(file, insert.text, computed)) return;
  const { table, row, column } = first.cell;
  const beside = { ...insert, start: at.start, end: at.end, derivation, form: 'number', words: insert.text } as const;
  complainBeside({ ...beside, expression: insert.statement?.expression ?? '' }, at, context, {
    rule: 'cited-differs',
    message: `The text cites "${insert.text}", and the table ${table} of ${first.year} gives ${computed} for the same statistic, ${first.said}.`,
    hints: [
      `Let the table say it: {{${table} "${row}" "${column}"}}; a statistic has one value.`,
      'If the source counts something else, say in the sentence what.',
      cellsSaid(derivation),
      differenceHint(context.publication.id, file, [insert.text, computed]),
    ],
  });
}
