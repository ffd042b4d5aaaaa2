// Rule `relation-missing`: panels that count the same years, once by year and once pooled, say how they relate.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Edition, Panel, Relation, Sum, Table } from '../edition/edition.ts';
import { cellsAt } from '../edition/whole.ts';
import type { CellReference } from '../statistics/cell.ts';
import { writeSum } from './arithmetic.ts';
import { placesOf, related } from './marks.ts';
import { type Pasted, pasteItem, toFillIn } from './paste.ts';
import { isLess, isMore, type Side, sideOf } from './side.ts';

/**
 * A diagnostic for every panel of counts whose title names years of another panel of its table, such as "Per vorm in
 * 2019-2023", when no relation holds the columns of the two against each other.
 */
export function checkPooledPanels(edition: Edition): Diagnostic[] {
  return [...edition.tables.values()].flatMap(table =>
    pairsOf(table)
      .filter(pair => !table.relations.some(relation => bridges(relation, pair)))
      .map(missingRelation),
  );
}

/** A panel of years and a panel that pools some of them. */
interface Pair {
  readonly table: Table;
  readonly yearly: Panel;
  readonly pooled: Panel;
  /** The columns of the yearly panel that the pooled one speaks of. */
  readonly years: readonly string[];
}

function pairsOf(table: Table): Pair[] {
  return table.panels
    .filter(({ columns }) => columns.every(column => /^\d{4}$/.test(column)))
    .flatMap(yearly =>
      table.panels
        .filter(pooled => pooled !== yearly)
        .map(pooled => ({ table, yearly, pooled, years: yearsNamed(pooled.title ?? '', yearly.columns) }))
        .filter(({ years }) => years.length > 0 && table.rows.every(row => hasCounts(table, row.label))),
    );
}

/** The years that a title names, when it names one year or a period and all of it stands in the columns. */
function yearsNamed(title: string, columns: readonly string[]): string[] {
  const match = /(?<!\d)(\d{4})(?:\s?[-–]\s?(\d{4}))?(?!\d)/.exec(title);
  const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!(first <= last)) return [];
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return years.every(year => columns.includes(year)) ? years : [];
}

/** Percentages and means do not add up. */
function hasCounts(table: Table, row: string): boolean {
  const cells = cellsAt(table, [row], table.columns);
  return cells.every(({ observation: { value } }) => value.kind !== 'percentage' && value.kind !== 'mean');
}

/** Whether a sum of columns of one of the two panels is held against columns of the other. */
function bridges({ direction, parts, whole }: Relation, { table, yearly, pooled }: Pair): boolean {
  if (direction !== 'columns' || whole.table !== table.id) return false;
  const wholes = columnsOf(whole, table);
  const reaches = (from: Panel, to: Panel): boolean =>
    parts.some(part => from.columns.includes(part)) && wholes.some(column => to.columns.includes(column));
  return reaches(yearly, pooled) || reaches(pooled, yearly);
}

function columnsOf({ columns, panel }: Relation['whole'], table: Table): readonly string[] {
  if (columns === 'same') return [];
  if (columns !== 'all') return columns;
  return table.panels.find(one => panel !== undefined && one.title === panel)?.columns ?? table.columns;
}

/** A row with the sum of its pooled columns and that of its years. */
interface Compared {
  readonly row: string;
  readonly pooled: Side;
  readonly years: Side;
  /** What certainly holds; equals when the two may be equal. */
  readonly holds: Sum['holds'];
}

function compareRows({ table, pooled, years }: Pair): Compared[] {
  return table.rows.map(({ label }) => {
    const [all, own] = [sideOf(cellsAt(table, [label], pooled.columns)), sideOf(cellsAt(table, [label], years))];
    const holds = isMore(all, own) ? 'exceeds' : isLess(all, own) ? 'within' : 'equals';
    return { row: label, pooled: all, years: own, holds };
  });
}

function missingRelation(pair: Pair): Diagnostic {
  const { table, yearly, pooled } = pair;
  const rows = compareRows(pair);
  const example = rows.find(({ holds }) => holds !== 'equals');
  return {
    severity: 'error',
    rule: 'relation-missing',
    message: `The panels "${yearly.title}" and "${pooled.title}" count the same years, and no relation says how they add up. ${example ? writeExample(example) : 'In every row the two can be equal.'}`,
    place: pooled.place ?? table.place,
    related: [
      ...related('the same years', [yearly.place ?? table.place]),
      ...(example ? related('for example', placesOf(cellsOf(example))) : []),
    ],
    hints: relationsThatFit(pair, rows).map(
      item => `Add under \`relations\`${'because' in item ? ', with the reason' : ''}: ${pasteItem(item)}`,
    ),
  };
}

function writeExample({ row, pooled, years }: Compared): string {
  return `In row "${row}" the first has ${writeSum(years, { row })}, the second ${writeSum(pooled, { row })}.`;
}

/** The cells of both sums in the order of their file. */
function cellsOf({ pooled, years }: Compared): CellReference[] {
  const place = ({ observation }: CellReference): Place => observation.place;
  return [...years.cells, ...pooled.cells].toSorted(
    (a, b) => place(a).line - place(b).line || place(a).column - place(b).column,
  );
}

/** The relations that are true of all rows: one, or two when some rows are more and others less. */
function relationsThatFit(pair: Pair, rows: readonly Compared[]): { readonly [key: string]: Pasted }[] {
  const kinds = new Set(rows.map(({ holds }) => holds));
  if (!kinds.has('exceeds') || !kinds.has('within'))
    return [relationThatFits(pair, kinds.has('exceeds') ? 'exceeds' : kinds.has('within') ? 'within' : 'equals')];
  const labels = (isWithin: boolean): string[] =>
    rows.filter(({ holds }) => (holds === 'within') === isWithin).map(({ row }) => row);
  return [relationThatFits(pair, 'exceeds', labels(false)), relationThatFits(pair, 'within', labels(true))];
}

function relationThatFits({ yearly, pooled, years }: Pair, holds: Sum['holds'], rows?: readonly string[]) {
  const [year, ...others] = years;
  const isPanel = years.length === yearly.columns.length && yearly.title !== undefined;
  const several: { readonly [key: string]: Pasted } = isPanel ? { panel: yearly.title ?? '' } : { columns: years };
  return {
    sum: 'columns',
    panel: pooled.title ?? '',
    ...(rows ? { for: rows } : {}),
    [holds]: others.length === 0 ? { column: year ?? '' } : several,
    ...(holds === 'equals' ? {} : { because: toFillIn }),
  };
}
