// The files of printed publications under the names that they are published by.

import { type Contents, encode, mediaTypeOf, type ReleaseFile } from '../release/file.ts';
import type { PrintedPublication } from './print.ts';

/** PDF, HTML edition, ledgers and open data of a publication, as a build names them. */
export function publicationFiles({
  prepared,
  pdf,
  html,
  ledgerJson,
  ledgerCsv,
  data,
}: PrintedPublication): ReleaseFile[] {
  const { id } = prepared.publication;
  const file = (path: string, content: Uint8Array): ReleaseFile => ({ path, mediaType: mediaTypeOf(path), content });
  return [
    file(`${id}.pdf`, pdf),
    file(`${id}.html`, encode(html)),
    file(`${id}.ledger.json`, encode(ledgerJson)),
    file(`${id}.ledger.csv`, encode(ledgerCsv)),
    ...data.map(({ path, content }) => file(path, content)),
  ];
}

/** The files of publications by their paths. */
export function contentsOf(printed: readonly PrintedPublication[]): Contents {
  return new Map(printed.flatMap(publicationFiles).map(({ path, content }) => [path, content]));
}
