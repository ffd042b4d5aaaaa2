// Changes put in place: killed or failing at every single operation, they are made wholly or not at all.

import { readdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Change, placeChange, recover } from '../../src/storage/place.ts';
import { createFolder, filesIn, writeFile } from '../commands/project.ts';
import { quickDisk as disk, failingAt, killedAfter, killedAt } from './disk.ts';

/** A folder with output of an earlier run. */
function former(): string {
  const home = createFolder();
  for (const name of [
    '2023/a.pdf',
    '2023/b.html',
    '2023/a-csv/weg.csv',
    '2023/release/oud.txt',
    '2023/release/x/y.txt',
  ])
    writeFile(join(home, name), `oud ${name}`);
  writeFile(join(home, '2023/van-een-ander.txt'), 'blijft');
  return home;
}

/** Files that are replaced and new, also in new folders; a folder that is replaced, and a new one; a file that goes. */
function change(home: string): Change {
  const files = ['2023/a.pdf', '2023/b.html', '2023/nieuw.csv', '2024/c/d.pdf'];
  return {
    files: files.map(name => ({ path: join(home, name), content: `nieuw ${name}` })),
    trees: [
      { path: join(home, '2023/release'), files: [{ path: 'x/z.txt', content: 'nieuw z' }] },
      { path: join(home, '2024/release'), files: [{ path: 'een.txt', content: Buffer.from('nieuw een') }] },
    ],
    removed: [join(home, '2023/a-csv/weg.csv')],
  };
}

const before = {
  '2023/a-csv/weg.csv': 'oud 2023/a-csv/weg.csv',
  '2023/a.pdf': 'oud 2023/a.pdf',
  '2023/b.html': 'oud 2023/b.html',
  '2023/release/oud.txt': 'oud 2023/release/oud.txt',
  '2023/release/x/y.txt': 'oud 2023/release/x/y.txt',
  '2023/van-een-ander.txt': 'blijft',
} as Record<string, string>;
const after: Record<string, string> = {
  '2023/a.pdf': 'nieuw 2023/a.pdf',
  '2023/b.html': 'nieuw 2023/b.html',
  '2023/nieuw.csv': 'nieuw 2023/nieuw.csv',
  '2023/release/x/z.txt': 'nieuw z',
  '2023/van-een-ander.txt': 'blijft',
  '2024/c/d.pdf': 'nieuw 2024/c/d.pdf',
  '2024/release/een.txt': 'nieuw een',
};

/** How many operations a whole change takes. */
function operations(): number {
  const home = former();
  const watched = failingAt(Number.POSITIVE_INFINITY);
  placeChange(home, change(home), watched.disk);
  expect(filesIn(home)).toEqual(after);
  return watched.count();
}

/** The numbers of all its operations. */
function everyOperation(): number[] {
  return Array.from({ length: operations() }, (_, at) => at);
}

/** The files at final names; those aside have names of their own. */
function finalFiles(home: string): Record<string, string> {
  return Object.fromEntries(Object.entries(filesIn(home)).filter(([name]) => !name.includes('.jaarcijfers-')));
}

/** Puts the change in place and is killed at an operation; what is left to do when everything is in place may fail unseen. */
function killed(home: string, at: number): void {
  try {
    placeChange(home, change(home), killedAt(at).disk);
  } catch (error) {
    expect(String(error)).toContain('KILLED');
  }
}

test('killed at any operation, no file is half written, and the next run finds all old or makes all new', () => {
  const outcomes = everyOperation().map(at => {
    const home = former();
    killed(home, at);
    for (const [name, text] of Object.entries(finalFiles(home)))
      expect([before[name], after[name]], `${at}: ${name}`).toContain(text);
    recover(home, disk);
    expect([before, after], `killed at ${at}`).toContainEqual(filesIn(home));
    const isNew = filesIn(home)['2023/a.pdf'] === after['2023/a.pdf'];
    expect(readdirSync(home).toSorted()).toEqual(isNew ? ['2023', '2024'] : ['2023']);
    return isNew;
  });
  expect(outcomes.indexOf(true)).toBeGreaterThan(5);
  expect(outcomes.slice(outcomes.indexOf(true))).not.toContain(false);
});

test('killed again during that next run, the one after it still finds all old or makes all new', () => {
  for (const at of everyOperation())
    for (let again = at % 12; ; again += 12) {
      const home = former();
      killed(home, at);
      const watched = killedAt(again);
      let isDone = true;
      try {
        recover(home, watched.disk);
      } catch {
        isDone = false;
      }
      recover(home, disk);
      expect([before, after], `killed at ${at}, and again at ${again}`).toContainEqual(filesIn(home));
      if (isDone) break;
    }
}, 60_000);

test('a failure at any operation leaves all as it was, and an error is thrown', () => {
  let failed = 0;
  for (const at of everyOperation()) {
    const home = former();
    try {
      placeChange(home, change(home), failingAt(at).disk);
      recover(home, disk); // what stood aside could not be removed
      expect(filesIn(home), `failed at ${at}`).toEqual(after);
    } catch (error) {
      failed += 1;
      expect(String(error)).toContain('ENOSPC');
      expect(filesIn(home), `failed at ${at}`).toEqual(before);
      expect(readdirSync(home)).toEqual(['2023']);
    }
  }
  expect(failed).toBeGreaterThan(20);
});

test('killed while it takes back what failed, the next run takes back the rest', () => {
  for (const at of everyOperation())
    for (let later = at + 1 + (at % 12); later < at + 40; later += 12) {
      const home = former();
      const failing = failingAt(at, 'EIO');
      try {
        placeChange(home, change(home), killedAfter(failing.disk, later));
      } catch {
        // what counts is what the next run finds
      }
      recover(home, disk);
      expect([before, after], `failed at ${at}, killed at ${later}`).toContainEqual(filesIn(home));
    }
}, 60_000);

test('a folder where a file should be, and a file where a folder should be, are errors before anything is done', () => {
  const home = former();
  const refused = (wrong: Change): void => {
    expect(() => placeChange(home, wrong, disk)).toThrow('there is a f');
    expect(filesIn(home)).toEqual(before);
  };
  refused({
    files: [
      { path: join(home, '2023/a.pdf'), content: 'x' },
      { path: join(home, '2023/release'), content: 'x' },
    ],
  });
  refused({ trees: [{ path: join(home, '2023/a.pdf'), files: [] }] });
});

test('a journal that names files elsewhere is refused', () => {
  const [home, elsewhere] = [createFolder(), createFolder()];
  writeFile(join(elsewhere, 'eigen.txt'), 'eigen');
  const step = { kind: 'file', path: `../${basename(elsewhere)}/eigen.txt`, next: 'a', former: 'b', had: true };
  writeFile(join(home, '.jaarcijfers-placing.json'), JSON.stringify({ steps: [step], folders: [] }));
  writeFile(join(home, 'a'), 'vreemd');
  expect(() => recover(home, disk)).toThrow('not in that folder');
  expect(filesIn(elsewhere)).toEqual({ 'eigen.txt': 'eigen' });
});

test('files go where a link of the output folder leads', () => {
  const [home, target] = [createFolder(), createFolder()];
  symlinkSync(target, join(home, '2023'));
  placeChange(home, { files: [{ path: join(home, '2023/a.pdf'), content: 'nieuw' }] }, disk);
  expect(filesIn(target)).toEqual({ 'a.pdf': 'nieuw' });
});
