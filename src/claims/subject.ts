// What a word of judgement is said of: a number with its past, its change and the numbers it stands among.

import type { Table } from '../edition/edition.ts';
import type { Subject } from '../language/judge.ts';
import type { CellReference } from '../statistics/cell.ts';
import { isFailure, type Quantity } from '../statistics/quantity.ts';
import { cellAt, isThere, rowsToAdd, yearAxis } from './cells.ts';
import { type Derivation, isChange, type Move } from './result.ts';

type Tables = ReadonlyMap<string, Table>;

/** The furthest that a series is followed, in years. */
const mostYears = 30;

/**
 * The subject of a number, once for each way of seeing its rivals (the other rows, the other columns); a number without
 * cells, or that cannot be worked out, has none. Rivals that an author names are the only ones.
 */
export function subjectsOf(derivation: Derivation, tables: Tables, named?: readonly Derivation[]): Subject[] {
  const quantity = derivation.calculation;
  if (isFailure(quantity)) return [];
  const fields = named
    ? [() => named.map((one, index) => ({ label: nameOf(one, index), derivation: one }))]
    : rivalFields(derivation, tables);
  const change = once(() => changeOf(derivation, tables));
  const series = once(() => seriesOf(derivation, tables));
  const years = once(() => [...series(), ...yearsAfter(derivation, tables)]);
  return fields.map((field, index) => {
    const rivals = once(() => field().flatMap(known));
    return {
      quantity,
      get change() {
        return change();
      },
      get series() {
        return series();
      },
      get years() {
        return years();
      },
      get rivals() {
        return rivals();
      },
      before: () => yearBefore(derivation, tables, named)[index],
    };
  });
}

/** What is worked out when it is first asked for: few words look at all that a number stands among. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function nameOf({ calculation: { cells } }: Derivation, index: number): string {
  const [cell, another] = cells;
  return cell && !another ? `"${cell.row}" ${cell.column}` : `the number ${index + 1} behind dan=`;
}

function known({ label, derivation }: { label: string; derivation: Derivation }): Subject['rivals'] {
  return isFailure(derivation.calculation) ? [] : [{ label, quantity: derivation.calculation }];
}

function yearBefore(derivation: Derivation, tables: Tables, named?: readonly Derivation[]): Subject[] {
  const back = yearsOn(-1, tables);
  return subjectsOf(
    derivation.remake(back),
    tables,
    named?.map(one => one.remake(back)),
  );
}

/** Whether its table has the year before, even when the value there is missing: then a word compares years. */
export function hasYearBefore(derivation: Derivation, tables: Tables): boolean {
  if (isChange(derivation)) return true;
  return isThere(derivation.remake(yearsOn(-1, tables)));
}

/** The sides of a change as it was written, or the same number a year earlier and now. */
function changeOf(derivation: Derivation, tables: Tables): { from: Quantity; to: Quantity } | undefined {
  const sides = isChange(derivation) ? derivation.sides : undefined;
  const from = sides ? sides.first.calculation : derivation.remake(yearsOn(-1, tables)).calculation;
  const to = sides ? sides.second.calculation : derivation.calculation;
  return isFailure(from) || isFailure(to) ? undefined : { from, to };
}

function seriesOf(derivation: Derivation, tables: Tables): Subject['series'] {
  return [...walk(derivation, tables, -1)].reverse();
}

/** The same number of later years than its own. */
function yearsAfter(derivation: Derivation, tables: Tables): Subject['series'] {
  return [...walk(derivation, tables, 1)].slice(1);
}

/** The number of its own year and of the years before or after it, as far as they go. */
function* walk(derivation: Derivation, tables: Tables, step: 1 | -1): Generator<Subject['series'][number]> {
  const year = latestYear(derivation, tables);
  if (year === undefined) return;
  for (let years = 0; Math.abs(years) < mostYears; years += step) {
    const { calculation } = derivation.remake(yearsOn(years, tables));
    if (isFailure(calculation)) return;
    yield { year: year + years, quantity: calculation };
  }
}

/** The latest year that a derivation's cells are of. */
export function latestYear({ calculation }: Derivation, tables: Tables): number | undefined {
  const years = calculation.cells.map(cell => yearOf(cell, tables)).filter(year => year !== undefined);
  return years.length === 0 ? undefined : Math.max(...years);
}

const yearLabel = /^(?:19|20)\d\d$/;

/** The year that a cell stands under or beside. */
export function yearOf({ table, row, column }: CellReference, tables: Tables): number | undefined {
  if (yearLabel.test(column)) return Number(column);
  return yearLabel.test(row) && tables.has(table) ? Number(row) : undefined;
}

/** From a cell to the same one so many years later (earlier when below zero); a cell of no year has no other. */
export function yearsOn(years: number, tables: Tables): Move {
  return cell => {
    const table = tables.get(cell.table);
    const year = yearOf(cell, tables);
    if (!table || year === undefined) return undefined;
    const label = String(year + years);
    return yearLabel.test(cell.column) ? cellAt(table, cell.row, label) : cellAt(table, label, cell.column);
  };
}

interface Rival {
  readonly label: string;
  readonly derivation: Derivation;
}

/** The same number of every other row, or of every other column when it has no rows to stand among. */
export function allRivals(derivation: Derivation, tables: Tables): Derivation[] {
  const [field] = rivalFields(derivation, tables);
  return field ? field().map(rival => rival.derivation) : [];
}

/** The same number of the other rows, and of the other columns of its panel; years are no rivals. */
function rivalFields(derivation: Derivation, tables: Tables): (() => Rival[])[] {
  const [focus] = derivation.calculation.cells;
  const table = focus && tables.get(focus.table);
  if (!focus || !table) return [() => []];
  const fields = (['row', 'column'] as const).flatMap(axis => {
    const labels = isAlone(derivation, focus, axis) ? labelsBeside(table, focus, axis) : [];
    const rival = (label: string): Rival => ({
      label,
      derivation: derivation.remake(cell => swapped(cell, { axis, from: focus[axis], to: label, tables })),
    });
    return labels.length > 0 ? [() => labels.map(rival)] : [];
  });
  return fields.length > 0 ? fields : [() => []];
}

/** Whether all cells of the focus's table have its label: a sum over several has no rivals. */
function isAlone({ calculation, sides }: Derivation, focus: CellReference, axis: 'row' | 'column'): boolean {
  const part = sides?.kind === 'share' ? sides.first.calculation : calculation;
  return part.cells.every(
    cell => cell.table !== focus.table || cell[axis] === focus[axis] || yearLabel.test(cell[axis]),
  );
}

/** A total stands among no parts, and no part among totals. */
function labelsBeside(table: Table, focus: CellReference, axis: 'row' | 'column'): readonly string[] {
  const panel = table.panels.find(one => one.columns.includes(focus.column));
  const labels = axis === 'row' ? rowsToAdd(table) : (panel?.columns ?? []);
  if (yearLabel.test(focus[axis]) || yearAxis(table, Number(focus[axis])) !== undefined) return [];
  if (isTotal(focus[axis])) return [];
  return labels.filter(label => label !== focus[axis] && !yearLabel.test(label) && !isTotal(label));
}

function isTotal(label: string): boolean {
  return /^totaal(?!\p{L})/iu.test(label);
}

/** Another label in the place of one. */
export interface Swap {
  readonly axis: 'row' | 'column';
  readonly from: string;
  readonly to: string;
  readonly tables: Tables;
}

/** The cell under another label, wherever it has the label that is swapped. */
export function swapped(cell: CellReference, { axis, from, to, tables }: Swap): CellReference | undefined {
  const table = tables.get(cell.table);
  if (!table || cell[axis] !== from) return cell;
  return axis === 'row' ? cellAt(table, to, cell.column) : cellAt(table, cell.row, to);
}
