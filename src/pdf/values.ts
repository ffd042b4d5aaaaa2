// The values of which a PDF consists (ISO 32000-1, 7.3), and the error for a file that cannot be read.

/** A PDF value; the characters of strings and names are bytes (Latin-1). */
export type PdfValue = null | boolean | number | string | PdfName | PdfReference | PdfArray | PdfDictionary | PdfStream;

/** A name, without its slash. */
export interface PdfName {
  readonly name: string;
}

/** A reference to an object, by number. */
export interface PdfReference {
  readonly object: number;
}

/** An array of values. */
export type PdfArray = readonly PdfValue[];

/** A dictionary, its keys without slashes. */
export interface PdfDictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** A dictionary with bytes, as they stand in the file: filters not yet undone. */
export interface PdfStream extends PdfDictionary {
  readonly raw: Uint8Array;
}

/** A file that is no PDF, is damaged, or is encrypted; the message says which, the hint what to do. */
export class PdfError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** The error for a file whose bytes do not follow the format from an offset on. */
export function damaged(what: string, offset: number): PdfError {
  return new PdfError(
    `This PDF is damaged at byte ${offset}: ${what}.`,
    'Get a sound copy of the file: fetch or build it again.',
  );
}

/** Whether a value is a dictionary; a stream is one too. */
export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value !== null && 'entries' in value && value.entries instanceof Map;
}

/** Whether a value is a stream. */
export function isStream(value: PdfValue | undefined): value is PdfStream {
  return isDictionary(value) && 'raw' in value;
}

/** Whether a value is a reference. */
export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'object' in value;
}

/** Whether a value is an array. */
export function isArray(value: PdfValue | undefined): value is PdfArray {
  return Array.isArray(value);
}

/** The characters of a name; undefined for any other value. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : undefined;
}

/** The name with these characters. */
export function toName(name: string): PdfName {
  return { name };
}

/** The dictionary with these entries; those undefined are left out. */
export function toDictionary(entries: Readonly<Record<string, PdfValue | undefined>>): PdfDictionary {
  const present = Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined);
  return { entries: new Map(present) };
}
