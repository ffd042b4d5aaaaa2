// The ledger of a publication: every number and every word of judgement in it, with its ground.

import type { Ground, StatementVerdict } from '../claims/statement.ts';
import type { Measure } from '../statistics/quantity.ts';

/** A cell that a number comes from. */
export interface LedgerCell {
  readonly table: string;
  /** The title of the table. */
  readonly title: string;
  readonly row: string;
  readonly column: string;
  /** As the table prints it. */
  readonly printed: string;
  /** Where the cell was typed; lines and positions from 1. */
  readonly file: string;
  readonly line: number;
  readonly position: number;
  /** Whose figure it is. */
  readonly source: string;
}

/** An exact number: as a decimal of at most six digits behind the point, and as a fraction in lowest terms. */
export interface LedgerNumber {
  readonly decimal: number;
  readonly exact: string;
}

/** A number or word of judgement as it is printed. */
export interface LedgerEntry {
  /** Id of its element in the HTML edition; empty when it has none, such as most structural numbers and those in figures. */
  readonly id: string;
  readonly form: 'number' | 'word';
  readonly kind: Ground;
  /** As printed, in Dutch. */
  readonly text: string;
  /** Page of the PDF from 1; null for what stands in the margins of many pages. */
  readonly page: number | null;
  /** The headings above it, from the outermost. */
  readonly section: readonly string[];
  /** Id of the figure that it stands in. */
  readonly figure: string | null;
  /** Where it was written: the expression or the typed words; null for what the layout prints. */
  readonly file: string | null;
  readonly line: number | null;
  readonly position: number | null;
  /** The expression as typed, or, for a typed word, that of the number it was held against. */
  readonly expression: string | null;
  readonly cells: readonly LedgerCell[];
  /** How the number is worked out of its cells; null for a sum, a single cell, or no number. */
  readonly operation: 'difference' | 'growth' | 'ratio' | 'share' | null;
  readonly measure: Measure | null;
  /** What is counted, in the plural. */
  readonly unit: string | null;
  /** The number it is or was held against, when it is certain; percentages in per cent. */
  readonly value: LedgerNumber | null;
  /** All values that number may have. */
  readonly interval: { readonly low: LedgerNumber; readonly high: LedgerNumber } | null;
  /** The source of what is cited, or the kind of a structural number; in Dutch. */
  readonly basis: string | null;
  readonly verdict: StatementVerdict;
  /** Why a known difference stands. */
  readonly because: string | null;
}

/** How many numbers, or words, stand on each ground. */
export type Count = Readonly<Record<Ground, number>>;

/** What a publication says of figures, counted: numbers in its texts, numbers in its figures, and judgements. */
export interface Coverage {
  readonly numbers: Count;
  readonly figures: Count;
  readonly words: Count;
}

/** What a ledger says of the draft that it belongs to. */
export interface LedgerDraft {
  /** The commit, shortened; null where none was found. */
  readonly version: string | null;
  /** Whether data or templates were other than in that commit. */
  readonly changed: boolean;
  /** As ISO 8601, in UTC. */
  readonly moment: string;
  /** By the Dutch clock: yyyy-mm-dd hh:mm. */
  readonly embargo: string | null;
}

/** The ledger of one publication. */
export interface Ledger {
  readonly publication: string;
  readonly reportingYear: number;
  /** Only of a draft. */
  readonly draft?: LedgerDraft;
  readonly coverage: Coverage;
  readonly entries: readonly LedgerEntry[];
}
