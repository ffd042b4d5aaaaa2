// What an expression of a text gives: a calculation, words, a block, or nothing because it was reported.

import type { CellReference } from '../statistics/cell.ts';
import type { Calculation } from '../statistics/quantity.ts';
import type { Statement } from './statement.ts';

/** How a number is printed, as the text asks. */
export interface PrintOptions {
  readonly decimals?: number;
  readonly sign: boolean;
  readonly words: boolean;
  readonly capital: boolean;
}

/** Another cell in the place of one: a year earlier, or another row; undefined when there is none. */
export type Move = (cell: CellReference) => CellReference | undefined;

/** A calculation that remembers how it was made, so that the same can be worked out of other cells. */
export interface Derivation {
  readonly calculation: Calculation;
  /** The same derivation of other cells; its calculation is a failure when one of them is not there. */
  readonly remake: (move: Move) => Derivation;
  /** The two sides of a change or a share. */
  readonly sides?: Sides;
}

/** From what to what, or which part of which whole. */
export interface Sides {
  readonly kind: 'difference' | 'growth' | 'ratio' | 'share';
  readonly first: Derivation;
  readonly second: Derivation;
}

/** Whether a derivation is a change by itself: a difference, growth, or ratio. */
export function isChange({ sides }: Derivation): boolean {
  return sides !== undefined && sides.kind !== 'share';
}

/** What a mark says something about, and what it is compared with when the author names that. */
export type About = Pick<Extract<Outcome, { kind: 'words' }>, 'more' | 'against'> & { readonly derivation: Derivation };

/** What is known of a statement apart from its text and place. */
export type Claim = Omit<Statement, 'text' | 'place' | 'expression'>;

/** What a result is; numbers of differences and growth lose their sign in print unless the text asks for it. */
export type Outcome =
  | {
      readonly kind: 'calculation';
      readonly derivation: Derivation;
      readonly unsigned: boolean;
      readonly options: PrintOptions;
    }
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly claim?: Claim;
      /** What the words say something about. */
      readonly about?: Derivation;
      /** The other numbers that they are said of. */
      readonly more?: readonly Derivation[];
      /** The numbers that the author lets the words compare it with. */
      readonly against?: readonly Derivation[];
    }
  | { readonly kind: 'block'; readonly html: string }
  | { readonly kind: 'reported' };

/** The value of an expression on its way to the sentence or to another expression. */
export class Result {
  readonly outcome: Outcome;
  readonly #print: (outcome: Outcome) => string;

  constructor(outcome: Outcome, print: (outcome: Outcome) => string) {
    this.outcome = outcome;
    this.#print = print;
  }

  /** The mark that stands for the result until Markdown is done. */
  toMark(): string {
    return this.#print(this.outcome);
  }
}

/** Several labels, or several results, named together with `(lijst …)`. */
export class List {
  readonly items: readonly unknown[];

  constructor(items: readonly unknown[]) {
    this.items = items;
  }
}

/** Stands for all rows or all columns. */
export const all = { kind: 'all' } as const;

/** Stands for the rows or columns that are years. */
export const allYears = { kind: 'years' } as const;

/** The derivation of some parts by one way of working them out. */
export function derive(
  parts: readonly Derivation[],
  work: (calculations: readonly Calculation[]) => Calculation,
  kind?: Sides['kind'],
): Derivation {
  const [first, second] = parts;
  return {
    calculation: work(parts.map(part => part.calculation)),
    remake: move =>
      derive(
        parts.map(part => part.remake(move)),
        work,
        kind,
      ),
    ...(kind && first && second ? { sides: { kind, first, second } } : {}),
  };
}
