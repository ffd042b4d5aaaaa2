// The open data of a publication as attachments of its PDF.

import { posix } from 'node:path';
import type { Attachment, Relationship } from '../inspect/record.ts';

/** A file of open data that stands beside a publication. */
export interface DataFile {
  /** Where it is written, with forward slashes. */
  readonly path: string;
  /** Such as `text/csv`. */
  readonly mediaType: string;
  /** In Dutch: what it holds. */
  readonly description: string;
  readonly content: string | Uint8Array;
}

/** The files as attachments, byte for byte and in their order: named as they are in their folder. */
export function attachmentsOf(files: readonly DataFile[]): readonly Attachment[] {
  return files.map(({ path, mediaType, description, content }) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    return {
      name: posix.basename(path),
      ...{ mediaType, description, relationship: relationshipOf(mediaType), content: bytes },
    };
  });
}

/** Tables as text are the data that the document shows; what describes them, or holds them for a spreadsheet, is beside them. */
function relationshipOf(mediaType: string): Relationship {
  return mediaType === 'text/csv' ? 'Data' : 'Supplement';
}
