// What a cell says, written back as it is typed: `181`, `<5`, `170-180`, `34%`, `28.0`, `.` or `?`.

import type { ObservedValue } from '../statistics/observation.ts';
import { openSign } from './cell.ts';

/** The cell that reads as this value. */
export function typeCell(value: ObservedValue): string {
  switch (value.kind) {
    case 'count':
    case 'rounded':
      return String(value.value);
    case 'suppressed':
      return `<${value.below}`;
    case 'range':
      return `${value.low}-${value.high}`;
    case 'percentage':
      return `${value.value.toFixed(value.decimals)}%`;
    case 'mean':
      return value.value.toFixed(value.decimals);
    case 'missing':
      return value.isOpen ? openSign : '.';
  }
}
