// Texts of the report: what somebody wrote, by publication and section, and apart what only follows from something else.

import type { TextChange } from '../diff/comparison.ts';
import { capitalise } from '../locale/capital.ts';
import { html, type Markup, type Slot } from './markup.ts';
import {
  factsHtml,
  filterAttributes,
  folded,
  headingsWords,
  nothing,
  pageLink,
  pagesHtml,
  piecesHtml,
  sectionOf,
  withArrows,
} from './passage.ts';
import { bodyOf, cut } from './pieces.ts';
import type { Register, Registered } from './register.ts';
import { cellWords, counted, textWords } from './words.ts';

/** Texts longer than this are folded after their first words. */
const mostCharacters = 900;

/** The section of texts; nothing when no text differs. */
export function textsHtml(register: Register): Markup {
  const some = register.publications.filter(({ publication }) => publication.texts.length > 0);
  if (some.length === 0) return nothing;
  return sectionOf(
    'teksten',
    'Teksten',
    some.map(one => publicationHtml(one, register)),
  );
}

function publicationHtml(one: Registered, register: Register): Markup {
  const { publication, written, following } = one;
  const title = capitalise(counted(following.length, 'tekst die alleen volgt', 'teksten die alleen volgen'));
  return html`<section class="group" data-publication="${one.index}" aria-label="${publication.title}"><h3>${publication.title}</h3>
${bySection(written, one, register)}
${following.length > 0 && folded(`${title} uit gewijzigde cijfers of nummers`, bySection(following, one, register), 'following')}</section>
`;
}

function bySection(texts: readonly TextChange[], one: Registered, register: Register): Slot {
  const sections = Map.groupBy(texts, ({ old, new: now }) => headingsWords((now ?? old)?.section ?? [], one));
  // Below another section's name, texts of no section would seem to be that section's.
  const nameOf = (section: string, index: number): string =>
    section === '' && index > 0 ? one.publication.title : section;
  return [...sections].map(([section, these], index) => {
    const name = nameOf(section, index);
    return html`${name !== '' && html`<p class="section-name">${name}</p>`}${these.map(text => textHtml(text, one, register))}`;
  });
}

function textHtml(text: TextChange, one: Registered, register: Register): Markup {
  const { id, old, new: now, cells } = text;
  const pages = pagesHtml({ old: old?.page ?? null, new: now?.page ?? null }, one);
  const isWhole = text.pieces.length === 1 && (text.kind === 'added' || text.kind === 'removed');
  const isMoved = text.kind === 'moved' && old && now;
  const moved =
    isMoved &&
    html`<p class="moved">Verplaatst van ${pageLink(old.page, 'old', one)}${from(old.section, one, ',')} naar ${pageLink(now.page, 'new', one)}${from(now.section, one)}.</p>`;
  return html`<article class="change text ${text.what} ${text.kind}${isWhole && ' whole'}" id="${id}" ${filterAttributes('texts', [one])}>
<h4>${capitalise(textWords(text))}${text.heading !== undefined && html`: <q>${text.heading}</q>`}</h4>
${moved}${bodyHtml(text)}
${factsHtml([!isMoved && pages, causeHtml(cells, register)])}</article>
`;
}

function from(section: readonly string[], one: Registered, end = ''): string {
  const words = headingsWords(section, one);
  return words === '' ? '' : `, ${words}${end}`;
}

function bodyHtml(text: TextChange): Markup {
  const pieces = bodyOf(text);
  if (pieces.length === 0) return nothing;
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const whole = html`<p class="passage">${piecesHtml(pieces)}</p>`;
  const [first] = pieces;
  if (length <= mostCharacters || pieces.length > 1 || !first) return whole;
  return folded(html`${cut(first.text, 160)} <span class="more">(de hele tekst)</span>`, whole);
}

/** The cells that a text follows from, as links. */
function causeHtml(cells: readonly string[], { comparison }: Register): Slot {
  if (cells.length === 0) return undefined;
  const known = comparison.tables.flatMap(table => table.cells).filter(({ id }) => cells.includes(id));
  const links = known.map(
    (cell, index) => html`${index > 0 && '; '}<a href="#${cell.id}">${withArrows(cellWords(cell))}</a>`,
  );
  return known.length > 0 && html`volgt uit ${links}`;
}
