// The command `inspect` on a PDF of a build, and on files that are none.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { classicPdf } from '../pdf/small.ts';
import { createFolder, createProject, run, writeFile } from './project.ts';

const text =
  '# Oogst\n\nEr zijn {{oogst "Appels"}} kisten appels geplukt.\n\nZie de [toelichting](https://example.nl/).\n';

test('a PDF of a build keeps every rule, and its report says what is read out', async () => {
  const project = createProject({ 'data/2023/blad-2023/tekst.md': text });
  const built = await run(project, ['build', '2023']);
  expect(built.status, built.stderr).toBe(0);
  const path = join('output', '2023', 'blad-2023.pdf');
  const { status, stdout, stderr } = await run(project, ['inspect', path]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^ {2}PDF 1\.7, 1 page, language nl$/m);
  expect(stdout).toMatch(/^ {2}H1 .* {2}\[page 1\]$/m);
  expect(stdout).toMatch(/^ {2}toelichting → https:\/\/example\.nl\/ {2}\[page 1\]$/m);
  expect(stdout).toMatch(/SourceSans3\S* \(Type0, embedded\)/);
  expect(stdout).toMatch(/\nAll \d+ rules hold\.\n$/);
  expect(stdout).not.toContain('Structure\n');

  const tree = (await run(project, ['inspect', path, '--tree'])).stdout;
  expect(tree).toMatch(/^ {2}Structure$|^Structure$/m);
  expect(tree).toMatch(/^ +P "Er zijn [\d.]+ kisten appels geplukt\." {2}\[page 1\]$/m);

  const json = await run(project, ['inspect', path, '--json']);
  const summary = JSON.parse(json.stdout);
  expect(summary).toMatchObject({
    pages: 1,
    language: 'nl',
    metadata: { 'pdfuaid:part': '1', 'pdfaid:conformance': 'A' },
  });
  expect(summary.rules.every((rule: { passed: boolean }) => rule.passed)).toBe(true);
});

test('it works outside a project, on a PDF of any origin, and names the rules that are broken', async () => {
  const folder = createFolder();
  const page = '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>';
  writeFile(
    join(folder, 'kaal.pdf'),
    Buffer.from(classicPdf(['<</Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>', page])).toString('latin1'),
  );
  const { status, stdout } = await run(folder, ['inspect', 'kaal.pdf']);
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^ {2}FAIL {2}tagged .*\n {10}MarkInfo does not say that the file is marked\n {10}there is no structure tree$/m,
  );
  expect(stdout).toMatch(/\n\d+ of \d+ rules are broken: language, title, .*\.\n$/);
});

test.for<[string, string, RegExp]>([
  ['niet.pdf', 'geen pdf', /niet\.pdf: This is no PDF.*\n {2}hint: Name a file that ends in \.pdf\./],
  ['half.pdf', '%PDF-1.7\n1 0 obj', /half\.pdf: This PDF is damaged at byte \d+.*\n {2}hint: Get a sound copy/],
  [
    'dicht.pdf',
    Buffer.from(classicPdf(['<<>>'], '/Encrypt 1 0 R')).toString('latin1'),
    /encrypted.*\n {2}hint: .*qpdf --decrypt/,
  ],
])('%s is wrong use, with what to do', async ([name, content, expected]) => {
  const folder = createFolder();
  writeFile(join(folder, name), content);
  const { status, stdout, stderr } = await run(folder, ['inspect', name]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(expected);
});

test('a file that is not there is wrong use', async () => {
  const { status, stderr } = await run(createFolder(), ['inspect', 'weg.pdf']);
  expect(status).toBe(2);
  expect(stderr).toContain('weg.pdf cannot be read');
});
