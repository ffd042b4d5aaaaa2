// A delivered sheet without a table yet → the table's first YAML, as a person would have typed it.

import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { CellMeasure } from '../edition/cell.ts';
import { meaningOf, referenceDates } from './facts.ts';
import { type Frame, type FrameMark, frameOf } from './frame.ts';
import { readDelivered } from './reading.ts';
import { flowList, scalarText } from './typing.ts';
import type { View } from './view.ts';

/** What a new table says of itself. */
export interface TableHead {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly notes: readonly string[];
}

/** What the operator says of a delivery for a new table. */
export interface DraftOptions {
  readonly omit: readonly string[];
  readonly signs: ReadonlyMap<string, string>;
  /** Whether the view is a range that the operator named. */
  readonly isRange: boolean;
  /** Why cells are missing. */
  readonly reason?: string;
}

/** A new table. */
export interface Draft {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  readonly said: readonly string[];
}

/** The YAML of a new table; without a value when the sheet has no table, or cells that cannot be read. */
export function draftTable(view: View, head: TableHead, options: DraftOptions): Outcome<Draft> {
  const framed = frameOf(view, options.omit, options.isRange);
  const frame = framed.value;
  if (!frame) return { diagnostics: framed.diagnostics };
  const measures = frame.columns.map((_, index) => measureOf(frame.cells.map(row => row[index])));
  const { typed, marks, diagnostics } = readAll(frame, measures, options.signs);
  const missing = missingDiagnostics(frame, typed, options.reason);
  if (diagnostics.length + missing.length > 0)
    return { diagnostics: [...framed.diagnostics, ...diagnostics, ...missing] };
  const lines = [
    ...headLines(view, head),
    ...measureLines(frame, measures),
    ...noteLines(head),
    ...bodyLines(frame, typed),
    ...remarkLines(frame, typed, options.reason),
  ];
  const value = {
    text: `${lines.join('\n')}\n`,
    rows: frame.rows.length,
    columns: frame.columns.length,
    said: [...frame.said, ...markLines([...frame.marks, ...marks], view)],
  };
  return { value, diagnostics: framed.diagnostics };
}

type FrameCell = Frame['cells'][number][number];

/** All percentages, or numbers with decimals, or else counts. */
function measureOf(column: readonly (FrameCell | undefined)[]): CellMeasure['measure'] {
  const texts = column.flatMap(one => (one?.cell ? [one.cell.text.trim()] : []));
  if (texts.some(text => text.endsWith('%'))) return 'percentage';
  return texts.some(text => /^\d+[.,]\d{1,2}$/.test(text)) ? 'mean' : 'count';
}

function readAll(frame: Frame, measures: readonly CellMeasure['measure'][], signs: DraftOptions['signs']) {
  const diagnostics: Diagnostic[] = [];
  const marks: FrameMark[] = [];
  const typed = frame.cells.map((row, at) =>
    row.map(({ cell, address }, index) => {
      const how = { measure: measures[index] ?? 'count', rounding: 1 } as const;
      const read = readDelivered(cell, { how, signs });
      if (read.kind === 'value' && read.mark !== undefined) marks.push({ mark: read.mark, address });
      if (read.kind === 'value') return read.typed;
      const [message, hint] =
        read.kind === 'mistake'
          ? [read.message, read.hint]
          : ['is empty', 'Say with --read "=0" or --read "=." what an empty cell means.'];
      const name = `(row "${frame.rows[at]}", column "${frame.columns[index]}")`;
      diagnostics.push({
        severity: 'error',
        rule: 'import-cell',
        message: `${address} ${message} ${name}.`,
        hints: [hint],
      });
      return '';
    }),
  );
  return { typed, marks, diagnostics };
}

function markLines(marks: readonly FrameMark[], { sheet }: View): string[] {
  return [...Map.groupBy(marks, one => one.mark)].map(([mark, same]) => {
    const meaning = meaningOf(mark, sheet);
    const says = meaning === undefined ? 'The sheet does not say what it means.' : `The sheet says: "${meaning}".`;
    const places = same.map(({ address }) => address).join(', ');
    return `The mark "${mark}" (${places}) is not taken over. ${says} Are those values provisional, say so under \`remarks\`.`;
  });
}

function missingDiagnostics(
  { rows }: Frame,
  typed: readonly (readonly string[])[],
  reason: string | undefined,
): Diagnostic[] {
  if (reason !== undefined) return [];
  return rows.flatMap((row, index) => {
    const count = typed[index]?.filter(text => text === '.').length ?? 0;
    if (count === 0) return [];
    return [
      {
        severity: 'error',
        rule: 'import-missing',
        message: `The row "${row}" has ${count === 1 ? 'a value that is' : `${count} values that are`} missing, and a missing value needs its reason.`,
        hints: ['Give the reason, in Dutch as it will be printed: --missing "De bron noemt dit aantal niet."'],
      } as const,
    ];
  });
}

function headLines({ sheet }: View, { title, unit, source }: TableHead): string[] {
  const dates = [...new Set(referenceDates(sheet).map(fact => fact.text))];
  return [
    '# yaml-language-server: $schema=../../../schema/table.schema.json',
    `title: ${scalarText(title)}`,
    `unit: ${scalarText(unit)}`,
    `source: ${scalarText(source)}`,
    ...(dates.length === 1 ? [`referenceDate: ${dates[0]}`] : []),
  ];
}

function measureLines({ columns }: Frame, measures: readonly CellMeasure['measure'][]): string[] {
  const [first] = measures;
  if (measures.every(one => one === first))
    return first === 'count' || first === undefined ? [] : [`measure: ${first}`];
  const own = columns.flatMap((column, index) =>
    measures[index] === 'count' ? [] : [`${scalarText(column)}: ${measures[index]}`],
  );
  return [`measures: { ${own.join(', ')} }`];
}

function noteLines({ notes }: TableHead): string[] {
  return notes.length === 0 ? [] : ['notes:', ...notes.map(note => `  - ${scalarText(note)}`)];
}

function bodyLines({ rows, columns, panels }: Frame, typed: readonly (readonly string[])[]): string[] {
  const widths = columns.map((_, index) => Math.max(...typed.map(row => row[index]?.length ?? 0)));
  const set = typed.map(row => `[${row.map((text, index) => text.padStart(widths[index] ?? 0)).join(', ')}]`);
  const heads =
    panels.length === 0
      ? [`columns: ${flowList(columns)}`]
      : ['panels:', ...keyed(panels.map(({ title, columns: own }) => [title, flowList(own)]))];
  return [...heads, 'rows:', ...keyed(rows.map((row, index) => [row, set[index] ?? '']))];
}

/** Keys with what stands behind them set in one column. */
function keyed(pairs: readonly (readonly [string, string])[]): string[] {
  const keys = pairs.map(([key]) => `${scalarText(key)}:`);
  const width = Math.max(...keys.map(key => key.length));
  return pairs.map(([, value], index) => `  ${keys[index]?.padEnd(width)} ${value}`);
}

function remarkLines({ rows, columns }: Frame, typed: readonly (readonly string[])[], reason = ''): string[] {
  const items = rows.flatMap((row, index) => {
    const missing = columns.filter((_, column) => typed[index]?.[column] === '.');
    if (missing.length === 0) return [];
    const which = missing.length === columns.length ? [] : [`    columns: ${flowList(missing)}`];
    return [`  - row: ${scalarText(row)}`, ...which, `    missing: ${scalarText(reason)}`];
  });
  return items.length === 0 ? [] : ['remarks:', ...items];
}
