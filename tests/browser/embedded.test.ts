import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { embeddedVersion, hasEmbedded, unpackEmbedded } from '../../src/browser/embedded.ts';

const linuxTest = test.runIf(hasEmbedded(platform(), arch()));
const folder = mkdtempSync(join(tmpdir(), 'proef-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('only Linux on x64 has an embedded browser', () => {
  expect(hasEmbedded('linux', 'x64')).toBe(true);
  for (const [system, processor] of [
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
  ] as const)
    expect(hasEmbedded(system, processor)).toBe(false);
});

linuxTest(
  'two unpackings at once leave one whole browser, and old remains go',
  async () => {
    const cache = join(folder, 'cache');
    mkdirSync(join(cache, 'partial-oud'), { recursive: true });
    writeFileSync(join(cache, 'partial-oud', 'chromium'), 'half');
    utimesSync(join(cache, 'partial-oud'), 0, 0);
    const [first, second] = await Promise.all([unpackEmbedded([cache]), unpackEmbedded([cache])]);
    expect(second).toEqual(first);
    expect(readdirSync(cache)).toEqual([`chromium-${await embeddedVersion()}`]);
    const { stdout } = spawnSync(first.path, ['--version'], {
      env: { ...process.env, ...first.env },
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^\S.* \d+\.\d+\.\d+\.\d+\s*$/);
  },
  120_000,
);

linuxTest('a browser that is there is used, even in a folder that cannot be written', async () => {
  const home = join(folder, 'ready', `chromium-${await embeddedVersion()}`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'chromium'), '', { mode: 0o700 });
  chmodSync(join(folder, 'ready'), 0o500);
  const { path } = await unpackEmbedded([join(folder, 'absent'), join(folder, 'ready')]);
  expect(path).toBe(join(home, 'chromium'));
});

linuxTest('a folder that is a link, as somebody else might have laid, is not used', async () => {
  const trap = join(folder, 'trap');
  symlinkSync(join(folder, 'ready'), trap);
  await expect(unpackEmbedded([trap])).rejects.toThrow('belongs to another user');
});

linuxTest('a place that cannot hold the browser is an error that says why', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(unpackEmbedded([join(folder, 'file', 'cache')])).rejects.toThrow('ENOTDIR');
});
