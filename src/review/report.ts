// The report for reviewers: one HTML file that holds all it needs, and that reads well without its script too.

import { createHash } from 'node:crypto';
import type { Comparison } from '../diff/comparison.ts';
import { type StyleOptions, styleSheet } from '../document/stylesheet.ts';
import { figuresHtml } from './figures.ts';
import { html, Markup, type Slot } from './markup.ts';
import { withArrows } from './passage.ts';
import { picturesHtml } from './pictures.ts';
import { type Register, register } from './register.ts';
import { summarySentences } from './summary.ts';
import { textsHtml } from './texts.ts';
import { warningsHtml } from './warnings.ts';
import { counted, titleWords } from './words.ts';

/** What a report looks like, and what moves in it. */
export interface ReportParts extends Omit<StyleOptions, 'isDraft'> {
  /** The text of `page.css`. */
  readonly style: string;
  /** The text of `page.js`. */
  readonly script: string;
}

/** The report on a comparison, in Dutch: one HTML file without anything from elsewhere. */
export function reviewHtml(comparison: Comparison, { style, script, faces, theme }: ReportParts): string {
  const known = register(comparison);
  const title = titleWords(comparison);
  // A browser that meets `</` in a script may take it for its end.
  const code = script.replaceAll('</', '<\\/');
  const hash = createHash('sha256').update(code).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; font-src data:; img-src data:`;
  const page = html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(styleSheet([style], { faces, theme }))}</style>
</head>
<body>
<a class="skip" href="#wijzigingen">Naar de wijzigingen</a>
${headHtml(known)}
${bodyHtml(known)}
<script>${new Markup(code)}</script>
</body>
</html>
`;
  return page.source;
}

function headHtml(known: Register): Markup {
  const { old, new: now } = known.comparison;
  const [first = '', ...rest] = summarySentences(known);
  const items = rest.map(
    sentence => html`<li${sentence.startsWith('Let op') && html` class="alert"`}>${sentence}</li>`,
  );
  return html`<header class="head"><div class="inner">
<h1>Wijzigingen: ${withArrows(`${old.label} → ${now.label}`)}</h1>
${commitsHtml(known.comparison)}
<p class="lead">${first}</p>
${items.length > 0 && html`<ul class="summary">${items}</ul>`}
</div></header>`;
}

function commitsHtml({ old, new: now }: Comparison): Slot {
  const name = (words: string, { commit }: Comparison['old']): Slot =>
    commit !== undefined && html`<span>${words} <code>${commit.slice(0, 10)}</code></span>`;
  if (old.commit === undefined && now.commit === undefined) return undefined;
  return html`<p class="commits">${name('Oud: commit', old)} ${name('Nieuw: commit', now)}</p>`;
}

/** The sections that the report has, with how many changes each tells of. */
function sectionsOf({
  comparison,
  publications,
}: Register): (readonly [id: string, kind: string, title: string, count: number])[] {
  const count = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0);
  const { tables, warnings } = comparison;
  const cells = count(
    tables.map(({ kind, facets, cells: all }) => (kind === 'changed' ? facets.length + all.length : 1)),
  );
  const texts = count(publications.map(({ publication }) => publication.texts.length));
  const pages = count(publications.map(({ pairs, shifted }) => pairs.length + shifted.length));
  const all = [
    ['waarschuwingen', 'warnings', 'Waarschuwingen', warnings.length],
    ['cijfers', 'figures', 'Cijfers', cells],
    ['teksten', 'texts', 'Teksten', texts],
    ['bladzijden', 'pages', 'Bladzijden', pages],
  ] as const;
  return all.filter(([, , , many]) => many > 0);
}

function bodyHtml(known: Register): Markup {
  const sections = sectionsOf(known);
  const changes = html`<main id="wijzigingen" tabindex="-1">
${sections.length === 0 && html`<p class="none-found">${emptyWords(known)}</p>`}
${warningsHtml(known)}${figuresHtml(known)}${textsHtml(known)}${picturesHtml(known)}</main>`;
  if (sections.length === 0) return html`<div class="columns">${changes}</div>`;
  return html`<div class="columns">
<nav class="aside" aria-label="Inhoud">
<ul class="contents">${sections.map(([id, , title, count]) => html`<li><a href="#${id}">${title} <span class="count">${count}</span></a></li>`)}</ul>
${filtersHtml(known, sections)}</nav>
${changes}</div>
${barHtml()}`;
}

function emptyWords({ comparison: { publications } }: Register): string {
  const who = counted(publications.length, 'publicatie is vergeleken', 'publicaties zijn vergeleken');
  return publications.length === 0
    ? 'Er viel niets te vergelijken.'
    : `Er zijn geen wijzigingen om te bekijken: ${who}.`;
}

function filtersHtml(known: Register, sections: ReturnType<typeof sectionsOf>): Markup {
  const check = (name: string, value: string, words: string, isOn = true): Markup =>
    html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"${isOn && html` checked`}> ${words}</label>`;
  const some = known.publications.filter(
    ({ publication, pairs, shifted }) =>
      publication.texts.length + pairs.length + shifted.length > 0 ||
      known.comparison.tables.some(({ cells }) =>
        cells.some(({ reach }) => reach.some(place => known.find(place)?.publication === publication)),
      ),
  );
  const hasFollowing = known.publications.some(({ following, shifted }) => following.length + shifted.length > 0);
  return html`<form class="filters needs-script" hidden aria-label="Filters">
<fieldset><legend>Soorten</legend>${sections.map(([, kind, title]) => check('kind', kind, title))}</fieldset>
${some.length > 1 && html`<fieldset><legend>Publicaties</legend>${some.map(({ index, publication }) => check('publication', String(index), publication.title))}</fieldset>`}
${hasFollowing && html`<fieldset><legend>Gevolgen</legend>${check('following', 'yes', 'Gevolgen tonen', false)}</fieldset>`}
<p class="shown" data-shown></p>
</form>
`;
}

/** Keys that move through the changes, with what each does. */
const keys = [
  ['n, j of pijl naar rechts', 'volgende wijziging'],
  ['p, k of pijl naar links', 'vorige wijziging'],
  ['v', 'bladzijden anders bekijken'],
  ['o', 'omlijning aan of uit'],
  ['g', 'gevolgen tonen of verbergen'],
  ['?', 'dit overzicht'],
] as const;

function barHtml(): Markup {
  return html`<section class="bar needs-script" hidden aria-label="Bladeren">
<button type="button" data-go="-1">Vorige</button>
<p class="position" role="status" aria-live="polite" data-position></p>
<button type="button" data-go="1">Volgende</button>
<button type="button" data-help aria-haspopup="dialog"><span class="long">Toetsen</span><span class="short" aria-hidden="true">?</span></button>
<span class="hint" aria-hidden="true"><kbd>n</kbd> volgende <kbd>p</kbd> vorige <kbd>?</kbd> uitleg</span>
<dialog class="help" aria-labelledby="toetsen-kop"><h2 id="toetsen-kop">Toetsen</h2>
<dl>${keys.map(([key, words]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words}</dd></div>`)}</dl>
<label class="choice"><input type="checkbox" name="keys" checked> Deze toetsen gebruiken</label>
<form method="dialog"><button>Sluiten</button></form></dialog>
</section>`;
}
