// CSV files as programs write them: any separator, any encoding.

import { expect, test } from 'vitest';
import { readCsv } from '../../src/spreadsheet/csv.ts';
import { address, type Sheet } from '../../src/spreadsheet/grid.ts';

function cells(sheet: Sheet): Record<string, string> {
  return Object.fromEntries([...sheet.cells.values()].map(cell => [address(cell), cell.text]));
}

function read(text: string): Record<string, string> {
  return cells(readCsv(new TextEncoder().encode(text), 'blad'));
}

const expected = { B1: '2022', C1: '2023', A2: 'Azië', B2: '1,5', C2: '<5' };

test.for([
  ['semicolons', ';2022;2023\r\nAzië;1,5;<5\r\n'],
  ['tabs', '\t2022\t2023\nAzië\t1,5\t<5\n'],
  ['commas and quotes', ',2022,2023\nAzië,"1,5",<5\n'],
  ['a title above', 'sep=;\n;2022;2023\nAzië;1,5;<5'],
  ['old line ends', ';2022;2023\rAzië;1,5;<5\r'],
])('%s part fields', ([, text = '']) => {
  expect(read(text)).toEqual(expected);
});

test.for([
  ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf], 'utf8'],
  ['UTF-16 little-endian', [0xff, 0xfe], 'utf16le'],
  ['Windows-1252', [], 'latin1'],
] as const)('%s is read', ([, mark, encoding]) => {
  const bytes = Buffer.concat([Buffer.from(mark), Buffer.from(';2022;2023\r\nAzië;1,5;<5', encoding)]);
  expect(cells(readCsv(bytes, 'blad'))).toEqual(expected);
});

test('UTF-16 big-endian is read', () => {
  const bytes = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(';2022\nAzië;1', 'utf16le').swap16()]);
  expect(cells(readCsv(bytes, 'blad'))).toEqual({ B1: '2022', A2: 'Azië', B2: '1' });
});

test('a field between quotes may hold separators, quotes and line ends', () => {
  expect(read('"a;b";"c ""d"" e";"f\ng"\n1;2;3')).toEqual({
    A1: 'a;b',
    B1: 'c "d" e',
    C1: 'f\ng',
    A2: '1',
    B2: '2',
    C2: '3',
  });
});

test('an empty last field is no cell, and a text without an end quote ends with the file', () => {
  expect(read('a;b;\n1;2;')).toEqual({ A1: 'a', B1: 'b', A2: '1', B2: '2' });
  expect(read('a;"b\n1;2')).toEqual({ A1: 'a', B1: 'b\n1;2' });
});

test('commas in sentences above do not outvote the separator of the table', () => {
  const above = 'Levering van a, b, c en d\nvoor e, f, g en h\n';
  expect(read(`${above};2022;2023\nAzië;1;2\nAfrika;3;4`)).toMatchObject({ B3: '2022', C5: '4' });
});
