// The numbers in print: every cell that was typed stands in the report, in its row, under its caption.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildEditions, project } from './editions.ts';
import { type Element, ofClass, readHtml } from './html.ts';
import { type Page, type Pdf, readPdf } from './pdf.ts';
import { hasWords, loosely, textOf } from './words.ts';

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
  figures = new Map(found.map(element => [element.attributes['id']?.replace('figuur-', '') ?? '', element]));
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
  return typed.replace(/\d+(?:\.\d+)?/g, number => {
    const [whole = '', decimals] = number.split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
    return decimals === undefined ? grouped : `${grouped},${decimals}`;
  });
}

/** The one page with the caption of a figure. */
function pageOf(id: string, title: string): Page {
  const caption = readHtml(figures.get(id)?.inner ?? '').find(({ name }) => name === 'figcaption');
  const number = readHtml(caption?.inner ?? '')[0]?.text ?? '?';
  const pages = pdf.pages.filter(({ items }) => {
    const text = textOf(items);
    return hasWords(text, title) && new RegExp(`${loosely(number)}(?!\\d)`).test(text);
  });
  expect(pages.map(page => page.number), `${number}: ${title}`).toHaveLength(1);
  return pages[0] as Page;
}

/** A row: its label and then its cells in order, apart from each other, perhaps with the mark of a remark. */
function rowPattern(label: string, cells: readonly string[], { marked }: { marked: boolean }): RegExp {
  const mark = marked ? '(?:\\s*[a-z])?' : '';
  const pattern = cells.map(cell => `\\s+${loosely(printed(cell)).replace(/\\s\*$/, '')}${mark}`).join('');
  return new RegExp(`${loosely(label).replace(/\\s\*$/, '')}${pattern}(?=\\s|$)`, 'u');
}

test('every table of the annual figures has a figure in the report, and every figure is shown once', () => {
  expect(declared.map(({ id }) => id)).toEqual(expect.arrayContaining(required));
  expect([...figures.keys()].sort()).toEqual(declared.map(({ id }) => id).sort());
});

test.for(declared)('$id: every row with all its cells stands on the page of its caption', ({ id, table, title }) => {
  const text = textOf(pageOf(id, title).items);
  expect(Object.keys(table.rows).length).toBeGreaterThan(0);
  for (const [label, cells] of Object.entries(table.rows)) {
    const pattern = rowPattern(label, cells, { marked: table.remarks !== undefined });
    expect(pattern.test(text), `${label}: ${cells.map(printed).join(' ')}\nin\n${text}`).toBe(true);
  }
});

test.for(declared)('$id: the column labels, the notes and the source stand with it', ({ id, table, title }) => {
  const text = textOf(pageOf(id, title).items);
  const columns = table.columns ?? Object.values(table.panels ?? {}).flat();
  expect(new RegExp(columns.map(loosely).join('\\s*'), 'u').test(text), `${columns}\nin\n${text}`).toBe(true);
  for (const panel of Object.keys(table.panels ?? {})) expect(hasWords(text, panel), panel).toBe(true);
  for (const note of table.notes ?? []) expect(hasWords(text, note), `${note}\nin\n${text}`).toBe(true);
  expect(hasWords(text, `Bron: ${table.source}`), table.source).toBe(true);
  const [year, month, day] = table.referenceDate?.split('-').map(Number) ?? [];
  const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
  if (year) expect(hasWords(text, `peildatum ${day} ${months[(month ?? 0) - 1]} ${year}`)).toBe(true);
});

test('figures and tables are numbered from 1 in the order of the text', () => {
  const numbers = [...figures.values()].map(({ inner }) => readHtml(inner).find(one => one.attributes['class'] === 'figure-number')?.text ?? '');
  for (const label of ['Figuur', 'Tabel']) {
    const own = numbers.filter(number => number.startsWith(label));
    expect(own).toEqual(own.map((_, index) => `${label} ${index + 1}`));
  }
});

test('every table of the edition can be read', () => {
  for (const name of readdirSync(join(folder, 'tables')))
    expect(Object.keys(readYaml<TypedTable>(join(folder, 'tables', name)).rows), name).not.toHaveLength(0);
});
