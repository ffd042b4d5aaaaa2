// What a draft says of itself: at the front of its HTML edition, on a sheet for its PDF, and in the margin of every page.

import type { ChartTheme } from '../charts/theme.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Files } from '../edition/files.ts';
import { formatClock, formatMoment } from '../locale/date.ts';
import { draftSheet, type Face, styleOf } from './stylesheet.ts';
import type { Templates } from './template.ts';

/** A build that is not final. */
export interface Draft {
  /** The commit that it was built from, shortened; undefined where there is none. */
  readonly version: string | undefined;
  /** Whether data or templates were other than in that commit. */
  readonly changed: boolean;
  readonly moment: Date;
  /** Until when its edition may not be published, as the Dutch clock shows it: yyyy-mm-dd hh:mm. */
  readonly embargo?: string;
}

/** The version as it is said: `48e99d2 met niet-vastgelegde wijzigingen`, or `onbekend`. */
export function draftVersion({ version, changed }: Pick<Draft, 'version' | 'changed'>): string {
  return `${version ?? 'onbekend'}${changed ? ' met niet-vastgelegde wijzigingen' : ''}`;
}

/** What the margin of every page says, in pieces; those that weigh more are strong. */
export function draftLine({ moment, embargo, ...draft }: Draft): { text: string; strong: boolean }[] {
  const said = ` · versie ${draftVersion(draft)} · ${formatMoment(moment)}`;
  const until = embargo === undefined ? [] : [{ text: ` · Embargo tot ${formatClock(embargo)}`, strong: true }];
  return [{ text: 'CONCEPT', strong: true }, { text: said, strong: false }, ...until];
}

/** What a draft's notice is made with. */
export interface NoticeOptions {
  readonly templates: Templates;
  readonly files: Files;
  readonly faces: readonly Face[];
  readonly theme: ChartTheme;
}

/** The notice of a draft. */
export interface DraftNotice {
  /** The document with the notice at its front on a screen, its title saying that it is a draft. */
  inHtml(html: string): string;
  /** A document of one page of a size in points, with the notice along its upper edge. */
  sheet(page: { readonly width: number; readonly height: number }): string;
}

/** The notice, from templates/shared/draft.hbs; a project without that template is told so. */
export function draftNotice(
  draft: Draft,
  { templates, ...style }: NoticeOptions,
): { notice: DraftNotice; diagnostics: Diagnostic[] } {
  const { version = 'onbekend', changed, moment, embargo } = draft;
  const words = templates.render('draft', {
    ...{ version, changed, moment: formatMoment(moment) },
    embargo: embargo === undefined ? null : formatClock(embargo),
  });
  const notice: DraftNotice = {
    inHtml: html => atFront(html, words.trim()),
    sheet: page => sheetHtml(words, page, style),
  };
  return { notice, diagnostics: words.trim() === '' ? [withoutNotice()] : [] };
}

/** Printing does not show what stands in a comment for the screen: the PDF has its sheet. */
function atFront(html: string, words: string): string {
  const stamp = '<p class="draft-stamp" aria-hidden="true">CONCEPT</p>';
  return html
    .replace(/<head\b[^>]*>/, head => `${head}\n<meta name="robots" content="noindex">`)
    .replace('</title>', ' (concept)</title>')
    .replace(/<body\b[^>]*>/, body => `${body}\n<!--html ${words}\n${stamp} -->`);
}

function sheetHtml(
  words: string,
  { width, height }: { width: number; height: number },
  style: Omit<NoticeOptions, 'templates'>,
): string {
  const css = `${styleOf([`templates/shared/${draftSheet}`], style.files, style)}\n@page{size:${width}pt ${height}pt;margin:0}`;
  const head = `<meta charset="utf-8"><title>Concept</title><meta name="description" content="Concept"><style>${css}</style>`;
  return `<!doctype html>\n<html lang="nl"><head>${head}</head><body class="draft-sheet">${words}</body></html>\n`;
}

function withoutNotice(): Diagnostic {
  const file = 'templates/shared/draft.hbs';
  return {
    severity: 'error',
    rule: 'missing-file',
    message: `The file ${file} is not there, or prints nothing: a draft must say at its front that it is one.`,
    place: { file, line: 1, column: 1 },
    hints: ['Make it again: an element with a paragraph that gives {{version}}, {{moment}} and {{embargo}}.'],
  };
}
