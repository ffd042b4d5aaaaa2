// The files that a PDF carries: file specifications with an embedded file (ISO 32000-1, 7.11.3 and 7.11.4).

import { listOf, type PdfFile } from './file.ts';
import { decodeStream } from './filters.ts';
import { readNameTree } from './nametree.ts';
import { reach } from './reach.ts';
import { decodeText } from './textstring.ts';
import { isDictionary, isStream, nameOf, type PdfDictionary, PdfError, type PdfStream } from './values.ts';

/** A file in a PDF, as its specification and its stream describe it; what they do not say is empty. */
export interface EmbeddedFile {
  /** The number of the object that the specification is or stands in. */
  readonly object: number;
  /** The name for people: UF, or else F. */
  readonly name: string;
  /** The names as they stand there: F for all programs, UF in Unicode. */
  readonly names: { readonly F: string; readonly UF: string };
  readonly description: string;
  /** AFRelationship: Source, Data, Alternative, Supplement, Unspecified or another name. */
  readonly relationship: string;
  /** Whether a viewer lists it: it stands among the EmbeddedFiles, or an annotation on a page shows it. */
  readonly isListed: boolean;
  /** Whether the file, or a part of it, has it among its associated files (AF). */
  readonly isAssociated: boolean;
  /** Its streams, each once; more than one where it has a version for another system. */
  readonly streams: readonly EmbeddedStream[];
}

/** The stream of an embedded file. */
export interface EmbeddedStream {
  /** Subtype: the media type, such as `text/csv`. */
  readonly mediaType: string;
  /** ModDate, as in `D:20240101120000Z`. */
  readonly modified: string;
  /** Size in bytes and MD5 sum (16 bytes, Latin-1), where the file says them. */
  readonly size?: number;
  readonly checksum?: string;
  /** The bytes of the embedded file; undefined where they cannot be read. */
  content(): Uint8Array | undefined;
}

/** Every file in a PDF: first those among the EmbeddedFiles, in their order, then the others by object. */
export function readAttachments(file: PdfFile): readonly EmbeddedFile[] {
  const listed = readNameTree(file, file.get(file.get(file.catalog, 'Names'), 'EmbeddedFiles'));
  const found = findSpecifications(file);
  const order = new Map(listed.map(([, value], index) => [file.resolve(value), index]));
  const place = (dictionary: PdfDictionary): number => order.get(dictionary) ?? listed.length;
  return [...found.specifications]
    .sort(([a, one], [b, other]) => place(a) - place(b) || one - other)
    .map(([dictionary, object]) => {
      const isListed = order.has(dictionary) || found.shown.has(dictionary);
      return describe(file, dictionary, { object, isListed, isAssociated: found.associated.has(dictionary) });
    });
}

interface Found {
  /** The dictionaries with an embedded file, and the objects they are or stand in. */
  readonly specifications: ReadonlyMap<PdfDictionary, number>;
  /** Those in an array of associated files. */
  readonly associated: ReadonlySet<unknown>;
  /** Those of annotations. */
  readonly shown: ReadonlySet<unknown>;
}

/** Looks in all objects, also in those that nothing leads to any more; what cannot be read is passed over. */
function findSpecifications(file: PdfFile): Found {
  const specifications = new Map<PdfDictionary, number>();
  const [associated, shown] = [new Set<unknown>(), new Set<unknown>()];
  const resolve: PdfFile['resolve'] = value => {
    try {
      return file.resolve(value);
    } catch (error) {
      if (error instanceof PdfError) return null;
      throw error;
    }
  };
  const all = file.numbers.map(object => ({ object }));
  reach(all, resolve, (dictionary, object) => {
    const { entries } = dictionary;
    if (isDictionary(resolve(entries.get('EF')))) specifications.set(dictionary, object);
    if (entries.has('AF')) for (const one of listOf(file, entries.get('AF'))) associated.add(resolve(one));
    if (nameOf(entries.get('Subtype')) === 'FileAttachment') shown.add(resolve(entries.get('FS')));
  });
  return { specifications, associated, shown };
}

type Place = Pick<EmbeddedFile, 'object' | 'isListed' | 'isAssociated'>;

function describe(file: PdfFile, specification: PdfDictionary, place: Place): EmbeddedFile {
  const text = (key: string): string => {
    const value = file.get(specification, key);
    return typeof value === 'string' ? decodeText(value) : '';
  };
  const names = { F: text('F'), UF: text('UF') };
  const embedded = file.get(specification, 'EF');
  const versions = isDictionary(embedded) ? [...embedded.entries.values()] : [];
  return {
    ...{ ...place, names, name: names.UF || names.F, description: text('Desc') },
    relationship: nameOf(file.get(specification, 'AFRelationship')) ?? '',
    streams: [...new Set(versions.map(file.resolve))].filter(isStream).map(stream => describeStream(file, stream)),
  };
}

function describeStream(file: PdfFile, stream: PdfStream): EmbeddedStream {
  const parameters = file.get(stream, 'Params');
  const [modified, size, checksum] = ['ModDate', 'Size', 'CheckSum'].map(key => file.get(parameters, key));
  return {
    mediaType: nameOf(file.get(stream, 'Subtype')) ?? '',
    modified: typeof modified === 'string' ? modified : '',
    ...(typeof size === 'number' ? { size } : {}),
    ...(typeof checksum === 'string' ? { checksum } : {}),
    content: () => decode(file, stream),
  };
}

function decode(file: PdfFile, stream: PdfStream): Uint8Array | undefined {
  try {
    return decodeStream(stream, file.resolve);
  } catch (error) {
    if (error instanceof PdfError) return undefined;
    throw error;
  }
}

/** The names under which a PDF lists its embedded files, as bytes, in the order of the file. */
export function listedNames(file: PdfFile): readonly string[] {
  return readNameTree(file, file.get(file.get(file.catalog, 'Names'), 'EmbeddedFiles')).map(([name]) => name);
}
