// Changes turned around: a rise by so many becomes a fall by as many, which prints as the same number.

import { byValue, type CellChange, changesOf } from './mutation-cells.ts';
import type { Copied } from './mutation-copies.ts';
import type { FrozenClaim } from './mutation-frozen.ts';
import { holdsAlways, parseExpression, sidesOf } from './mutation-plain.ts';
import type { Survivor } from './mutation-survivors.ts';
import { type Tables, work } from './mutation-texts.ts';

/** What came of the changes that were turned around. */
export interface Mirrored {
  readonly changes: number;
  readonly survivors: readonly Survivor[];
}

/** Every printed change of two exact cells turned around that prints the same; where nothing is reported, it survives. */
export function mirrored(passages: readonly Copied[], tables: Tables, year: number): Mirrored {
  const turned = passages.flatMap(copy =>
    copy.frozen.claims.flatMap(claim => turnedAround(claim, tables, year).flatMap(change => ({ copy, claim, change }))),
  );
  const worked = turned.map(one => ({ ...one, now: work(one.copy.passage, one.change.tables) }));
  const unseen = worked.filter(({ claim: { key, words }, now }) => now.printed.get(key)?.text === words);
  const survivors = unseen
    .filter(({ now }) => now.diagnostics.length === 0)
    .map(({ copy: { passage }, claim: { words, from }, change: { said } }) => ({
      words: `${passage.text}: ${words}`,
      detail: `${passage.text}:${passage.line} ${from}, ${said}`,
    }));
  return { changes: unseen.length, survivors };
}

/** The change of the later cell that turns the direction and keeps the number; none when it would be below zero. */
function turnedAround({ from }: FrozenClaim, tables: Tables, year: number): CellChange[] {
  const node = parseExpression(from);
  if (!/^\((?:groei|verschil) /.test(from) || /teken=ja/.test(from)) return [];
  const read: string[] = [];
  let [first, second] = [0, 0];
  holdsAlways(tables, year, world => {
    const cell: typeof world.cell = (table, row, column) => {
      read.push(`${table.id} "${row}" ${column}`);
      return world.cell(table, row, column);
    };
    const sides = sidesOf(node, { ...world, cell });
    [first, second] = [sides?.from ?? 0, sides?.to ?? 0];
    return true;
  });
  const [, later] = read;
  const value = 2 * first - second;
  if (read.length !== 2 || later === undefined || value < 0) return [];
  return [...changesOf(tables, byValue(value))].filter(({ cell }) => cell === later);
}
