// An observation: one cell of a statistical table, with what is known of its value and how firm it is.

import type { Place } from '../diagnostics/diagnostic.ts';

/** How firm a printed value is; a reconstructed one was lost in the source and worked out again. */
export const observationStatuses = ['final', 'provisional', 'revised', 'reconstructed'] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

/** What a cell says of its value. Numbers are exact decimals as typed; `decimals` is how many were typed. */
export type ObservedValue =
  | { readonly kind: 'count'; readonly value: number }
  /** A count from 1 to `below - 1`: zeros are always printed. */
  | { readonly kind: 'suppressed'; readonly below: number }
  /** A count from `low` to `high`, both included. */
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  /** A count rounded to the nearest multiple of `to`. */
  | { readonly kind: 'rounded'; readonly value: number; readonly to: number }
  /** Per cent, rounded to `decimals`. */
  | { readonly kind: 'percentage'; readonly value: number; readonly decimals: number }
  /** A mean in the table's unit, rounded to `decimals`. */
  | { readonly kind: 'mean'; readonly value: number; readonly decimals: number }
  /** An open one (`?`) is not known yet and must still be filled in; others were never known, or are lost. */
  | { readonly kind: 'missing'; readonly reason: string; readonly isOpen?: true };

/** One cell of a table. */
export interface Observation {
  readonly value: ObservedValue;
  readonly status: ObservationStatus;
  /** Why the value is provisional, revised or reconstructed. */
  readonly remark?: string;
  /** The value printed before, when revised. */
  readonly previous?: string;
  readonly place: Place;
}

/** Whether a cell must still be filled in (`?`); that alone is reported, and nothing that follows from it. */
export function isOpen({ value }: Pick<Observation, 'value'>): boolean {
  return value.kind === 'missing' && value.isOpen === true;
}
