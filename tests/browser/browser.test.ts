import { expect, test } from 'vitest';
import { type BrowserProgram, type BrowserWorld, browserMissing, browsers } from '../../src/browser/browser.ts';
import { installedPaths } from '../../src/browser/installed.ts';
import { openPrinter } from '../../src/browser/print.ts';

function world(files: readonly string[], changes: Partial<BrowserWorld> = {}): BrowserWorld {
  return {
    env: { PATH: '/usr/bin' },
    platform: 'linux',
    isFile: async path => files.includes(path),
    embedded: async () => ({ path: '/embedded', env: { FONTCONFIG_PATH: '/fonts' } }),
    managedPaths: async () => ['/managed/shell', '/managed/chrome'],
    ...changes,
  };
}

async function found(machine: BrowserWorld): Promise<{ programs: BrowserProgram[]; rules: string[] }> {
  const programs: BrowserProgram[] = [];
  const rules: string[] = [];
  for await (const { value, diagnostics } of browsers(machine)) {
    if (value) programs.push(value);
    rules.push(...diagnostics.map(one => one.rule));
  }
  return { programs, rules };
}

test('embedded, managed and installed browsers come in this order', async () => {
  const { programs } = await found(world(['/usr/bin/chromium', '/managed/chrome', '/usr/bin/google-chrome']));
  expect(programs.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'embedded /embedded',
    'managed /managed/chrome',
    'installed /usr/bin/google-chrome',
    'installed /usr/bin/chromium',
  ]);
  expect(programs[0]?.env).toEqual({ FONTCONFIG_PATH: '/fonts' });
});

test('PUPPETEER_EXECUTABLE_PATH leaves no other choice', async () => {
  const env = { PUPPETEER_EXECUTABLE_PATH: '/mine' };
  expect((await found(world(['/mine', '/usr/bin/chromium'], { env }))).programs.map(one => one.kind)).toEqual([
    'configured',
  ]);
  expect(await found(world(['/usr/bin/chromium'], { env }))).toEqual({ programs: [], rules: ['browser-path-wrong'] });
});

test('an embedded browser that cannot be unpacked is passed over with a warning', async () => {
  const embedded = async (): Promise<never> => Promise.reject(new Error('ENOSPC: no space left on device'));
  const { programs, rules } = await found(world(['/managed/shell'], { embedded }));
  expect(rules).toEqual(['browser-not-unpacked']);
  expect(programs.map(one => one.path)).toEqual(['/managed/shell']);
});

test('a machine without a browser gets one error with a remedy for its platform', async () => {
  const empty = world([], { embedded: async () => undefined, platform: 'darwin' });
  const { value, diagnostics } = await openPrinter({ env: {}, world: empty });
  expect(value).toBeUndefined();
  expect(diagnostics).toEqual([browserMissing('darwin')]);
  expect(diagnostics[0]?.hints.join(' ')).toContain('/Applications');
  expect(browserMissing('linux').hints.join(' ')).toContain('apt install');
  expect(browserMissing('win32').hints.join(' ')).toContain('Edge');
});

test('a wrong PUPPETEER_EXECUTABLE_PATH is the only error', async () => {
  const { diagnostics } = await openPrinter({ env: { PUPPETEER_EXECUTABLE_PATH: '/bestaat/niet' } });
  expect(diagnostics.map(one => one.rule)).toEqual(['browser-path-wrong']);
  expect(diagnostics[0]?.message).toContain('/bestaat/niet');
});

test('each platform has its own places', () => {
  expect(installedPaths('linux', { PATH: '/eigen:.:/usr/bin' })).toContain('/eigen/chromium');
  expect(installedPaths('linux', { PATH: '.' }).every(path => path.startsWith('/'))).toBe(true);
  expect(installedPaths('darwin', { HOME: '/Users/a' })).toContain(
    '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
  expect(installedPaths('win32', { ProgramFiles: 'C:\\Program Files' })).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
});
