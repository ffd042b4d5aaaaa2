// What print states: a number or a word of judgement, with the ground on which it stands.

import type { Place } from '../diagnostics/diagnostic.ts';
import type { CellReference } from '../statistics/cell.ts';
import type { Quantity } from '../statistics/quantity.ts';

/** The grounds on which a number or word may stand; without one it is unbound, and the publication is not made. */
export const grounds = ['computed', 'asserted', 'cited', 'structural', 'unbound'] as const;
export type Ground = (typeof grounds)[number];

/** How a statement came out: it holds, it is a known difference, or it does not hold (and then there is an error). */
export type StatementVerdict = 'holds' | 'waived' | 'fails';

/** One number or word of judgement in a text. */
export interface Statement {
  readonly form: 'number' | 'word';
  readonly ground: Ground;
  /** As printed, in Dutch, without soft hyphens. */
  readonly text: string;
  readonly place: Place;
  /** The expression as typed between its braces; for a typed word the expression of the number it was held against. */
  readonly expression?: string;
  /** The number it is, or is held against, with its cells. */
  readonly quantity?: Quantity;
  /** How that number is worked out of its cells, when it is no sum of them. */
  readonly operation?: 'difference' | 'growth' | 'ratio' | 'share';
  /** The cells that bear it out, when they are more than those of the number, or there is none. */
  readonly cells?: readonly CellReference[];
  /** For a cited statement: its source. For a structural one: what kind of number it is. In Dutch. */
  readonly basis?: string;
  readonly verdict: StatementVerdict;
  /** Why a known difference stands. */
  readonly because?: string;
}
