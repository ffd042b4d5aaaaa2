// The rows and the columns of a block: which are the table's, and what is done with the others.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearestName } from '../diagnostics/suggest.ts';
import { address, type GridCell } from '../spreadsheet/grid.ts';
import { type Block, cellAddress } from './block.ts';
import { folded, labelFinder, labelOf } from './label.ts';
import { at, inSheet, isHidden, span } from './view.ts';

/** A row or column of the sheet that is the table's. */
export interface Line {
  readonly label: string;
  /** The row or column of the view. */
  readonly index: number;
  /** The cell that holds its label. */
  readonly cell: GridCell;
  readonly mark?: string;
}

/** A row or column of the sheet with values that the table does not have. */
export interface StrayLine {
  readonly what: 'row' | 'column';
  readonly index: number;
  readonly cell?: GridCell;
  readonly hidden: boolean;
}

/** The rows or columns of a block. */
export interface Lines {
  readonly matched: readonly Line[];
  readonly strays: readonly StrayLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Sorts out the columns of a block. */
export function columnsOf(block: Block, known: readonly string[]): Lines {
  const { view, header, stub, end } = block;
  const labelAt = (column: number): GridCell | undefined => at(view, header, column);
  const hasValues = (column: number): boolean =>
    span(header + 1, end - 1).some(row => isValue(at(view, row, column)) && at(view, row, stub) !== undefined);
  const candidates = reach({ first: stub + 1, last: view.bounds.last.column, known, labelAt, hasValues });
  return sortOut('column', candidates, { block, known, labelAt, hasValues });
}

/** Sorts out the rows of a block, of which these columns are read. */
export function rowsOf(block: Block, known: readonly string[], columns: readonly Line[]): Lines {
  const { view, header, stub, end } = block;
  const labelAt = (row: number): GridCell | undefined => at(view, row, stub);
  const hasValues = (row: number): boolean =>
    columns.some(({ index }) => at(view, row, index) !== labelAt(row) && isValue(at(view, row, index)));
  const candidates = reach({ first: header + 1, last: end - 1, known, labelAt, hasValues });
  return sortOut('row', candidates, { block, known, labelAt, hasValues });
}

/** A cell that may hold a value: words and units, such as `aantal` and `%` above the numbers, hold none. */
function isValue(cell: GridCell | undefined): boolean {
  if (cell?.kind !== 'text' || /\d/.test(cell.text)) return cell !== undefined;
  return !/\p{L}{4}/u.test(cell.text) && !/^(?:%|in %|abs\.?|n|pct\.?|[#€])$/iu.test(cell.text.trim());
}

interface Reach {
  readonly first: number;
  readonly last: number;
  readonly known: readonly string[];
  readonly labelAt: (index: number) => GridCell | undefined;
  readonly hasValues: (index: number) => boolean;
}

/** The lines up to the last one of the table, and those that follow it without an empty one between. */
function reach({ first, last, known, labelAt, hasValues }: Reach): number[] {
  const find = labelFinder(known);
  const isKnown = (index: number): boolean => {
    const cell = labelAt(index);
    return cell !== undefined && find(labelOf(cell)) !== undefined;
  };
  const all = span(first, last);
  const lastKnown = all.findLast(isKnown) ?? first - 1;
  const after = all.filter(index => index > lastKnown);
  const stop = after.find(index => labelAt(index) === undefined && !hasValues(index)) ?? last + 1;
  return all.filter(index => index < stop);
}

interface Sorting {
  readonly block: Block;
  readonly known: readonly string[];
  readonly labelAt: (index: number) => GridCell | undefined;
  readonly hasValues: (index: number) => boolean;
}

function sortOut(what: 'row' | 'column', candidates: readonly number[], sorting: Sorting): Lines {
  const find = labelFinder(sorting.known);
  const matched: Line[] = [];
  const strays: StrayLine[] = [];
  for (const index of candidates) {
    const cell = sorting.labelAt(index);
    const known = cell && find(labelOf(cell));
    if (cell && known) matched.push({ ...known, index, cell });
    else if (sorting.hasValues(index))
      strays.push({ what, index, ...(cell ? { cell } : {}), hidden: isHidden(sorting.block.view, what, index) });
  }
  return { matched, strays, diagnostics: repeated(what, matched, sorting.block) };
}

function repeated(what: 'row' | 'column', lines: readonly Line[], { view }: Block): Diagnostic[] {
  return [...Map.groupBy(lines, line => line.label)].flatMap(([label, same]) => {
    if (same.length < 2) return [];
    const places = same.map(({ index, cell }) => {
      const position = inSheet(view, what === 'row' ? { row: index, column: 0 } : { row: 0, column: index });
      const hidden = isHidden(view, what, index) ? ' (hidden)' : '';
      return cell.merged === undefined
        ? `${address(cell)}${hidden}`
        : `${nameOf(what, position, view.turned)}${hidden}`;
    });
    return [
      {
        severity: 'error',
        rule: 'import-repeated',
        message: `The ${what} "${label}" stands in sheet "${view.sheet.name}" more than once: ${places.join(' and ')}.`,
        hints: ['Name the block that holds the table: --range, such as --range A3:F12.'],
      } as const,
    ];
  });
}

function nameOf(what: 'row' | 'column', position: { row: number; column: number }, turned: boolean): string {
  return (what === 'row') !== turned ? `row ${position.row + 1}` : `column ${address(position).replace(/\d+/, '')}`;
}

/** How a stray line is named to a person: `The row "Totaal" (Blad1!A12)`. */
export function strayName({ what, index, cell, hidden }: StrayLine, { view }: Block): string {
  const aside = hidden ? 'hidden ' : '';
  if (cell) return `${aside}${what} "${cell.text}" (${cellAddress(view.sheet, cell)})`;
  const position = inSheet(view, what === 'row' ? { row: index, column: 0 } : { row: 0, column: index });
  return `${aside}${what} without a label (${view.sheet.name}, ${nameOf(what, position, view.turned)})`;
}

/** The diagnostic for a line of the sheet that has no place in the table. */
export function strayDiagnostic(stray: StrayLine, block: Block, known: readonly string[]): Diagnostic {
  const { what, cell } = stray;
  const nearest = cell && nearestLabel(cell.text, known);
  const place =
    what === 'row'
      ? `Or add the row to the table, with ? in its cells, and import again.`
      : `Or add the column to the table, with ? in its cells, and import again.`;
  return {
    severity: 'error',
    rule: `import-unknown-${what}`,
    message: `${capital(strayName(stray, block))} has values, and the table has no such ${what}.`,
    hints: [
      ...(nearest === undefined ? [] : [`Did you mean "${nearest}"? Then make the two labels the same.`]),
      ...(cell
        ? [`Leave it out with --omit "${cell.text}".`, place]
        : ['Name the block without it: --range, such as --range A3:F12.']),
    ],
  };
}

/** Another number is another label, not a misspelt one: 2024 is not meant to be 2023. */
function nearestLabel(text: string, known: readonly string[]): string | undefined {
  const digits = (label: string): string => label.replace(/\D+/g, ' ').trim();
  const alike = known.filter(label => digits(label) === digits(text));
  const near = nearestName(folded(text), alike.map(folded));
  return alike.find(label => folded(label) === near);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
