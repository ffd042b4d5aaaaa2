// Rules on the files that a PDF carries: that people find them, and that an archive knows what they are.

import { createHash } from 'node:crypto';
import { type EmbeddedFile, type EmbeddedStream, listedNames } from '../../pdf/attachments.ts';
import { openPdf } from '../../pdf/file.ts';
import { isStream, PdfError } from '../../pdf/values.ts';
import type { Inspection } from '../inspection.ts';
import type { Finding, Rule } from '../rule.ts';
import { readXmp } from '../xmp.ts';

/** The part of PDF/A that a file says it follows; undefined for none. */
function archivePart({ xmp }: Pick<Inspection, 'xmp'>): string | undefined {
  return xmp?.get('pdfaid:part');
}

/** The attachments that PDF/A-3 judges: parts 1 and 2 ask nothing more of those that they permit. */
function associable(inspection: Inspection): readonly EmbeddedFile[] {
  return /^[12]$/.test(archivePart(inspection) ?? '') ? [] : inspection.attachments;
}

function at({ name, object }: EmbeddedFile, message: string): Finding {
  return { message: `${name === '' ? 'a file' : name}: ${message}`, ...(object < 0 ? {} : { object }) };
}

/** The attachments for which something does not hold, each with the same message. */
function where(files: readonly EmbeddedFile[], isWrong: (one: EmbeddedFile) => boolean, message: string): Finding[] {
  return files.filter(isWrong).map(one => at(one, message));
}

/** A finding for each stream that has something wrong. */
function ofStreams(
  files: readonly EmbeddedFile[],
  wrong: (stream: EmbeddedStream) => string | undefined,
): readonly Finding[] {
  return files.flatMap(one => one.streams.flatMap(stream => wrong(stream) ?? []).map(message => at(one, message)));
}

const names: Rule = {
  id: 'attachment-names',
  source: 'PDF/UA-1 7.11, PDF/A-2 6.8',
  title: 'Every attached file has its name in F and in UF',
  check: ({ attachments }) => [
    ...where(attachments, one => one.names.F === '', 'F does not name it'),
    ...where(attachments, one => one.names.UF === '', 'UF does not name it'),
  ],
};

const descriptions: Rule = {
  id: 'attachment-descriptions',
  source: 'jaarcijfers',
  title: 'Every attached file has a description of what it holds',
  check: ({ attachments }) => where(attachments, one => one.description.trim() === '', 'it has no Desc'),
};

const listed: Rule = {
  id: 'attachment-list',
  source: 'jaarcijfers, ISO 32000-1 7.9.6',
  title: 'Viewers list every attached file, under names in order and each once',
  check: ({ file, attachments }) => {
    const all = listedNames(file);
    const misplaced = all.filter((name, index) => index > 0 && name <= (all[index - 1] ?? ''));
    return [
      ...where(attachments, one => !one.isListed, 'it is neither among the EmbeddedFiles nor in an annotation'),
      ...misplaced.map(name => ({ message: `the name "${name}" is not behind the one before it` })),
    ];
  },
};

const permitted: Rule = {
  id: 'attachments-permitted',
  source: 'PDF/A-1 6.1.11, PDF/A-2 6.8',
  title: 'A file of PDF/A-1 carries no files, one of PDF/A-2 none but PDF/A-1 and PDF/A-2',
  check: inspection => {
    const { attachments } = inspection;
    const part = archivePart(inspection);
    if (part === '1') return where(attachments, () => true, 'PDF/A-1 permits no attachments');
    if (part !== '2') return [];
    return ofStreams(attachments, stream => (isArchived(stream) ? undefined : 'it is not PDF/A, which takes PDF/A-3'));
  },
};

/** Whether an attached file says that it is PDF/A-1 or PDF/A-2. */
function isArchived(stream: EmbeddedStream): boolean {
  try {
    const file = openPdf(stream.content() ?? new Uint8Array());
    const metadata = file.get(file.catalog, 'Metadata');
    return isStream(metadata) && /^[12]$/.test(archivePart({ xmp: readXmp(file, metadata) }) ?? '');
  } catch (error) {
    if (error instanceof PdfError) return false;
    throw error;
  }
}

const relationships: Rule = {
  id: 'attachment-relationships',
  source: 'PDF/A-3 6.8',
  title: 'Every attached file says what it is to the document',
  check: inspection => where(associable(inspection), one => one.relationship === '', 'it has no AFRelationship'),
};

const associated: Rule = {
  id: 'attachments-associated',
  source: 'PDF/A-3 6.8',
  title: 'Every attached file belongs to the document or to a part of it',
  check: inspection => where(associable(inspection), one => !one.isAssociated, 'nothing has it in its AF'),
};

const mediaTypes: Rule = {
  id: 'attachment-types',
  source: 'PDF/A-3 6.8',
  title: 'Every attached file has a media type',
  check: inspection =>
    ofStreams(associable(inspection), ({ mediaType }) =>
      /^[-\w+.]+\/[-\w+.]+$/.test(mediaType) ? undefined : `"${mediaType}" is no media type`,
    ),
};

const moments: Rule = {
  id: 'attachment-dates',
  source: 'ISO 32000-2 7.11.4',
  title: 'Every attached file says when it was changed last',
  check: inspection =>
    ofStreams(associable(inspection), ({ modified }) =>
      /^(?:D:)?\d{4}/.test(modified) ? undefined : 'its Params have no ModDate',
    ),
};

const sums: Rule = {
  id: 'attachment-contents',
  source: 'ISO 32000-1 7.11.4.1',
  title: 'Every attached file can be read, and has the size and sum that it says',
  check: ({ attachments }) => ofStreams(attachments, unlike),
};

function unlike({ size, checksum, content }: EmbeddedStream): string | undefined {
  const bytes = content();
  if (!bytes) return 'its content cannot be read';
  if (size !== undefined && size !== bytes.length) return `Size is ${size}, and it has ${bytes.length} bytes`;
  const isOther = checksum !== undefined && checksum !== createHash('md5').update(bytes).digest().toString('latin1');
  return isOther ? 'CheckSum is not that of its content' : undefined;
}

/** The rules on attached files. */
export const attachmentRules: readonly Rule[] = [
  names,
  descriptions,
  listed,
  permitted,
  relationships,
  associated,
  mediaTypes,
  moments,
  sums,
];
