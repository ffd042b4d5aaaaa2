// The HTML edition with the ground of each number within reach: behind the number, and in a list at the end.

import { onScreen } from '../document/screen.ts';
import { escapeHtml } from '../prose/typography.ts';
import type { Ledger, LedgerEntry } from './entry.ts';
import { type Grounded, type Group, gather } from './gather.ts';
import { groundWords } from './ground.ts';

/**
 * The document for a screen. Every number and judgement of the running text opens its ground when it is clicked or
 * tapped; tables show their own. A keyboard and a screen reader meet the text as it is, and below each heading one link
 * to the same grounds, listed at the end of the document. A ground is in the document once: the list is what opens.
 */
export function withGrounds(html: string, { entries }: Ledger): string {
  const shown = new Map(entries.filter(isShown).map(entry => [entry.id, entry]));
  const { pieces, groups } = gather(html, shown, numberHtml);
  groups.forEach(({ linkAt, title }, index) => {
    if (linkAt !== undefined) pieces[linkAt] = linkHtml(index, title) + pieces[linkAt];
  });
  if (groups.length === 0) return onScreen(pieces.join(''), ['html']);
  const end = pieces.lastIndexOf('</main>');
  pieces.splice(end < 0 ? pieces.length : end, 0, listHtml(groups));
  return onScreen(pieces.join(''), ['html', 'grounds']);
}

/** The ledger of a publication with its HTML edition made: an id is left only where that edition has its element. */
export function withPlaces(ledger: Ledger, html: string): Ledger {
  const ids = new Set([...html.matchAll(/<[^>]*\sid="([^"]+)"/g)].map(([, id]) => id));
  return { ...ledger, entries: ledger.entries.map(entry => (ids.has(entry.id) ? entry : { ...entry, id: '' })) };
}

function isShown({ kind, figure }: LedgerEntry): boolean {
  return figure === null && kind !== 'structural';
}

/** A screen reader reads on over the empty button, and Tab passes it: both have the list. */
function numberHtml(id: string, words: string): string {
  const opens = `popovertarget="${id}-grond" interestfor="${id}-grond"`;
  return `<label class="bound" id="${id}">${words}<button ${opens} aria-hidden="true" tabindex="-1"></button></label>`;
}

function linkHtml(index: number, title: string): string {
  const name = `${linkWords}${title === '' ? '' : `: ${title.trim()}`}`;
  return `<a class="on-screen grounds-link" href="#grond-${index + 1}" aria-label="${escapeHtml(name)}">${linkWords}</a>`;
}

const linkWords = 'Verantwoording van deze cijfers';

function listHtml(groups: readonly Group[]): string {
  return `<section class="on-screen grounds" id="grond" aria-labelledby="grond-titel">
<h2 id="grond-titel">Verantwoording van de cijfers</h2>
<p>Hier staat van elk cijfer en elk oordeel in de tekst waarop het berust. Klik of tik in de tekst op een onderstreept cijfer, en de verantwoording verschijnt daar. Onder elke kop met cijfers leidt een verwijzing naar deze lijst; de koppen hieronder leiden terug naar de tekst.</p>
${groups.map(groupHtml).join('')}</section>
`;
}

function groupHtml({ heading, title, grounds }: Group, index: number): string {
  const words = escapeHtml(title.trim() || 'Vooraf');
  const back = heading === '' ? words : `<a href="#${heading}">${words}</a>`;
  const items = grounds.map(one => `${itemHtml(one)}\n`);
  return `<h3 id="grond-${index + 1}">${back}</h3>\n<ul>\n${items.join('')}</ul>\n`;
}

const mostAround = 40;

/** A number among the words around it, which do not show when it opens beside them, and its ground. */
function itemHtml({ id, words, entry, around }: Grounded): string {
  const [before, after] = around();
  const from = before.length > mostAround ? `… ${before.slice(-mostAround).replace(/^\S*\s/, '')}` : before.trimStart();
  const to = after.length > mostAround ? `${after.slice(0, mostAround).replace(/\s\S*$/, '')} …` : after.trimEnd();
  const quote = (text: string): string => (text === '' ? '' : `<small>${escapeHtml(text)}</small>`);
  const ground = `<span>${escapeHtml(groundWords(entry))}</span>`;
  return `<li class="ground" id="${id}-grond" popover>${quote(from)}<strong>${words}</strong>${quote(to)} ${ground}</li>`;
}
