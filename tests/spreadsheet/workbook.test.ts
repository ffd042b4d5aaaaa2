// Workbooks that a spreadsheet program made, and what is no workbook.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as library from '@e965/xlsx';
import { expect, test } from 'vitest';
import { address, type GridCell, readRange, type Sheet } from '../../src/spreadsheet/grid.ts';
import { readSheets, UnreadableFile } from '../../src/spreadsheet/workbook.ts';

const folder = fileURLToPath(new URL('../delivery/files', import.meta.url));

async function open(name: string): Promise<Sheet[]> {
  return readSheets(readFileSync(`${folder}/${name}`), name);
}

function cell(sheets: readonly Sheet[], name: string, place: string): GridCell | undefined {
  const sheet = sheets.find(one => one.name === name);
  const position = readRange(`${place}:${place}`)?.first;
  return position && sheet?.cells.get(`${position.row},${position.column}`);
}

/** What shows in each sheet, without the texts of dates, which the formats write in their own ways. */
function shown(sheets: readonly Sheet[]): unknown {
  return sheets.map(({ cells, ...sheet }) => ({
    ...sheet,
    cells: Object.fromEntries(
      [...new Set(cells.values())].map(one => [address(one), one.kind === 'date' ? { ...one, text: '' } : one]).sort(),
    ),
  }));
}

test.for(['levering', 'fouten'])('%s is the same in both formats', async name => {
  expect(shown(await open(`${name}.ods`))).toEqual(shown(await open(`${name}.xlsx`)));
});

test.for(['xlsx', 'ods'])('an .%s tells what a cell shows', async kind => {
  const levering = await open(`levering.${kind}`);
  expect(cell(levering, 'Vormen', 'B6')).toMatchObject({ kind: 'number', text: '705' });
  expect(cell(levering, 'Vormen', 'B12')).toMatchObject({ kind: 'number', text: '1537' });
  expect(cell(levering, 'Vormen', 'E8')).toMatchObject({ kind: 'text', text: '348' });
  expect(cell(levering, 'Vormen', 'F10')).toMatchObject({ kind: 'text', text: '<5' });
  expect(cell(levering, 'Herkomst', 'C5')).toMatchObject({ kind: 'date', date: '2019-01-01', yearOnly: true });
  expect(cell(levering, 'Herkomst', 'C14')).toMatchObject({ kind: 'date', date: '2024-04-26', yearOnly: false });
  expect(cell(levering, 'Leeftijd', 'C3')).toMatchObject({ kind: 'number', text: '28.3', exact: false });
  expect(cell(levering, 'Minderjarigen', 'C4')).toMatchObject({ kind: 'number', text: '34%', percent: true });
});

test.for(['xlsx', 'ods'])('an .%s tells merged cells, hidden rows and hidden sheets', async kind => {
  const levering = await open(`levering.${kind}`);
  expect(cell(levering, 'Herkomst', 'G4')).toMatchObject({ text: 'Per jaar', merged: 'C4:G4', column: 2 });
  expect(cell(levering, 'Herkomst', 'B5')).toMatchObject({ text: 'Herkomst', row: 3 });
  expect(levering.map(sheet => [...sheet.hiddenRows])).toEqual([[6], [], [], [], []]);
  expect((await open(`fouten.${kind}`)).map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Fout', false],
    ['Hulp', true],
  ]);
});

test.for(['xlsx', 'ods'])(
  'in an .%s raised digits are no part of the number, and failed formulas no value',
  async kind => {
    const fouten = await open(`fouten.${kind}`);
    expect(cell(fouten, 'Fout', 'F2')).toMatchObject({ kind: 'text', text: '135¹' });
    expect(cell(fouten, 'Fout', 'B2')).toMatchObject({ kind: 'error', text: 'holds the error #N/A' });
    expect(cell(fouten, 'Fout', 'E2')).toMatchObject({ kind: 'date', date: '2024-08-05' });
  },
);

function written(sheet: library.WorkSheet, kind: library.BookType = 'xlsx'): Uint8Array {
  const book = library.utils.book_new();
  library.utils.book_append_sheet(book, sheet, 'Blad1');
  return library.write(book, { type: 'buffer', bookType: kind, cellStyles: true });
}

/** The workbook with another text in its only sheet, as programs write that work nothing out. */
function rewritten(workbook: Uint8Array, change: (xml: string) => string): Uint8Array {
  const archive = library.CFB.read(workbook, { type: 'buffer' });
  const entry = archive.FileIndex[archive.FullPaths.findIndex((path: string) => path.endsWith('sheet1.xml'))];
  if (!entry) throw new Error('There is no sheet.');
  const content = new TextEncoder().encode(change(new TextDecoder().decode(Uint8Array.from(entry.content))));
  Object.assign(entry, { content, size: content.length });
  return library.CFB.write(archive, { type: 'buffer', fileType: 'zip' });
}

test('hidden columns, formulas that were never worked out and truths are told', async () => {
  const sheet = library.utils.aoa_to_sheet([['a', 1, true, 7]]);
  sheet['!cols'] = [{}, { hidden: true }];
  const file = rewritten(written(sheet), xml =>
    xml.replace(/<c r="D1"[^>]*>.*?<\/c>/, '<c r="D1"><f>B1+1</f><v></v></c>'),
  );
  const [only] = await readSheets(file, 'blad.xlsx');
  expect([...(only?.hiddenColumns ?? [])]).toEqual([1]);
  expect([...(only?.cells.values() ?? [])].map(({ kind, text }) => [kind, text])).toEqual([
    ['text', 'a'],
    ['number', '1'],
    ['text', 'TRUE'],
    ['error', 'holds a formula that was never worked out'],
  ]);
});

test('the language of a number format is no currency', async () => {
  const sheet = library.utils.aoa_to_sheet([
    [
      { t: 'n', v: 1234, z: '[$-413]#,##0' },
      { t: 'n', v: 5, z: '[$€-413] 0' },
    ],
  ]);
  const [only] = await readSheets(written(sheet), 'blad.xlsx');
  expect([...(only?.cells.values() ?? [])].map(({ kind, text }) => [kind, text])).toEqual([
    ['number', '1234'],
    ['text', '€ 5'],
  ]);
});

const bytes = (...parts: number[]): Uint8Array => Uint8Array.from(parts);

test.for([
  ['levering.xlsx', bytes(), 'The file is empty.'],
  ['levering.pdf', bytes(1), 'A file that ends in .pdf is not read.'],
  ['levering.xls', bytes(1), 'A file that ends in .xls is not read.'],
  ['levering', bytes(1), 'does not say of which kind it is'],
  ['levering.xlsx', Buffer.from('<html><table></table></html>'), 'no .xlsx file inside'],
  ['levering.xlsx', bytes(0xd0, 0xcf, 0x11, 0xe0, 1), 'protected with a password'],
  ['levering.xlsx', bytes(0x50, 0x4b, 3, 4, 1, 2, 3), 'cannot be read as a spreadsheet'],
  [
    'levering.ods',
    written(library.utils.aoa_to_sheet([['a']])),
    'cannot be read as a spreadsheet: it has no content.xml',
  ],
  ['levering.csv', written(library.utils.aoa_to_sheet([['a']])), 'no text file inside'],
  ['levering.csv', bytes(65, 0, 66, 0), 'no text file inside'],
] as const)('%s that is none is refused, with what to do', async ([name, content, message]) => {
  const refusal = await readSheets(content, name).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnreadableFile);
  expect((refusal as UnreadableFile).message).toContain(message);
  expect((refusal as UnreadableFile).hint).not.toBe('');
});

test('a range is read in any order of its corners', () => {
  const range = { first: { row: 2, column: 0 }, last: { row: 11, column: 27 } };
  expect([readRange('A3:AB12'), readRange('$ab$12:a3')]).toEqual([range, range]);
  expect([readRange('A3'), readRange('3:12'), readRange('A0:B1')]).toEqual([undefined, undefined, undefined]);
});
