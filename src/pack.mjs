// Packs the program into a few files, so that a start need not look up hundreds: `npm ci` runs this as its last step.
// launch.cjs starts what it made as long as every file of src/ is as it was then, and src/cli.ts otherwise.

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const { fingerprint, packed } = createRequire(import.meta.url)('./packed.cjs');

async function pack() {
  const { build } = await import('rolldown');
  const aside = `${packed}-${process.pid}`;
  const before = fingerprint();
  mkdirSync(dirname(packed), { recursive: true });
  try {
    await build({
      input: fileURLToPath(new URL('cli.ts', import.meta.url)),
      platform: 'node',
      external: ['puppeteer'],
      logLevel: 'warn',
      output: { dir: aside, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    });
    writeFileSync(`${aside}/sources.txt`, before);
    rmSync(packed, { recursive: true, force: true });
    renameSync(aside, packed);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

try {
  await pack();
} catch (problem) {
  console.error(`The program was not packed, and starts a little slower: ${problem.message}`);
}
