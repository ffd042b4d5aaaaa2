// Figures of the report: the cells of each table that changed, and every place where they reach print.

import type { CellChange, FacetChange, ReachedPlace, TableChange } from '../diff/comparison.ts';
import { capitalise } from '../locale/capital.ts';
import { html, type Markup, type Slot } from './markup.ts';
import {
  factsHtml,
  filterAttributes,
  folded,
  fromTo,
  headingsWords,
  nothing,
  pagesHtml,
  piecesHtml,
  publicationTitle,
  sectionOf,
} from './passage.ts';
import { wordPieces } from './pieces.ts';
import { type Register, type Registered, tableId } from './register.ts';
import { counted, formWords, statesWords } from './words.ts';

/** The section of figures; nothing when no table differs. */
export function figuresHtml(register: Register): Markup {
  const { tables } = register.comparison;
  if (tables.length === 0) return nothing;
  return sectionOf(
    'cijfers',
    'Cijfers',
    tables.map(table => tableHtml(table, register)),
  );
}

function tableHtml(table: TableChange, register: Register): Markup {
  const { kind, year, table: name, title, facets, cells } = table;
  const where = html`<span class="origin">tabel ${name}, ${year}</span>`;
  if (kind !== 'changed') return wholeTable(table, register);
  return html`<section class="group" aria-label="${`Tabel ${title}`}"><h3>${title} ${where}</h3>
${facets.map(facet => facetHtml(facet))}${cells.map(cell => cellHtml(cell, register))}</section>
`;
}

/** A table that is new or gone: one change, with its cells folded away. */
function wholeTable(table: TableChange, register: Register): Markup {
  const { kind, year, table: name, title, cells } = table;
  const of = cells.flatMap(({ reach }) => reach.map(place => register.find(place)));
  const rows = cells.map(
    ({ row, column, old, new: now }) =>
      html`<tr><th scope="row">${row}</th><td>${column}</td><td class="number">${(now ?? old)?.printed}</td></tr>`,
  );
  const body = html`<div class="scrolls" role="group" aria-label="${`Cellen van ${title}`}" tabindex="0"><table><thead><tr><th scope="col">Rij</th><th scope="col">Kolom</th><th scope="col" class="number">Waarde</th></tr></thead><tbody>${rows}</tbody></table></div>
`;
  return html`<section class="group" aria-label="${`Tabel ${title}`}"><h3>${title} <span class="origin">tabel ${name}, ${year}</span></h3>
<article class="change" id="${tableId(table)}" ${filterAttributes('figures', of)}>
<h4>De hele tabel <span class="tag">${kind === 'added' ? 'nieuw' : 'vervallen'}</span></h4>
${cells.length > 0 && folded(capitalise(counted(cells.length, 'cel', 'cellen')), body)}</article></section>
`;
}

function facetHtml({ id, name, old, new: now }: FacetChange): Markup {
  const isShort = (old?.length ?? 0) + (now?.length ?? 0) < 60;
  const none = html`<em class="none">niet vermeld</em>`;
  const body =
    isShort || old === undefined || now === undefined
      ? fromTo(old ?? none, now ?? none)
      : piecesHtml(wordPieces(old, now));
  return html`<article class="change facet" id="${id}" ${filterAttributes('figures', [])}>
<h4>${capitalise(name)}</h4>
<p class="value">${body}</p>
</article>
`;
}

function cellHtml(cell: CellChange, register: Register): Markup {
  const { id, row, column, old, new: now, difference, reach } = cell;
  const none = html`<em class="none">geen</em>`;
  const size =
    difference &&
    html`<span class="difference">${difference.units}${difference.percent && ` (${difference.percent})`}</span>`;
  const states = statesWords(old, now);
  return html`<article class="change cell" id="${id}" ${filterAttributes('figures', reach.map(register.find))}>
<h4>${row}, ${column}</h4>
<p class="value">${fromTo(old?.printed ?? none, now?.printed ?? none)} ${size}</p>
${states && html`<p class="states">${capitalise(states)}</p>`}
${reachHtml(reach, register)}</article>
`;
}

function reachHtml(reach: readonly ReachedPlace[], register: Register): Slot {
  if (reach.length === 0) return html`<p class="facts">Staat in geen enkele publicatie.</p>`;
  const groups = Map.groupBy(reach, place => `${place.year} ${place.publication}`);
  const summary = `Staat op ${counted(reach.length, 'plaats', 'plaatsen')}`;
  return html`<p class="label">${summary}</p>
${[...groups.values()].map(places => placesHtml(places, register))}`;
}

function placesHtml(places: readonly ReachedPlace[], register: Register): Markup {
  const [first] = places;
  const of = first && register.find(first);
  return html`<div class="places" data-publication="${of?.index}"><p class="publication">${first && publicationTitle(first, register)}</p><ul>${places.map(place => placeHtml(place, of))}</ul></div>
`;
}

function placeHtml(place: ReachedPlace, of: Registered | undefined): Markup {
  const { form, oldPage, newPage, section, figure, isChanged } = place;
  const facts = [
    capitalise(formWords[form]),
    pagesHtml({ old: oldPage, new: newPage }, of),
    headingsWords(section, of),
    figure && `“${figure}”`,
  ];
  const mark = !isChanged && html`<strong class="tag kept">niet veranderd</strong>`;
  return html`<li${!isChanged && html` class="unchanged"`}>${factsHtml([...facts, mark])}${printedHtml(place)}</li>`;
}

/** What stands at the place: a sentence in pieces, or what the table or chart prints there. */
function printedHtml({ form, oldText, newText, isChanged }: ReachedPlace): Slot {
  if (oldText === undefined && newText === undefined) return undefined;
  if (oldText === undefined)
    return html`<p class="printed"><span class="tag">nieuw op deze plaats</span> ${newText}</p>`;
  if (newText === undefined)
    return html`<p class="printed"><span class="tag">niet meer op deze plaats</span> ${piecesHtml([{ kind: 'removed', text: oldText }])}</p>`;
  if (!isChanged) return html`<p class="printed">${newText}</p>`;
  return html`<p class="printed">${form === 'sentence' ? piecesHtml(wordPieces(oldText, newText)) : fromTo(oldText, newText)}</p>`;
}
