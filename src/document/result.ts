// What an expression of a text gives: a calculation, words, a block, or nothing because it was reported.

import type { Calculation } from '../statistics/quantity.ts';

/** How a number is printed, as the text asks. */
export interface PrintOptions {
  readonly decimals?: number;
  readonly sign: boolean;
  readonly words: boolean;
  readonly capital: boolean;
}

/** What a result is; numbers of differences and growth lose their sign in print unless the text asks for it. */
export type Outcome =
  | {
      readonly kind: 'calculation';
      readonly calculation: Calculation;
      readonly unsigned: boolean;
      readonly options: PrintOptions;
    }
  | { readonly kind: 'words'; readonly text: string }
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

/** Several labels, or several results, named together with `(list …)`. */
export class List {
  readonly items: readonly unknown[];

  constructor(items: readonly unknown[]) {
    this.items = items;
  }
}

/** Stands for all rows or all columns. */
export const all = { kind: 'all' } as const;
