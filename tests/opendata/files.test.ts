// The files of open data: complete, true to the tables, the same every time, and safe to open.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFiles } from '../../src/commands/files.ts';
import { readEdition, reportingYears } from '../../src/edition/read.ts';
import { dataFiles } from '../../src/opendata/files.ts';
import { caseMachine, caseNames, soundMachine } from '../project.ts';
import { project } from '../publications/editions.ts';
import { metadataOf, readCsv, readWorkbook, tableRows, textOf } from './reading.ts';
import { expectRoundTrip } from './round.ts';
import { anyTable, cell, count, sourceOf, tableOf } from './tables.ts';

function sourcesOf(files: ReturnType<typeof openFiles>) {
  return reportingYears(files).flatMap(year => {
    const { value: edition } = readEdition(year, files);
    const moment = new Date('2024-10-17T12:00:00Z');
    return (edition?.publications ?? []).map(publication => {
      const { title, description } = publication;
      return { edition: edition as NonNullable<typeof edition>, publication, title, description, moment };
    });
  });
}

describe('every observation of every table can be read back from the CSV file and from the workbook', () => {
  test('of the real editions', () => {
    const sources = sourcesOf(openFiles(project));
    expect(sources.length).toBeGreaterThan(1);
    for (const source of sources) expectRoundTrip(source);
  });

  test('of all cases', () => {
    const sources = caseNames().flatMap(name => sourcesOf(caseMachine(name).files));
    const keyOf = ({ edition, publication }: (typeof sources)[number]): string =>
      JSON.stringify([[...edition.tables.values()], publication.tables]);
    const different = new Map(sources.map(source => [keyOf(source), source]));
    expect(different.size).toBeGreaterThan(20);
    for (const source of different.values()) expectRoundTrip(source);
  });

  test('of tables of chance, whatever their labels', { timeout: 120_000 }, () => {
    const tables = fc.uniqueArray(anyTable, { minLength: 1, maxLength: 4, selector: ({ id }) => id });
    fc.assert(
      fc.property(tables, all => expectRoundTrip(sourceOf(all))),
      { numRuns: 100, endOnFailure: true },
    );
  });
});

test('a publication without tables has no files, and one that names a table twice has it once', () => {
  expect(dataFiles(sourceOf([]))).toEqual([]);
  const table = tableOf(['2023'], { Appels: [count(1)] });
  const files = dataFiles(sourceOf([table], { tables: ['proef', 'proef'] }));
  expect(files.map(({ path }) => path)).toEqual([
    'proef-2023.xlsx',
    'proef-2023-csv/csv-metadata.json',
    'proef-2023-csv/proef.csv',
  ]);
});

test('only tables that the publication lists are published', () => {
  const [shown, other] = [
    tableOf(['2023'], { A: [count(1)] }),
    tableOf(['2023'], { Geheim: [count(77_123)] }, 'ander'),
  ];
  const files = dataFiles(sourceOf([shown, other], { tables: ['proef'] }));
  expect(files).toHaveLength(3);
  expect(files.map(({ content }) => new TextDecoder().decode(content)).join()).not.toContain('Geheim');
});

test('the same tables give the same bytes, in any time zone', () => {
  const { TZ } = process.env;
  const [source] = sourcesOf(caseMachine('sound').files);
  if (!source) throw new Error('The case has no publication');
  const made = ['UTC', 'Pacific/Kiritimati', 'America/New_York', 'Europe/Amsterdam'].flatMap(zone =>
    ['2024-03-31T01:30:00Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'].map(moment => {
      process.env.TZ = zone;
      const files = dataFiles({ ...source, moment: new Date(moment) });
      return files.map(({ content }) => Buffer.from(content).toString('base64')).join();
    }),
  );
  process.env.TZ = TZ;
  expect(new Set(made).size).toBe(3);
});

test('a suppressed cell tells no more than its sign, whatever its author wrote behind it', () => {
  const yaml =
    'title: Geheim\nunit: stuks\nsource: Register\ncolumns: [2023]\nrows:\n  Appels: [<5] # in werkelijkheid 3731\n  Peren: [12]\n';
  const files = { 'data/2023/tables/vormen.yaml': yaml };
  const [source] = sourcesOf(soundMachine(files).files);
  const table = source?.edition.tables.get('vormen');
  if (!table) throw new Error('The table could not be read');
  const made = dataFiles(sourceOf([table]));
  const { parts } = readWorkbook(made);
  const texts = [textOf(made, 'vormen.csv'), textOf(made, 'csv-metadata.json'), ...Object.values(parts)];
  expect(texts.join()).not.toMatch(/3731|werkelijkheid/);
  const [row] = readCsv(made, 'vormen').rows;
  expect(row).toMatchObject({ waarde: '', ondergrens: '1', bovengrens: '4', symbool: '<5', soort: 'onderdrukt' });
});

test('no text becomes a formula, a date or a number in a spreadsheet, in the CSV file or the workbook', () => {
  const labels = ['=1+1', '+SOM(A1)', '-1+cmd', '@x', '\t=1', '5-8', '10-12', '3/4', '1:30', 'mei 2023', '2e3', '007'];
  const harmless = ['40+', '30-39', '2023', '2019-2023', 'Nederland', '0-4', '<5', 'maart'];
  const rows = Object.fromEntries([...labels, ...harmless, "'s avonds"].map(label => [label, [count(1)]]));
  const files = dataFiles(sourceOf([tableOf(['=A1'], rows)]));
  const told = readCsv(files, 'proef').rows;
  const guarded = new Map(told.map(({ rij = '' }) => [rij.replace(/^'/, ''), rij.startsWith("'")]));
  expect(labels.map(label => guarded.get(label))).toEqual(labels.map(() => true));
  expect(harmless.map(label => guarded.get(label))).toEqual(harmless.map(() => false));
  expect(told.map(({ rij }) => rij)).toContain("''s avonds");
  expect(told[0]?.kolom).toBe("'=A1");
  const workbook = readWorkbook(files);
  expect(tableRows(workbook, 2).map(([first]) => first?.kind)).toEqual(Array(1 + Object.keys(rows).length).fill('s'));
  expect(Object.values(workbook.parts).join()).not.toContain('<f>');
});

test('the metadata tell what the publication is, and of each table its title, unit, source, date and notes', () => {
  const table = { ...tableOf(['2023'], { A: [count(1)] }), referenceDate: '2024-04-26', notes: ['Een noot.'] };
  const licence = 'https://creativecommons.org/publicdomain/zero/1.0/deed.nl';
  const source = sourceOf([table], { licence });
  const metadata = metadataOf(dataFiles({ ...source, edition: { ...source.edition, status: 'draft' } }));
  expect(metadata).toMatchObject({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    ...{ 'dc:title': 'Proef', 'dc:language': 'nl', 'dc:publisher': 'Bureau & Zn.', 'dc:source': ['Register'] },
    ...{ 'dc:issued': { '@value': '2024-10-17', '@type': 'xsd:date' }, 'dc:license': { '@id': licence } },
    'schema:creativeWorkStatus': 'concept',
  });
  expect(metadata.tables[0]).toMatchObject({
    ...{ url: 'proef.csv', 'dc:title': 'Proef naar vorm', 'schema:unitText': 'stuks', 'dc:source': 'Register' },
    'schema:observationDate': { '@value': '2024-04-26', '@type': 'xsd:date' },
    tableSchema: { primaryKey: ['rij', 'kolom'] },
  });
  expect(JSON.stringify(metadata.tables[0]?.notes)).toMatch(/Peildatum: 26 april 2024\..*Een noot\./);
});

test('years are those that the labels name', () => {
  const columns = ['2023', '2019-2023', 'Eerdere jaren', 'Meer dan 2000 euro', 'Instroom in 2021', '2023-2019'];
  const plain = tableOf(columns, { A: columns.map(() => count(1)), 'In 2020': columns.map(() => count(2)) });
  const panelled = { ...plain, panels: [{ title: 'Per vorm in 2018-2022', columns }] };
  const years = (table: typeof plain): string[] =>
    readCsv(dataFiles(sourceOf([table])), 'proef').rows.map(row => `${row.eerste_jaar}/${row.laatste_jaar}`);
  expect(years(plain)).toEqual([
    ...['2023/2023', '2019/2023', '/', '/', '2021/2021', '/'],
    ...['2023/2023', '2019/2023', '2020/2020', '2020/2020', '2021/2021', '2020/2020'],
  ]);
  expect(years(panelled).slice(0, 4)).toEqual(['2023/2023', '2019/2023', '2018/2022', '2018/2022']);
});

test('a missing value is of the kind that its column has', () => {
  const [share, missing] = [
    cell({ kind: 'percentage', value: 5, decimals: 0 }),
    cell({ kind: 'missing', reason: 'Weg.' }),
  ];
  const table = tableOf(['a', 'b'], { A: [count(1), share], B: [missing, missing] });
  const measures = readCsv(dataFiles(sourceOf([table])), 'proef').rows.map(({ maat }) => maat);
  expect(measures).toEqual(['aantal', 'percentage', 'aantal', 'percentage']);
});

test('each file says in Dutch what it holds, and what type it is', () => {
  const files = dataFiles(sourceOf([tableOf(['2023'], { A: [count(1)] })]));
  expect(files.map(({ mediaType, description }) => [mediaType, description])).toEqual([
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'De tabellen van "Proef" als werkmap'],
    ['application/csvm+json', 'Beschrijving van de csv-bestanden: titels, eenheden, bronnen, noten en kolommen'],
    ['text/csv', 'Proef naar vorm'],
  ]);
});
