// A figure's own Vega-Lite file a step later: the labels and tables that it names between quotes.

import type { Naming } from './expression.ts';
import { laterLabel } from './slot.ts';
import { advance } from './step.ts';

/** The specification with the later names of tables, and the later years of what stands between quotes. */
export function renewSpecification(text: string, { step, shapes, idOf }: Naming): string {
  const slots = [...shapes.values()].flatMap(({ columns, rows, panels }) => [...panels, ...columns, ...rows]);
  return text.replace(/"(?:\\.|[^"\\\n])*"/g, quoted => {
    const words = quoted.slice(1, -1);
    if (shapes.has(words)) return `"${idOf(words)}"`;
    if (/^https?:/.test(words)) return quoted;
    const label = laterLabel(words, slots);
    return `"${label === words ? advance(words, step, { last: [step.from] }) : label}"`;
  });
}
