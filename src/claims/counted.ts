// What a number of a text counts: the populations of its cells, of a change or a share those of both its sides.

import type { Concepts } from '../concepts/concepts.ts';
import { describeTable } from '../concepts/describe.ts';
import { covers, type Population, populationKey, united } from '../concepts/population.ts';
import type { Table } from '../edition/edition.ts';
import type { CellReference } from '../statistics/cell.ts';
import { isFailure } from '../statistics/quantity.ts';
import { rowsToAdd } from './cells.ts';
import type { Derivation } from './result.ts';

/** What a number counts, as far as the concepts tell. */
export interface Counted {
  readonly statistics: readonly string[];
  /** Its population; of a change those of what it is from and to, of a share those of part and whole. */
  readonly populations: readonly Population[];
  /** What it says something about: the part of a share, the later side of a change. */
  readonly own: Population;
}

/**
 * What numbers count that one statement is made of; undefined when a table declares no statistic, and for a place in an
 * order, which is of all that it stands among.
 */
export function countedBy(
  derivations: readonly Derivation[],
  tables: ReadonlyMap<string, Table>,
  concepts: Concepts,
): Counted | undefined {
  if (derivations.some(({ calculation }) => !isFailure(calculation) && calculation.measure === 'rank'))
    return undefined;
  const leaves = derivations.flatMap(leavesOf).map(cells => countedIn(cells, tables, concepts));
  if (leaves.length === 0 || leaves.some(leaf => leaf === undefined)) return undefined;
  const there = leaves.flatMap(leaf => leaf ?? []);
  const [first] = derivations;
  const isShare = first?.sides?.kind === 'share' && derivations.length === 1;
  const own =
    derivations.length > 1 ? united(there.map(one => one.population)) : (isShare ? there[0] : there.at(-1))?.population;
  return {
    statistics: [...new Set(there.flatMap(one => one.statistics))],
    populations: distinct([...(derivations.length > 1 && own ? [own] : []), ...there.map(one => one.population)]),
    own: own ?? new Map(),
  };
}

function distinct(populations: readonly Population[]): Population[] {
  return [...new Map(populations.map(one => [populationKey(one), one])).values()];
}

/** The cells of each number that a derivation is worked out from. */
function leavesOf({ sides, calculation }: Derivation): (readonly CellReference[])[] {
  if (sides) return [...leavesOf(sides.first), ...leavesOf(sides.second)];
  return calculation.cells.length > 0 ? [calculation.cells] : [];
}

interface Leaf {
  readonly statistics: readonly string[];
  readonly population: Population;
}

/** Cells that fill their table from edge to edge are not divided by its labels. */
function countedIn(
  cells: readonly CellReference[],
  tables: ReadonlyMap<string, Table>,
  concepts: Concepts,
): Leaf | undefined {
  const populations: Population[] = [];
  const statistics = new Set<string>();
  for (const [id, own] of Map.groupBy(cells, ({ table }) => table)) {
    const table = tables.get(id);
    if (table?.statistic === undefined) return undefined;
    statistics.add(table.statistic);
    const whole = wholeAxes(own, table);
    const { rows, columns, population } = describeTable(table, concepts);
    const labels = own.map(({ row, column }) => [
      ...(whole.rows ? [] : [rows.get(row)?.population ?? new Map()]),
      ...(whole.columns ? [] : [columns.get(column)?.population ?? new Map()]),
    ]);
    populations.push(...labels.map(each => joinedWith(population, each)));
  }
  return { statistics: [...statistics], population: united(populations) };
}

function joinedWith(own: Population, labels: readonly Population[]): Population {
  return new Map([...own, ...labels.flatMap(label => [...label])]);
}

function wholeAxes(
  cells: readonly CellReference[],
  table: Table,
): { readonly rows: boolean; readonly columns: boolean } {
  const [rows, columns] = [new Set(cells.map(({ row }) => row)), new Set(cells.map(({ column }) => column))];
  const hasAll = (labels: readonly string[], found: ReadonlySet<string>): boolean =>
    labels.length > 1 && labels.every(label => found.has(label));
  return {
    rows: hasAll(rowsToAdd(table), rows),
    columns: table.panels.some(panel => hasAll(panel.columns, columns)),
  };
}

/** How the groups that words name together stand to a number: said of it, of others, or of fewer than it counts. */
export function judgeGroups(
  dimension: string,
  groupsNamed: readonly string[],
  { populations }: Counted,
  concepts: Concepts,
): 'same' | 'other' | 'fewer' {
  // `kinderen en jongeren` names one group, and one that it is a part of.
  const named = groupsNamed.filter(one => !groupsNamed.some(other => other !== one && concepts.isWithin(one, other)));
  const counted = populations.flatMap(population => {
    const groups = population.get(dimension);
    return groups ? [groups] : [];
  });
  if (counted.some(groups => covers(named, groups, concepts))) return 'same';
  if (counted.length === 0) return named.length > 1 ? 'same' : 'fewer';
  const isPart = counted.some(groups => groups.some(group => named.some(one => concepts.isWithin(one, group))));
  return isPart ? 'fewer' : 'other';
}
