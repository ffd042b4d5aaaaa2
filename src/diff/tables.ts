// The tables of two states held against each other: cells by their labels, and all that is said of them.

import { diffArrays } from 'diff';
import type { Edition } from '../edition/edition.ts';
import type { CellChange, CellState, FacetChange, TableChange } from './comparison.ts';
import { differenceOf } from './difference.ts';
import { createIdentifiers } from './identifier.ts';
import { matchLabels } from './labels.ts';
import { type CellView, type RowView, type TableView, viewOf } from './view.ts';

type Identify = ReturnType<typeof createIdentifiers>;

/** The tables of two editions that differ; nothing of where their cells reach print. Either may be absent. */
export function compareEditions(old: Edition | undefined, now: Edition | undefined): TableChange[] {
  const views = (edition: Edition | undefined): TableView[] =>
    [...(edition?.tables.values() ?? [])].map(table => viewOf(table, edition?.reportingYear ?? 0));
  return compareTables(views(old), views(now));
}

/** The tables that differ, by year and id. */
export function compareTables(old: readonly TableView[], now: readonly TableView[]): TableChange[] {
  const identify = createIdentifiers();
  const key = ({ year, table }: TableView): string => `${year} ${table}`;
  const before = new Map(old.map(view => [key(view), view]));
  const after = new Map(now.map(view => [key(view), view]));
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap(one => compareTable(before.get(one), after.get(one), identify));
}

function compareTable(old: TableView | undefined, now: TableView | undefined, identify: Identify): TableChange[] {
  const view = now ?? old;
  if (!view) return [];
  const { year, table, title } = view;
  if (!old || !now) {
    if (view.isPartial) return [];
    const kind = old ? 'removed' : 'added';
    return [{ ...{ kind, year, table, title, facets: [] }, cells: cellsOf(view, kind, identify) }];
  }
  const pair: Pair = { old, new: now, identify };
  const facets = [...compareFacets(pair), ...compareLists(pair)];
  const { cells, facets: labels } = compareCells(pair);
  const all = [...facets, ...labels];
  return all.length + cells.length === 0 ? [] : [{ kind: 'changed', year, table, title, facets: all, cells }];
}

/** A table of both states. */
interface Pair {
  readonly old: TableView;
  readonly new: TableView;
  readonly identify: Identify;
}

/** Every cell of a table that only one state has. */
function cellsOf(
  { year, table, rows, columns }: TableView,
  kind: 'added' | 'removed',
  identify: Identify,
): CellChange[] {
  return rows.flatMap(row =>
    row.cells.flatMap((cell, index): CellChange[] => {
      if (!cell) return [];
      const column = columns[index] ?? '';
      const id = identify('cel', year, table, row.label, column);
      const state = kind === 'added' ? { new: cell.state } : { old: cell.state };
      return [{ id, row: row.label, column, ...state, reach: [] }];
    }),
  );
}

function facet(
  { new: { year, table }, identify }: Pair,
  name: string,
  states: Pick<FacetChange, 'old' | 'new'>,
): FacetChange {
  return { id: identify('tabel', year, table, name), name, ...states };
}

/** What is known of both states only: open data do not tell which sums a table declares. */
function compareFacets(pair: Pair): FacetChange[] {
  return [...pair.new.facets].flatMap(([name, after]) => {
    const before = pair.old.facets.get(name);
    return pair.old.facets.has(name) && before !== after ? [facet(pair, name, states(before, after))] : [];
  });
}

function states(old: string | undefined, now: string | undefined): Pick<FacetChange, 'old' | 'new'> {
  return { ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { new: now }) };
}

/** Items that went and came at one place are one item that was rewritten. */
function compareLists(pair: Pair): FacetChange[] {
  return [...pair.new.lists].flatMap(([name, after]) => {
    const before = pair.old.lists.get(name);
    if (!before) return [];
    const found: FacetChange[] = [];
    let [gone, at]: [string[], number] = [[], 0];
    const leave = (): void => {
      for (const old of gone) found.push(facet(pair, `${name} ${at + 1}`, { old }));
      gone = [];
    };
    for (const { removed, added, value } of diffArrays([...before], [...after])) {
      if (removed) gone = value;
      else if (added)
        for (const item of value) {
          at += 1;
          found.push(facet(pair, `${name} ${at}`, states(gone.shift(), item)));
        }
      else {
        leave();
        at += value.length;
      }
    }
    leave();
    return found;
  });
}

function compareCells(pair: Pair): { cells: CellChange[]; facets: FacetChange[] } {
  const isPartial = pair.old.isPartial || pair.new.isPartial;
  const printed = (cells: RowView['cells']): string => cells.map(cell => cell?.state.printed).join('|');
  const rows = matchLabels(
    pair.old.rows.map(row => [row.label, printed(row.cells)]),
    pair.new.rows.map(row => [row.label, printed(row.cells)]),
  );
  const columnOf = (view: TableView, index: number): string => printed(view.rows.map(row => row.cells[index]));
  const labelled = (view: TableView) => view.columns.map((label, index) => [label, columnOf(view, index)] as const);
  const columns = matchLabels(labelled(pair.old), labelled(pair.new));
  const cells = rows.pairs.flatMap(([before, after]) =>
    columns.pairs.flatMap(([left, right]) => {
      const at = (view: TableView, row: number | undefined, column: number | undefined): CellView | undefined =>
        row === undefined || column === undefined ? undefined : view.rows[row]?.cells[column];
      const row = pair.new.rows[after ?? -1]?.label ?? pair.old.rows[before ?? -1]?.label ?? '';
      const column = pair.new.columns[right ?? -1] ?? pair.old.columns[left ?? -1] ?? '';
      const [was, is] = [at(pair.old, before, left), at(pair.new, after, right)];
      return isPartial && (!was || !is) ? [] : compareCell(was, is, { row, column, ...pair });
    }),
  );
  if (isPartial) return { cells, facets: [] };
  const facets = [
    ...rows.renamed.map(([old, now]) => facet(pair, 'opschrift van een rij', { old, new: now })),
    ...columns.renamed.map(([old, now]) => facet(pair, 'opschrift van een kolom', { old, new: now })),
    ...(rows.isReordered
      ? [
          facet(
            pair,
            'volgorde van de rijen',
            order(pair, ({ rows: all }) => all.map(({ label }) => label)),
          ),
        ]
      : []),
    ...(columns.isReordered
      ? [
          facet(
            pair,
            'volgorde van de kolommen',
            order(pair, view => view.columns),
          ),
        ]
      : []),
  ];
  return { cells, facets };
}

function order(pair: Pair, read: (view: TableView) => readonly string[]): Required<Pick<FacetChange, 'old' | 'new'>> {
  return { old: read(pair.old).join(', '), new: read(pair.new).join(', ') };
}

interface Spot extends Pair {
  readonly row: string;
  readonly column: string;
}

function compareCell(before: CellView | undefined, after: CellView | undefined, spot: Spot): CellChange[] {
  if (!before && !after) return [];
  if (before && after && isSame(before.state, after.state)) return [];
  const {
    row,
    column,
    identify,
    new: { year, table },
  } = spot;
  const isOther = before?.state.printed !== after?.state.printed; // a status alone makes no difference of values
  const difference = before && after && isOther ? differenceOf(before.value, after.value) : undefined;
  return [
    {
      ...{ id: identify('cel', year, table, row, column), row, column },
      ...(before ? { old: before.state } : {}),
      ...(after ? { new: after.state } : {}),
      ...(difference ? { difference } : {}),
      reach: [],
    },
  ];
}

function isSame(a: CellState, b: CellState): boolean {
  return a.printed === b.printed && a.disclosure === b.disclosure && a.status === b.status && a.remark === b.remark;
}
