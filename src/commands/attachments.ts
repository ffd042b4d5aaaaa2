// The open data of a publication as attachments of its PDF.

import { posix } from 'node:path';
import type { Attachment, Relationship } from '../inspect/record.ts';
import type { DataFile } from '../opendata/dataset.ts';

/** The files as attachments, byte for byte and in their order, named without the folders that they stand in. */
export function attachmentsOf(files: readonly DataFile[]): readonly Attachment[] {
  return files.map(({ path, mediaType, description, content }) => {
    return { name: posix.basename(path), mediaType, description, relationship: relationshipOf(mediaType), content };
  });
}

/** Tables as text are the data that the document shows; a workbook of them and what describes them are supplements. */
function relationshipOf(mediaType: string): Relationship {
  return mediaType === 'text/csv' ? 'Data' : 'Supplement';
}
