// A comparison as Markdown, fit for a comment on a pull request: short, and safe whatever the data say.

import type { CellChange, Comparison, StatementWarning, TableChange, TextChange } from '../diff/comparison.ts';
import { joinList } from '../locale/list.ts';
import { cut, shortened } from './pieces.ts';
import { type Register, type Registered, register } from './register.ts';
import { summarySentences } from './summary.ts';
import { counted, pairWords, sectionWords, statesWords, textWords, titleWords } from './words.ts';

/** Entries of one kind that are shown; more are counted. */
const mostEntries = 60;

/** Characters that a comment may have; what would go beyond is left out with a word of it. */
const mostCharacters = 50_000;

/** The summary of a comparison in Dutch, at most about 50 kB long. */
export function reviewMarkdown(comparison: Comparison): string {
  const known = register(comparison);
  const sections = [
    summarySentences(known)
      .map(sentence => `- ${escaped(sentence)}`)
      .join('\n'),
    warningsSection(comparison.warnings),
    figuresSection(known),
    facetsSection(comparison.tables),
    ...known.publications.map(textsSection),
    pagesSection(known),
  ].filter(section => section !== '');
  let text = `## ${escaped(titleWords(comparison))}\n`;
  for (const [index, section] of sections.entries()) {
    if (text.length + section.length > mostCharacters) {
      const left = sections.length - index;
      return `${text}\n_${counted(left, 'onderdeel is', 'onderdelen zijn')} te lang om hier te laten zien: zie het verslag._\n`;
    }
    text += `\n${section}\n`;
  }
  return text;
}

/** What means something in Markdown or HTML, or names a person, an issue or a commit, as the character that it is. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_~[\]|]/g, '\\$&')
    .replace(/([@#!])(?=[\p{L}\p{N}])/gu, '$1\u2060')
    .replace(/\b(https?):\/\//g, '$1\u2060://');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `### ${title}\n\n${lines.join('\n')}`;
}

/** The first lines, and how many more there are. */
function limited(lines: readonly string[], row: (words: string) => string): string[] {
  const more = lines.length - mostEntries;
  return more > 0 ? [...lines.slice(0, mostEntries), row(`… en nog ${more}`)] : [...lines];
}

function item(words: string): string {
  return `- ${words}`;
}

function warningsSection(warnings: readonly StatementWarning[]): string {
  const lines = warnings.map(({ kind, oldText, newText, sentence, page, publication, cells }) => {
    const what =
      kind === 'kept'
        ? `**${escaped(newText)}** is niet veranderd, de cijfers erachter wel (${escaped(joinList(cells))})`
        : `${escaped(oldText)} → **${escaped(newText)}**, terwijl de cijfers erachter gelijk bleven`;
    const where = page === null ? publication : `${publication}, bladzijde ${page}`;
    return item(`${what}. ${escaped(where)}: “${escaped(cut(sentence, 200))}”`);
  });
  return section('Let op', limited(lines, item));
}

function figuresSection({ comparison, find }: Register): string {
  const cells = comparison.tables.flatMap(table => table.cells.map(cell => ({ table, cell })));
  const rows = cells.map(({ table, cell }) => cellRow(table, cell, find));
  if (rows.length === 0) return '';
  const head = ['| Tabel | Cel | Oud | Nieuw | Verschil | Staat op |', '|---|---|--:|--:|--:|---|'];
  return section('Cijfers', [...head, ...limited(rows, words => `| ${words} | | | | | |`)]);
}

function cellRow({ title, year }: TableChange, cell: CellChange, find: Register['find']): string {
  const { row, column, old, new: now, difference } = cell;
  const states = statesWords(old, now);
  const columns = [
    escaped(`${title} (${year})`),
    `${escaped(`${row}, ${column}`)}${states === undefined ? '' : `<br>${escaped(states)}`}`,
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

function facetsSection(tables: readonly TableChange[]): string {
  const lines = tables.flatMap(({ title, year, facets }) =>
    facets.map(({ name, old, new: now }) => {
      const [before, after] = [old, now].map(words => (words === undefined ? '_niets_' : escaped(cut(words, 200))));
      return item(`${escaped(`${title} (${year})`)}, ${escaped(name)}: ${before} → ${after}`);
    }),
  );
  return section('Over de tabellen', limited(lines, item));
}

function textsSection({ publication: { title }, written }: Registered): string {
  return section(`Teksten van ${escaped(title)}`, limited(written.map(textLine), item));
}

function textLine(text: TextChange): string {
  const { old, new: now, pieces } = text;
  const place = now ?? old;
  const page = place === undefined ? '' : `, bladzijde ${place.page}${now ? '' : ' van de oude versie'}`;
  const words = shortened(pieces, 300).map(({ kind, text: said }) => {
    const plain = escaped(kind === 'same' ? said : cut(said, 600)).trim();
    return kind === 'same' ? plain : kind === 'removed' ? `~~${plain}~~` : `**${plain}**`;
  });
  const section = sectionWords(
    [...(place?.section ?? []), ...(text.heading === undefined ? [] : [text.heading])].slice(1),
  );
  const where = section === '' ? page : ` (${escaped(section)}${page})`;
  return item(`${textWords(text)}${where}: ${words.join(' ')}`);
}

function pagesSection({ publications }: Register): string {
  const lines = publications.flatMap(({ publication: { title }, pairs, shifted }) => {
    if (pairs.length + shifted.length === 0) return [];
    const all = pairs.map(pairWords);
    const moved =
      shifted.length === 0 ? [] : [`${counted(shifted.length, 'verschoven bladzijde', 'verschoven bladzijden')}`];
    return [item(`${escaped(title)}: ${joinList([...all, ...moved])}`)];
  });
  return section('Bladzijden', limited(lines, item));
}
