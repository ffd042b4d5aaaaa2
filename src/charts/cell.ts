// A cell as it is drawn.

import type { ObservedValue } from '../statistics/observation.ts';

/** The lowest and highest value a cell may have, in the table's unit; equal when the value is known. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** What is drawn of a cell: rounded values as printed, suppressed counts from 1 up; undefined when missing. */
export function extentOf(value: ObservedValue): Extent | undefined {
  switch (value.kind) {
    case 'missing':
      return undefined;
    case 'suppressed':
      return { low: 1, high: value.below - 1 };
    case 'range':
      return { low: value.low, high: value.high };
    case 'count':
    case 'rounded':
    case 'percentage':
    case 'mean':
      return { low: value.value, high: value.value };
  }
}
