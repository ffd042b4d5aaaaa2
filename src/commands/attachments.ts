// The open data of a publication as attachments of its PDF.

import { posix } from 'node:path';
import type { Publication } from '../edition/edition.ts';
import type { Attachment, Relationship, TableRecord } from '../inspect/record.ts';
import type { DataFile } from '../opendata/dataset.ts';
import { csvName } from '../opendata/metadata.ts';

/** What a document shows. */
export interface Shown {
  readonly publication: Publication;
  /** Its tables, in the order of the document. */
  readonly tables: readonly TableRecord[];
}

/** The files as attachments, byte for byte and in their order, named without the folders that they stand in. */
export function attachmentsOf(files: readonly DataFile[], shown: Shown): readonly Attachment[] {
  const csvs = csvsOf(shown);
  return files.map(({ path, mediaType, description, content }) => {
    const name = posix.basename(path);
    const tables = csvs.flatMap((csv, index) => (csv === name ? [index] : []));
    return { name, mediaType, description, relationship: relationshipOf(mediaType), tables, content };
  });
}

/** The CSV file of each table of the document; undefined for one outside figures. */
function csvsOf({ publication: { figures }, tables }: Shown): readonly (string | undefined)[] {
  return tables.map(({ figure }) => {
    const table = figures.get(figure.replace(/^figuur-/, ''))?.table.id;
    return table === undefined ? undefined : csvName(table);
  });
}

/** Tables as text are the data that the document shows; a workbook of them and what describes them are supplements. */
function relationshipOf(mediaType: string): Relationship {
  return mediaType === 'text/csv' ? 'Data' : 'Supplement';
}
