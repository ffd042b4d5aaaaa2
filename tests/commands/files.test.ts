import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFiles } from '../../src/commands/files.ts';

test('a text is read as UTF-8, or as UTF-16 when its byte order mark says so', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jaarcijfers-files-'));
  try {
    const little = Buffer.from('\uFEFFcoördinatie', 'utf16le');
    writeFileSync(join(folder, 'little.md'), little);
    writeFileSync(join(folder, 'big.md'), Buffer.from(little).swap16());
    writeFileSync(join(folder, 'plain.md'), 'coördinatie');
    const files = openFiles(folder);
    for (const name of ['little.md', 'big.md', 'plain.md']) expect(files.read(name), name).toBe('coördinatie');
    expect(files.read('absent.md')).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
