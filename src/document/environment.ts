// What a text's Markdown needs from around it, carried through the parser.

import type { Env } from 'markdown-it';

/** A heading of a text, for contents and bookmarks. */
export interface Heading {
  readonly id: string;
  /** 1 for the text's own title, 2 for its findings, and so on. */
  readonly level: number;
  /** HTML of the words alone. */
  readonly html: string;
  /** Line of the Markdown file, from 1. */
  readonly line: number;
}

/** An image that a text shows, with the line that asks for it. */
export interface ImageRequest {
  readonly path: string;
  readonly alternative: string;
  readonly line: number;
}

/** A question by its number, or an answer to the questions of these numbers. */
export type AskedHeading =
  | { readonly kind: 'question'; readonly number: number }
  | { readonly kind: 'answer'; readonly numbers: readonly number[] };

/** How many questions were put, and the numbers of those that are not yet answered. */
export interface Questions {
  count: number;
  open: number[];
}

/** One text's surroundings: where its headings go, and how its boxes, quotes and images look. */
export interface Environment {
  /** Prefix of the ids of headings and notes, unique in the publication. */
  readonly docId: string;
  /** Level in the document of the text's `#` heading. */
  readonly topLevel: number;
  readonly headings: Heading[];
  /** Whether the findings get a number before their words. */
  readonly numbered: boolean;
  readonly box: (box: { name: string; title: string; body: string; level: number }) => string;
  /** The words above a question or an answer to questions. */
  readonly asked: (heading: AskedHeading) => string;
  /** The questions of the text so far. */
  readonly questions: Questions;
  /** The link to a source in the list of sources, as HTML. */
  readonly reference: (id: string) => string;
  readonly quote: (body: string, speaker: string | null) => string;
  readonly image: (request: ImageRequest) => string;
  /** Told of a block insert that does not stand on a line of its own, by its number. */
  readonly misplaced: (index: number) => void;
  /** The words of a heading from which its id is made: marks as words, without their numbers. */
  readonly named: (words: string) => string;
  /** The mark of a number that the layout gives. */
  readonly count: (text: string, basis: string) => string;
  /** Line in the file of the first line that is rendered. */
  readonly firstLine: number;
  /** Number of boxes seen, for the ids of their notes. */
  boxes: number;
}

/** The environment in the form the parser carries; notes are counted anew in each. */
export function toEnv(environment: Environment): Env {
  return { environment };
}

/** The environment back from the parser. */
export function environmentOf(env: Env | undefined): Environment {
  return env?.['environment'] as Environment;
}
