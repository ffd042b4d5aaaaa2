// The command `new` on the real editions: what is made, what the check says of it, and that it can be filled and built.

import { cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { openFiles } from '../../src/commands/files.ts';
import { makeYear } from '../../src/commands/new.ts';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { formatReport } from '../../src/diagnostics/report.ts';
import { readEdition } from '../../src/edition/read.ts';
import { isOpen } from '../../src/statistics/observation.ts';
import { fillTables, rewriteTexts, type Years } from './fill.ts';
import { machineAt } from './machine.ts';
import { createFolder, createProject, filesIn, run, writeFile } from './project.ts';

const own = fileURLToPath(new URL('../..', import.meta.url));

/** The real project with some of its years. */
function projectOf(years: readonly number[]): string {
  const root = createFolder();
  cpSync(join(own, 'templates'), join(root, 'templates'), { recursive: true });
  for (const year of years) cpSync(join(own, `data/${year}`), join(root, `data/${year}`), { recursive: true });
  for (const file of ['data/woorden.yaml', 'data/begrippen.yaml']) cpSync(join(own, file), join(root, file));
  return root;
}

function make(root: string, { from, to }: Years) {
  const publications = from === 2024 ? ['jaarcijfers-mensenhandel-2024'] : [];
  return makeYear({ year: String(to), from: String(from), publications }, machineAt(root));
}

async function rulesIn(root: string, year: number): Promise<Record<string, number>> {
  const { diagnostics } = await check([String(year)], machineAt(root));
  const counts: Record<string, number> = {};
  for (const { rule } of diagnostics) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/** What the new year itself asks for: rows with open cells, open dates, and marks in texts. */
function askedIn(root: string, year: number): Record<string, number> {
  const { value } = readEdition(year, openFiles(root));
  const tables = [...(value?.tables.values() ?? [])];
  const rows = tables.flatMap(table => table.rows).filter(row => row.observations.some(isOpen));
  const dates = tables.filter(table => table.openDate);
  const texts = Object.keys(filesIn(join(root, `data/${year}`))).filter(name => /(\.md|publication\.yaml)$/.test(name));
  const marks = texts.flatMap(
    name => readFileSync(join(root, `data/${year}`, name), 'utf8').match(/\{\{herschrijven/g) ?? [],
  );
  const asked = { 'cell-open': rows.length, 'date-open': dates.length, 'to-rewrite': marks.length };
  return Object.fromEntries(Object.entries(asked).filter(([, count]) => count > 0));
}

/** Cells that follow from others in no simple way: a total beside suppressed cells, and what its source never named. */
const known: Years['known'] = {
  afgehandeld: { 'Inhoudelijk afgehandelde zaken': ['178'] },
  'geslacht-verdachten': { man: ['83%', '78%', '87%', '72%', '72%'] },
};

/** The report of 2023 made into that of 2024, and the factsheet of 2024 into that of 2025. */
const steps: readonly Years[] = [
  { from: 2023, to: 2024, known },
  { from: 2024, to: 2025 },
];

test.each(steps)(
  '$to from $from: the check lists every open row and every marked block, and nothing else',
  async step => {
    const root = projectOf(step.from === 2023 ? [2023] : [2023, step.from]);
    const { made, left, diagnostics } = make(root, step);
    expect({ left, diagnostics }).toEqual({ left: [], diagnostics: [] });
    const found = await rulesIn(root, step.to);
    expect(found).toEqual(askedIn(root, step.to));
    expect(found['cell-open']).toBeGreaterThan(4);
    expect(found['to-rewrite']).toBeGreaterThan(20);
    expect(made.reduce((sum, { marked }) => sum + marked, 0)).toBe(found['to-rewrite']);
  },
);

test('2024 from 2023: the report is there with all its tables, each as typed but for its years', async () => {
  const root = projectOf([2023]);
  const { made } = make(root, { from: 2023, to: 2024 });
  const before = filesIn(join(root, 'data/2023'));
  const later = (name: string): string => name.replaceAll('2023', '2024');
  expect(Object.keys(filesIn(join(root, 'data/2024'))).sort()).toEqual(Object.keys(before).map(later).sort());
  expect(made.reduce((sum, { open }) => sum + open, 0)).toBe(409);
  const read = (name: string): string => readFileSync(join(root, 'data', name), 'utf8');
  expect(read('2024/edition.yaml')).toBe(read('2023/edition.yaml').replace('2023', '2024').replace('final', 'draft'));
  expect(read('2024/tables/verdachten.yaml')).toBe(
    read('2023/tables/verdachten.yaml')
      .replace('  2021: [219, 46, 54]\n', '')
      .replace('39]\n', '39]\n  2024: [  ?,  ?,  ?]\n'),
  );
  expect(read('2024/tables/schatting-2024.yaml')).toBe(
    read('2023/tables/schatting-2023.yaml').replace('[2023]', '[2024]').replace('[5000]', '[?]'),
  );
  expect(read('2024/tables/schatting.yaml')).toBe(read('2023/tables/schatting.yaml'));
  expect(read('2024/jaarcijfers-mensenhandel-2024/publication.yaml')).toBe(
    read('2023/jaarcijfers-mensenhandel-2023/publication.yaml')
      .replace('date: 2024-10-17', 'date: 2025-10-17')
      .replace('- schatting-2023', '- schatting-2024')
      .replace('slachtoffers in 2023', 'slachtoffers in 2024'),
  );
});

test('marks taken out too early bring no flood: what hangs on an open cell waits for it', async () => {
  const root = projectOf([2023]);
  make(root, { from: 2023, to: 2024 });
  const folder = join(root, 'data/2024/jaarcijfers-mensenhandel-2024');
  for (const [name] of Object.entries(filesIn(folder)).filter(([one]) => one.endsWith('.md')))
    writeFile(join(folder, name), readFileSync(join(folder, name), 'utf8').replaceAll('{{herschrijven}} ', ''));
  const { 'cell-open': rows, 'date-open': dates, ...others } = await rulesIn(root, 2024);
  expect([rows, dates]).toEqual([119, 9]);
  // Each is about years that are known, of which last year's words are no longer true.
  expect(others).toEqual({ 'asserted-number': 2, 'asserted-words': 2, 'year-mismatch': 1 });
});

test.each(steps)('$to from $from: filled in with made-up figures and rewritten, it builds', async step => {
  const root = projectOf(step.from === 2023 ? [2023] : [2023, step.from]);
  const { made } = make(root, step);
  expect(fillTables(root, step)).toBe(made.reduce((sum, { open }) => sum + open, 0));
  expect(rewriteTexts(root, step)).toBe(made.reduce((sum, { marked }) => sum + marked, 0));
  const edition = join(root, `data/${step.to}/edition.yaml`);
  writeFile(edition, readFileSync(edition, 'utf8').replace('status: draft', 'status: final'));
  const out = join(root, 'output');
  const { written, diagnostics } = await build({ years: [String(step.to)], publications: [], out }, machineAt(root));
  expect(hasErrors(diagnostics) ? formatReport(diagnostics, { colour: false }) : '').toBe('');
  expect(written.length).toBeGreaterThan(0);
  expect(written[0]?.pages).toBeGreaterThan(step.from === 2023 ? 25 : 1);
});

test('a second run changes nothing, and a file made by hand stays byte for byte', () => {
  const root = createProject({ 'data/2024/tables/oogst.yaml': 'mine\r\n', 'data/2024/blad-2024/tekst.md': undefined });
  symlinkSync('/nowhere', join(root, 'data/2024/edition.yaml'));
  const first = make(root, { from: 2023, to: 2024 });
  expect(first.left).toEqual(['data/2024/edition.yaml', 'data/2024/tables/oogst.yaml']);
  expect(first.made.map(({ path }) => path)).toEqual([
    'data/2024/blad-2024/publication.yaml',
    'data/2024/blad-2024/tekst.md',
  ]);
  rmSync(join(root, 'data/2024/edition.yaml'));
  const before = filesIn(join(root, 'data'));
  expect(before['2024/tables/oogst.yaml']).toBe('mine\r\n');
  expect(make(root, { from: 2023, to: 2024 }).made.map(({ path }) => path)).toEqual(['data/2024/edition.yaml']);
  const after = filesIn(join(root, 'data'));
  expect(after).toEqual({ ...before, '2024/edition.yaml': 'reportingYear: 2024\nstatus: draft\n' });
  expect(make(root, { from: 2023, to: 2024 }).made).toEqual([]);
  expect(filesIn(join(root, 'data'))).toEqual(after);
});

test('files beside the texts come along as they are, and lines keep their ends', () => {
  const root = createProject({
    'data/2023/blad-2023/beelden/kaart-2023.svg': '<svg/>\r\n',
    'data/2023/blad-2023/tekst.md': '# Oogst\r\n\r\nEr zijn {{oogst "Appels"}} kisten geplukt.\r\n',
    'data/2023/edition.yaml': 'reportingYear: 2023\r\nstatus: final\r\ndifferences: []\r\n',
  });
  make(root, { from: 2023, to: 2024 });
  expect(filesIn(join(root, 'data/2024'))).toMatchObject({
    'blad-2024/beelden/kaart-2023.svg': '<svg/>\r\n',
    'blad-2024/tekst.md': '# Oogst\r\n\r\n{{herschrijven}} Er zijn {{oogst "Appels"}} kisten geplukt.\r\n',
    'edition.yaml': 'reportingYear: 2024\r\nstatus: draft\r\n',
  });
});

test('of one publication only its tables come along, and those they are held against', () => {
  const table = (id: string): string =>
    `title: T\nunit: kisten\nsource: B\ncolumns: [2023]\nrows:\n  A: [1]\nrelations:\n  - sum: rows\n    within: { table: ${id}, row: A }\n    because: x\n`;
  const root = createProject({
    'data/2023/tables/oogst.yaml': `${table('bomen').replace('A: [1]', 'Appels: [1]')}`,
    'data/2023/tables/bomen.yaml': table('akkers'),
    'data/2023/tables/akkers.yaml': table('akkers').replace(/relations[\s\S]*/, ''),
    'data/2023/tables/los.yaml': table('akkers'),
    'data/2023/ander/publication.yaml':
      'kind: leaflet\ntitle: Ander\ndescription: D\npublisher: P\ndate: 2024-02-29\ntables: [los]\ncontents:\n  - text: tekst\n',
    'data/2023/ander/tekst.md': '# Ander\n',
  });
  const request = { year: '2025', from: '2023', publications: ['blad-2023'] };
  expect(makeYear(request, machineAt(root)).made.map(({ path }) => path)).toEqual([
    'data/2025/edition.yaml',
    ...['akkers', 'bomen', 'oogst'].map(id => `data/2025/tables/${id}.yaml`),
    ...['publication.yaml', 'tekst.md'].map(name => `data/2025/blad-2025/${name}`),
  ]);
  makeYear({ ...request, publications: [] }, machineAt(root));
  expect(filesIn(join(root, 'data/2025'))['ander/publication.yaml']).toContain('date: 2026-02-28\n');
});

test('a folder that holds another kind of publication is not filled with the files of this one', async () => {
  const root = projectOf([2023]);
  const factsheet = 'data/2024/jaarcijfers-mensenhandel-2024';
  cpSync(join(own, factsheet), join(root, factsheet), { recursive: true });
  const before = filesIn(join(root, 'data'));
  const { status, stderr } = await run(root, ['new', '2024']);
  expect(status).toBe(2);
  expect(stderr).toContain(`error: ${factsheet} is there already, and is a factsheet;`);
  expect(filesIn(join(root, 'data'))).toEqual(before);
});

test('the help of new explains it, with examples that are commands', async () => {
  const { status, stdout } = await run(createFolder(), ['new', '--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: jaarcijfers new [options] <year>');
  expect(stdout).toContain('Examples:\n  npx jaarcijfers new 2025\n');
  expect(stdout).toMatch(/Exit codes: 0 .*1 .*2 .*3 /);
});

test('the program says what it made, what to confirm and what comes next', async () => {
  const root = createProject();
  const { status, stdout, stderr } = await run(root, ['new', '2024']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(`data/2024, made from data/2023:
  1 table, with 2 cells to fill in (?)
  2 texts, with 1 block to rewrite ({{herschrijven}})
  1 other file
To confirm, for \`check\` cannot know it:
  data/2024/blad-2024/publication.yaml:5  the date of publication is now 2025-05-01
Next: npx jaarcijfers check 2024
`);
  const again = await run(root, ['new', '2024']);
  expect(again.stdout).toBe(
    'Nothing was made: data/2024 has all its files already.\nNext: npx jaarcijfers check 2024\n',
  );
  const checked = await run(root, ['check', '2024']);
  expect(checked.status).toBe(1);
  expect(checked.stderr).toContain('error cell-open  The row "Appels" has a cell to be filled in');
});

test.each([
  [['2022'], 'There is no reporting year before 2022'],
  [['2023', '--from', '2023'], '2023 does not come after 2023'],
  [['2022', '--from', '2023'], '2022 does not come after 2023'],
  [['2025', '--from', '2021'], 'There is no reporting year 2021.'],
  [['twee'], '"twee" is no year.'],
  [['2024', '--publication', 'blad-2022'], 'There is no publication blad-2022.'],
])('%j is wrong use, with a hint', async (words, message) => {
  const root = createProject();
  const before = filesIn(root);
  const { status, stdout, stderr } = await run(root, ['new', ...words]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`error: ${message}`);
  expect(stderr).toContain('  hint: ');
  expect(filesIn(root)).toEqual(before);
});

test('a year with mistakes is put right before another is made of it', async () => {
  const root = createProject({ 'data/2023/tables/oogst.yaml': 'title: Kisten\n' });
  const { status, stdout, stderr } = await run(root, ['new', '2024']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('Nothing was made: put the year 2023 right first.');
  expect(stderr).toContain('data/2023/tables/oogst.yaml:1');
});
