// Every cell of the tables changed by one, one at a time, and which cells a passage reads at all.

import type { Table } from '../../src/edition/edition.ts';
import { cellText } from '../../src/locale/cell.ts';
import type { Observation, ObservedValue } from '../../src/statistics/observation.ts';
import type { Tables } from './mutation-texts.ts';

/** One change of one cell. */
export interface CellChange {
  /** `table "row" column`, the same for all changes of the cell. */
  readonly cell: string;
  /** `table "row" column: 868 → 869`. */
  readonly said: string;
  /** All tables, with the changed one in its place. */
  readonly tables: Tables;
}

/** The changes of every cell of every table, each to the values that `other` gives. */
export function* changesOf(
  tables: Tables,
  other: (value: ObservedValue) => readonly ObservedValue[],
): Generator<CellChange> {
  for (const table of tables.values())
    for (const [at, row] of table.rows.entries())
      for (const [index, observation] of row.observations.entries()) {
        const cell = nameOf(table, row.label, index);
        for (const value of other(observation.value)) {
          const said = `${cell}: ${cellText(observation.value)} → ${cellText(value)}`;
          const changed = withCell(table, { at, index }, { ...observation, value });
          yield { cell, said, tables: new Map([...tables, [table.id, changed]]) };
        }
      }
}

function nameOf({ id, columns }: Table, row: string, index: number): string {
  return `${id} "${row}" ${columns[index]}`;
}

function withCell(table: Table, { at, index }: { at: number; index: number }, observation: Observation): Table {
  const rows = table.rows.map((row, number) =>
    number === at ? { ...row, observations: row.observations.with(index, observation) } : row,
  );
  return { ...table, rows };
}

/** A value one unit up and one unit down: never below zero, and never a suppressed cell that hides nothing. */
export function byOne(value: ObservedValue): ObservedValue[] {
  switch (value.kind) {
    case 'count':
      return upAndDown(value.value, 1).map(changed => ({ ...value, value: changed }));
    case 'suppressed':
      return [value.below - 1, value.below + 1].map(below => ({ ...value, below }));
    case 'range':
      return [
        ...upAndDown(value.low, 1).map(low => ({ ...value, low })),
        ...upAndDown(value.high, 1).map(high => ({ ...value, high })),
      ].filter(({ low, high }) => low < high);
    case 'rounded':
      return upAndDown(value.value, value.to).map(changed => ({ ...value, value: changed }));
    case 'percentage':
    case 'mean':
      return upAndDown(value.value, 10 ** -value.decimals).map(changed => ({
        ...value,
        value: Number(changed.toFixed(value.decimals)),
      }));
    case 'missing':
      return [];
  }
}

/** A number that is none of its neighbours: nothing, half, double, and ten times as much. */
export function byFar(value: ObservedValue): ObservedValue[] {
  if (value.kind === 'suppressed')
    return [
      { kind: 'count', value: 0 },
      { kind: 'count', value: 10 * value.below },
    ];
  if (value.kind === 'missing' || value.kind === 'range') return [];
  const whole = value.kind === 'rounded' ? value.to : 1;
  const values = [0, value.value / 2, value.value * 2, value.value * 10].map(far => Math.round(far / whole) * whole);
  return values.filter(far => far !== value.value).map(far => ({ ...value, value: far }));
}

/** An exact count turned into another. */
export function byValue(value: number): (own: ObservedValue) => ObservedValue[] {
  return own => (own.kind === 'count' ? [{ ...own, value }] : []);
}

function upAndDown(value: number, unit: number): number[] {
  return [value + unit, value - unit].filter(changed => changed >= 0);
}

/** The tables as they are, with every cell that is read added to `read` by its name. */
export function watched(tables: Tables, read: Set<string>): Tables {
  return new Map([...tables].map(([id, table]) => [id, watchedTable(table, read)]));
}

function watchedTable(table: Table, read: Set<string>): Table {
  const rows = table.rows.map(row => ({
    ...row,
    observations: row.observations.map((observation, index) => ({
      ...observation,
      get value() {
        read.add(nameOf(table, row.label, index));
        return observation.value;
      },
    })),
  }));
  return { ...table, rows };
}
