import { beforeAll, expect, test } from 'vitest';
import { finish } from '../../src/finish/finish.ts';
import { compare } from '../../src/inspect/compare.ts';
import { type Inspection, inspect } from '../../src/inspect/inspection.ts';
import type { DocumentRecord } from '../../src/inspect/record.ts';
import { html, metadata, printDocument } from '../finish/document.ts';

let inspection: Inspection;
let record: DocumentRecord;

beforeAll(async () => {
  const printed = await printDocument(html);
  record = printed.record;
  inspection = inspect(await finish(printed.bytes, { record, metadata }));
}, 60_000);

test('a PDF that says what its document says differs nowhere', () => {
  expect(compare(inspection, record)).toEqual([]);
});

test('a word that is another is named with its page, though a space is lost before it', () => {
  const text = record.text.replace('Proef van', 'Proefvan').replace('Rij 30', 'Rij dertig');
  const [found, ...others] = compare(inspection, { ...record, text });
  expect(others).toEqual([]);
  expect(found?.message).toContain('Rij dertig 29');
  expect(found?.message).toContain('Rij 30 29');
  expect(found?.page).toBe(inspection.pages.length);
});

test('a lost space is named where it is', () => {
  const [found] = compare(inspection, { ...record, text: record.text.replace('142 onderzoeken', '142onderzoeken') });
  expect(found?.message).toMatch(/the document says ".*142onderzoeken.*", the PDF ".*142 onderzoeken.*"/);
});

test.for<[string, (record: DocumentRecord) => Partial<DocumentRecord>, string]>([
  ['a heading more', one => ({ headings: one.headings.slice(1) }), '3 headings, the PDF has 4'],
  ['a heading of another level', one => ({ headings: one.headings.map(h => ({ ...h, level: 2 })) }), 'of level 2'],
  ['a link less', one => ({ links: [...one.links, { name: 'x', note: null }] }), 'links, the PDF has'],
  ['a figure less', one => ({ figures: [...one.figures, 'x'] }), '2 figures, the PDF has 1'],
  ['another alternative', () => ({ figures: ['Iets anders.'] }), 'the alternative "Iets anders."'],
  ['a table less', one => ({ tables: [...one.tables, { cells: 4, figure: '' }] }), '3 tables, the PDF has 2'],
  [
    'a cell less',
    one => ({ tables: one.tables.map(table => ({ ...table, cells: table.cells + 1 })) }),
    'table 1 of the document has 5 cells, the PDF has 4',
  ],
  ['a note less', () => ({ notes: 9 }), '9 notes, the PDF has 2'],
])('%s is found', ([, change, message]) => {
  const found = compare(inspection, { ...record, ...change(record) });
  expect(found.map(one => one.message).join('\n')).toContain(message);
});
