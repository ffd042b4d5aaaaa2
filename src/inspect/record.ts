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
  /** The cells of each table, header cells too. */
  readonly tables: readonly number[];
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

/** Words without soft hyphens and zero-width spaces, with single common spaces. */
export function plainWords(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
