// The command `build --attach` in a small project: the files in the PDF are those beside it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attachmentsOf } from '../../src/commands/attachments.ts';
import type { Publication } from '../../src/edition/edition.ts';
import { readAttachments } from '../../src/pdf/attachments.ts';
import { openPdf } from '../../src/pdf/file.ts';
import { createProject, filesIn, run } from './project.ts';

test('each PDF carries the open data of its publication, and built again it is the same', async () => {
  const project = createProject();
  const [first, second] = [
    await run(project, ['build', '2023', '--attach']),
    await run(project, ['build', '2023', '-o', 'kaal']),
  ];
  expect([first.status, second.status], first.stderr + second.stderr).toEqual([0, 0]);
  const out = join(project, 'output', '2023');
  const carried = readAttachments(openPdf(readFileSync(join(out, 'blad-2023.pdf'))));
  expect(carried.map(({ name, relationship }) => [name, relationship])).toEqual([
    ['blad-2023.xlsx', 'Supplement'],
    ['csv-metadata.json', 'Supplement'],
    ['oogst.csv', 'Data'],
  ]);
  const beside = ['blad-2023.xlsx', 'blad-2023-csv/csv-metadata.json', 'blad-2023-csv/oogst.csv'];
  for (const [index, { streams, description }] of carried.entries()) {
    const content = streams[0]?.content() ?? Buffer.from('niets');
    expect(Buffer.compare(content, readFileSync(join(out, beside[index] ?? ''))), beside[index]).toBe(0);
    expect(description).not.toBe('');
  }
  await run(project, ['build', '2023', '--attach', '-o', 'nogmaals']);
  const [whole, again, bare] = ['output', 'nogmaals', 'kaal'].map(name => filesIn(join(project, name)));
  expect(again).toEqual(whole);
  const other = Object.keys(bare ?? {}).filter(name => bare?.[name] !== whole?.[name]);
  expect(other).toEqual(['2023/blad-2023.pdf']);
  expect(Object.keys(bare ?? {})).toEqual(Object.keys(whole ?? {}));
});

test('inspect lists what a PDF carries, and all its rules hold; without --attach it carries nothing', async () => {
  const project = createProject();
  await run(project, ['build', '2023', '--attach']);
  const path = join('output', '2023', 'blad-2023.pdf');
  const { status, stdout, stderr } = await run(project, ['inspect', path]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^ {2}says that it follows PDF\/UA-1 and PDF\/A-3a$/m);
  expect(stdout).toMatch(/^ {2}oogst\.csv \(text\/csv, \d+ bytes, Data\): Geplukte kisten$/m);
  const json = JSON.parse((await run(project, ['inspect', path, '--json'])).stdout);
  expect(json.attachments.map(({ name }: { name: string }) => name)).toContain('blad-2023.xlsx');

  await run(project, ['build', '2023']);
  const bare = (await run(project, ['inspect', path])).stdout;
  expect(bare).toMatch(/^ {2}says that it follows PDF\/UA-1 and PDF\/A-2a$/m);
  expect(bare).not.toContain('Attachments');
});

test('files are attached in their order, without their folders, each as what it is to the document', () => {
  const file = (path: string, mediaType: string) => ({
    path,
    mediaType,
    description: path,
    content: Buffer.from(path),
  });
  const files = [file('a/b.json', 'application/csvm+json'), file('a/c d.csv', 'text/csv')];
  const figures = new Map([['x', { table: { id: 'c d' } }]]) as unknown as Publication['figures'];
  const tables = ['figuur-x', '', 'figuur-y', 'figuur-x'].map(figure => ({ cells: 1, figure }));
  const found = attachmentsOf(files, { publication: { figures } as Publication, tables });
  expect(found.map(({ name, relationship, tables: places }) => [name, relationship, places])).toEqual([
    ['b.json', 'Supplement', []],
    ['c d.csv', 'Data', [0, 3]],
  ]);
  expect(found.map(({ content }) => content)).toEqual(files.map(({ content }) => content));
});
