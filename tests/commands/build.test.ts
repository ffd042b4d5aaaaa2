// The command `build` in a small project: what it writes, where, and that a failure leaves everything as it was.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BrowserProgram, browsers } from '../../src/browser/browser.ts';
import { thisMachine } from '../../src/browser/print.ts';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { machineAt } from './machine.ts';
import { createFolder, createProject, filesIn, run, writeFile } from './project.ts';

/** The files of a publication. */
function filesOf(base: string): string[] {
  const data = ['-csv/csv-metadata.json', '-csv/oogst.csv'];
  return [...data, '.html', '.ledger.csv', '.ledger.json', '.pdf', '.xlsx'].map(ending => base + ending);
}

const all = [...filesOf('2022/blad-2022'), ...filesOf('2023/blad-2023')];
const broken = '# Oogst\n\nEr zijn {{oogst "Apels"}} kisten geplukt.\n';

test('without words it builds everything into output/, says so plainly, and leaves nothing else behind', async () => {
  const project = createProject();
  const temporary = createFolder();
  const before = Object.keys(filesIn(project));
  const { status, stdout, stderr } = await run(project, ['build'], { TMPDIR: temporary });
  expect(status, stderr).toBe(0);
  expect(Object.keys(filesIn(project))).toEqual([...before, ...all.map(name => `output/${name}`)].sort());
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/^output\/2022\/blad-2022\.pdf {2}1 page, \d+ kB, and its \.html, \.xlsx and \.csv$/),
    expect.stringMatching(/^output\/2023\/blad-2023\.pdf {2}1 page, \d+ kB, and its \.html, \.xlsx and \.csv$/),
  ]);
  expect(stderr).toMatch(/^2023 blad-2023: charts$/m);
  expect(stderr).toMatch(/^2023 blad-2023: done \(\d+\.\d s\)$/m);
  expect(stderr + stdout).not.toContain('\u001B');
  expect(readdirSync(temporary)).toEqual([]);
});

test('what it writes is a PDF and its HTML, with the number of the table', async () => {
  const project = createProject();
  await run(project, ['build', '2023']);
  expect(Object.keys(filesIn(join(project, 'output')))).toEqual(filesOf('2023/blad-2023'));
  const base = join(project, 'output', '2023', 'blad-2023');
  expect(readFileSync(`${base}.pdf`, 'latin1')).toMatch(/^%PDF-1\.\d[\s\S]*%%EOF\s*$/);
  expect(readFileSync(`${base}.html`, 'utf8')).toMatch(/Er zijn <label[^>]*>1\.234/);
});

test('only the asked publications are built, into the asked folder, and built again they are the same', async () => {
  const project = createProject();
  const elsewhere = join(createFolder(), 'a', 'b');
  const words = ['build', '-p', 'blad-2022', '--out'];
  const first = await run(project, [...words, elsewhere]);
  expect(first.stdout).toMatch(new RegExp(`^${join(elsewhere, '2022', 'blad-2022.pdf')} `));
  const second = await run(project, [...words, 'proef/druk', '2022']);
  expect(second.stdout).toMatch(/^proef\/druk\/2022\/blad-2022\.pdf /);
  expect(Object.keys(filesIn(elsewhere))).toEqual(filesOf('2022/blad-2022'));
  expect(filesIn(join(project, 'proef', 'druk'))).toEqual(filesIn(elsewhere));
  expect(existsSync(join(project, 'output'))).toBe(false);
});

test('two publications may be asked for, and a folder is found from where one stands', async () => {
  const project = createProject();
  const { status, stderr } = await run(join(project, 'data'), [
    'build',
    '-p',
    'blad-2022',
    '-p',
    'blad-2023',
    '-o',
    '../proef',
  ]);
  expect(status, stderr).toBe(0);
  expect(Object.keys(filesIn(join(project, 'proef')))).toEqual(all);
});

test('a mistake in one publication stops them all: exit 1, and the output is byte for byte what it was', async () => {
  const project = createProject();
  await run(project, ['build']);
  const before = filesIn(join(project, 'output'));
  writeFile(
    join(project, 'data/2022/tables/oogst.yaml'),
    filesIn(project)['data/2022/tables/oogst.yaml']?.replace('1234', '99') ?? '',
  );
  writeFile(join(project, 'data/2023/blad-2023/tekst.md'), broken);
  const { status, stdout, stderr } = await run(project, ['build']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('Did you mean "Appels"?');
  expect(stderr).toContain('Nothing was written');
  expect(filesIn(join(project, 'output'))).toEqual(before);
});

test('a broken publication.yaml is reported at its line, also when that publication is asked for by name', async () => {
  const project = createProject({ 'data/2023/blad-2023/publication.yaml': 'kind: leaflet\ntitle: [\n' });
  const { status, stderr } = await run(project, ['build', '--publication', 'blad-2023']);
  expect(status).toBe(1);
  expect(stderr).toContain('data/2023/blad-2023/publication.yaml:');
});

test('a file where the folder should be: exit 1, one clear message, nothing half written', async () => {
  const project = createProject({ 'proef/2023': 'een bestand', 'proef/2022/blad-2022.pdf': 'vorige' });
  const before = filesIn(join(project, 'proef'));
  const { status, stdout, stderr } = await run(project, ['build', '--out', 'proef']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.match(/^error /gm)).toHaveLength(1);
  expect(stderr).toContain('output-unwritable');
  expect(stderr).toContain('--out');
  expect(filesIn(join(project, 'proef'))).toEqual(before);
});

test('a folder where a file should be: what was replaced before it is put back', async () => {
  const project = createProject({ 'output/2022/blad-2022.pdf': 'vorige', 'output/2023/blad-2023.html/x': 'in de weg' });
  const before = filesIn(join(project, 'output'));
  const { status, stderr } = await run(project, ['build']);
  expect(status).toBe(1);
  expect(stderr).toContain('output-unwritable');
  expect(filesIn(join(project, 'output'))).toEqual(before);
});

test('a browser that is not there is one clear message', async () => {
  const project = createProject({ 'output/2023/blad-2023.pdf': 'vorige' });
  const { status, stderr } = await run(project, ['build'], { PUPPETEER_EXECUTABLE_PATH: '/nergens/chrome' });
  expect(status).toBe(1);
  expect(stderr.match(/^error /gm)).toHaveLength(1);
  expect(stderr).toContain('/nergens/chrome');
  expect(Object.keys(filesIn(join(project, 'output')))).toEqual(['2023/blad-2023.pdf']);
});

/** A program that stands in for the browser. */
function standIn(script: string): string {
  const path = join(createFolder(), 'browser');
  writeFile(path, `#!${process.execPath}\n${script}`);
  chmodSync(path, 0o755);
  return path;
}

test('a browser that ends at once is one message, with what it said', async () => {
  const temporary = createFolder();
  const env = {
    PUPPETEER_EXECUTABLE_PATH: standIn('console.error("fatal: geen beeld"); process.exit(7)'),
    TMPDIR: temporary,
  };
  const { status, stderr } = await run(createProject(), ['build'], env);
  expect(status).toBe(1);
  expect(stderr.match(/^error /gm)).toHaveLength(1);
  expect(stderr).toContain('geen beeld');
  expect(readdirSync(temporary)).toEqual([]);
});

/** The browser that prints on this machine. */
async function firstBrowser(): Promise<BrowserProgram> {
  for await (const { value } of browsers(thisMachine(process.env))) if (value) return value;
  throw new Error('This machine has no browser');
}

test('a browser that dies while it prints: a message, the old output, no process and no folder left', async () => {
  const { path, env } = await firstBrowser();
  const script = `
    const { spawn } = require('node:child_process');
    const fs = require('node:fs');
    const env = { ...process.env, ...${JSON.stringify(env)} };
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 4];
    const child = spawn(${JSON.stringify(path)}, process.argv.slice(2), { env, stdio });
    const end = () => { child.kill('SIGKILL'); process.exit(1); };
    child.on('exit', end);
    fs.createReadStream('', { fd: 3 }).on('end', end).on('data', message => {
      if (message.includes('Page.printToPDF')) end();
      else child.stdio[3].write(message);
    });`;
  const temporary = createFolder();
  const project = createProject({ 'output/2023/blad-2023.pdf': 'vorige' });
  const begin = performance.now();
  const { status, stdout, stderr } = await run(project, ['build'], {
    PUPPETEER_EXECUTABLE_PATH: standIn(script),
    TMPDIR: temporary,
  });
  expect(performance.now() - begin).toBeLessThan(20_000);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('browser-died');
  expect(stderr).toContain('Run the command again.');
  expect(filesIn(join(project, 'output'))).toEqual({ '2023/blad-2023.pdf': 'vorige' });
  expect(readdirSync(temporary)).toEqual([]);
  expect(processesNaming(temporary)).toEqual([]);
});

/** The command lines of running processes that name a folder; none where there is no /proc. */
function processesNaming(folder: string): string[] {
  const ids = existsSync('/proc') ? readdirSync('/proc').filter(name => /^\d+$/.test(name)) : [];
  return ids.map(id => filesAt(`/proc/${id}/cmdline`)).filter(line => line.includes(folder));
}

function filesAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

test('stopped by the operator it writes nothing, leaves no browser and no folder, and ends by the signal', async () => {
  const project = createProject({ 'output/2023/blad-2023.pdf': 'vorige' });
  const temporary = createFolder();
  const ending = run(project, ['build'], { TMPDIR: temporary }, child => {
    child.stderr.once('data', () => child.kill('SIGINT'));
  });
  const { signal, stdout, stderr } = await ending;
  expect({ signal, stdout }).toEqual({ signal: 'SIGINT', stdout: '' });
  expect(stderr).toContain('Stopped. Nothing was written');
  expect(filesIn(join(project, 'output'))).toEqual({ '2023/blad-2023.pdf': 'vorige' });
  expect(readdirSync(temporary)).toEqual([]);
  expect(processesNaming(temporary)).toEqual([]);
});

test('a machine that fails in a way nobody foresaw is thrown, not reported as the author’s mistake', async () => {
  const project = createProject();
  const bad = machineAt(project, [], {
    loadFace: () => {
      throw new Error('kapot');
    },
  });
  await expect(check([], bad)).rejects.toThrow('kapot');
  await expect(build({ years: [], publications: [], out: 'output' }, bad)).rejects.toThrow('kapot');
  expect(existsSync(join(project, 'output'))).toBe(false);
});

test('a link in the output folder is followed, not replaced by a folder', async () => {
  const project = createProject();
  const target = createFolder();
  mkdirSync(join(project, 'output'));
  symlinkSync(target, join(project, 'output', '2023'));
  expect((await run(project, ['build', '2023'])).status).toBe(0);
  expect(Object.keys(filesIn(target))).toEqual(filesOf('blad-2023'));
});

test('the CSV file of a table that the publication no longer lists is taken away; other files in the folder stay', async () => {
  const project = createProject({
    'output/2023/blad-2023-csv/weg.csv': 'vorige',
    'output/2023/blad-2023-csv/lees.txt': 'van een ander',
    'output/2023/ander-csv/blijf.csv': 'van een ander',
  });
  expect((await run(project, ['build', '2023'])).status).toBe(0);
  const names = ['2023/ander-csv/blijf.csv', '2023/blad-2023-csv/lees.txt', ...filesOf('2023/blad-2023')];
  expect(Object.keys(filesIn(join(project, 'output')))).toEqual(names.toSorted());
});
