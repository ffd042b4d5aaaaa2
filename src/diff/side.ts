// One of the two states that are compared: its tables, and its publications as they are printed.

import type { Ledger } from '../ledger/entry.ts';
import type { PrintedText } from '../passages/passage.ts';
import type { SideHead } from './comparison.ts';
import type { TableView } from './view.ts';

/** A publication of a state. */
export interface PublicationSide {
  /** Absent for a PDF of other origin. */
  readonly year?: number;
  /** Its id, or the name of the PDF file. */
  readonly publication: string;
  readonly title: string;
  readonly pdf: Uint8Array;
  readonly text: PrintedText;
  /** What is known beside the PDF when the publication is one of ours. */
  readonly edition?: { readonly html: string; readonly ledger: Ledger };
}

/** A state. */
export interface Side {
  readonly head: SideHead;
  /** Undefined when nothing is known of tables. */
  readonly tables: readonly TableView[] | undefined;
  readonly publications: readonly PublicationSide[];
}

/** A publication of the old state, the new state, or both. */
export interface PublicationPair {
  readonly old: PublicationSide | undefined;
  readonly new: PublicationSide | undefined;
}
