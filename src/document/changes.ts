// The list of changes at the end of a new version: a document of its own, from templates/shared/changes.hbs.

import type { ChartTheme } from '../charts/theme.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Files } from '../edition/files.ts';
import { changesSheet, type Face, styleOf } from './stylesheet.ts';
import type { Templates } from './template.ts';

/** A change as it is listed. */
export interface ListedChange {
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  /** What changed and where, in Dutch: `Alinea in Meldingen`. */
  readonly title: string;
  /** Its page in the new version; absent where nothing of it stands there any more. */
  readonly page?: number;
  /** Its page in the old version, where the new one has none. */
  readonly oldPage?: number;
  /** Its words, in their order; none where the title says all. */
  readonly pieces: readonly ListedPiece[];
}

/** Words of a change. */
export interface ListedPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** All changes since an old version. */
export interface ChangeList {
  /** The old version, as its readers know it: `concept 2 (v2023-concept2)`. */
  readonly old: string;
  readonly changes: readonly ListedChange[];
  /** Size of a page, in points. */
  readonly page: { readonly width: number; readonly height: number };
  /** How many pages stand before the list: its own count on. */
  readonly pagesBefore: number;
}

/** What the list is made with: templates of any kind, since it is one of templates/shared. */
export interface ChangeListOptions {
  readonly templates: Pick<Templates, 'render'>;
  readonly files: Files;
  readonly faces: readonly Face[];
  readonly theme: ChartTheme;
}

/** The scheme of links to pages of the version that the list is put behind: `pagina:12`. */
export const pageScheme = 'pagina:';

const kinds = { changed: 'gewijzigd', added: 'toegevoegd', removed: 'vervallen', moved: 'verplaatst' } as const;

/** The list as a document to be printed; a project without its template is told so. */
export function changeListDocument(
  list: ChangeList,
  { templates, ...style }: ChangeListOptions,
): { html: string; diagnostics: Diagnostic[] } {
  const count = list.changes.length;
  const words = templates.render('changes', {
    ...{ old: list.old, count: count === 1 ? '1 wijziging' : `${count} wijzigingen` },
    changes: list.changes.map(entryOf),
    marks: list.changes.some(({ pieces }) => pieces.some(({ kind }) => kind !== 'same')),
  });
  const css = `${styleOf([`templates/shared/base.css`, `templates/shared/${changesSheet}`], style.files, style)}\n${pageRule(list)}`;
  const head = `<meta charset="utf-8"><title>Wijzigingen</title><meta name="description" content="Wijzigingen"><style>${css}</style>`;
  const html = `<!doctype html>\n<html lang="nl"><head>${head}</head><body class="changes-sheet">${words.trim()}</body></html>\n`;
  return { html, diagnostics: words.trim() === '' ? [withoutTemplate()] : [] };
}

function entryOf({ kind, title, page, oldPage, pieces }: ListedChange) {
  const place = page === undefined ? (oldPage === undefined ? '' : `Stond op pagina ${oldPage}`) : `Pagina ${page}`;
  return {
    ...{ kind: kinds[kind], title, place, link: page === undefined ? '' : `${pageScheme}${page}` },
    pieces: pieces.filter(({ text }) => text.trim() !== '').map(one => ({ kind: one.kind, text: one.text.trim() })),
  };
}

/** The pages are as large as those of the version, and count on behind them. */
function pageRule({ page: { width, height }, pagesBefore }: ChangeList): string {
  return `@page{size:${width}pt ${height}pt}html{counter-reset:page ${pagesBefore}}`;
}

function withoutTemplate(): Diagnostic {
  const file = 'templates/shared/changes.hbs';
  return {
    severity: 'error',
    rule: 'missing-file',
    message: `The file ${file} is not there, or prints nothing: it makes the list of changes.`,
    place: { file, line: 1, column: 1 },
    hints: ['Make it again: a heading with {{old}}, and a list of {{changes}} with their place, title and pieces.'],
  };
}
