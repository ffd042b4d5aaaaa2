// Files attached to a PDF, as an archive wants them (ISO 19005-3, 6.8 and annex E; ISO 32000-1, 7.11).

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Attachment } from '../inspect/record.ts';
import type { PdfFile } from '../pdf/file.ts';
import { elementsOf, type StructureElement } from '../pdf/structure.ts';
import { encodeText } from '../pdf/textstring.ts';
import {
  isDictionary,
  isReference,
  type PdfDictionary,
  type PdfReference,
  type PdfStream,
  type PdfValue,
  toDictionary,
  toName,
} from '../pdf/values.ts';
import { level } from '../pdf/write.ts';
import { pdfDate } from './metadata.ts';

/** Files ready to be put into a PDF. */
export interface Attached {
  /** The streams and specifications of the files, by the numbers of their objects. */
  readonly objects: ReadonlyMap<number, PdfValue>;
  /** The specifications, in the order given. */
  readonly files: readonly PdfReference[];
  /** The name tree from which viewers list the files. */
  readonly tree: PdfDictionary;
}

/** What files are attached with. */
export interface Attaching {
  /** A number for an object more. */
  readonly allocate: () => number;
  /** The moment that the files carry, to the second. */
  readonly moment: Date;
}

/** Attaches files; throws an Error for names and media types that no file may have, which are never an author's mistake. */
export async function attach(
  attachments: readonly Attachment[],
  { allocate, moment }: Attaching,
): Promise<Attached | undefined> {
  if (attachments.length === 0) return undefined;
  const names = attachments.map(({ name }) => name);
  for (const one of attachments) refuseStrange(one, names);
  const streams = await Promise.all(attachments.map(one => embedded(one, moment)));
  const objects = new Map<number, PdfValue>();
  const files = attachments.map((attachment, index): PdfReference => {
    const [stream, own] = [{ object: allocate() }, { object: allocate() }];
    objects.set(stream.object, streams[index] ?? null);
    objects.set(own.object, specification(attachment, stream));
    return own;
  });
  return { objects, files, tree: nameTree(names, files) };
}

/** A name is that of a file without folders, each once; a media type is one without parameters (RFC 6838, 4.2). */
function refuseStrange({ name, mediaType }: Attachment, names: readonly string[]): void {
  if (/^\.{0,2}$|[/\\\p{Cc}]/u.test(name))
    throw new Error(`An attachment cannot have the name ${JSON.stringify(name)}.`);
  if (names.indexOf(name) !== names.lastIndexOf(name)) throw new Error(`Two attachments have the name "${name}".`);
  if (!/^[\w.+-]+\/[\w.+-]+$/.test(mediaType)) throw new Error(`"${mediaType}" of ${name} is no media type.`);
}

const compress = promisify(deflate);

/** The stream of a file, compressed where that makes it smaller. */
async function embedded({ content, mediaType }: Attachment, moment: Date): Promise<PdfStream> {
  const packed = await compress(content, { level });
  const isSmaller = packed.length < content.length;
  const dictionary = toDictionary({
    Type: toName('EmbeddedFile'),
    Subtype: toName(mediaType),
    Params: toDictionary({
      Size: content.length,
      ModDate: pdfDate(moment),
      CheckSum: createHash('md5').update(content).digest().toString('latin1'),
    }),
    Filter: isSmaller ? toName('FlateDecode') : undefined,
  });
  return { ...dictionary, raw: isSmaller ? packed : content };
}

function specification({ name, description, relationship }: Attachment, stream: PdfReference): PdfDictionary {
  return toDictionary({
    Type: toName('Filespec'),
    F: encodeText(name),
    UF: encodeText(name),
    EF: toDictionary({ F: stream, UF: stream }),
    Desc: encodeText(description),
    AFRelationship: toName(relationship),
  });
}

/** The names in the order of their bytes (7.9.6). */
function nameTree(names: readonly string[], files: readonly PdfReference[]): PdfDictionary {
  const pairs = names.map((name, index): [string, PdfValue] => [encodeText(name), files[index] ?? null]);
  return toDictionary({ Names: pairs.sort(([a], [b]) => (a < b ? -1 : 1)).flat() });
}

/** The files of each table whose data they hold, in a tree that has the tables of the document in their order. */
export function ofTables(
  root: StructureElement,
  attachments: readonly Attachment[],
  attached: Attached | undefined,
): ReadonlyMap<StructureElement, readonly PdfReference[]> {
  const tables = [...elementsOf([root])].filter(({ type }) => type === 'Table');
  const owned = tables.map((table, index): [StructureElement, readonly PdfReference[]] => [
    table,
    (attached?.files ?? []).filter((_, at) => attachments[at]?.tables?.includes(index)),
  ]);
  return new Map(owned.filter(([, files]) => files.length > 0));
}

/** The files that the elements of a finished file are tied to, as `ofTables` tied them. */
export function tiedFiles(
  root: StructureElement,
  file: PdfFile,
): ReadonlyMap<StructureElement, readonly PdfReference[]> {
  const tied = [...elementsOf([root])].map((element): [StructureElement, readonly PdfReference[]] => {
    const own = element.object === undefined ? undefined : file.resolve({ object: element.object });
    const files = isDictionary(own) ? file.get(own, 'AF') : undefined;
    return [element, Array.isArray(files) ? files.filter(isReference) : []];
  });
  return new Map(tied.filter(([, files]) => files.length > 0));
}

/** The names of a catalog with those of the attached files beside the ones that it has. */
export function withAttachedNames(names: PdfValue, { tree }: Attached): PdfDictionary {
  const others = isDictionary(names) ? names.entries : [];
  return { entries: new Map([...others, ['EmbeddedFiles', tree]]) };
}
