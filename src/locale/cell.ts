// A cell of a table in Dutch, as a table and as prose say it.

import type { ObservedValue } from '../statistics/observation.ts';
import { formatNumber } from './number.ts';

/** A cell in Dutch as a table prints it: `1.234`, `<5`, `170-180`, `34%`, `28,3`, and `n.b.` (not known) when missing. */
export function cellText(value: ObservedValue): string {
  switch (value.kind) {
    case 'missing':
      return 'n.b.';
    case 'suppressed':
      return `<${value.below}`;
    case 'range':
      return `${formatNumber(value.low, 0)}-${formatNumber(value.high, 0)}`;
    case 'percentage':
      return `${formatNumber(value.value, value.decimals)}%`;
    case 'mean':
      return formatNumber(value.value, value.decimals);
    case 'count':
    case 'rounded':
      return formatNumber(value.value, 0);
  }
}

/** A cell as prose says it: `minder dan vijf`, `170 tot 180`, `onbekend`, else as in a table. */
export function cellWords(value: ObservedValue): string {
  switch (value.kind) {
    case 'missing':
      return 'onbekend';
    case 'suppressed':
      return value.below === 5 ? 'minder dan vijf' : `minder dan ${formatNumber(value.below, 0)}`;
    case 'range':
      return `${formatNumber(value.low, 0)} tot ${formatNumber(value.high, 0)}`;
    default:
      return cellText(value);
  }
}
