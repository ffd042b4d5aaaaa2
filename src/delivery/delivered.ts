// What a sheet gives for a table: its values, the marks of its labels, and what it does not have.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Block } from './block.ts';

/** A cell of the table. */
export interface CellName {
  readonly row: string;
  readonly column: string;
}

/** One value that the sheet gives. */
export interface DeliveredCell extends CellName {
  /** As it is typed in a table. */
  readonly typed: string;
  readonly mark?: string;
  /** Where it stands: `Blad1!C7`. */
  readonly address: string;
}

/** A mark behind a label of the sheet. */
export interface MarkedLine {
  readonly what: 'row' | 'column';
  readonly label: string;
  readonly mark: string;
  readonly address: string;
}

/** What a sheet gives for a table. */
export interface Placement {
  readonly block: Block;
  readonly cells: readonly DeliveredCell[];
  readonly marked: readonly MarkedLine[];
  /** Cells of the table for which the sheet has a place, but no value. */
  readonly empty: readonly (CellName & { readonly address: string })[];
  /** Rows and columns of the table that the sheet does not have. */
  readonly absent: { readonly rows: readonly string[]; readonly columns: readonly string[] };
  /** What a person should know, a sentence each. */
  readonly said: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}
