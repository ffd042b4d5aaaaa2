// A release from its publications: notes, bill, manifest, provenance, sums and archive, each made of those before it.

import { packArchive } from './archive.ts';
import { billOf } from './bill.ts';
import { sha256 } from './digest.ts';
import { archiveStem, encode, encodeJson, mediaTypeOf, names, type ReleaseFile } from './file.ts';
import type { Manifest, ManifestSource } from './manifest.ts';
import { manifestOf } from './manifest.ts';
import { provenanceOf } from './provenance.ts';
import { formatSums, sumLine } from './sums.ts';

/** What a release is made of; its files are those of the publications. */
export interface ReleaseSource extends ManifestSource {
  /** The release notes, in Markdown. */
  readonly notes: string;
}

/** A release, not yet written. */
export interface Release {
  readonly manifest: Manifest;
  /** All of its files, the archive and its sum too; without what a validator says. */
  readonly files: readonly ReleaseFile[];
}

/** All files of a release: the same source always gives the same bytes. */
export function assembleRelease(source: ReleaseSource): Release {
  const { head, lock, notes } = source;
  const listed = [...source.files, made(names.notes, encode(notes)), made(names.bill, encodeJson(billOf(head, lock)))];
  const manifest = manifestOf({ ...source, files: listed });
  const stated = [...listed, made(names.manifest, encodeJson(manifest))];
  const summed = [...stated, made(names.provenance, encodeJson(provenanceOf(stated, manifest)))];
  const whole = [...summed, made(names.sums, encode(formatSums(summed)))];
  return { manifest, files: [...whole, ...archiveFiles(whole, manifest)] };
}

/** The archive of a release's files, and its sum in a file of its own. */
export function archiveFiles(
  files: readonly Pick<ReleaseFile, 'path' | 'content'>[],
  manifest: Pick<Manifest, 'archive' | 'moment' | 'reportingYear' | 'version'>,
): ReleaseFile[] {
  const moment = new Date(manifest.moment);
  const content = packArchive(files, { folder: archiveStem(manifest), moment });
  const sum = encode(sumLine(sha256(content), manifest.archive));
  return [
    { path: manifest.archive, mediaType: 'application/zip', content },
    { path: `${manifest.archive}.sha256`, mediaType: 'text/plain', content: sum },
  ];
}

function made(path: string, content: Uint8Array): ReleaseFile {
  return { path, mediaType: mediaTypeOf(path), content };
}
