// The ledgers of the project's own editions, as a build writes them beside the PDF that they account for.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../../src/ledger/entry.ts';
import { editionsFolder, names, publications } from './editions.ts';
import { type Pdf, readPdf } from './pdf.ts';

/** A publication with its ledger; `json` and `csv` are the files as written. */
export interface Accounted {
  readonly pdf: Pdf;
  readonly ledger: Ledger;
  readonly json: string;
  readonly csv: string;
}

/** All publications by their short names; throws with what their build reports. */
export async function buildLedgers(): Promise<Map<string, Accounted>> {
  const folder = await editionsFolder();
  const read = names.map(
    async (name): Promise<[string, Accounted]> => [name, await readAccounted(join(folder, publications[name]))],
  );
  return new Map(await Promise.all(read));
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
