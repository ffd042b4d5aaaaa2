import { expect, test } from 'vitest';
import { compareEditions } from '../../src/diff/tables.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { readEdition } from '../../src/edition/read.ts';
import { guardedTables } from '../../src/release/guard.ts';
import { headingInPrint, printedHeadings, printedTitle } from '../../src/release/headings.ts';
import { type NotedPublication, type NotesSource, releaseNotes } from '../../src/release/notes.ts';
import { noteSections } from '../../src/release/remarks.ts';
import { soundMachine } from '../project.ts';
import { head } from './small.ts';

const oogst = `title: Geplukte kisten
unit: kisten
source: Boomgaard De Proef
notes: [Gevallen fruit telt niet mee.]
columns: [2022, 2023]
rows:
  Appels: [1200, 1234]
  Peren:  [10, 9]
  Pruimen: [7, 8]
`;
const pluk = 'title: Plukkers\nunit: plukkers\nsource: Boomgaard De Proef\ncolumns: [2023]\nrows:\n  Jong: [31]\n';

function editionOf(tables: Record<string, string>): Edition {
  const files = Object.entries(tables).map(([id, text]) => [`data/2023/tables/${id}.yaml`, text]);
  const { value, diagnostics } = readEdition(2023, soundMachine(Object.fromEntries(files)).files);
  expect(diagnostics.filter(({ place }) => place?.file.includes('/tables/'))).toEqual([]);
  if (!value) throw new Error('The edition of the test is wrong.');
  return value;
}

const blad: NotedPublication = {
  title: 'Blad 2023',
  pages: 3,
  date: '2024-05-01',
  isNew: false,
  remarks: [],
  sections: [],
};
const second = { ...head, version: 'v2023.2', previous: { version: 'v2023.1', commit: 'e'.repeat(40) } };

function notes(now: Record<string, string>, more: Partial<NotesSource> = {}): string {
  const [old, next] = [editionOf({ oogst, pluk }), editionOf({ oogst, pluk, ...now })];
  const tables = compareEditions(old, next);
  const guarded = guardedTables(tables, old, next);
  return releaseNotes({
    ...{ head: second, publications: [blad], gone: [], tables, guarded, isRestyled: false },
    ...more,
  });
}

test('a first release says so, and lists its publications', () => {
  const text = notes({}, { head });
  expect(text).toContain('# Jaarcijfers 2023: toelichting bij uitgave v2023.1');
  expect(text).toContain(
    'Eerste uitgave van de jaarcijfers 2023. De gegevens van deze uitgave zijn vastgelegd op 1 mei 2024, 12.00 uur.',
  );
  expect(text).toContain('- Blad 2023 (1 mei 2024, 3 pagina’s)');
  expect(text).not.toContain('Wijzigingen');
});

test('a release without a change says that', () => {
  expect(notes({})).toContain('De cijfers en teksten zijn dezelfde als in uitgave v2023.1.');
});

test('an embargo stands in bold', () => {
  const text = notes({}, { head: { ...head, embargo: '2024-05-02 06:00' } });
  expect(text).toContain('**Embargo tot 2 mei 2024, 06.00 uur.** Vóór dat moment mag niets');
});

test('revised figures and other changes are told apart, old and new', () => {
  const revised = `${oogst.replace('1234', '1240').replace('[7, 8]', '[7, 6]')}remarks:\n  - { row: Appels, columns: [2023], revised: telfout in kist 4, previous: '1234' }\n`;
  const text = notes({ oogst: revised.replace('telt niet mee', 'telt wel mee') });
  const [revisions = '', corrections = ''] = text.split('## Verbeteringen');
  expect(revisions).toContain('## Herzieningen');
  expect(revisions).toContain('- Appels, 2023: was 1.234, is nu 1.240. Herzien: telfout in kist 4.');
  expect(corrections).toContain('- Pruimen, 2023: was 8, is nu 6.');
  expect(corrections).toContain('- Noot 1, nu: Gevallen fruit telt wel mee.');
});

test('a provisional figure that became final is a revision', () => {
  const before = `${oogst}remarks:\n  - { row: Peren, columns: [2023], provisional: de telling loopt nog }\n`;
  const [old, now] = [editionOf({ oogst: before }), editionOf({ oogst })];
  const tables = compareEditions(old, now);
  const text = releaseNotes({
    head: second,
    publications: [],
    gone: [],
    tables,
    guarded: new Set(),
    isRestyled: false,
  });
  expect(text).toContain('- Peren, 2023: 9, nu definitief.');
  expect(text).toContain('## Herzieningen');
});

test.each([
  ['suppressed', 'Peren:  [10, <5]', 'nu <5'],
  ['rounded to a range', 'Peren:  [10, 5-15]', 'gewijzigd, nu 5-15'],
])('the value of a cell that is %s now is nowhere repeated, nor what would give it away', (_, row, shown) => {
  const now = oogst.replace('Peren:  [10, 9]', row).replace('[7, 8]', '[7, 6]').replace('1234', '1237');
  const text = notes({ oogst: now, pluk: pluk.replace('31', '30') });
  expect(text).toContain(shown);
  expect(text).not.toMatch(/was (?:9|8|1\.234)\b/);
  expect(text).toContain('- Pruimen, 2023: gewijzigd, nu 6.');
  expect(text).toContain('Daarom staan hier geen eerdere waarden.');
  expect(text).toContain('- Jong, 2023: was 31, is nu 30.');
});

test('a table that a sum joins to one that says less keeps its old values to itself too', () => {
  const relation =
    'relations:\n  - sum: rows\n    of: [Jong]\n    within: { table: oogst, rows: [Appels, Peren], columns: [2023], because: x }\n';
  const joined = editionOf({ oogst: oogst.replace('[10, 9]', '[10, <5]'), pluk });
  const old = editionOf({ oogst, pluk });
  const tables = compareEditions(old, joined);
  expect([...guardedTables(tables, old, joined)]).toEqual(['oogst']);
  const table = joined.tables.get('pluk');
  const part = { direction: 'rows', parts: ['Jong'], scope: ['2023'], holds: 'within' } as const;
  const whole = { table: 'oogst', rows: 'all', columns: 'same' } as const;
  expect(relation).toContain('oogst');
  if (!table) throw new Error('The table of the test is gone.');
  const withSum = { ...table, relations: [{ ...part, whole, place: table.place }] };
  const now = { ...joined, tables: new Map([...joined.tables, ['pluk', withSum]]) };
  expect([...guardedTables(tables, old, now)].toSorted()).toEqual(['oogst', 'pluk']);
});

test('a value that is missing now is said to be no longer published', () => {
  const now = `${oogst.replace('[10, 9]', '[10, .]')}remarks:\n  - { row: Peren, columns: [2023], missing: ingetrokken door de bron }\n`;
  const text = notes({ oogst: now });
  expect(text).toContain('- Peren, 2023: de waarde wordt niet meer gepubliceerd (nu n.b.).');
  expect(text).not.toContain('was 9');
});

test('rows and tables that came and went are named', () => {
  const text = notes({ oogst: oogst.replace('  Peren:  [10, 9]\n', ''), kersen: pluk.replace('Plukkers', 'Kersen') });
  expect(text).toContain('- Peren, 2023: vervallen.');
  expect(text).not.toMatch(/was (?:10|9)/);
  expect(text).toContain('## Nieuw\n\n- tabel “Kersen”');
});

const publicationOf = (texts: Record<string, string>) => {
  const files = Object.entries(texts).map(([id, text]) => [`data/2023/blad/${id}.md`, text]);
  const contents = Object.keys(texts).map(id => `  - text: ${id}\n`);
  const yaml = `kind: leaflet\ntitle: Blad\ndescription: D.\npublisher: P\ndate: 2024-05-01\ntables: [oogst]\ncontents:\n${contents.join('')}`;
  const all = {
    'data/2023/blad/publication.yaml': yaml,
    'data/2023/tables/oogst.yaml': oogst,
    ...Object.fromEntries(files),
  };
  const found = readEdition(2023, soundMachine(all).files).value?.publications.find(({ id }) => id === 'blad');
  if (!found) throw new Error('The publication of the test is wrong.');
  return found;
};

test('rewritten sections are told in sentences; what follows from the tables is no rewriting', () => {
  const old = publicationOf({
    een: '# Oogst\n\nEr zijn {{"veel" oogst "Appels"}} appels. De pluk was vroeg.\nHet regende.\n\n## Peren\n\nZij bleven klein.\n',
    twee: '# Slot\n\nTot volgend jaar.\n',
  });
  const now = publicationOf({
    een: '# Oogst\n\nEr zijn {{"weinig" oogst "Appels"}} appels. De pluk was laat.\nHet regende. Toen werd het droog.\n\n## Kersen\n\nDie zijn nieuw.\n',
    twee: '# Slot\n\nTot\nvolgend jaar.\n',
  });
  const printed = printedHeadings('<h1>Oog\u00ADst</h1><h2>Kersen</h2><h1>Slot</h1>');
  expect(noteSections(old, now, printed)).toEqual([
    { kind: 'changed', heading: 'Oogst', changed: 1, added: 1, removed: 0 },
    { kind: 'added', heading: 'Kersen', changed: 0, added: 1, removed: 0 },
    { kind: 'removed', heading: 'Peren', changed: 0, added: 0, removed: 1 },
  ]);
  const sections = noteSections(old, now, printed);
  const text = notes({}, { publications: [{ ...blad, sections }], isRestyled: true });
  expect(text).toContain(
    '### Blad 2023\n\n- “Oogst”: één zin gewijzigd, één zin toegevoegd.\n- Nieuw: “Kersen”.\n- Vervallen: “Peren”.',
  );
  expect(text).toContain('De opmaak van de publicaties is aangepast.');
});

test('a heading that is gone is not said when it may hold a figure', () => {
  const [old, now] = ['# A\n\nX.\n\n## Nog 9 peren\n\nY.\n', '# A\n\nX.\n'].map(een => publicationOf({ een }));
  if (!old || !now) throw new Error('The publications of the test are wrong.');
  expect(noteSections(old, now, [])).toEqual([{ kind: 'removed', changed: 0, added: 0, removed: 1 }]);
});

test('a typed heading is found as it is printed', () => {
  const printed = ['2 Meer slacht\u00ADoffers', 'Meer ‘appels’ & peren', 'Herkomst'].map(one =>
    one.replace('\u00AD', ''),
  );
  expect(headingInPrint('{{"Meer" herkomst}} slachtoffers', printed)).toBe('2 Meer slachtoffers');
  expect(headingInPrint("Meer 'appels' & peren", printed)).toBe('Meer ‘appels’ & peren');
  expect(headingInPrint('{{x}}', printed)).toBe(undefined);
  expect(printedTitle('<title>Jaar&amp;cijfers&#x20;2023</title>')).toBe('Jaar&cijfers 2023');
});
