// Numbers outside the running texts bound too: labels and notes of tables, cells, captions, titles, counts of the layout.

import type { TextContext } from '../claims/context.ts';
import { sayingOf } from '../claims/holding.ts';
import type { Statement } from '../claims/statement.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { createSource, type Source } from '../diagnostics/source.ts';
import type { Publication, Table } from '../edition/edition.ts';
import { type NumberToken, scanNumbers } from '../language/numbers.ts';
import { structuralNames, structuralSpans } from '../language/structural.ts';
import type { Meaning } from '../language/vocabulary.ts';
import { cellText } from '../locale/cell.ts';
import { type Unusable, workOut } from '../prose/expressions.ts';
import type { CellReference } from '../statistics/cell.ts';
import { cellQuantity, isFailure } from '../statistics/quantity.ts';
import { equals, rational } from '../statistics/rational.ts';

/** Gives texts that are no running text their marks; what has no ground is reported. */
export interface Binder {
  /** A text of publication.yaml by its place, with its expressions worked out. */
  words(text: string, place: Place): string;
  /** A table's own title, which only names what is counted: it judges nothing, and states no number but that of its rows. */
  title(table: Table): string;
  /** A label of a table: its numbers name what is counted. */
  label(text: string, table: Table): string;
  /** A note, remark or source of a table: what it states is its source's. */
  note(text: string, table: Table): string;
  /** A source of what is cited. */
  source(text: string, place: Place): string;
  /** A cell as a table prints it. */
  cell(cell: CellReference): string;
  /** A number that the layout itself gives, such as that of a figure; `basis` says in Dutch what it is. */
  count(text: string, basis: string, place: Place): string;
  /** A known difference: what was printed, and what the tables give. */
  difference(difference: Publication['differences'][number]): { printed: string; computed: string; because: string };
}

/** The binder of one publication. */
export function createBinder(context: Omit<TextContext, 'source'>, unusable: Unusable): Binder {
  const keep = (text: string, place: Place, claim: Omit<Statement, 'text' | 'place'>): string =>
    context.marks.keep({ kind: 'inline', text, place, statement: { ...claim, text, place } });
  const typed = (text: string, place: Place, otherwise: Pick<Statement, 'ground' | 'basis'>): string =>
    bindNumbers(text, context, token =>
      keep(token.text, place, {
        ...{ form: 'number', verdict: 'holds' },
        ...(token.rule ? { ground: 'structural', basis: token.rule } : otherwise),
      }),
    );
  return {
    words: (text, place) =>
      workOut({ ...context, source: sourceAt(text, place), isTitle: true }, unusable, () => ({})).trim(),
    title: table => {
      context.diagnostics.push(...titleMistakes(table, context));
      return typed(table.title, table.place, { ground: 'structural', basis: 'opschrift in een tabel' });
    },
    label: (text, { place }) => typed(text, place, { ground: 'structural', basis: 'opschrift in een tabel' }),
    note: (text, { place, source }) => typed(text, place, { ground: 'cited', basis: source }),
    source: (text, place) => typed(text, place, { ground: 'cited', basis: text }),
    cell: cell => keep(cellText(cell.observation.value), cell.observation.place, cellClaim(cell)),
    count: (text, basis, place) => keep(text, place, { form: 'number', ground: 'structural', basis, verdict: 'holds' }),
    difference: ({ printed, computed, because, place }) => ({
      printed: keep(printed, place, { form: 'number', ground: 'asserted', verdict: 'waived', because }),
      computed: keep(computed, place, { form: 'number', ground: 'computed', verdict: 'holds' }),
      because: typed(because, place, { ground: 'cited', basis: 'bekend verschil' }),
    }),
  };
}

function cellClaim(cell: CellReference): Omit<Statement, 'text' | 'place'> {
  const quantity = cellQuantity(cell);
  const expression = `${cell.table} "${cell.row}" "${cell.column}"`;
  return {
    ...{ form: 'number', ground: 'computed', verdict: 'holds', expression },
    ...(isFailure(quantity) ? { cells: [cell] } : { quantity }),
  };
}

const judging: readonly Meaning['kind'][] = ['direction', 'size', 'part', 'lead', 'first', 'continuity', 'streak'];

/** Numbers and judgements in a table's title that nothing bears out: `Tien meest voorkomende …` needs ten rows. */
function titleMistakes(table: Table, { vocabulary, units }: Pick<TextContext, 'vocabulary' | 'units'>): Diagnostic[] {
  const { title, place } = table;
  const { numbers, words } = sayingOf(title, vocabulary);
  const spans = structuralSpans(title, { units });
  const isFree = ({ token }: (typeof numbers)[number]): boolean =>
    !spans.some(span => span.start <= token.start && token.end <= span.end) && !namesRows(token, table);
  const say = (rule: string, message: string): Diagnostic => ({
    ...{ severity: 'error', rule, message, place },
    hints: ["A table's title names what is counted. Say what came out in a text, where it is held against the cells."],
  });
  const judgements = words.filter(({ meaning }) => judging.includes(meaning.kind));
  return [
    ...numbers
      .filter(isFree)
      .map(({ token }) => say('unbound-number', `The number "${token.text}" in the title of a table has no ground.`)),
    ...judgements.map(({ text }) =>
      say('unbound-word', `The word "${text}" judges, and stands in the title of a table.`),
    ),
  ];
}

/** Whether a number of a title is that of the rows, stands in a label, or is an age: `slachtoffers tot 18 jaar`. */
function namesRows({ value, text, end }: NumberToken, { title, rows, columns }: Table): boolean {
  const labels = [...rows.map(({ label }) => label), ...columns];
  const isInLabel = labels.some(label => scanNumbers(label).some(one => one.text === text));
  return isInLabel || equals(value, rational(rows.length)) || /^\sjaar(?!\p{L})/u.test(title.slice(end));
}

/** A text with a mark in the place of every number in it. */
function bindNumbers(
  text: string,
  { vocabulary, units }: Pick<TextContext, 'vocabulary' | 'units'>,
  mark: (token: { text: string; rule?: string }) => string,
): string {
  const { numbers, named } = sayingOf(text, vocabulary);
  const tokens = [...numbers.map(({ token }) => token), ...named].toSorted((a, b) => b.start - a.start);
  if (tokens.length === 0) return text;
  const spans = structuralSpans(text, { units });
  return tokens.reduce((done, { start, end, text: typed }) => {
    const span = spans.find(one => one.start <= start && end <= one.end);
    const rule = span && structuralNames[span.rule];
    return done.slice(0, start) + mark({ text: typed, ...(rule ? { rule } : {}) }) + done.slice(end);
  }, text);
}

/** A text of a YAML file as a source in which every character has its own line and column, shown as it was typed. */
function sourceAt(text: string, { file, line, column, text: lineText = '' }: Place): Source {
  const quote = /^["']/.test(lineText.slice(column - 1)) ? 1 : 0;
  const source = createSource(file, `${'\n'.repeat(line - 1)}${' '.repeat(column - 1 + quote)}${text}`);
  return lineText === '' ? source : { ...source, lines: source.lines.with(line - 1, lineText) };
}
