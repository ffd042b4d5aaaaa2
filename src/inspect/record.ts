// What a document is before it is printed: the record that its PDF is finished with and held against.

/** A document as the browser has it, each list in the order of the document. */
export interface DocumentRecord {
  /** The title of its window. */
  readonly title: string;
  readonly description: string;
  /** Its language, such as `nl`. */
  readonly language: string;
  readonly headings: readonly HeadingRecord[];
  readonly links: readonly LinkRecord[];
  /** The text alternatives of its drawings and images. */
  readonly figures: readonly string[];
  readonly tables: readonly TableRecord[];
  /** How many notes it has. */
  readonly notes: number;
  /** All that is read out, words in their order; alternatives and what is hidden are left out. */
  readonly text: string;
}

export interface HeadingRecord {
  readonly level: number;
  readonly text: string;
  /** Its words without the numbers of notes, for a bookmark. */
  readonly title: string;
}

export interface LinkRecord {
  /** What a screen reader says of it: its label, or else its words. */
  readonly name: string;
  /** Whether it calls a note, or leads from a note back to its call. */
  readonly note: 'call' | 'back' | null;
}

export interface TableRecord {
  /** How many cells it has, header cells too. */
  readonly cells: number;
  /** The id of the figure that it stands in; empty outside figures. */
  readonly figure: string;
}

/** A file that a PDF is to carry. */
export interface Attachment {
  /** Its name, without folders: no two attachments of a PDF have the same. */
  readonly name: string;
  /** Such as `text/csv`, without parameters. */
  readonly mediaType: string;
  /** What it holds, in the language of the document. */
  readonly description: string;
  readonly relationship: Relationship;
  /** The places, from 0, of the tables of the document whose data it holds. */
  readonly tables?: readonly number[];
  readonly content: Uint8Array;
}

/**
 * What a file is to the document (ISO 19005-3, annex E): what it was made of, the data of its tables and charts, or those
 * data in a form that is easier to use.
 */
export type Relationship = 'Source' | 'Data' | 'Supplement';

/** What a PDF must say, and the files that it must carry; none when it names none. */
export interface Expected extends DocumentRecord {
  readonly attachments?: readonly Attachment[];
}

/** Words without soft hyphens and zero-width spaces, with single common spaces. */
export function plainWords(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
