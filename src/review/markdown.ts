// A comparison as Markdown, fit for a comment on a pull request: short, and safe whatever the data say.

import type { CellChange, Comparison, TableChange, TextChange, TextPiece } from '../diff/comparison.ts';
import { capitalise } from '../locale/capital.ts';
import { joinList } from '../locale/list.ts';
import { formatNumber } from '../locale/number.ts';
import { escapeMarkdown } from './escape.ts';
import { bodyOf, cut, shortened } from './pieces.ts';
import { type Register, type Registered, register } from './register.ts';
import { summarySentences } from './summary.ts';
import { counted, pairWords, sectionWords, statesWords, textWords, titleWords } from './words.ts';

/** Entries of one kind that are shown; more are counted. */
const mostEntries = 60;

/** Characters of one entry's text that are shown. */
const mostWords = 1500;

/** Bytes that the sections may take together; GitHub takes comments of 65,536 characters. */
const mostBytes = 55_000;

/** A part of the comment; `row` makes an entry of a word about those that are left out. */
interface Section {
  readonly title: string;
  readonly head?: readonly string[];
  readonly lines: readonly string[];
  readonly row: (words: string) => string;
}

/** The summary of a comparison in Dutch, at most 60,000 bytes long whatever the comparison holds. */
export function reviewMarkdown(comparison: Comparison): string {
  const known = register(comparison);
  const sections = [
    { title: '', lines: summarySentences(known).map(sentence => item(escaped(sentence))), row: item },
    warningsSection(known),
    figuresSection(known),
    facetsSection(comparison.tables),
    ...known.publications.map(textsSection),
    pagesSection(known),
  ].filter(({ lines }) => lines.length > 0);
  let text = `## ${escaped(titleWords(comparison), 300)}\n`;
  for (const [index, section] of sections.entries()) {
    const room = mostBytes - Buffer.byteLength(text);
    const shown = fitting(section, room);
    if (shown === 0) {
      const left = counted(sections.length - index, 'onderdeel past', 'onderdelen passen');
      return `${text}\n_${capitalise(left)} hier niet meer: zie het verslag._\n`;
    }
    text += `\n${printed(section, shown)}\n`;
  }
  return text;
}

/** A text of the data, cut, as Markdown. */
function escaped(text: string, most = 600): string {
  return escapeMarkdown(cut(text, most));
}

/** How many entries of a section fit into so many bytes. */
function fitting({ title, head = [], lines }: Section, bytes: number): number {
  let room = bytes - Buffer.byteLength([title, ...head].join('\n'));
  const most = lines.slice(0, mostEntries);
  const over = most.findIndex(line => {
    room -= Buffer.byteLength(line) + 1;
    return room < 0;
  });
  return over < 0 ? most.length : over;
}

/** The first entries, and how many more there are. */
function printed({ title, head = [], lines, row }: Section, shown: number): string {
  const more = lines.length - shown;
  const rows = [...head, ...lines.slice(0, shown), ...(more > 0 ? [row(`… en nog ${formatNumber(more, 0)}`)] : [])];
  return `${title === '' ? '' : `### ${title}\n\n`}${rows.join('\n')}`;
}

function item(words: string): string {
  return `- ${words}`;
}

function warningsSection({ comparison: { warnings }, find }: Register): Section {
  const lines = warnings.map(warning => {
    const { kind, oldText, newText, sentence, page, publication, cells } = warning;
    const what =
      kind === 'kept'
        ? `**${escaped(newText)}** is niet veranderd, de cijfers erachter wel (${escaped(joinList(cells))})`
        : `${escaped(oldText)} → **${escaped(newText)}**, terwijl de cijfers erachter gelijk bleven`;
    const title = find(warning)?.publication.title ?? publication;
    const where = page === null ? title : `${title}, bladzijde ${page}`;
    return item(`${what}. ${escaped(where)}: “${escaped(sentence, 200)}”`);
  });
  return { title: 'Let op', lines, row: item };
}

function figuresSection({ comparison, find }: Register): Section {
  const cells = comparison.tables.flatMap(table => table.cells.map(cell => ({ table, cell })));
  const lines = cells.map(({ table, cell }) => cellRow(table, cell, find));
  const head = ['| Tabel | Cel | Oud | Nieuw | Verschil | Staat op |', '|---|---|--:|--:|--:|---|'];
  return { title: 'Cijfers', head, lines, row: words => `| ${words} | | | | | |` };
}

function cellRow({ title, year }: TableChange, cell: CellChange, find: Register['find']): string {
  const { row, column, old, new: now, difference } = cell;
  const states = statesWords(old, now);
  const columns = [
    escaped(`${title} (${year})`, 200),
    `${escaped(`${row}, ${column}`, 200)}${states === undefined ? '' : `<br>${escaped(states, 300)}`}`,
    escaped(old?.printed ?? '–'),
    `**${escaped(now?.printed ?? '–')}**`,
    escaped([difference?.units, difference?.percent].filter(Boolean).join('; ')),
    placeWords(cell, find),
  ];
  return `| ${columns.join(' | ')} |`;
}

/** `4 plaatsen: Jaarcijfers 2023, blz. 15 en 28`. */
function placeWords({ reach }: CellChange, find: Register['find']): string {
  if (reach.length === 0) return 'nergens in een publicatie';
  const publications = Map.groupBy(reach, ({ year, publication }) => `${year} ${publication}`);
  const where = [...publications.values()].map(places => {
    const title = places[0] ? (find(places[0])?.publication.title ?? places[0].publication) : '';
    const pages = [...new Set(places.flatMap(({ oldPage, newPage }) => newPage ?? oldPage ?? []))].sort(
      (a, b) => a - b,
    );
    return `${title}${pages.length === 0 ? '' : `, blz. ${joinList(pages.map(String))}`}`;
  });
  return `${counted(reach.length, 'plaats', 'plaatsen')}: ${escaped(where.join('; '))}`;
}

function facetsSection(tables: readonly TableChange[]): Section {
  const lines = tables.flatMap(({ title, year, facets }) =>
    facets.map(({ name, old, new: now }) => {
      const [before, after] = [old, now].map(words => (words === undefined ? '_niets_' : escaped(words, 200)));
      return item(`${escaped(`${title} (${year})`)}, ${escaped(name)}: ${before} → ${after}`);
    }),
  );
  return { title: 'Over de tabellen', lines, row: item };
}

function textsSection({ publication: { title }, written }: Registered): Section {
  const lines = written.map(text => textLine(text, title));
  return { title: `Teksten van ${escaped(title, 200)}`, lines, row: item };
}

function textLine(text: TextChange, title: string): string {
  const { old, new: now, heading } = text;
  const place = now ?? old;
  const page = place && `bladzijde ${place.page}${now ? '' : ' van de oude versie'}`;
  const where = [sectionWords(place?.section ?? [], title), page].filter(Boolean).join(', ');
  const name = heading === undefined ? '' : ` “${escaped(heading, 200)}”`;
  return item(`${capitalise(textWords(text))}${name} (${escaped(where, 300)}): ${piecesWords(bodyOf(text))}`);
}

/** What went is struck through, what came is bold; a whole passage of one kind is neither. */
function piecesWords(pieces: readonly TextPiece[]): string {
  const [first] = pieces;
  if (pieces.length === 1 && first) return escaped(first.text);
  let room = mostWords;
  const words = shortened(pieces, 300).flatMap(({ kind, text }) => {
    if (room <= 0) return [];
    const plain = escaped(text, Math.min(room, 600));
    room -= text.length;
    const marked = kind === 'same' ? plain : kind === 'removed' ? `~~${plain}~~` : `**${plain}**`;
    return plain === '' ? [] : [room > 0 ? marked : `${marked} …`];
  });
  return words.join(' ');
}

function pagesSection({ publications }: Register): Section {
  const lines = publications.flatMap(({ publication: { title }, pairs, shifted }) => {
    if (pairs.length + shifted.length === 0) return [];
    const all = pairs.map(pairWords);
    const moved =
      shifted.length === 0 ? [] : [`${counted(shifted.length, 'verschoven bladzijde', 'verschoven bladzijden')}`];
    return [item(`${escaped(title, 200)}: ${cut(joinList([...all, ...moved]), 600)}`)];
  });
  return { title: 'Bladzijden', lines, row: item };
}
