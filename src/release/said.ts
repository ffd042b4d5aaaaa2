// A changed cell or facet of a table as a line of release notes, in Dutch.

import type { CellChange, CellState, FacetChange } from '../diff/comparison.ts';
import { capitalise } from '../locale/capital.ts';

/** Whether a change is a revision: the figure is marked as revised, or was provisional. */
export function isRevision({ old, new: now }: CellChange): boolean {
  return old !== undefined && now !== undefined && (now.status === 'revised' || old.status === 'provisional');
}

/** A cell's change in a line; of a guarded one, and of one no longer published, the old value is not said. */
export function cellLine({ row, column, old, new: now }: CellChange, { isGuarded }: { isGuarded: boolean }): string {
  const where = `${plain(row)}, ${plain(column)}`;
  return `${where}: ${sentence(cellWords(old, now, isGuarded))}${now ? reason(now) : ''}`;
}

function cellWords(old: CellState | undefined, now: CellState | undefined, isGuarded: boolean): string {
  if (!now) return 'vervallen';
  if (!old) return `nieuw, ${now.printed}`;
  const wasPublished = old.disclosure === 'published';
  if (wasPublished && now.disclosure !== 'published')
    return `de waarde wordt niet meer gepubliceerd (nu ${now.printed})`;
  if (old.printed === now.printed) return `${now.printed}, ${statusChange(old, now)}`;
  const hidesOld = isGuarded && wasPublished;
  return hidesOld ? `gewijzigd, nu ${now.printed}` : `was ${old.printed}, is nu ${now.printed}`;
}

const statusWords = {
  final: 'nu definitief',
  provisional: 'nu voorlopig',
  revised: 'nu aangemerkt als herzien',
  reconstructed: 'nu aangemerkt als gereconstrueerd',
} as const;

function statusChange(old: CellState, now: CellState): string {
  return old.status === now.status ? 'met een andere toelichting' : statusWords[now.status];
}

const reasonWords = {
  final: 'Toelichting',
  provisional: 'Voorlopig',
  revised: 'Herzien',
  reconstructed: 'Gereconstrueerd',
} as const;

/** The remark without the value before, which is said already or may not be said. */
function reason({ remark, status }: CellState): string {
  const why = remark?.replace(/ \(eerder [^)]*\)$/, '') ?? '';
  return why === '' || why === 'herzien' ? '' : ` ${reasonWords[status]}: ${sentence(plain(why))}`;
}

/** What is said of a whole table, as it is now; what stood there before is not repeated, for it may hold a figure. */
export function facetLine({ name, new: now }: FacetChange): string {
  const subject = capitalise(plain(name));
  return now === undefined ? `${subject}: vervallen.` : `${subject}, nu: ${sentence(plain(now))}`;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A text that Markdown leaves as it is. */
export function plain(text: string): string {
  return text
    .replace(/[\\*_`[\]]/g, '\\$&')
    .replace(/<(?=[a-z/!])/gi, '\\<')
    .replace(/\s+/g, ' ');
}
