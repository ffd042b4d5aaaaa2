// All the values that a formula may have, also when its quotients share uncertain numbers.

import type { Variable } from './form.ts';
import { type Formula, scaleFormula } from './formula.ts';
import { independentBounds } from './independent.ts';
import { exactly, type Interval, midpoint, width } from './interval.ts';
import { add, compare, negate, one, type Rational, roundDown } from './rational.ts';
import { slopeOf } from './slope.ts';
import { narrowFormula, sharedVariables } from './variables.ts';

/**
 * All values of the formula. Both ends are attained when no two quotients share a number, and when those they share are
 * whole: then the box of the shared numbers is halved where the highest value may lie, until only one value is left for
 * each. Wider than need be, but never too narrow, in two cases: where more than `mostHalvings` halvings would be needed
 * (many numbers with thousands of values each), and where two quotients share a percentage or a mean that makes one of
 * them rise and the other fall.
 */
export function formulaBounds(formula: Formula): Interval {
  if (sharedVariables(formula).length === 0) return independentBounds(formula);
  return { low: negate(highestOf(scaleFormula(formula, negate(one)))), high: highestOf(formula) };
}

/** Enough for any shared numbers that have together no more than so many combinations of values, and mostly for more. */
const mostHalvings = 2000;

/** Some of the possible values of the shared numbers, and a bound on what the formula is for them. */
interface Box {
  readonly formula: Formula;
  readonly bound: Rational;
  /** A shared number that is still uncertain; the bound is attained when there is none. */
  readonly open: Variable | undefined;
}

/** Branch and bound (Land and Doig, 1960), the most promising box first: the first without open numbers is the best. */
function highestOf(formula: Formula): Rational {
  const boxes: Box[] = [];
  let best = boxOf(formula);
  for (let halvings = 0; best.open && halvings < mostHalvings; halvings += 1) {
    for (const half of halvesOf(best.open)) insert(boxes, boxOf(narrowFormula(best.formula, half)));
    best = boxes.pop() ?? best;
  }
  return best.bound;
}

/** Keeps the boxes in order, the highest bound last. */
function insert(boxes: Box[], box: Box): void {
  let [from, to] = [0, boxes.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = boxes[middle];
    if (other && compare(other.bound, box.bound) <= 0) from = middle + 1;
    else to = middle;
  }
  boxes.splice(from, 0, box);
}

function boxOf(formula: Formula): Box {
  const shared = sharedVariables(formula);
  const settled = shared.reduce(settle, formula);
  const open = (settled === formula ? shared : sharedVariables(settled)).filter(({ isWhole }) => isWhole);
  return { formula: settled, bound: independentBounds(settled).high, open: widest(open) };
}

/** A number with which the formula only rises has its highest value where the formula has; one that lowers it, its lowest. */
function settle(formula: Formula, variable: Variable): Formula {
  const slope = slopeOf(formula, variable);
  if (slope === undefined) return formula;
  const { low, high } = variable.interval;
  return narrowFormula(formula, { ...variable, interval: exactly(slope < 0 ? low : high) });
}

function widest(variables: readonly Variable[]): Variable | undefined {
  return variables.toSorted((a, b) => compare(width(b.interval), width(a.interval)))[0];
}

function halvesOf(variable: Variable): [Variable, Variable] {
  const { low, high } = variable.interval;
  const middle = roundDown(midpoint(variable.interval), 0);
  return [
    { ...variable, interval: { low, high: middle } },
    { ...variable, interval: { low: add(middle, one), high } },
  ];
}
