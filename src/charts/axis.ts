// The value axis: from zero to a round number just above the highest value, with few ticks.

import type { Row } from '../edition/edition.ts';
import { formatNumber } from '../locale/number.ts';

/** A value axis from 0 to `top`; `ticks` are its values with their Dutch text, from the bottom up. */
export interface ValueAxis {
  readonly top: number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

const steps = [1, 2, 2.5, 5, 10] as const;

/** An axis of three to five steps of 1, 2, 2.5 or 5 times a power of ten; whole numbers only, unless `decimals` allows more. */
export function valueAxis(highest: number, options: { suffix?: string; decimals?: number } = {}): ValueAxis {
  const { suffix = '', decimals = 0 } = options;
  const step = niceStep(highest, decimals);
  const count = Math.max(1, Math.ceil(highest / step - 1e-9));
  const shown = Number.isInteger(step) ? 0 : decimals;
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
  return {
    top: count * step,
    ticks: ticks.map(value => ({ value, text: `${formatNumber(value, shown)}${suffix}` })),
  };
}

/** The axis of shares: 0% to 100%. */
export function percentageAxis(): ValueAxis {
  return { top: 100, ticks: [0, 25, 50, 75, 100].map(value => ({ value, text: `${formatNumber(value, 0)}%` })) };
}

const fewest = 3;
const most = 5;

/** Of the round steps that reach the highest value in three to five, the largest that leaves least room above it. */
function niceStep(highest: number, decimals: number): number {
  const smallest = 10 ** -decimals;
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(highest, smallest) / most));
  const candidates = [magnitude, magnitude * 10].flatMap(power => steps.map(factor => factor * power));
  const count = (step: number): number => Math.ceil(highest / step - 1e-9);
  const fitting = candidates.filter(step => isMultiple(step, smallest) && count(step) >= fewest && count(step) <= most);
  const waste = (step: number): number => count(step) * step - highest;
  return fitting.reduce((best, step) => (waste(step) <= waste(best) + 1e-9 ? step : best), fitting[0] ?? smallest);
}

function isMultiple(step: number, smallest: number): boolean {
  return Math.abs(step / smallest - Math.round(step / smallest)) < 1e-9 && step >= smallest;
}

/** How the values of these rows are written on an axis: a per cent sign for percentages, decimals for means. */
export function axisOptions(rows: readonly Row[]): { suffix: string; decimals: number } {
  const values = rows.flatMap(row => row.observations.map(observation => observation.value));
  const decimals = values.map(value => ('decimals' in value ? value.decimals : 0));
  const percentages = values.some(value => value.kind === 'percentage');
  return { suffix: percentages ? '%' : '', decimals: Math.max(0, ...decimals) };
}
