// The HTML edition with the ground of each number within reach: behind the number, and in a list at the end.

import { statementAttribute } from '../document/restore.ts';
import { onScreen } from '../document/screen.ts';
import { escapeHtml, plainText } from '../prose/typography.ts';
import type { Ledger, LedgerEntry } from './entry.ts';
import { groundWords } from './ground.ts';

/**
 * The document for a screen. Every number and judgement of the running text opens its ground when it is clicked or
 * tapped; tables show their own. A keyboard and a screen reader meet the text as it is, and below each heading one link
 * to the same grounds, listed at the end of the document. A ground is in the document once: the list is what opens.
 */
export function withGrounds(html: string, { entries }: Ledger): string {
  const { pieces, groups } = gather(html, new Map(entries.filter(isShown).map(entry => [entry.id, entry])));
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

/** The numbers and judgements under one heading. */
interface Group {
  /** Id of the heading; empty before the first. */
  readonly heading: string;
  title: string;
  readonly grounds: { readonly id: string; readonly words: string; readonly entry: LedgerEntry }[];
  /** Where its link goes: before the end of its last paragraph. */
  linkAt: number | undefined;
}

const piece = new RegExp(
  `<!--[\\s\\S]*?-->|<(style|svg)\\b[\\s\\S]*?</\\1>|<span id="(n\\d+)" ${statementAttribute}="(\\w+)">([^<]*)</span>|<[^>]*>|[^<]+`,
  'g',
);

/** Elements whose paragraphs and headings stand beside the running text. */
const beside = /^(?:aside|figure|blockquote|nav|li|td)$/;

/** The document in pieces, its numbers opening their grounds, and the headings with a ground below them. */
function gather(html: string, shown: ReadonlyMap<string, LedgerEntry>): { pieces: string[]; groups: Group[] } {
  const pieces: string[] = [];
  const walk = createWalk();
  for (const [text, , id, ground, words = ''] of html.matchAll(piece)) {
    const entry = id !== undefined && ground !== 'link' ? shown.get(id) : undefined;
    if (id !== undefined) walk.words(words);
    else walk.piece(text, pieces.length);
    if (id !== undefined && entry) walk.group().grounds.push({ id, words, entry });
    pieces.push(id === undefined ? text : entry ? numberHtml(id, words, entry) : words);
  }
  return { pieces, groups: walk.groups.filter(({ grounds }) => grounds.length > 0) };
}

/** What is known on the way through the document: where it is, and under which heading. */
function createWalk() {
  const groups: Group[] = [newGroup('')];
  const open: { readonly name: string; readonly tag: string }[] = [];
  let isHeading = false;
  const group = (): Group => groups.at(-1) ?? newGroup('');
  const words = (text: string): void => {
    if (isHeading) group().title += plainText(text);
  };
  const close = (name: string, at: number): void => {
    const [start] = open.splice(open.findLastIndex(one => one.name === name));
    if (/^h\d$/.test(name)) isHeading = false;
    if (start?.tag === '<p>' && !open.some(one => beside.test(one.name))) group().linkAt = at;
  };
  const start = (name: string, tag: string): void => {
    if (/^h\d$/.test(name) && !open.some(one => beside.test(one.name))) {
      isHeading = true;
      groups.push(newGroup(/\sid="([^"]*)"/.exec(tag)?.[1] ?? ''));
    }
    open.push({ name, tag });
  };
  const read = (text: string, at: number): void => {
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/.exec(text) ?? [];
    if (!text.startsWith('<')) words(text);
    else if (slash) close(name, at);
    else if (name !== '' && !whole.test(name)) start(name, text);
  };
  return { groups, group, words, piece: read };
}

function newGroup(heading: string): Group {
  return { heading, title: '', grounds: [], linkAt: undefined };
}

/** Elements that are one piece. */
const whole = /^(?:br|col|hr|img|meta|style|svg|wbr)$/;

function numberHtml(id: string, words: string, { kind }: LedgerEntry): string {
  const button = `<button type="button" popovertarget="${id}-grond" interestfor="${id}-grond" aria-hidden="true" tabindex="-1"></button>`;
  return `<label class="bound bound-${kind}" id="${id}">${words}${button}</label>`;
}

function linkHtml(index: number, title: string): string {
  const name = `${linkWords}${title === '' ? '' : `: ${title.trim()}`}`;
  return `<a class="on-screen grounds-link" href="#grond-${index + 1}" aria-label="${escapeHtml(name)}">${linkWords}</a>`;
}

const linkWords = 'Verantwoording van deze cijfers';

function listHtml(groups: readonly Group[]): string {
  return `<section class="on-screen grounds" id="grond" aria-labelledby="grond-titel">
<h2 id="grond-titel">Verantwoording van de cijfers</h2>
<p>Hier staat van elk cijfer en elk oordeel in de tekst waarop het berust. Klik of tik in de tekst op een onderstreept cijfer, en de verantwoording verschijnt daar.</p>
${groups.map(groupHtml).join('')}</section>
`;
}

function groupHtml({ heading, title, grounds }: Group, index: number): string {
  const words = escapeHtml(title.trim() || 'Vooraf');
  const back = heading === '' ? words : `<a href="#${heading}">${words}</a>`;
  const items = grounds.map(
    ({ id, words: number, entry }) =>
      `<li class="ground" id="${id}-grond" popover><strong>${number}</strong> ${escapeHtml(groundWords(entry))}</li>\n`,
  );
  return `<h3 id="grond-${index + 1}">${back}</h3>\n<ul>\n${items.join('')}</ul>\n`;
}
