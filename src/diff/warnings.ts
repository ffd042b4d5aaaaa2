// Statements that deserve a second look: kept while their cells changed, or changed while their cells did not.

import { textMatters } from './causes.ts';
import type { CellChange, StatementWarning, TableChange } from './comparison.ts';
import type { createIdentifiers } from './identifier.ts';
import type { EntryPair, PairedPublication } from './pairing.ts';
import { cellsBehind, changedCells, sentenceOf } from './reach.ts';

/** The warnings in the order of the publications; a sentence whose words were rewritten too is no surprise. */
export function statementWarnings(
  tables: readonly TableChange[],
  publications: readonly PairedPublication[],
  identify: ReturnType<typeof createIdentifiers>,
): StatementWarning[] {
  const changed = changedCells(tables);
  const titles = new Map(tables.map(({ table, year, title }) => [`${year} ${table}`, title]));
  return publications.flatMap(publication =>
    publication.entries.flatMap(pair => {
      const kind = judge(pair, changed, publication);
      const [old, now] = [pair.old, pair.new];
      if (!kind || !old || !now) return [];
      return [
        {
          ...{ id: identify('let-op', publication.publication, now.page ?? ''), kind },
          ...{ year: publication.year, publication: publication.publication, page: now.page, section: now.section },
          ...{ oldText: old.text, newText: now.text, sentence: sentenceOf(now, publication.new) ?? now.text },
          cells: [...cellsBehind(pair, changed)].map(([key, cell]) => cellWords(key, cell, titles)),
        },
      ];
    }),
  );
}

/** Only numbers of running text: what tables and charts print are the cells themselves, and words are somebody's. */
function judge(
  pair: EntryPair,
  changed: ReadonlyMap<string, CellChange>,
  { old, new: now }: PairedPublication,
): StatementWarning['kind'] | undefined {
  if (!pair.old || !pair.new || pair.new.figure !== null || pair.new.form !== 'number') return undefined;
  if (pair.new.kind === 'structural') return undefined;
  const behind = [...cellsBehind(pair, changed).values()].filter(({ old: a, new: b }) => a?.printed !== b?.printed);
  const isKept = pair.old.text === pair.new.text;
  if (behind.length === 0) return isKept || pair.new.cells.length === 0 ? undefined : 'changed-alone';
  return isKept && !textMatters(old?.of.get(pair.old), now?.of.get(pair.new)) ? 'kept' : undefined;
}

/** `Vormen van mensenhandel: Arbeidsuitbuiting, 2023: 299 → 301`. */
function cellWords(
  key: string,
  { row, column, old, new: now }: CellChange,
  titles: ReadonlyMap<string, string>,
): string {
  const [year = '', table = ''] = key.split('\t');
  const states = [old, now].map(state => state?.printed ?? 'geen').join(' → ');
  return `${titles.get(`${year} ${table}`) ?? table}: ${row}, ${column}: ${states}`;
}
