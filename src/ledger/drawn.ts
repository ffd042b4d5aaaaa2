// The numbers in a drawing, led back to the cells of its table: a label that no cell gives has no ground.

import { certainShares, possibleShares } from '../charts/share.ts';
import { totalBounds } from '../charts/total.ts';
import { cellAt, rowsToAdd } from '../claims/cells.ts';
import type { Statement } from '../claims/statement.ts';
import type { DrawnText, Occurrence } from '../document/restore.ts';
import type { Figure, Publication, Table } from '../edition/edition.ts';
import { cellText } from '../locale/cell.ts';
import { formatNumber } from '../locale/number.ts';
import { sumOf } from '../statistics/arithmetic.ts';
import type { CellReference } from '../statistics/cell.ts';
import { type Interval, isExact } from '../statistics/interval.ts';
import { cellQuantity, isFailure, type Quantity } from '../statistics/quantity.ts';

/** The texts of drawings as statements: a value or a share of the figure's table, a label of it, or its scale. */
export function groundDrawn(
  drawn: readonly DrawnText[],
  publication: Publication,
  tables: ReadonlyMap<string, Table>,
): Occurrence[] {
  const grounded = new Map<string, Known>();
  return drawn.flatMap(({ text, figure: id, isScale, section }) => {
    const known = grounded.get(id) ?? knownOf(id, publication, tables);
    grounded.set(id, known);
    return piecesOf(text).map(piece => ({ id: '', figure: id, section, statement: ground(piece, isScale, known) }));
  });
}

/** `18; 34%` holds a number and a share. */
function piecesOf(text: string): string[] {
  return text.split('; ').filter(piece => /\d/.test(piece));
}

/** What the texts of a figure may say. */
interface Known {
  readonly place: Statement['place'];
  /** What gives each text, in the order of the table; a text that is drawn once more is the next of them. */
  readonly quantities: ReadonlyMap<string, Quantity[]>;
  readonly labels: readonly string[];
}

function knownOf(id: string, publication: Publication, tables: ReadonlyMap<string, Table>): Known {
  const figure = publication.figures.get(id.replace(/^figuur-/, ''));
  const listed = publication.tables.flatMap(table => tables.get(table) ?? []);
  // A specification of its own may draw any table of the publication.
  const isOwn = figure?.chart === 'specification';
  const shown = isOwn ? listed : figure ? [figure.table] : [];
  return {
    place: figure?.place ?? publication.place,
    quantities: inGroups([
      ...shown.flatMap(valuesOf),
      ...(figure && !isOwn ? sharesIn(figure, tables) : []),
      ...(isOwn ? shown.flatMap(totalsOf) : []),
    ]),
    labels: shown.flatMap(table => [...table.columns, ...table.rows.map(row => row.label)]),
  };
}

function inGroups(pairs: readonly (readonly [string, Quantity])[]): Map<string, Quantity[]> {
  const groups = new Map<string, Quantity[]>();
  for (const [text, quantity] of pairs) groups.set(text, [...(groups.get(text) ?? []), quantity]);
  return groups;
}

function cellsOf(table: Table): CellReference[] {
  return table.rows.flatMap(({ label }) => table.columns.flatMap(column => cellAt(table, label, column) ?? []));
}

function valuesOf(table: Table): [string, Quantity][] {
  return cellsOf(table).flatMap((cell): [string, Quantity][] => {
    const quantity = cellQuantity(cell);
    return isFailure(quantity) ? [] : [[cellText(cell.observation.value), quantity]];
  });
}

/** The totals of the columns. */
function totalsOf(table: Table): [string, Quantity][] {
  return table.columns.flatMap((column): [string, Quantity][] => {
    const cells = rowsToAdd(table).flatMap(row => cellAt(table, row, column) ?? []);
    const total = sumOf(cells.map(cellQuantity));
    if (isFailure(total) || !isExact(total.interval)) return [];
    return [[formatNumber(total.interval.low, total.decimals), total]];
  });
}

/** The share of each drawn row in its column, as a drawing prints it: within the totals that the table declares. */
function sharesIn({ table, omit }: Figure, tables: ReadonlyMap<string, Table>): [string, Quantity][] {
  const rows = table.rows.filter(({ label }) => !omit.includes(label));
  const bounds = totalBounds(table, rows, tables);
  return table.columns.flatMap((column, index) => {
    const certain = certainShares(rows, index, bounds[index]);
    const possible = possibleShares(rows, index, bounds[index]);
    const cells = rows.flatMap(({ label }) => cellAt(table, label, column) ?? []);
    return [...certain].flatMap(([row, text]): [string, Quantity][] => {
      const interval = possible.get(row);
      const own = cells.filter(cell => cell.row === row);
      const others = cells.filter(cell => cell.row !== row);
      return interval ? [[text, percentage(interval, [...own, ...others])]] : [];
    });
  });
}

function percentage(interval: Interval, cells: readonly CellReference[]): Quantity {
  return { kind: 'quantity', measure: 'percentage', interval, decimals: 0, cells };
}

function ground(text: string, isScale: boolean, { place, quantities, labels }: Known): Statement {
  const common = { form: 'number', text, place, verdict: 'holds' } as const;
  const ofLabel = { ...common, ground: 'structural', basis: 'opschrift in een grafiek' } as const;
  if (labels.includes(text)) return ofLabel;
  if (isScale) return { ...common, ground: 'structural', basis: 'schaal van een grafiek' };
  const group = quantities.get(text) ?? [];
  const quantity = group.length > 1 ? group.shift() : group[0];
  if (quantity) return { ...common, ground: 'computed', quantity };
  if (labels.some(label => isLineOf(label, text))) return ofLabel;
  return { ...common, ground: 'unbound', verdict: 'fails' };
}

/** Whether a text may be a line of a label: its words with digits are words of the label. */
function isLineOf(label: string, text: string): boolean {
  const words = label.split(/[\s/]+/);
  return text.split(/[\s/]+/).every(word => !/\d/.test(word) || words.includes(word));
}
