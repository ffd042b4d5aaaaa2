// What a cell would have to be for a change or a share to give the number that an author wrote.

import { differenceOf, growthOf, ratioOf, shareOf } from '../statistics/arithmetic.ts';
import type { CellReference } from '../statistics/cell.ts';
import { isExact } from '../statistics/interval.ts';
import { type Calculation, isFailure, plainQuantity, type Quantity } from '../statistics/quantity.ts';
import {
  absolute,
  add,
  compare,
  divide,
  isZero,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  roundDown,
  roundUp,
  subtract,
} from '../statistics/rational.ts';
import { agree } from './agree.ts';
import { valueSaid } from './judge-words.ts';
import type { NumberToken } from './numbers.ts';

/** The two numbers that give a third: from what to what, or which part of which whole. */
export interface NeedSides {
  readonly kind: 'growth' | 'difference' | 'ratio' | 'share';
  /** What a change starts from, or the part. */
  readonly first: Quantity;
  /** What a change leads to, or the whole. */
  readonly second: Quantity;
}

type Which = 'first' | 'second';

/**
 * The least that a cell would have to change to give a written number: `+12% would need 164 in 2022, the table says
 * 162`. Undefined when the sides are not single cells with one exact count, when the number is given already, or when no
 * whole number gives it.
 */
export function wouldNeed(number: NumberToken, sides: NeedSides): string | undefined {
  const [first, second] = [single(sides.first), single(sides.second)];
  if (!first || !second || isGiven(number, sides.kind, first.value, second.value)) return undefined;
  const found = (['first', 'second'] as const).flatMap(which => {
    const own = which === 'first' ? first : second;
    const needed = neededValue(number, { kind: sides.kind, first: first.value, second: second.value, which });
    return needed ? [{ needed, own, distance: absolute(subtract(needed, own.value)) }] : [];
  });
  const [nearest] = found.sort((a, b) => compare(a.distance, b.distance));
  if (!nearest) return undefined;
  const other = nearest.own === first ? second : first;
  const [said, is] = [nearest.needed, nearest.own.value].map(value => valueSaid(value, 'count'));
  return `${number.text} would need ${said} ${whereSaid(nearest.own.cell, other.cell)}, the table says ${is}`;
}

interface Single {
  readonly value: Rational;
  readonly cell: CellReference;
}

function single({ interval, cells, measure }: Quantity): Single | undefined {
  const [cell] = cells;
  if (!cell || cells.length > 1 || measure !== 'count' || !isExact(interval)) return undefined;
  return { value: interval.low, cell };
}

const works: Readonly<Record<NeedSides['kind'], (first: Calculation, second: Calculation) => Calculation>> = {
  growth: growthOf,
  difference: differenceOf,
  ratio: ratioOf,
  share: shareOf,
};

function isGiven(number: NumberToken, kind: NeedSides['kind'], first: Rational, second: Rational): boolean {
  const result = works[kind](plainQuantity(first), plainQuantity(second));
  return !isFailure(result) && agree(number, undefined, result).kind === 'holds';
}

interface Unknown {
  readonly kind: NeedSides['kind'];
  readonly first: Rational;
  readonly second: Rational;
  /** The side to be changed. */
  readonly which: Which;
}

/** The whole number nearest to what the side is that gives the number. */
function neededValue(number: NumberToken, unknown: Unknown): Rational | undefined {
  const exact = solved(targetOf(number, unknown), unknown);
  if (!exact) return undefined;
  const gives = (value: Rational): boolean => {
    const sides = { ...unknown, [unknown.which]: value };
    return value.n >= 0n && isGiven(number, unknown.kind, sides.first, sides.second);
  };
  const start = [roundDown(exact, 0), roundUp(exact, 0)].find(gives);
  return start && nearestTo(unknown[unknown.which], start, gives);
}

/** Halves the way from a value that gives the number to one that does not: what gives it lies all together. */
function nearestTo(current: Rational, start: Rational, gives: (value: Rational) => boolean): Rational {
  let [inside, outside] = [start, current];
  while (compare(absolute(subtract(inside, outside)), one) > 0) {
    const middle = roundDown(divide(add(inside, outside), rational(2)), 0);
    if (gives(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

const hundred = rational(100);

/** The written number in the unit of the result, with the sign that was written, or else the one it has now. */
function targetOf({ measure, value, sign }: NumberToken, { kind, first, second }: Unknown): Rational {
  const isFall = sign === undefined ? compare(second, first) < 0 : sign === '-';
  const inPerCent = kind === 'growth' || kind === 'share';
  if (measure === 'multiple') return kind === 'growth' ? multiply(subtract(value, one), hundred) : value;
  const size = measure === 'fraction' && inPerCent ? multiply(value, hundred) : value;
  return isFall && (kind === 'growth' || kind === 'difference') ? negate(size) : size;
}

/** The value of one side that gives the target exactly; undefined when there is none. */
function solved(target: Rational, { kind, first, second, which }: Unknown): Rational | undefined {
  if (kind === 'difference') return which === 'second' ? add(first, target) : subtract(second, target);
  const factor = factorOf(target, kind);
  const isTop = kind === 'share' ? which === 'first' : which === 'second';
  const other = which === 'first' ? second : first;
  if (isTop) return multiply(other, factor);
  return isZero(factor) ? undefined : divide(other, factor);
}

/** The top of the quotient as a multiple of its bottom. */
function factorOf(target: Rational, kind: 'growth' | 'ratio' | 'share'): Rational {
  if (kind === 'ratio') return target;
  const parts = divide(target, hundred);
  return kind === 'growth' ? add(one, parts) : parts;
}

/** The cell by what tells it apart from the other: its column, its row, or both. */
function whereSaid(own: CellReference, other: CellReference): string {
  const [label, isAlone] =
    own.column === other.column ? [own.row, own.table === other.table] : [own.column, own.row === other.row];
  if (!isAlone) return `for "${own.row}", ${own.column}`;
  return /^\d{4}$/.test(label) ? `in ${label}` : `for "${label}"`;
}
