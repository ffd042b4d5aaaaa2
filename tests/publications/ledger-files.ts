// The ledgers of the project's own editions, as a build writes them beside the PDF that they account for.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../src/commands/build.ts';
import type { Ledger } from '../../src/ledger/entry.ts';
import { machineAt } from '../commands/machine.ts';
import { names, project, publications } from './editions.ts';
import { type Pdf, readPdf } from './pdf.ts';

/** A publication with its ledger; `json` and `csv` are the files as written. */
export interface Accounted {
  readonly pdf: Pdf;
  readonly ledger: Ledger;
  readonly json: string;
  readonly csv: string;
}

/** All publications by their short names, from one build; throws with the diagnostics when it reports an error. */
export async function buildLedgers(): Promise<Map<string, Accounted>> {
  const out = mkdtempSync(join(tmpdir(), 'jaarcijfers-grootboek-'));
  try {
    const { written, diagnostics } = await build({ years: [], publications: [], out }, machineAt(project));
    if (written.length === 0) throw new Error(JSON.stringify(diagnostics, null, 2));
    const read = names.map(
      async (name): Promise<[string, Accounted]> => [name, await readAccounted(join(out, publications[name]))],
    );
    return new Map(await Promise.all(read));
  } finally {
    rmSync(out, { recursive: true });
  }
}

async function readAccounted(base: string): Promise<Accounted> {
  const json = readFileSync(`${base}.ledger.json`, 'utf8');
  const csv = readFileSync(`${base}.ledger.csv`, 'utf8');
  return { pdf: await readPdf(new Uint8Array(readFileSync(`${base}.pdf`))), ledger: JSON.parse(json), json, csv };
}

/** The records of a CSV file with semicolons (RFC 4180), each a list of its fields. */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/g)) {
    fields.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ';') continue;
    records.push(fields);
    fields = [];
  }
  return records;
}
