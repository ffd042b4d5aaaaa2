// Pages of the report: old and new beside each other, over each other or behind a slider, with what differs outlined.

import type { Outline, PagePicture } from '../diff/comparison.ts';
import { capitalise } from '../locale/capital.ts';
import { html, type Markup, type Slot } from './markup.ts';
import { filterAttributes, folded, nothing, sectionOf, withArrows } from './passage.ts';
import type { Register, Registered, ShownPair } from './register.ts';
import { counted, pageWords, pairWords } from './words.ts';

/** How pages may be looked at; the first one is what is seen without scripts. */
const views = [
  ['beside', 'Naast elkaar'],
  ['over', 'Over elkaar'],
  ['difference', 'Verschil'],
  ['slider', 'Schuif'],
] as const;

/** The section of pages; nothing when all are the same. */
export function picturesHtml(register: Register): Markup {
  const some = register.publications.filter(({ pairs, shifted }) => pairs.length + shifted.length > 0);
  if (some.length === 0) return nothing;
  return sectionOf('bladzijden', 'Bladzijden', html`${choices()}${some.map(publicationHtml)}`);
}

function choices(): Markup {
  const radios = views.map(
    ([value, words], index) =>
      html`<label class="choice"><input type="radio" name="view" value="${value}"${index === 0 && html` checked`}> ${words}</label>`,
  );
  return html`<form class="views needs-script" hidden><fieldset><legend>Oud en nieuw</legend>${radios}</fieldset>
<fieldset><legend>Verschillen</legend><label class="choice"><input type="checkbox" name="outlines" checked> Omlijnen</label></fieldset></form>
`;
}

function publicationHtml(one: Registered): Markup {
  const { publication, pairs, shifted, index } = one;
  const title = capitalise(counted(shifted.length, 'bladzijde', 'bladzijden'));
  return html`<section class="group" data-publication="${index}" aria-label="${`Bladzijden van ${publication.title}`}"><h3>${publication.title} <span class="origin">${sizeWords(publication.pages)}</span></h3>
${pairs.map(pair => pairHtml(pair, one))}${
  shifted.length > 0 &&
  folded(
    `${title} met dezelfde woorden op een andere plaats`,
    shifted.map(pair => pairHtml(pair, one)),
    'following',
  )
}</section>
`;
}

function sizeWords({ old, new: now }: { readonly old: number; readonly new: number }): string {
  return old === now ? counted(now, 'bladzijde', 'bladzijden') : `was ${old}, wordt ${now} bladzijden`;
}

function pairHtml(pair: ShownPair, one: Registered): Markup {
  const { id, kind, images, changes, outlines } = pair;
  const tag = kind === 'added' || kind === 'removed' ? nothing : html` <span class="tag">${pageWords[kind]}</span>`;
  const sheets = html`${sheet('old', pair, outlines.old)}${sheet('new', pair, outlines.new)}`;
  const isPair = images?.old !== undefined && images.new !== undefined;
  return html`<article class="change pair" id="${id}" ${filterAttributes('pages', [one])}>
<h4>${capitalise(pairWords(pair))}${tag}</h4>
${changesHtml(changes, pair)}
${isPair && rangeHtml(pair)}${images ? html`<div class="sheets${isPair ? '' : ' alone'}">${sheets}</div>` : html`<p class="facts">Van deze bladzijde is geen afbeelding gemaakt.</p>`}</article>
`;
}

function changesHtml(changes: ShownPair['changes'], { isOwn, kind }: ShownPair): Slot {
  const links = changes.map(({ id, title }) => html`<li><a href="#${id}">${withArrows(title)}</a></li>`);
  const own =
    isOwn &&
    kind === 'changed' &&
    html`<li>Iets wat niet in de lijsten hierboven staat: een tekening of de opmaak</li>`;
  if (links.length === 0 && !own) return undefined;
  return html`<p class="label">Op deze bladzijde</p><ul class="on-page">${links}${own}</ul>`;
}

function rangeHtml(pair: ShownPair): Markup {
  const which = pairWords(pair);
  return html`<label class="range needs-script" hidden><span>oud</span><input type="range" min="0" max="100" value="50" aria-label="${`Van oud naar nieuw, ${which}`}"><span>nieuw</span></label>
`;
}

function sheet(side: 'old' | 'new', pair: ShownPair, outlines: readonly Outline[]): Slot {
  const picture = pair.images?.[side];
  const page = pair[side];
  if (!picture || page === undefined) return undefined;
  const name = `${side === 'old' ? 'Oud' : 'Nieuw'}, bladzijde ${page}`;
  const { width, height, png } = picture;
  const data = Buffer.from(png).toString('base64');
  const all = outlines.map(outline => outlineHtml(outline, picture, pair));
  return html`<figure class="sheet ${side}"><figcaption>${name}</figcaption><div class="picture plate"><img src="data:image/png;base64,${data}" width="${width}" height="${height}" alt="${`${name}, als afbeelding`}">${all}</div></figure>
`;
}

/** A box over the picture. It leads a mouse to its change; a keyboard and a screen reader have the list beside it. */
function outlineHtml(
  { left, right, top, bottom, what, change }: Outline,
  { box }: PagePicture,
  pair: ShownPair,
): Markup {
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  const place = [
    `left:${percent(left - box.left, width)}`,
    `top:${percent(box.top - top, height)}`,
    `width:${percent(right - left, width)}`,
    `height:${percent(top - bottom, height)}`,
  ].join(';');
  const title = pair.changes.find(({ id }) => id === change)?.title;
  if (change === undefined) return html`<span class="outline ${what}" style="${place}"></span>`;
  return html`<a class="outline ${what}" href="#${change}" style="${place}" tabindex="-1" aria-hidden="true"${title && html` title="${title}"`}></a>`;
}
