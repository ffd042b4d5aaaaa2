// What is said of the cells of a row, in words: which of its columns, and what.

import { joinList } from '../locale/list.ts';
import { remarkText } from '../locale/remark.ts';
import type { Observation } from '../statistics/observation.ts';

/** The remarks on a row as text, each with the heads of the columns it is about; undefined when there are none. */
export function rowRemarks(observations: readonly Observation[], heads: readonly string[]): string | undefined {
  const columns = new Map<string, string[]>();
  observations.forEach((observation, index) => {
    const text = remarkText(observation);
    if (text !== undefined) columns.set(text, [...(columns.get(text) ?? []), heads[index] ?? '']);
  });
  const remarks = [...columns].map(([text, named]) => `${namesOf(named, heads)}: ${lowered(text)}`);
  return remarks.length > 0 ? remarks.join('\n') : undefined;
}

function namesOf(named: readonly string[], heads: readonly string[]): string {
  return named.length === heads.length && heads.length > 1 ? 'Alle kolommen' : joinList(named);
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
