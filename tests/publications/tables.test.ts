// The numbers in print: every cell that was typed stands in the report, in its row, under its caption.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildEditions, project } from './editions.ts';
import { type Element, ofClass, readHtml } from './html.ts';
import { type Page, type Pdf, readPdf } from './pdf.ts';
import { type Tag, tagsOf } from './structure.ts';
import { hasWords, isWords, textOf } from './words.ts';

/** A table as its author typed it; every value is text. */
interface TypedTable {
  readonly title: string;
  readonly source: string;
  readonly referenceDate?: string;
  readonly notes?: readonly string[];
  readonly columns?: readonly string[];
  readonly panels?: Readonly<Record<string, readonly string[]>>;
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly remarks?: readonly unknown[];
}

/** The tables of the annual figures that the report of 2023 must show. */
const required = [
  ...['vormen', 'sectoren-seksueel', 'sectoren-seksueel-herkomst', 'bedrijfstakken', 'herkomst', 'nationaliteiten'],
  ...['uitstel-van-vertrek', 'verblijfsvergunningen', 'leeftijd', 'minderjarigen', 'geslacht', 'melders'],
  ...['opsporingsonderzoeken', 'verdachten', 'zaken', 'zaken-vorm', 'afgedaan', 'afdoening-om', 'afdoening-rechter'],
  ...['geboorteland', 'leeftijd-verdachten', 'schatting'],
];

let pdf: Pdf;
let figures: ReadonlyMap<string, Element>;
beforeAll(async () => {
  const { report } = await buildEditions();
  pdf = await readPdf(report.pdf);
  const found = ofClass(readHtml(report.html), 'figure');
  figures = new Map(found.map(element => [element.attributes.id?.replace('figuur-', '') ?? '', element]));
});

const folder = join(project, 'data', '2023');
const publication: { figures: Record<string, { table?: string; title?: string }> } = readYaml(
  join(folder, 'jaarcijfers-mensenhandel-2023', 'publication.yaml'),
);
const declared = Object.entries(publication.figures).map(([id, { table = id, title }]) => {
  const typed = readYaml<TypedTable>(join(folder, 'tables', `${table}.yaml`));
  return { id, table: typed, title: title ?? typed.title };
});

function readYaml<T>(path: string): T {
  return parse(readFileSync(path, 'utf8'), { schema: 'failsafe' });
}

/** A typed cell as Dutch readers must see it. */
function printed(typed: string): string {
  if (typed === '.') return 'n.b.';
  return typed.replace(/\d+(?:\.\d+)?/g, number => {
    const [whole = '', decimals] = number.split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
    return decimals === undefined ? grouped : `${grouped},${decimals}`;
  });
}

/** The number of a figure, such as Figuur 3. */
function numberOf(figure: Element | undefined): string {
  return ofClass(readHtml(figure?.inner ?? ''), 'figure-number')[0]?.text ?? '?';
}

/** The one page with the caption of a figure. */
function pageOf(id: string, title: string): Page {
  const caption = `${numberOf(figures.get(id))} ${title}`;
  const pages = pdf.pages.filter(({ tags }) =>
    tagsOf(tags, /^Caption$/).some(({ items }) => hasWords(textOf(items), caption)),
  );
  const [page] = pages;
  if (!page || pages.length > 1) throw new Error(`"${caption}" stands on ${pages.length} pages`);
  return page;
}

/** A row of a printed table: its cells from left to right, the first being its label. */
type PrintedRow = readonly Tag[];

/** The rows of the table on a page that has this label. */
function tableWith(label: string, { tags }: Page): PrintedRow[] {
  const tables = tagsOf(tags, /^Table$/).map(table =>
    tagsOf(table.children, /^TR$/).map(row => tagsOf(row.children, /^T[HD]$/)),
  );
  const [table] = tables.filter(rows => rows.some(([first]) => isWords(textOf(first?.items ?? []), label)));
  if (!table) throw new Error(`No table has the row ${label}`);
  return table;
}

/** Where a cell's letters stand: the left edge, and the base lines of its first and last line; without raised marks. */
function extentOf({ items }: Tag): { x: number; first: number; last: number } {
  const shown = items.filter(({ text }) => text.trim() !== '');
  const size = Math.max(...shown.map(({ height }) => height));
  const lines = shown.filter(({ height }) => height > 0.9 * size).map(({ y }) => y);
  return { x: Math.min(...shown.map(({ x }) => x)), first: Math.max(...lines), last: Math.min(...lines) };
}

test('every table of the annual figures has a figure in the report, and every figure is shown once', () => {
  expect(declared.map(({ id }) => id)).toEqual(expect.arrayContaining(required));
  expect([...figures.keys()].sort()).toEqual(declared.map(({ id }) => id).sort());
});

test.for(declared)('$id: every row stands under its caption, with all its cells in order', ({ id, table, title }) => {
  const labels = Object.keys(table.rows);
  const page = pageOf(id, title);
  const rows = tableWith(labels[0] ?? '', page).slice(-labels.length);
  const mark = table.remarks === undefined ? /^$/ : /^[a-z]?$/;
  for (const [index, label] of labels.entries()) {
    const [head, ...cells] = (rows[index] ?? []).map(({ items }) => textOf(items).trim());
    expect(isWords(head ?? '', label), `${label}: ${head}`).toBe(true);
    const expected = table.rows[label]?.map(printed) ?? [];
    expect(cells).toHaveLength(expected.length);
    for (const [at, cell] of expected.entries()) {
      expect(cells[at]?.slice(0, cell.length), `${label}: ${cells}`).toBe(cell);
      expect(cells[at]?.slice(cell.length).trim(), `${label}: ${cells}`).toMatch(mark);
    }
  }
});

test.for(declared)('$id: on paper too its rows run down and its cells to the right', ({ id, table, title }) => {
  const labels = Object.keys(table.rows);
  const rows = tableWith(labels[0] ?? '', pageOf(id, title)).slice(-labels.length);
  const extents = rows.map(row => row.map(extentOf));
  for (const [label, ...cells] of extents) {
    if (!label) throw new Error('A row has no cells');
    expect(cells.map(({ x }) => x)).toEqual(cells.map(({ x }) => x).toSorted((a, b) => a - b));
    expect(cells.every(({ x }) => x > label.x)).toBe(true);
    expect(cells.every(({ first }) => first < label.first + 2 && first > label.last - 2)).toBe(true);
  }
  for (const [index, [label]] of extents.entries())
    expect(label?.first).toBeLessThan(extents[index - 1]?.[0]?.last ?? Number.POSITIVE_INFINITY);
});

test.for(declared)('$id: the column labels, the notes and the source stand with it', ({ id, table, title }) => {
  const page = pageOf(id, title);
  const text = textOf(page.items);
  const columns = table.columns ?? Object.values(table.panels ?? {}).flat();
  const heads = tableWith(Object.keys(table.rows)[0] ?? '', page).map(row =>
    row.map(({ items }) => textOf(items)).join(' '),
  );
  expect(
    heads.some(head => isWords(head, columns.join(' '))),
    `${columns}\nin\n${heads}`,
  ).toBe(true);
  for (const panel of Object.keys(table.panels ?? {})) expect(hasWords(text, panel), panel).toBe(true);
  for (const note of table.notes ?? []) expect(hasWords(text, note), `${note}\nin\n${text}`).toBe(true);
  expect(hasWords(text, `Bron: ${table.source}`), table.source).toBe(true);
  const [year, month, day] = table.referenceDate?.split('-').map(Number) ?? [];
  const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
  if (year) expect(hasWords(text, `peildatum ${day} ${months[(month ?? 0) - 1]} ${year}`)).toBe(true);
});

test('figures and tables are numbered from 1 in the order of the text', () => {
  const numbers = [...figures.values()].map(numberOf);
  for (const label of ['Figuur', 'Tabel']) {
    const own = numbers.filter(number => number.startsWith(label));
    expect(own).toEqual(own.map((_, index) => `${label} ${index + 1}`));
  }
});

test('every table of the edition can be read', () => {
  for (const name of readdirSync(join(folder, 'tables')))
    expect(Object.keys(readYaml<TypedTable>(join(folder, 'tables', name)).rows), name).not.toHaveLength(0);
});
