// A figure in HTML: its drawing above the table whose columns stand under it, its notes and its source.

import type { Drawing } from '../charts/draw.ts';
import type { Frame, FrameColumn } from '../charts/frame.ts';
import { cellAt } from '../claims/cells.ts';
import type { Figure, Row, Table } from '../edition/edition.ts';
import { cellText } from '../locale/cell.ts';
import { formatDate } from '../locale/date.ts';
import { remarkText } from '../locale/remark.ts';
import { breakLabel } from '../prose/typography.ts';
import type { Observation } from '../statistics/observation.ts';
import type { Binder } from './binder.ts';

/** A figure as the templates see it; `null` where there is nothing to print. */
export interface FigureContext {
  readonly id: string;
  readonly chart: string;
  /** Figuur or Tabel. */
  readonly label: string;
  readonly number: string;
  readonly title: string;
  readonly svg: string | null;
  readonly width: number | null;
  readonly table: TableContext;
  readonly notes: readonly string[];
  /** Whether the drawing has open bands or dotted lines, for counts that are not exact. */
  readonly uncertain: boolean;
  readonly remarks: readonly { readonly mark: string; readonly text: string }[];
  readonly source: string;
  readonly referenceDate: string | null;
  readonly unit: string;
}

/** A table as the templates see it; widths are CSS px, null where the browser may choose. */
export interface TableContext {
  readonly caption: string;
  readonly rowHead: string;
  readonly labelWidth: number | null;
  readonly columns: readonly ColumnContext[];
  readonly panels: readonly {
    readonly id: string;
    readonly title: string;
    readonly span: number;
    readonly style: string;
  }[];
  readonly rows: readonly RowContext[];
}

interface ColumnContext {
  readonly id: string;
  readonly label: string;
  readonly width: number | null;
  readonly style: string;
  /** Id of the head above its own, where heads stand in two rows. */
  readonly headers: string | null;
}

interface RowContext {
  readonly id: string;
  readonly label: string;
  readonly key: string | null;
  readonly total: boolean;
  readonly cells: readonly {
    readonly text: string;
    readonly mark: string | null;
    readonly style: string;
    /** Ids of all its heads, where those of the columns stand in two rows; otherwise the table itself tells them. */
    readonly headers: string | null;
  }[];
}

/** What a figure is called in its publication. */
export interface FigureNumber {
  readonly label: 'Figuur' | 'Tabel';
  readonly number: number;
}

/** The context of a figure's partial; without a drawing the table stands alone. */
export function figureContext(
  figure: Figure,
  drawing: Drawing | undefined,
  { label, number, binder }: FigureNumber & { readonly binder: Binder },
): FigureContext {
  const { table } = figure;
  const remarks = remarksOf(table);
  const title = titleOf(figure, binder);
  return {
    ...{ id: `figuur-${figure.id}`, chart: figure.chart, label, title },
    number: binder.count(String(number), label === 'Tabel' ? 'tabelnummer' : 'figuurnummer', figure.place),
    svg: drawing?.svg || null,
    uncertain: drawing?.uncertain ?? false,
    width: alignedFrame(figure, drawing)?.width ?? null,
    table: tableContext(figure, drawing, { title, remarks, binder }),
    notes: table.notes.map(note => binder.note(note, table)),
    remarks: remarks.map((text, index) => ({ mark: markOf(index), text: binder.note(text, table) })),
    source: binder.note(table.source, table),
    referenceDate:
      table.referenceDate === undefined
        ? null
        : binder.count(formatDate(table.referenceDate), 'peildatum', table.place),
    unit: table.unit,
  };
}

/** A title of the publication's own may hold expressions; a table's own title only names what is counted. */
function titleOf({ title, table, titlePlace }: Figure, binder: Binder): string {
  return title === table.title ? binder.title(table) : binder.words(title, titlePlace);
}

/** A pie and a specification of its own have no columns above the table's. */
function alignedFrame(figure: Figure, drawing: Drawing | undefined): Frame | undefined {
  const free = figure.chart === 'pie' || figure.chart === 'table' || figure.chart === 'specification';
  return free ? undefined : drawing?.frame;
}

interface Bound {
  /** The title of the figure, with its marks. */
  readonly title: string;
  readonly remarks: readonly string[];
  readonly binder: Binder;
}

function tableContext(figure: Figure, drawing: Drawing | undefined, { title, remarks, binder }: Bound): TableContext {
  const { table } = figure;
  const frame = alignedFrame(figure, drawing);
  const columns = table.columns.map((label, index) => ({
    ...columnContext(figure, label, frame?.columns, index),
    headers: panelIdOf(table, figure.id, index),
    label: binder.label(frame?.columns[index] ? breakLabel(label) : label, table),
  }));
  // A table of one row needs no key to be told apart.
  const drawn = table.rows.length > 1 ? (drawing?.keys ?? []) : [];
  const keys = new Map(drawn.map(key => [key.row, key.svg]));
  return {
    caption: `${title} (${table.unit})`,
    rowHead: 'Categorie',
    labelWidth: frame?.labelWidth ?? null,
    columns,
    panels: panelsOf(table, columns).map(panel => ({ ...panel, title: binder.label(panel.title, table) })),
    rows: table.rows.map((row, index) =>
      rowContext(row, `${figure.id}-r${index + 1}`, { table, columns, remarks, keys, frame, binder }),
    ),
  };
}

function columnContext(
  figure: Figure,
  label: string,
  columns: readonly FrameColumn[] | undefined,
  index: number,
): Omit<ColumnContext, 'headers'> {
  const id = `${figure.id}-k${index + 1}`;
  const breakable = breakLabel(label);
  const column = columns?.[index];
  if (!column) return { id, label, width: null, style: '' };
  const gap = index === 0 ? 0 : column.left - (columns?.[index - 1]?.right ?? column.left);
  const width = column.right - column.left + gap;
  return { id, label: breakable, width, style: gap > 0 ? `padding-left:${gap}px` : '' };
}

function panelsOf(table: Table, columns: readonly ColumnContext[]): TableContext['panels'] {
  let first = 0;
  return table.panels.flatMap(panel => {
    const style = columns[first]?.style ?? '';
    first += panel.columns.length;
    const id = columns[first - 1]?.headers ?? '';
    return panel.title === undefined ? [] : [{ id, title: panel.title, span: panel.columns.length, style }];
  });
}

/** The id of the head over the heads of a panel's columns; `null` for a panel without a title. */
function panelIdOf({ panels }: Table, figure: string, column: number): string | null {
  let last = 0;
  const index = panels.findIndex(({ columns }) => {
    last += columns.length;
    return column < last;
  });
  return panels[index]?.title === undefined ? null : `${figure}-p${index + 1}`;
}

interface RowSurroundings {
  readonly table: Table;
  readonly columns: readonly ColumnContext[];
  readonly remarks: readonly string[];
  readonly binder: Binder;
  readonly keys: ReadonlyMap<string, string>;
  readonly frame: Frame | undefined;
}

function rowContext(row: Row, id: string, around: RowSurroundings): RowContext {
  const isWhole = around.table.relations.some(
    ({ direction, holds, whole }) =>
      direction === 'rows' && holds === 'equals' && whole.table === around.table.id && whole.rows.includes(row.label),
  );
  return {
    id,
    label: around.binder.label(breakLabel(row.label), around.table),
    key: around.keys.get(row.label) ?? null,
    total: isWhole,
    cells: row.observations.map((observation, index) => ({
      ...cellContext(row.label, { observation, index }, around),
      headers: headersOf(around.columns[index], id),
    })),
  };
}

function headersOf(column: ColumnContext | undefined, row: string): string | null {
  return column?.headers ? `${column.headers} ${column.id} ${row}` : null;
}

function cellContext(
  row: string,
  { observation, index }: { observation: Observation; index: number },
  around: RowSurroundings,
) {
  const cell = cellAt(around.table, row, around.table.columns[index] ?? '');
  const remark = remarkText(observation);
  const at = remark === undefined ? -1 : around.remarks.indexOf(remark);
  return {
    text: cell ? around.binder.cell(cell) : cellText(observation.value),
    mark: at < 0 ? null : markOf(at),
    style: isRange(observation)
      ? centred(around.columns[index])
      : cellStyle(around.frame?.columns[index], around.columns[index]),
  };
}

function isRange({ value }: Observation): boolean {
  return value.kind === 'range';
}

/** A range is wider than the numbers it stands among, so it is centred by itself. */
function centred(context: ColumnContext | undefined): string {
  if (!context || context.width === null) return '';
  return `text-align:center${context.style ? `;${context.style}` : ''}`;
}

/** Numbers are right-aligned to one another and, as a block, centred under their bars. */
function cellStyle(column: FrameColumn | undefined, context: ColumnContext | undefined): string {
  if (!column) return '';
  const room = (column.right - column.left - column.numbers) / 2;
  return `padding-right:${Math.max(0, Math.floor(room * 4) / 4)}px${context?.style ? `;${context.style}` : ''}`;
}

function remarksOf(table: Table): string[] {
  const all = table.rows.flatMap(row => row.observations.flatMap(one => remarkText(one) ?? []));
  return [...new Set(all)];
}

/** a to z, then aa, ab and so on. */
function markOf(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : markOf(Math.floor(index / 26) - 1) + letter;
}
