// Nothing outside the project is ever read, whatever its files name.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { check } from '../src/commands/check.ts';
import { openFiles } from '../src/commands/files.ts';
import { images } from '../src/document/image.ts';
import { soundMachine } from './project.ts';

const folder = mkdtempSync(join(tmpdir(), 'buiten-'));
const project = join(folder, 'project');
mkdirSync(join(project, 'data', 'map'), { recursive: true });
mkdirSync(join(folder, 'project-ernaast'));
writeFileSync(join(folder, 'geheim.txt'), 'geheim');
writeFileSync(join(folder, 'project-ernaast', 'geheim.txt'), 'geheim');
writeFileSync(join(project, 'data', 'eigen.txt'), 'eigen');
symlinkSync(join(folder, 'geheim.txt'), join(project, 'data', 'koppeling.svg'));
symlinkSync(join(project, 'data', 'eigen.txt'), join(project, 'data', 'binnen.txt'));
symlinkSync(folder, join(project, 'data', 'omhoog'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = openFiles(project);

test('files of the project are read, also by a link within it', () => {
  expect(files.read('data/eigen.txt')).toBe('eigen');
  expect(files.read('data/binnen.txt')).toBe('eigen');
});

test.each([
  '../geheim.txt',
  'data/../../geheim.txt',
  '../project-ernaast/geheim.txt',
  'data/koppeling.svg',
  'data/omhoog/geheim.txt',
  join(folder, 'geheim.txt'),
  'data/eigen.txt\0',
  'data',
])('%s is as if it were not there', path => {
  expect(files.read(path)).toBeUndefined();
  expect(files.readBytes(path)).toBeUndefined();
});

test('folders outside the project are empty', () => {
  expect(files.list('..')).toEqual([]);
  expect(files.list('data/omhoog')).toEqual([]);
  expect(files.list('data')).toContain('map/');
});

test.each([
  '../geheim.svg',
  'map/kaart.svg',
  '/etc/kaart.svg',
  'https://example.org/kaart.svg',
  'koppeling.svg',
  'kaart.html',
])('the image %s is not carried', name => {
  expect(images(files, 'data')(name)).toBeUndefined();
});

test.each(['../eigen.vl.json', '/etc/eigen.vl.json', 'map/eigen.vl.json', '..\\eigen.vl.json'])(
  'the specification %s is refused before it is looked for',
  async path => {
    const file = 'data/2023/verslag/publication.yaml';
    const sound = soundMachine({}).files.read(file) ?? '';
    const changed = sound.replace('eigen.vl.json', JSON.stringify(path));
    const asked: string[] = [];
    const machine = soundMachine({ [file]: changed });
    const read = (name: string): string | undefined => {
      asked.push(name);
      return machine.files.read(name);
    };
    const { diagnostics } = await check([], { ...machine, files: { ...machine.files, read } });
    expect(diagnostics).toMatchObject([
      { rule: 'wrong-value', place: { file, text: expect.stringContaining('specification:') } },
    ]);
    expect(asked.filter(name => name.endsWith('.vl.json'))).toEqual([]);
  },
);
