// Which table files may hold one of some statistics, told from their text alone: most need not be parsed.

import type { Concepts } from './concepts.ts';
import type { Population } from './population.ts';

/** What a count is of. */
export interface Asked {
  readonly statistic: string;
  readonly period: string;
  readonly population: Population;
}

/** A row with its cells, or a list between brackets, as tables are written. */
const rowLabel = /^ {2}(?:'([^']+)'|"([^"]+)"|([^\s#'"[-][^:[]*)):\s*\[/gm;
const list = /\[([^\]\n]*)\]/g;

/**
 * Whether the file of a table may hold a cell of one of the asked: it names the statistic and the period, and has every
 * group under a label or as its own; what sets no group apart needs a label that says so. A file that is written in
 * another way than usual may hold anything.
 */
export function mayHold(text: string, asked: readonly Asked[], concepts: Concepts): boolean {
  const alike = asked.filter(
    ({ statistic, period }) => text.includes(`statistic: ${statistic}\n`) && text.includes(period),
  );
  if (alike.length === 0) return false;
  const labels = labelsIn(text);
  if (labels === undefined) return true;
  const own = /^population: \[([^\]]*)\]/m.exec(text)?.[1]?.split(/,\s*/) ?? [];
  const groups = new Set([...own, ...labels.flatMap(label => groupsOf(label, concepts))]);
  const hasWhole = labels.some(label => isPlain(label, concepts));
  return alike.some(({ population }) => {
    const ids = [...population.values()].flat();
    return ids.length === 0 ? hasWhole && own.length === 0 : ids.some(id => groups.has(id));
  });
}

function labelsIn(text: string): readonly string[] | undefined {
  const rows = [...text.matchAll(rowLabel)].flatMap(([, ...labels]) => labels.filter(label => label !== undefined));
  const columns = [...text.matchAll(list)].flatMap(([, items = '']) => items.split(/,\s*/));
  const isUsual = rows.length > 0 && /^ *(?:columns:|[^\n]+:)\s*\[/m.test(text);
  return isUsual
    ? [...new Set([...rows, ...columns].map(label => label.trim().replace(/^['"]|['"]$/g, '')))]
    : undefined;
}

function groupsOf(label: string, concepts: Concepts): string[] {
  const implied = concepts.labelled(label).flatMap(({ id, implies }) => (implies === undefined ? [id] : [id, implies]));
  return [...implied, ...concepts.named(label).flatMap(({ group }) => group?.id ?? [])];
}

/** Whether a label sets no group apart: `Totaal`, `Gemelde slachtoffers`. */
function isPlain(label: string, concepts: Concepts): boolean {
  if (concepts.isWhole(label)) return true;
  const named = /^[\d<.%-]/.test(label) ? [] : concepts.named(label);
  return named.length > 0 && named.every(({ group }) => !group);
}
