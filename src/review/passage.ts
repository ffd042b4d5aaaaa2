// The parts that all sections of the report are made of: text in pieces, places, links to pages.

import type { TextPiece } from '../diff/comparison.ts';
import { html, Markup, type Slot } from './markup.ts';
import { spaced } from './pieces.ts';
import type { Register, Registered } from './register.ts';
import { sectionWords } from './words.ts';

/** Text in pieces: what went and what came are marked for the eye, and said to a screen reader. */
export function piecesHtml(pieces: readonly TextPiece[]): Markup {
  return html`${spaced(pieces).map(({ kind, text }) => {
    if (kind === 'same') return text;
    const [words, space] = [text.trim(), /\s$/u.test(text) ? ' ' : ''];
    return kind === 'removed'
      ? html`<del><span class="said">verwijderd: </span>${words}<span class="said"> einde. </span></del>${space}`
      : html`<ins><span class="said">toegevoegd: </span>${words}<span class="said"> einde. </span></ins>${space}`;
  })}`;
}

/** Drawn, because few fonts of texts have one; said as a word. */
const arrow = html`<svg class="arrow" viewBox="0 0 18 10" aria-hidden="true"><path d="M0 5h16M11.5 1l4.5 4-4.5 4"/></svg>`;

/** A text with its arrows drawn, which are said as `wordt`. */
export function withArrows(text: string): Slot {
  const [first = '', ...rest] = text.split(' → ');
  return [first, ...rest.map(part => html` <span class="said">wordt </span>${arrow} ${part}`)];
}

/** Old and new beside an arrow, which is said as a word. */
export function fromTo(old: Slot, now: Slot): Markup {
  return html`<span class="from-to"><span class="was"><span class="said">was </span>${old}</span> ${arrow} <span class="said">, wordt </span><strong class="now">${now}</strong></span>`;
}

/** A page as a link to its pictures, where they are shown; else its number. */
export function pageLink(page: number | null | undefined, side: 'old' | 'new', of: Registered | undefined): Slot {
  if (page === null || page === undefined) return undefined;
  const pair = [...(of?.pairs ?? []), ...(of?.shifted ?? [])].find(one => one[side] === page);
  const words = `blz. ${page}`;
  return pair ? html`<a href="#${pair.id}">${words}</a>` : words;
}

/** Pages of both sides: `blz. 12`, `blz. 12 (was 11)`, `was blz. 11`; an empty text where neither has one. */
export function pagesHtml(
  pages: { readonly old: number | null; readonly new: number | null },
  of: Registered | undefined,
): Slot {
  const { old, new: now } = pages;
  if (now === null) return old === null ? '' : html`was ${pageLink(old, 'old', of)}`;
  const before = old === null || old === now ? '' : ` (was ${old})`;
  return html`${pageLink(now, 'new', of)}${before}`;
}

/** A line of small facts with dots between them; empty ones are left out. */
export function factsHtml(facts: readonly Slot[]): Markup {
  const given = facts.filter(fact => fact !== undefined && fact !== false && fact !== '');
  return html`<p class="facts">${given.map((fact, index) => html`${index > 0 && html`<span aria-hidden="true"> · </span>`}<span>${fact}</span>`)}</p>`;
}

/** The headings above a place, without the title of its publication, which is said already; empty for none. */
export function headingsWords(section: readonly string[], of: Registered | undefined): string {
  return sectionWords(section, of?.publication.title ?? '');
}

/** The name of the publication of a place. */
export function publicationTitle(
  place: { readonly year?: number; readonly publication: string },
  { find }: Register,
): string {
  return find(place)?.publication.title ?? place.publication;
}

/** What a change is filtered by: its kind, and the publications that it is in; one in none is in all. */
export function filterAttributes(kind: string, publications: readonly (Registered | undefined)[]): Markup {
  const indexes = [...new Set(publications.flatMap(one => one?.index ?? []))];
  return html`data-kind="${kind}" data-publications="${indexes.join(' ')}"`;
}

/** A section of the report with its changes. */
export function sectionOf(id: string, title: string, body: Slot): Markup {
  return html`<section class="part" id="${id}" aria-labelledby="${id}-kop"><h2 id="${id}-kop">${title}</h2>
${body}</section>
`;
}

/** What is folded away until it is opened, and open in print. */
export function folded(summary: Slot, body: Slot, kind = 'folded'): Markup {
  return html`<details class="${kind}"><summary>${summary}</summary>
${body}</details>
`;
}

/** Nothing. */
export const nothing = new Markup('');
