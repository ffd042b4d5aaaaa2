// A breach of the contract of a document, and the shape of a check for it.

import type { Element, Markup } from './markup.ts';

/** A breach of the contract, before it has a place. */
export interface Breach {
  readonly rule: `html-${string}`;
  readonly message: string;
  readonly hint: string;
  /** What to look for in templates and texts: an element, or words as they were typed. */
  readonly at: Element | string | undefined;
}

/** A check on the whole document. */
export type Check = (markup: Markup) => readonly Breach[];
