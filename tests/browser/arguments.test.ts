import { expect, test } from 'vitest';
import { browserArguments } from '../../src/browser/arguments.ts';

test('the sandbox is on unless it cannot be', () => {
  expect(browserArguments({ profile: '/p', sandbox: true })).not.toContain('--no-sandbox');
  expect(browserArguments({ profile: '/p', sandbox: false })).toContain('--no-sandbox');
});

test('nothing weakens the browser or opens it to the network', () => {
  const all = browserArguments({ profile: '/p', sandbox: true });
  expect(all.filter(one => /disable-web-security|single-process|debugging-port|insecure/.test(one))).toEqual([]);
  expect(all).toContain('--remote-debugging-pipe');
  expect(all).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
  expect(all).toContain('--user-data-dir=/p');
});
