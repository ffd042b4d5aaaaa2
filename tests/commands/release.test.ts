// The commands `release` and `verify` in a small project with a history of its own.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { release } from '../../src/commands/release.ts';
import { openRepository } from '../../src/commands/repository.ts';
import { commitAll, type Git, gitOnly, openGit } from './git.ts';
import { machineAt } from './machine.ts';
import { createProject, filesIn, fillProject, type Run, run, writeFile } from './project.ts';

const text = 'data/2023/blad-2023/tekst.md';
const table = 'data/2023/tables/oogst.yaml';
const archive = 'jaarcijfers-2023-v2023.1.zip';

let folder: string;
let project: string;
let git: Git;
let first: Run;
const releaseFolder = (): string => join(project, 'output/2023/release');

function edit(path: string, from: string, to: string): void {
  const before = readFileSync(join(project, path), 'utf8');
  expect(before).toContain(from);
  writeFile(join(project, path), before.replace(from, to));
}

/** A repository whose commits are all of one moment in the past. */
function begin(root: string): Git {
  const opened = openGit(root, { GIT_COMMITTER_DATE: '2024-04-26T10:00:00Z' });
  opened('init', '--quiet', '--initial-branch=main');
  commitAll(opened, 'Begin');
  return opened;
}

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'jaarcijfers-uitgave-')));
  project = join(folder, 'project');
  fillProject(project);
  git = begin(project);
  first = await run(project, ['release', '2023']);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a release is one folder with everything in it, each condition in a line', () => {
  expect(first.stderr).toContain('✓ Two builds give the same bytes: 1 publication');
  expect(first.status, first.stderr).toBe(0);
  expect(first.stderr).not.toContain('✗');
  expect(Object.keys(filesIn(releaseFolder()))).toEqual([
    ...['SHA256SUMS', 'blad-2023-csv/csv-metadata.json', 'blad-2023-csv/oogst.csv', 'blad-2023.html'],
    ...[
      'blad-2023.ledger.csv',
      'blad-2023.ledger.json',
      'blad-2023.pdf',
      'blad-2023.xlsx',
      archive,
      `${archive}.sha256`,
    ],
    ...['manifest.json', 'provenance.intoto.json', 'sbom.cdx.json', 'toelichting-bij-uitgave.md', 'validation.json'],
  ]);
  expect(first.stdout).toContain('git tag --annotate v2023.1');
  expect(readFileSync(join(releaseFolder(), 'toelichting-bij-uitgave.md'), 'utf8')).toContain('Eerste uitgave');
});

test('nothing in it says where or when it was made', () => {
  const { [archive]: _, ...files } = filesIn(releaseFolder());
  for (const name of Object.keys(files).filter(one => /json$|md$|SUMS$|html$/.test(one))) {
    const said = readFileSync(join(releaseFolder(), name), 'utf8');
    expect(said, name).not.toContain(folder);
    expect(said, name).not.toContain(
      String(new Date().getFullYear()).concat('-', String(new Date().getMonth() + 1).padStart(2, '0'), '-'),
    );
  }
});

test('it is verified as a folder and as an archive, also outside a project; a changed byte is found, by name', async () => {
  const sound = await run(folder, ['verify', releaseFolder()]);
  expect(sound.status, sound.stderr + sound.stdout).toBe(0);
  expect(sound.stdout).toContain('✓ v2023.1 of commit');
  expect((await run(folder, ['verify', join(releaseFolder(), archive)])).status).toBe(0);
  const copy = join(folder, 'kopie');
  execFileSync('cp', ['-r', releaseFolder(), copy]);
  writeFileSync(join(copy, 'blad-2023.html'), 'anders');
  const tampered = await run(folder, ['verify', copy]);
  expect(tampered.status).toBe(1);
  expect(tampered.stdout).toContain('✗ blad-2023.html has another SHA-256 than SHA256SUMS says');
  expect(tampered.stdout).toContain(`✗ ${archive} holds another blad-2023.html than the one beside it`);
  expect(tampered.stdout).not.toContain('blad-2023.pdf');
});

test.each([
  ['a folder that is none', 'project/data', 'is no release: it holds neither SHA256SUMS nor manifest.json'],
  ['a file that is no ZIP', 'project/data/2023/tables/oogst.yaml', 'is not opened: it is no ZIP'],
  ['nothing', 'nergens', 'There is no'],
])('%s is wrong use', async (_, path, message) => {
  const { status, stderr } = await run(folder, ['verify', join(folder, path)]);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain('hint: ');
});

test('a clone elsewhere builds it again byte for byte, and tells a forged release by it', async () => {
  const clone = join(folder, 'een andere map');
  execFileSync('git', ['clone', '--quiet', project, clone]);
  const env = { HOME: folder, TZ: 'Pacific/Auckland', LC_ALL: 'C' };
  const same = await run(clone, ['verify', releaseFolder(), '--rebuild'], env);
  expect(same.stdout).toContain('every byte is the same');
  expect(same.status, same.stderr + same.stdout).toBe(0);
  const changed = join(folder, 'veranderd');
  execFileSync('cp', ['-r', releaseFolder(), changed]);
  writeFileSync(join(changed, 'blad-2023.html'), 'anders');
  const other = await run(clone, ['verify', changed, '--rebuild'], env);
  expect(other.status).toBe(1);
  expect(other.stdout).toContain('✗ blad-2023.html is other than a build makes it');
  expect(other.stdout.match(/than a build makes it/g)).toHaveLength(1);
  const forged = join(folder, 'vervalst');
  execFileSync('cp', ['-r', releaseFolder(), forged]);
  const manifest = readFileSync(join(forged, 'manifest.json'), 'utf8').replaceAll(
    /"commit": "\w+"/g,
    `"commit": "${'0'.repeat(40)}"`,
  );
  writeFileSync(join(forged, 'manifest.json'), manifest);
  const lost = await run(clone, ['verify', forged, '--rebuild'], env);
  expect(lost.status).toBe(2);
  expect(lost.stderr).toMatch(
    /The commit 0+ that this release says it is made from is not in this clone\.[\s\S]*git fetch --tags/,
  );
});

test('all that stands in the way is said at once, and what stood there stands', async () => {
  const before = filesIn(join(project, 'output'));
  const edition = 'data/2023/edition.yaml';
  const waiver =
    'differences:\n  - { publication: blad-2023, text: tekst, printed: "12", computed: "13", because: zo gedrukt }\n';
  writeFile(join(project, edition), `reportingYear: 2023\nstatus: draft\nembargo: 2026-11-22 13:06\n${waiver}`);
  edit(text, 'kisten appels', '7 kisten appels');
  const request = { year: '2023', out: 'output', embargoed: false, node: '20.0.0' };
  const said: string[] = [];
  const { conditions, released, diagnostics } = await release(
    request,
    machineAt(project, said, { repository: openRepository(project) }),
  );
  git('checkout', '--quiet', '--', '.');
  expect(released).toBe(undefined);
  expect(conditions.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
    'failed Everything is committed',
    'failed Node.js, browser and packages are those of the lockfile',
    'failed The edition is final',
    'failed The embargo has passed',
    'failed The check finds no errors',
    'failed No waiver is out of date',
    'skipped Two builds give the same bytes',
    'skipped The inspector passes every PDF',
    'skipped veraPDF passes every PDF',
    'skipped Every link is well-formed',
  ]);
  for (const { kind, hints } of conditions) expect(hints.length > 0).toBe(kind === 'failed');
  expect(said).toContain(`✗ Everything is committed: 2 files differ from the commit`);
  expect(diagnostics.map(({ rule }) => rule)).toContain('difference-unmet');
  expect(filesIn(join(project, 'output'))).toEqual(before);
});

test('the minute that an embargo ends, it has passed, and --embargoed does not wait', async () => {
  const root = createProject({
    'data/2023/edition.yaml': 'reportingYear: 2023\nstatus: final\nembargo: 2026-11-22 13:05\n',
  });
  begin(root);
  const machine = machineAt(root, [], { repository: openRepository(root) }); // it is 13.05 in the Netherlands
  const early = { ...machine, today: () => new Date('2026-11-22T12:04:59Z') };
  const request = { year: '2023', out: 'output', embargoed: false, node: '20.0.0' };
  const embargoOf = async (at: typeof machine, embargoed: boolean) =>
    (await release({ ...request, embargoed }, at)).conditions.find(({ title }) => title === 'The embargo has passed');
  breakText(root);
  expect((await embargoOf(machine, false))?.kind).toBe('passed');
  expect((await embargoOf(early, false))?.kind).toBe('failed');
  expect(await embargoOf(early, true)).toMatchObject({
    kind: 'passed',
    said: expect.stringContaining('under embargo'),
  });
});

/** A mistake, so that nothing is built. */
function breakText(root: string): void {
  writeFile(join(root, text), '# Oogst\n\nEr zijn {{oogst "Apels"}} kisten geplukt.\n');
}

test('the next release says what was revised and corrected, and never what is suppressed now', async () => {
  git('tag', 'v2023.1');
  edit(table, 'Appels: [1234]', 'Appels: [1240]');
  edit(
    table,
    'Peren: [<5]\n',
    'Peren: [<5]\n  Kersen: [12]\nremarks:\n  - { row: Appels, columns: [2023], revised: telfout, previous: "1234" }\n',
  );
  edit(text, '# Oogst\n', '# Oogst\n\nHet was een goed jaar.\n');
  edit('data/2023/blad-2023/publication.yaml', 'title: Oogst 2023', 'title: De oogst van 2023');
  const diagnostics = await run(project, ['check', '2023']);
  const commit = commitAll(git, 'Herzie');
  const { status, stdout, stderr } = await run(project, ['release', '2023', '--embargoed'], {
    ...gitOnly(folder),
    SOURCE_DATE_EPOCH: '1714557600',
  });
  expect(stderr).toContain('– veraPDF passes every PDF: not validated');
  expect(stdout).toContain('Not validated by veraPDF');
  expect(status, stderr + diagnostics.stderr).toBe(0);
  expect(stdout).toContain(`v2023.2 of commit ${commit.slice(0, 7)}`);
  const notes = readFileSync(join(releaseFolder(), 'toelichting-bij-uitgave.md'), 'utf8');
  expect(notes).toContain('vastgelegd op 1 mei 2024, 12.00 uur. Zij vervangt uitgave v2023.1.');
  expect(notes).toContain('- Appels, 2023: was 1.234, is nu 1.240. Herzien: telfout.');
  expect(notes).toContain('- Kersen, 2023: nieuw, 12.');
  expect(notes).toContain('- De titel is gewijzigd.\n- “Oogst”: één zin toegevoegd.');
  expect(Object.keys(filesIn(releaseFolder()))).not.toContain(archive);
  expect((await run(project, ['verify', releaseFolder(), '--rebuild'])).status).toBe(0);
});

test('a link to nowhere stops a release, and the one before it stands', async () => {
  const before = filesIn(join(project, 'output'));
  edit(text, 'Het was een goed jaar.', 'Het was een goed jaar, zegt [de krant](https://example.org/).');
  commitAll(git, 'Noem de krant');
  const { status, stdout, stderr } = await run(project, ['release', '2023'], gitOnly(folder));
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(
    'hint: Correct the link of blad-2023.html: https://example.org/ has a host that stands for another one.',
  );
  expect(stderr).toContain('hint: Correct the link of blad-2023.pdf: https://example.org/');
  expect(stderr).toContain('Nothing was released: what stood there before is as it was.');
  expect(filesIn(join(project, 'output'))).toEqual(before);
});

test('a clone without its history is no place to release from', async () => {
  const clone = join(folder, 'ondiep');
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${project}`, clone]);
  writeFile(join(clone, text), 'fout {{'); // so that nothing is built
  const { conditions } = await release(
    { year: '2023', out: 'output', embargoed: false, node: '20.0.0' },
    machineAt(clone, [], { repository: openRepository(clone) }),
  );
  expect(conditions[0]?.hints[0]).toContain('git fetch --unshallow --tags');
});

test('an unknown year is wrong use', async () => {
  const { status, stderr } = await run(project, ['release', '1999']);
  expect(status).toBe(2);
  expect(stderr).toContain('There is no reporting year 1999.');
});
