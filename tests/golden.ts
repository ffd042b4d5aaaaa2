// What a case must give: compared with its file in tests/output; a mismatch leaves the new text beside it.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const output = fileURLToPath(new URL('output', import.meta.url));

/** Holds a text against tests/output/<path>; a missing file is written, except in CI, and UPDATE=1 rewrites a differing one. */
export function expectGolden(path: string, actual: string): void {
  const golden = join(output, path);
  const changed = golden.replace(/(\.[\w.]+)$/, '-changed$1');
  rmSync(changed, { force: true });
  const expected = existsSync(golden) ? readFileSync(golden, 'utf8') : undefined;
  if (expected === actual) return;
  const isNew = expected === undefined && !process.env.CI;
  const rewrites = isNew || process.env.UPDATE === '1';
  const target = rewrites ? golden : changed;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, actual);
  if (!rewrites) expect(actual, `compare ${path} with ${changed}`).toBe(expected ?? '(no such file)');
}

/** Says that a case gives no such text: its golden must not be there, and UPDATE=1 takes it away. */
export function expectNoGolden(path: string): void {
  const golden = join(output, path);
  if (process.env.UPDATE === '1') rmSync(golden, { force: true });
  expect(existsSync(golden), `tests/output/${path} is out of date: the case gives none`).toBe(false);
}

/** The folders of tests/output that hold a file of this name. */
export function goldenFolders(name: string): string[] {
  return readdirSync(output).filter(folder => existsSync(join(output, folder, name)));
}
