// A number of a sentence with the words around it, and what these say wrongly of its years.

import type { TextContext } from './context.ts';
import type { NearNumber } from './near.ts';
import { isChange } from './result.ts';
import { yearBefore, yearBehind } from './said-years.ts';

/** What the years of a sentence are held against. */
export type YearContext = Pick<
  TextContext,
  'marks' | 'vocabulary' | 'tables' | 'diagnostics' | 'publication' | 'reportingYear'
>;

/** The words around a number. */
export interface Words {
  readonly sentence: string;
  /** From the beginning of the sentence to the number. */
  readonly before: string;
  /** From the number to the end of the sentence. */
  readonly behind: string;
  /** From the number to the next one that an expression gives. */
  readonly between: string;
}

/** A number of other years than its words say. */
export interface WrongYear {
  readonly number: NearNumber;
  /** The year or years that the words name. */
  readonly said: string;
  readonly what: string;
  readonly hint: string;
}

/** The year that the words right beside a number give it. */
export function yearOfNumber({ before, behind }: Pick<Words, 'before' | 'behind'>): number | undefined {
  return yearBehind(behind) ?? yearBefore(before);
}

/** A number that the words say is of one year, and that is of others. */
export function ofYear(number: NearNumber, said: number | string, own: readonly string[]): WrongYear {
  const what = `the number of {{${number.expression}}} is of ${own.join(', ')}`;
  const named = isChange(number.derivation) ? '(sinds=… tot=…)' : `(… ${said})`;
  return {
    number,
    said: String(said),
    what,
    hint: `Name the year in the expression ${named}, or correct the sentence.`,
  };
}
