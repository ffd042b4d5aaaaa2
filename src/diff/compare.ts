// Two states held against each other: tables, texts, where changed cells reach print, and pages.

import { findCauses } from './causes.ts';
import type { Comparison, PagesComparison, PublicationComparison, TextChange } from './comparison.ts';
import { createIdentifiers } from './identifier.ts';
import { type PairedPublication, pairStatements } from './pairing.ts';
import { withReach } from './reach.ts';
import { joinedTables } from './redrawn.ts';
import type { PublicationPair, PublicationSide, Side } from './side.ts';
import { compareTables } from './tables.ts';
import { compareTexts } from './texts.ts';
import { statementWarnings } from './warnings.ts';

/** Compares the pages of a publication whose texts were compared. */
export type ComparePages = (pair: PublicationPair, changes: readonly TextChange[]) => Promise<PagesComparison>;

/** All differences between two states; pages are compared by what comes in from outside. */
export async function compareSides(old: Side, now: Side, comparePages: ComparePages): Promise<Comparison> {
  const hasFigures = old.tables !== undefined && now.tables !== undefined;
  const pairs = pairPublications(old, now);
  const paired = new Map(pairs.map(pair => [pair, hasFigures ? pairStatements(pair) : undefined]));
  const known = [...paired.values()].filter(isThere);
  const joined = joinedTables([...(old.tables ?? []), ...(now.tables ?? [])]);
  const tables = withReach(compareTables(old.tables ?? [], now.tables ?? []), known, joined);
  const identify = createIdentifiers();
  const publications: PublicationComparison[] = [];
  for (const pair of pairs) {
    const causeOf = findCauses(tables, paired.get(pair));
    const texts =
      pair.old && pair.new
        ? compareTexts(pair.old.text, pair.new.text, { publication: pair.new.publication, identify, causeOf })
        : [];
    publications.push({ ...headOf(pair), texts, pages: await comparePages(pair, texts) });
  }
  const warnings = statementWarnings(tables, known, identify);
  return { old: old.head, new: now.head, hasFigures, tables: hasFigures ? tables : [], publications, warnings };
}

function isThere(one: PairedPublication | undefined): one is PairedPublication {
  return one !== undefined;
}

function headOf({
  old,
  new: now,
}: PublicationPair): Pick<PublicationComparison, 'kind' | 'year' | 'publication' | 'title'> {
  const side = now ?? old;
  const kind = old && now ? 'both' : now ? 'added' : 'removed';
  return {
    kind,
    ...(side?.year === undefined ? {} : { year: side.year }),
    ...{ publication: side?.publication ?? '', title: side?.title ?? '' },
  };
}

/** The publications of either state by year and id; two files of other origin are one publication, whatever their names. */
export function pairPublications(old: Side, now: Side): PublicationPair[] {
  const [first, ...others] = old.publications;
  const [second, ...more] = now.publications;
  if (old.head.kind === 'pdf' && now.head.kind === 'pdf' && first && second && others.length + more.length === 0)
    return [{ old: first, new: second }];
  const key = ({ year = 0, publication }: PublicationSide): string => `${year} ${publication}`;
  const before = new Map(old.publications.map(one => [key(one), one]));
  const after = new Map(now.publications.map(one => [key(one), one]));
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.map(one => ({ old: before.get(one), new: after.get(one) }));
}

/** Whether two states differ in anything that counts: what only follows from changed figures counts with them. */
export function hasChanges({ tables, publications }: Pick<Comparison, 'tables' | 'publications'>): boolean {
  return (
    tables.length > 0 ||
    publications.some(
      ({ kind, texts, pages }) =>
        kind !== 'both' || texts.length > 0 || pages.pairs.some(pair => pair.kind !== 'same' && pair.kind !== 'moved'),
    )
  );
}
