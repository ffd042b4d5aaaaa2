// The files of a commit are the same bytes wherever and whenever they are made.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { project } from './editions.ts';

/** The digest of every file that a build writes, by its path. */
async function build(
  root: string,
  env: NodeJS.ProcessEnv,
  { out, years = [] }: { out: string; years?: string[] },
): Promise<Record<string, string>> {
  const args = [join(root, 'src', 'launch.cjs'), 'build', ...years, '--out', out];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', chunk => {
    log += chunk;
  });
  const [status] = await once(child, 'close');
  expect(status, log).toBe(0);
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name => /\.\w+$/.test(name));
  const digest = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex');
  return Object.fromEntries(names.sort().map(name => [name, digest(name)]));
}

/** A font of the house under the name of another one, where a machine keeps its fonts. */
function addDecoy(home: string): void {
  const serif = new URL(import.meta.resolve('@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2'));
  for (const folder of ['.fonts', '.local/share/fonts']) {
    mkdirSync(join(home, folder), { recursive: true });
    for (const name of ['SourceSans3-Regular.woff2', 'SourceSans3-Semibold.woff2'])
      copyFileSync(fileURLToPath(serif), join(home, folder, name));
  }
}

test('another folder, home, time zone, locale, fonts and moment give the same bytes, also side by side', {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jaarcijfers-elders-'));
  try {
    const [copy, home] = [join(folder, 'een andere map'), join(folder, 'thuis')];
    for (const name of ['src', 'data', 'templates', 'package.json'])
      cpSync(join(project, name), join(copy, name), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
    addDecoy(home);
    const { PATH, ...own } = process.env;
    const other = {
      PATH,
      HOME: home,
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      LANGUAGE: 'tr',
    };
    const [here, there] = await Promise.all([
      build(project, { ...own, PATH, TZ: 'America/New_York', LANG: 'C' }, { out: join(folder, 'hier') }),
      build(copy, other, { out: join(folder, 'daar') }),
    ]);
    const kinds = new Set(Object.keys(here).map(name => name.replace(/^[^.]*/, '')));
    expect(kinds).toEqual(new Set(['.pdf', '.html', '.ledger.json', '.ledger.csv', '.xlsx', '.csv', '.json']));
    expect(there).toEqual(here);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('SOURCE_DATE_EPOCH dates the PDFs and the workbooks, and nothing else', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jaarcijfers-moment-'));
  try {
    const [one, two, dated] = [join(folder, '1'), join(folder, '2'), join(folder, '3')];
    const years = ['2024', '--publication', 'nieuwsbericht-jaarcijfers-2024'];
    const plain = await build(project, process.env, { out: one, years });
    const epoch = { ...process.env, SOURCE_DATE_EPOCH: '1700000000' };
    const [first, second] = [
      await build(project, epoch, { out: two, years }),
      await build(project, epoch, { out: dated, years }),
    ];
    expect(second).toEqual(first);
    const changed = Object.keys(plain).filter(name => plain[name] !== first[name]);
    const kinds = new Set(changed.map(name => name.replace(/^[^.]*/, '')));
    expect(kinds).toEqual(new Set(['.pdf', '.xlsx']));
    const name = changed.find(one => one.endsWith('.pdf')) ?? '';
    expect(readFileSync(join(two, name), 'latin1')).toContain('<xmp:CreateDate>2023-11-14T22:13:20Z</xmp:CreateDate>');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
