// The words of a report: how many there are of something, what a cell is, what a change is.

import type { CellState, Comparison, PagePair, ReachedPlace, TextChange } from '../diff/comparison.ts';
import { numberInWords } from '../locale/count.ts';
import { formatNumber } from '../locale/number.ts';
import { firmnessWords } from '../locale/remark.ts';

/** A number of things: `één cel`, `vier cellen`, `134 cellen`; in words up to twenty. */
export function counted(count: number, one: string, many: string): string {
  return `${countWord(count)} ${count === 1 ? one : many}`;
}

/** A number in a sentence: `één`, `twintig`, `1.204`. */
export function countWord(count: number): string {
  if (count === 1) return 'één';
  return (count <= 20 ? numberInWords(count) : undefined) ?? formatNumber(count, 0);
}

/** `is` or `zijn`. */
export function isOrAre(count: number): 'is' | 'zijn' {
  return count === 1 ? 'is' : 'zijn';
}

const disclosureWords = { published: 'gepubliceerd', suppressed: 'onderdrukt', missing: 'ontbreekt' } as const;

/** What a cell is: `gepubliceerd, voorlopig (nog niet compleet)`; `bestaat niet` for one that is not there. */
export function stateWords(state: CellState | undefined): string {
  if (!state) return 'bestaat niet';
  const words = [disclosureWords[state.disclosure], firmnessWords[state.status]].filter(Boolean).join(', ');
  return state.remark === undefined ? words : `${words} (${state.remark})`;
}

/** The states of both sides, in one when they are the same; undefined for a published, final cell that stays so. */
export function statesWords(old: CellState | undefined, now: CellState | undefined): string | undefined {
  const [before, after] = [stateWords(old), stateWords(now)];
  if (!old) return `nieuwe cel: ${after}`;
  if (!now) return `vervallen cel, was ${before}`;
  if (before !== after) return `was ${before}; is nu ${after}`;
  return before === disclosureWords.published ? undefined : before;
}

/** What a changed cell is in a line: `Arbeidsuitbuiting, 2023: 299 → 301`. */
export function cellWords(cell: {
  readonly row: string;
  readonly column: string;
  readonly old?: CellState;
  readonly new?: CellState;
}): string {
  return `${cell.row}, ${cell.column}: ${cell.old?.printed ?? '(geen)'} → ${cell.new?.printed ?? '(geen)'}`;
}

/** What stands at a place where a cell reaches print. */
export const formWords: Readonly<Record<ReachedPlace['form'], string>> = {
  sentence: 'zin',
  table: 'tabel',
  chart: 'grafiek',
};

const whatWords: Readonly<Record<TextChange['what'], string>> = {
  heading: 'kop',
  paragraph: 'zin',
  item: 'punt van een opsomming',
  quote: 'citaat',
  caption: 'bijschrift',
  row: 'tabelrij',
  note: 'noot',
  drawing: 'tekst bij een tekening',
  section: 'paragraaf',
};

const changeWords: Readonly<Record<TextChange['kind'], string>> = {
  changed: 'gewijzigd',
  added: 'toegevoegd',
  removed: 'verwijderd',
  moved: 'verplaatst',
};

/** What happened to a text: `zin gewijzigd`, `paragraaf toegevoegd (12 zinnen)`. */
export function textWords({ what, kind, sentences }: TextChange): string {
  const size = sentences === undefined ? '' : ` (${counted(sentences, 'zin', 'zinnen')})`;
  return `${whatWords[what]} ${changeWords[kind]}${size}`;
}

/** What happened to a page. */
export const pageWords: Readonly<Record<PagePair['kind'], string>> = {
  same: 'gelijk',
  moved: 'verschoven',
  changed: 'gewijzigd',
  added: 'nieuw',
  removed: 'vervallen',
};

/** A page of one or both files: `bladzijde 12 (was 11)`, `bladzijde 4 (vervallen)`. */
export function pairWords({ old, new: now }: Pick<PagePair, 'old' | 'new'>): string {
  if (now === undefined) return `bladzijde ${old} (vervallen)`;
  if (old === undefined) return `bladzijde ${now} (nieuw)`;
  return old === now ? `bladzijde ${now}` : `bladzijde ${now} (was ${old})`;
}

/** The title of a report. */
export function titleWords({ old, new: now }: Comparison): string {
  return `Wijzigingen: ${old.label} → ${now.label}`;
}

/** The headings above a place in a line, without the title of its publication, which is told beside it. */
export function sectionWords(section: readonly string[], title: string): string {
  return (section[0] === title ? section.slice(1) : section).join(' › ');
}
