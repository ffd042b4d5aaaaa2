// The project's own editions, built by the real command into a temporary folder.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/commands/build.ts';
import { machineAt } from '../commands/machine.ts';

/** The folder of the project, absolute, without a slash at its end. */
export const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The files of one publication. */
export interface BuiltPublication {
  readonly pdf: Uint8Array;
  readonly html: string;
}

/** The report and the factsheet. */
export interface Built {
  readonly report: BuiltPublication;
  readonly factsheet: BuiltPublication;
}

/** Both publications, as a build of all editions writes them; throws with the diagnostics when it reports an error. */
export async function buildEditions({ draft = false } = {}): Promise<Built> {
  const out = mkdtempSync(join(tmpdir(), 'jaarcijfers-proef-'));
  try {
    const { written, diagnostics } = await build({ years: [], publications: [], out, draft }, machineAt(project));
    if (written.length === 0) throw new Error(JSON.stringify(diagnostics, null, 2));
    const ending = draft ? '.concept' : '';
    return { report: readPublication(out, 2023, ending), factsheet: readPublication(out, 2024, ending) };
  } finally {
    rmSync(out, { recursive: true });
  }
}

function readPublication(out: string, year: number, ending: string): BuiltPublication {
  const base = join(out, String(year), `jaarcijfers-mensenhandel-${year}${ending}`);
  return { pdf: new Uint8Array(readFileSync(`${base}.pdf`)), html: readFileSync(`${base}.html`, 'utf8') };
}
