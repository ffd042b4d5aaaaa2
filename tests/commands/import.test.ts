// The import into a table that is there: the cells that change, and what is said of them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { planImport } from '../../src/commands/import.ts';
import { blanked } from '../delivery/blank.ts';
import { deliver, levering, oogst } from './delivery.ts';
import { machineAt } from './machine.ts';
import { createFolder, writeFile } from './project.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const files = join(repository, 'tests', 'delivery', 'files');

/** What a person types who has the sheet `Herkomst` before them: it names a reference date, which the edition left out. */
function typed(id: string): string {
  const text = readFileSync(join(repository, 'data/2023/tables', `${id}.yaml`), 'utf8');
  return id === 'herkomst' ? text.replace(/^source: .*\n/m, line => `${line}referenceDate: 2024-04-26\n`) : text;
}

const deliveries = [
  ['vormen', 'levering.xlsx'],
  ['vormen', 'levering.ods'],
  ['vormen', 'levering-Vormen.csv', { omit: ['waarvan via Ter Apel'] }],
  ['herkomst', 'levering.xlsx'],
  ['herkomst', 'levering.ods'],
  ['herkomst', 'levering-Herkomst.csv'],
  ['gemiddelde-leeftijd', 'levering.xlsx', { sheet: 'Leeftijd' }],
  ['gemiddelde-leeftijd', 'levering.ods', { sheet: '3' }],
  ['gemiddelde-leeftijd', 'levering-Leeftijd.csv', { omit: ['2022'] }],
  ['verblijfsvergunningen', 'levering.xlsx'],
  ['verblijfsvergunningen', 'levering.ods'],
  ['minderjarigen', 'levering.xlsx'],
  ['minderjarigen', 'levering.ods', { range: 'A3:C8' }],
  ['minderjarigen', 'levering-Minderjarigen.csv'],
] as const;

test.for(deliveries)('%s from %s is typed as a person typed it', async ([id, file, options]) => {
  const root = createFolder();
  const path = `data/2023/tables/${id}.yaml`;
  writeFile(join(root, path), blanked(typed(id).replace(/^referenceDate.*\n/m, '')));
  const plan = await planImport({ file: join(files, file), table: id, ...options }, machineAt(root));
  expect({ diagnostics: plan.diagnostics, path: plan.path, text: plan.text }).toEqual({
    diagnostics: [],
    path,
    text: typed(id),
  });
});

test('only cells change, and the reason of a value that is no longer missing goes', async () => {
  const { text, diagnostics } = await deliver(levering);
  const wanted = oogst
    .replace('[1234, 1300,  ?]', '[1234, 1300, 1401]')
    .replace('[  <5,   12,  .]', '[  <5,   12, 17]')
    .replace(/ {2}- row: Peren\n.*\n.*\n/, '');
  expect({ text, diagnostics }).toEqual({ text: wanted, diagnostics: [] });
});

test('every change is shown with its row, column, old and new value and place', async () => {
  const { lines } = await deliver(levering);
  expect(lines).toEqual([
    'levering.csv, table at levering!A2 → data/2023/tables/oogst.yaml',
    '  Appels  2023  ? → 1401  levering!D3',
    '  Peren   2023  . → 17    levering!D4',
    '2 cells change, 7 are as before.',
    'The remark that row "Peren" is missing goes: "De weegschaal was stuk."',
  ]);
});

test('without a change there is nothing to write, and that is said', async () => {
  const { text, lines, diagnostics } = await deliver(';2021;2022\nAppels;1234;1300\n');
  expect({ text, diagnostics }).toEqual({ text: undefined, diagnostics: [] });
  expect(lines).toContain('No cell changes: 2 cells are as before.');
});

test('what the delivery does not have stays as it was, and is listed', async () => {
  const { text, lines } = await deliver(';2023;2022\nPruimen rood;;88\nAppels;;\n');
  expect(text).toBe(oogst.replace('[7, 8, 9]', '[7, 88, 9]'));
  expect(lines).toContain('Kept, as the sheet does not have the row: "Peren".');
  expect(lines).toContain('Kept, as the sheet does not have the column: "2021".');
  expect(lines).toContain('Kept, as levering!B2 is empty: row "Pruimen rood", column "2023".');
});

test('a table in columns stays in columns when a cell grows', async () => {
  const yaml = oogst.replace('Pruimen rood: [7, 8, 9]', 'Kers:   [   7,    8,  9]').replaceAll('Pruimen rood', 'Kers');
  const { text } = await deliver(';2022\nPeren;12.345\n', { yaml });
  expect(text).toContain(
    '  Appels: [1234,  1300,  ?] # handwerk\n  Peren:  [  <5, 12345,  .]\n  Kers:   [   7,     8,  9]\n',
  );
});

test('cells without spaces or columns are changed in their place', async () => {
  const yaml = 'title: t\nunit: u\nsource: s\ncolumns: [2022, 2023]\nrows:\n  Appels: [1,2]\n  Peren: [ 3,4 ]\n';
  const { text } = await deliver(';2022;2023\nAppels;10;2\nPeren;3;40\n', { yaml });
  expect(text).toBe(yaml.replace('[1,2]', '[10,2]').replace('[ 3,4 ]', '[ 3,40 ]'));
});

test('cells typed one below the other, or between quotes, are changed in their place', async () => {
  const yaml =
    "title: t\nunit: u\nsource: s\ncolumns: [2022, 2023]\nrows:\n  Appels:\n    - 1 # een\n    - '<5'\n  Peren: [\n    3,\n    4 ]\n";
  const { text, diagnostics } = await deliver(';2022;2023\nAppels;10;20\nPeren;30;4\n', { yaml });
  expect({ text, diagnostics }).toEqual({
    text: yaml.replace('- 1 #', '- 10 #').replace("'<5'", '20').replace('3,\n', '30,\n'),
    diagnostics: [],
  });
});

test('a percentage is typed with or without its sign, as the column is', async () => {
  const yaml = 'title: t\nunit: u\nsource: s\nmeasure: percentage\ncolumns: [a]\nrows:\n  x: [34]\n  y: [28]\n';
  expect((await deliver(';a\nx;35%\ny;28%\n', { yaml })).text).toBe(yaml.replace('34', '35'));
});

test('line ends and the byte order mark stay', async () => {
  const yaml = oogst.replaceAll('\n', '\r\n');
  const { text } = await deliver(`Peildatum: 1 mei 2024\n${levering.replace('Levering;;;\n', '')}`, { yaml });
  expect(text?.replaceAll('\r\n', '')).not.toContain('\n');
  expect(text).toContain('# zie de map\r\nreferenceDate: 2024-05-01\r\nnotes:');
});

test.for([
  ['Peildatum: 26 april 2024', '2024-04-26'],
  ['peildatum 26-4-2024', '2024-04-26'],
  ['Peildatum;26 apr. 2024', '2024-04-26'],
  ['PEILDATUM: 2024-04-26', '2024-04-26'],
])('%j is the reference date %s', async ([line, date]) => {
  const added = await deliver(`${levering}\n${line}\n`);
  expect(added.text).toContain(`source: "Boomgaard De Proef" # zie de map\nreferenceDate: ${date}\nnotes:`);
  expect(added.lines).toContain(`The reference date: ${date}`);
  const yaml = oogst.replace('notes:', 'referenceDate: 2023-04-26 # oud\nnotes:');
  const changed = await deliver(`${levering}\n${line}\n`, { yaml });
  expect(changed.text).toContain(`referenceDate: ${date} # oud\n`);
  expect(changed.lines).toContain(`The reference date: 2023-04-26 → ${date}`);
});

test('two reference dates are none, and a day that does not exist is none', async () => {
  const { text, lines } = await deliver(`${levering}\nPeildatum: 26 april 2024\nPeildatum: 27 april 2024\n`);
  expect(text).not.toContain('referenceDate');
  expect(lines).toContain('Reference date left as it is: the sheet names 2024-04-26 and 2024-04-27.');
  expect((await deliver(`${levering}\nPeildatum: 31 april 2024\n`)).text).not.toContain('referenceDate');
});

test('a remark is narrowed to the cells that are still missing', async () => {
  const yaml = oogst
    .replace('?]', '1]')
    .replace('[  <5,   12,  .]', '[   .,    .,  .]')
    .replace('    columns: [2023]\n    missing', '    missing');
  const first = await deliver(';2022\nPeren;12\n', { yaml });
  expect(first.text).toContain(
    '  # de peren\n  - row: Peren\n    columns: [2021, 2023]\n    missing: De weegschaal was stuk.\n',
  );
  expect(first.lines).toContain('The remark that row "Peren" is missing is kept for "2021", "2023" only.');
  const second = await deliver(';2023\nPeren;12\n', { yaml: first.text as string });
  expect(second.text).toContain('    columns: [2021]\n    missing: De weegschaal was stuk.\n');
  expect(second.diagnostics).toEqual([]);
});

test('remarks in braces are narrowed and taken out too, and the last one takes the key with it', async () => {
  const remark = '  - { row: Peren, missing: Stuk. }\n';
  const yaml = `title: t\nunit: u\nsource: s\ncolumns: [2022, 2023]\nrows:\n  Peren: [., .]\nremarks:\n${remark}# einde\n`;
  const narrowed = await deliver(';2022\nPeren;12\n', { yaml });
  expect(narrowed.text).toContain('  - { row: Peren, columns: [2023], missing: Stuk. }\n');
  const gone = await deliver(';2022;2023\nPeren;12;13\n', { yaml });
  expect(gone.text).toBe(yaml.replace('[., .]', '[12, 13]').replace(`remarks:\n${remark}`, ''));
});

test('a value that becomes missing gets the reason that is given', async () => {
  const csv = ';2021;2022;2023\nAppels;1.234;n.b.;n.b.\nPeren;n.b.;n.b.;n.b.\n';
  const { text, diagnostics, lines } = await deliver(csv, { missing: 'Nog niet: geteld.' });
  expect(diagnostics).toEqual([]);
  expect(text).toContain(
    "  - row: Appels\n    columns: [2022, 2023]\n    missing: 'Nog niet: geteld.'\n  - row: Peren\n    columns: [2021, 2022]\n    missing: 'Nog niet: geteld.'\nrelations:",
  );
  expect(lines).toContain('Row "Appels", column "2022" gets the reason: "Nog niet: geteld."');
});

test('the first remark of a table gets its key', async () => {
  const yaml = 'title: t\nunit: u\nsource: s\ncolumns: [2023]\nrows:\n  Peren: [5]\n# einde';
  expect((await deliver(';2023\nPeren;n.b.\n', { yaml, missing: 'Stuk.' })).text).toBe(
    'title: t\nunit: u\nsource: s\ncolumns: [2023]\nrows:\n  Peren: [.]\nremarks:\n  - row: Peren\n    missing: Stuk.\n# einde',
  );
});

test('in a final edition a published value that changes comes with the remark to paste', async () => {
  const csv = ';2022;2023\nAppels;1301;1401\nPruimen rood;8;9\n';
  const { lines } = await deliver(csv, { status: 'final' });
  expect(lines).toContain(
    'This edition is final, so these values were published. Add under `remarks`, with the reason:',
  );
  expect(lines).toContain('  - { row: Appels, columns: [2022], revised: …, previous: 1300 }');
  expect(lines.join('\n')).not.toContain('columns: [2023], revised');
  expect((await deliver(csv)).lines.join('\n')).not.toContain('revised');
});

test('a changed value with a remark of its own is pointed at', async () => {
  const { lines } = await deliver(';2021\nPruimen rood;6\n');
  expect(lines).toContain(
    'Look at the remark `reconstructed` on row "Pruimen rood", column "2021": its value changes from 7 to 6.',
  );
});

test('a mark comes with what the sheet says of it, and the remark to paste where there is none', async () => {
  const { lines, text } = await deliver(
    ';2021;2022;2023*\nAppels;1.234¹;1300;1401\nPeren;<5;12;17\nPruimen rood;7;8;9\n\n* Voorlopige cijfers\n',
  );
  expect(text).toContain('[1234, 1300, 1401]');
  expect(lines).toContain('The mark "*" stands at levering!D1. The sheet says: "* Voorlopige cijfers".');
  expect(lines).toContain('The mark "¹" stands at levering!B2. The sheet does not say what it means.');
  expect(lines.filter(line => line.startsWith('  - {'))).toEqual([
    '  - { row: Appels, columns: [2023], provisional: … }',
    '  - { row: Pruimen rood, columns: [2023], provisional: … }',
    '  - { row: Appels, columns: [2021], provisional: … }',
  ]);
});

test('a total that is the sum is left out, and so are earlier years and what is asked', async () => {
  const csv =
    ';2020;2021;2022;2023;Groei\nAppels;1;1234;1300;1401;8%\nPeren;1;<5;12;17;9%\nPruimen rood;1;7;8;9;0%\nTotaal;3;1.243;1.320;1.427;\n';
  const { lines, diagnostics } = await deliver(csv, { omit: ['groei'] });
  expect(diagnostics).toEqual([]);
  expect(lines.filter(line => line.startsWith('Left out'))).toEqual([
    'Left out: column "2020" (levering!B1): the table begins in a later year.',
    'Left out: column "Groei" (levering!F1), as asked.',
    'Left out: row "Totaal" (levering!A5): it is the sum of the others.',
  ]);
});

test.for([
  ['1.234¹', '1) Zonder de kas.'],
  ['1.234¹', '¹ Zonder de kas.'],
  ['1.234 (v)', 'v = voorlopig'],
  ['1.234 (v)', '(v) voorlopig'],
  ['1.234**', '** Nader voorlopig'],
])('what the mark of %j means is said by the line %j', async ([shown, line]) => {
  const { lines } = await deliver(`;2021\nAppels;${shown}\n\n* Iets anders\n1985 was koud\n${line}\n`);
  expect(lines.join('\n')).toContain(`The sheet says: "${line}".`);
});

test('units, words, and a title over the whole table are no values', async () => {
  const csv =
    ';2021;2022;2023\n;aantal;%;abs.\nFruit;;;\nAppels;1234;1300;1401\nPeren;<5;12;17\nwaarvan;onbekend;;\nPruimen rood;7;8;9\nBron: 2023;;;\n';
  expect((await deliver(csv)).diagnostics).toEqual([]);
});

test('a count that looks like a year heads no table', async () => {
  const yaml = 'title: t\nunit: u\nsource: s\ncolumns: [2023]\nrows:\n  a: [1]\n  b: [2]\n  c: [3]\n';
  const { text } = await deliver(';2023\na;2023\nb;5\nc;6\n', { yaml });
  expect(text).toContain('  a: [2023]\n  b: [   5]\n  c: [   6]\n');
});

test('cells that are still to be filled in do not stand in the way', async () => {
  const yaml = oogst.replace('1300,  ?', '   ?,  ?');
  const { text, diagnostics } = await deliver(';2022\nAppels;1300\n', { yaml });
  expect(text).toBe(oogst);
  expect(diagnostics).toEqual([]);
});
