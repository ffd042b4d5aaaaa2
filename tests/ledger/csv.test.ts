import { expect, test } from 'vitest';
import { ledgerCsv } from '../../src/ledger/csv.ts';
import type { LedgerEntry } from '../../src/ledger/entry.ts';
import { readGuide } from '../prose/page.ts';
import { cell, entry, ledgerOf } from './entries.ts';

const heading =
  'nr;plaats in html;gedrukt;vorm;soort;oordeel;pagina;kop;figuur;bestand;regel;uitdrukking;bewerking;waarde;laagste;hoogste;eenheid;cellen;plaats van de cellen;bron;aard;reden';

/** The fields of an entry by their headings; none of them holds a semicolon. */
function fields(changes: Partial<LedgerEntry>): Record<string, string | undefined> {
  const [, line = ''] = ledgerCsv(ledgerOf(entry(changes))).split('\r\n');
  const values = line.split(';');
  return Object.fromEntries(heading.split(';').map((name, at) => [name, values[at]]));
}

test('it begins with a byte order mark and Dutch headings, and every line ends as RFC 4180 has it', () => {
  expect(ledgerCsv(ledgerOf())).toBe(`\uFEFF${heading}\r\n`);
  expect(ledgerCsv(ledgerOf(entry(), entry())).split('\r\n')).toHaveLength(4);
});

test("the editors' guide explains every column, in the order of the file", () => {
  const [, table = ''] =
    /\| Kolom \| Wat er staat \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(
      readGuide().text.split('## De verantwoording')[1] ?? '',
    ) ?? [];
  const explained = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) => names.split(', '));
  expect(explained).toEqual(heading.split(';').map(name => `\`${name}\``));
});

test('a number is a line with all that is known of it', () => {
  expect(ledgerCsv(ledgerOf(entry())).split('\r\n')[1]).toBe(
    '1;n1;8;getal;berekend;klopt;3;Verslag › Deel;;data/2023/verslag/a.md;3;"delen ""Man""";;8;8;8;verdachten;delen: Man, 2023 = 8;data/2023/tables/delen.yaml:8;Register;;',
  );
});

test('what is not known is an empty field', () => {
  const unknown = { page: null, file: null, line: null, expression: null, value: null, interval: null };
  const known = fields({ ...unknown, unit: null, measure: null, cells: [], basis: 'jaartal', kind: 'structural' });
  expect(known).toMatchObject({
    ...{ pagina: '', bestand: '', regel: '', uitdrukking: '', waarde: '', laagste: '', hoogste: '' },
    ...{ eenheid: '', cellen: '', bron: '', aard: 'jaartal', bewerking: '', soort: 'structureel', reden: '' },
  });
});

test.each([
  ['computed', 'berekend'],
  ['asserted', 'gecontroleerd'],
  ['cited', 'aangehaald'],
  ['structural', 'structureel'],
  ['unbound', 'ongebonden'],
] as const)('the ground %s is %s', (kind, word) => {
  expect(fields({ kind }).soort).toBe(word);
});

test.each([
  ['holds', 'klopt'],
  ['waived', 'bekend verschil'],
  ['fails', 'klopt niet'],
] as const)('the verdict %s is "%s"', (verdict, words) => {
  expect(fields({ verdict, form: 'word' })).toMatchObject({ oordeel: words, vorm: 'woord' });
});

test('numbers have a decimal comma, no thousands, and a plain minus sign', () => {
  const number = (decimal: number) => ({ decimal, exact: '' });
  const interval = { low: number(-1234.5), high: number(66.666667) };
  expect(fields({ value: number(1_234_567), interval, measure: 'percentage' })).toMatchObject({
    ...{ waarde: '1234567', laagste: '-1234,5', hoogste: '66,666667', eenheid: 'procent' },
  });
  expect(fields({ value: number(0) }).waarde).toBe('0');
});

test.each([
  ['difference', 'verschil'],
  ['growth', 'groei'],
  ['ratio', 'verhouding'],
  ['share', 'aandeel'],
] as const)('the operation %s is %s', (operation, word) => {
  expect(fields({ operation }).bewerking).toBe(word);
});

test.each([
  ['percentage', 'procent'],
  ['points', 'procentpunten'],
  ['ratio', 'keer'],
  ['rank', 'plaats'],
  ['count', 'verdachten'],
  ['mean', 'verdachten'],
] as const)('the unit of a %s is %s', (measure, unit) => {
  expect(fields({ measure }).eenheid).toBe(unit);
});

test('entries are counted from one, whatever their place in HTML', () => {
  const lines = ledgerCsv(ledgerOf(entry({ id: 'n7' }), entry({ id: '' }))).split('\r\n');
  expect(lines.slice(1, 3).map(line => line.split(';').slice(0, 2))).toEqual([
    ['1', 'n7'],
    ['2', ''],
  ]);
});

test('several cells stand behind each other, and a source once', () => {
  const woman = { ...cell, row: 'Vrouw', printed: '<5', line: 9 };
  expect(fields({ cells: [cell, woman], kind: 'cited', basis: 'Nog een' })).toMatchObject({
    ...{ cellen: 'delen: Man, 2023 = 8 | delen: Vrouw, 2023 = <5', bron: 'Register | Nog een' },
    'plaats van de cellen': 'data/2023/tables/delen.yaml:8 | data/2023/tables/delen.yaml:9',
  });
});

test.each([
  ['a;b', '"a;b"'],
  ['a "b"', '"a ""b"""'],
  ['a\nb', '"a\nb"'],
  ['a\rb', '"a\rb"'],
  ['a,b', 'a,b'],
  ["'s avonds", "'s avonds"],
])('the text %j is the field %j', (text, field) => {
  expect(ledgerCsv(ledgerOf(entry({ text })))).toContain(`\r\n1;n1;${field};getal;`);
});

test.each([
  ['=SOM(A1)', "'=SOM(A1)"],
  ['@SOM', "'@SOM"],
  ['+SOM(A1)', "'+SOM(A1)"],
  ['-SOM(A1)', "'-SOM(A1)"],
  ['\tx', "'\tx"],
  ['=A1;"B"', '"\'=A1;""B"""'],
  ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
  ['5-8', "'5-8"],
  ['mei 2023', "'mei 2023"],
  ['170-180', '170-180'],
  ['1.234', '1.234'],
  ['-5', '-5'],
  ['+33%', '+33%'],
  ['−33%', '−33%'],
  ['<5', '<5'],
])('%j is the field %j, and no formula or date', (text, field) => {
  expect(ledgerCsv(ledgerOf(entry({ text })))).toContain(`\r\n1;n1;${field};getal;`);
});
