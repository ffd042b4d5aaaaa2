import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type BrowserProgram, browsers } from '../../src/browser/browser.ts';
import { createPrinter, thisMachine } from '../../src/browser/print.ts';
import { type RunningBrowser, startBrowser } from '../../src/browser/start.ts';
import type { Outcome } from '../../src/diagnostics/diagnostic.ts';
import { page } from './document.ts';

const temporary = mkdtempSync(join(tmpdir(), 'proef-'));
let program: BrowserProgram;

beforeAll(async () => {
  for await (const { value } of browsers(thisMachine(process.env))) {
    if (!value) continue;
    program = value;
    break;
  }
}, 60_000);

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

async function* only(...programs: BrowserProgram[]): AsyncGenerator<Outcome<BrowserProgram>> {
  for (const value of programs) yield { value, diagnostics: [] };
}

const options = { env: process.env, platform: 'linux', temporary, timeout: 20_000 };

async function start(timeout = 20_000): Promise<RunningBrowser> {
  const { value } = await startBrowser(only(program), { ...options, timeout });
  if (!value) throw new Error('no browser');
  onTestFinished(() => value.stop());
  return value;
}

/** A page that takes the browser many seconds to print. */
const endless = page('<p>aap noot mies</p>'.repeat(150_000));

test('a browser killed in the middle of a print gives browser-died at once', async () => {
  const running = await start();
  const printer = await createPrinter(running);
  const printing = printer.print(endless);
  setTimeout(() => running.browser.process()?.kill('SIGKILL'), 400);
  const begin = performance.now();
  const { value, diagnostics } = await printing;
  expect(performance.now() - begin).toBeLessThan(5000);
  expect(value).toBeUndefined();
  expect(diagnostics.map(one => one.rule)).toEqual(['browser-died']);
}, 20_000);

test('a page that crashes gives browser-died', async () => {
  const running = await start();
  const printer = await createPrinter(running);
  const { value: sheet } = await printer.open(page('aap'));
  const [tab] = await running.browser.pages();
  tab?.createCDPSession().then(session => session.send('Page.crash').catch(() => undefined));
  await new Promise(resolve => setTimeout(resolve, 300));
  const printed = await sheet?.print();
  expect(printed?.value).toBeUndefined();
  expect(printed?.diagnostics.map(one => one.rule)).toEqual(['browser-died']);
}, 20_000);

test('a browser that falls silent gives browser-died when its time is up', async () => {
  const running = await start(500);
  const printer = await createPrinter(running);
  running.browser.process()?.kill('SIGSTOP');
  const { diagnostics } = await printer.print(page('aap'));
  expect(diagnostics.map(one => one.rule)).toEqual(['browser-died']);
  expect(diagnostics[0]?.message).toContain('0.5 seconds');
}, 20_000);

test('stopping leaves no process and no profile, and a start removes old profiles', async () => {
  const old = join(temporary, 'jaarcijfers-profile-oud');
  mkdirSync(old);
  utimesSync(old, 0, 0);
  const running = await start();
  const pid = running.browser.process()?.pid ?? 0;
  await expect.poll(() => existsSync(old)).toBe(false);
  expect(readdirSync(temporary).filter(name => name.startsWith('jaarcijfers-profile-'))).toHaveLength(1);
  await running.stop();
  expect(readdirSync(temporary).filter(name => name.startsWith('jaarcijfers-profile-'))).toEqual([]);
  expect(() => process.kill(pid, 0)).toThrow();
});

test('the browser ends with the program that started it, even when that is killed', async () => {
  const script = `
    import { openPrinter } from ${JSON.stringify(new URL('../../src/browser/print.ts', import.meta.url).href)};
    const { value } = await openPrinter({ env: process.env });
    console.log(JSON.stringify(value.program));
    process.kill(process.pid, 'SIGKILL');`;
  const env = { ...process.env, TMPDIR: temporary };
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout)).toEqual(program);
  expect(signal).toBe('SIGKILL');
  await expect.poll(() => spawnSync('pgrep', ['-f', `user-data-dir=${temporary}`]).status, { timeout: 5000 }).toBe(1);
}, 20_000);

test('a browser that does not start is passed over with a warning', async () => {
  const broken = join(temporary, 'broken');
  writeFileSync(broken, '#!/bin/sh\necho "error while loading shared libraries: libnss3.so" >&2\nexit 127\n');
  chmodSync(broken, 0o755);
  const bad = { kind: 'embedded', path: broken, env: {} } as const;
  const { value, diagnostics } = await startBrowser(only(bad, program), options);
  await value?.stop();
  expect(value?.program.path).toBe(program.path);
  expect(diagnostics.map(one => [one.severity, one.rule])).toEqual([['warning', 'browser-not-started']]);
  const none = await startBrowser(only(bad), options);
  expect(none.value).toBeUndefined();
  expect(none.diagnostics.map(one => one.rule)).toEqual(['browser-not-started', 'browser-missing']);
  expect(none.diagnostics[0]?.message).toContain('libnss3.so');
});
