// What a comparison says: everything in which two states of the publications differ, as plain values.

import type { PassageKind, PlacedBox } from '../passages/passage.ts';
import type { Box } from '../pdf/pages.ts';
import type { ObservationStatus } from '../statistics/observation.ts';

/** One of the two states, as it was asked for. */
export interface SideHead {
  /** As typed: `v2023-concept2`, `HEAD`, a path; `werkmap` for the working tree. */
  readonly label: string;
  readonly kind: 'revision' | 'working-tree' | 'edition' | 'output' | 'pdf';
  /** Full name of the commit, where there is one. */
  readonly commit?: string;
}

/** All differences between an old state and a new one; empty lists when there are none. */
export interface Comparison {
  readonly old: SideHead;
  readonly new: SideHead;
  /** Whether tables were compared; of two PDF files of other origin only texts and pages are. */
  readonly hasFigures: boolean;
  /** Tables that differ, by year and id. */
  readonly tables: readonly TableChange[];
  /** All publications that either state has, by year and id; those without differences too. */
  readonly publications: readonly PublicationComparison[];
  /** Statements that deserve a second look: those that did not change with their cells, or changed without them. */
  readonly warnings: readonly StatementWarning[];
}

/** A table that differs. */
export interface TableChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly year: number;
  /** The name of its file. */
  readonly table: string;
  readonly title: string;
  readonly facets: readonly FacetChange[];
  readonly cells: readonly CellChange[];
}

/** Something said of a whole table, or of a cell, that differs: in Dutch words, absent where it was not said. */
export interface FacetChange {
  /** Unique in the comparison, fit for an id in HTML: `tabel-2023-vormen-bron`. */
  readonly id: string;
  /** What it is, in Dutch: `bron`, `peildatum`, `eenheid`, `noot 2`, `telverband 1`, `volgorde van de rijen`. */
  readonly name: string;
  readonly old?: string;
  readonly new?: string;
}

/** A cell that differs: its value or its status. */
export interface CellChange {
  /** Unique in the comparison, fit for an id in HTML. */
  readonly id: string;
  readonly row: string;
  readonly column: string;
  /** Absent for a cell that was not there. */
  readonly old?: CellState;
  /** Absent for a cell that is no longer there. */
  readonly new?: CellState;
  /** What is known of new minus old; absent without two values of one kind. */
  readonly difference?: CellDifference;
  /** Every place of every publication where it reaches print, in the order of the publications. */
  readonly reach: readonly ReachedPlace[];
}

/** A cell as it is, or was, printed. */
export interface CellState {
  /** As the table prints it: `1.234`, `<5`, `34%`, `n.b.`. */
  readonly printed: string;
  /** Whether a value stands in print, or why not. */
  readonly disclosure: 'published' | 'suppressed' | 'missing';
  readonly status: ObservationStatus;
  /** Why it is provisional, revised, reconstructed or missing. */
  readonly remark?: string;
}

/** New minus old, in words of the page; a range where one of the two is uncertain. */
export interface CellDifference {
  /** In the unit of the table, Dutch, with its sign: `+12`, `−3`, `+2 tot +5`, `+1,5 procentpunt`. */
  readonly units: string;
  /** Of the old value, Dutch, with its sign: `+3,4%`; absent when the old one is or may be zero, or is a percentage. */
  readonly percent?: string;
}

/** Where a changed cell reaches print. */
export interface ReachedPlace {
  readonly year: number;
  /** Id of the publication. */
  readonly publication: string;
  readonly form: 'sentence' | 'table' | 'chart';
  /** Pages of the old and new PDF; null where it has none there. */
  readonly oldPage: number | null;
  readonly newPage: number | null;
  /** The headings above it, from the outermost, in the new state, else in the old one. */
  readonly section: readonly string[];
  /** Title of the figure that it stands in. */
  readonly figure?: string;
  /** The sentence, or what the table or chart prints, in each state; absent where it does not stand there. */
  readonly oldText?: string;
  readonly newText?: string;
  /** Whether what is printed there is other than before. */
  readonly isChanged: boolean;
}

/** A statement whose change does not go along with its cells. */
export interface StatementWarning {
  readonly id: string;
  /** Its cells changed and it did not, or it changed and its cells did not. */
  readonly kind: 'kept' | 'changed-alone';
  readonly year: number;
  readonly publication: string;
  readonly page: number | null;
  readonly section: readonly string[];
  /** As printed before and after. */
  readonly oldText: string;
  readonly newText: string;
  /** The sentence around it in the new state. */
  readonly sentence: string;
  /** The cells in words: `Vormen van mensenhandel: Arbeidsuitbuiting, 2023: 299 → 301`; empty when none changed. */
  readonly cells: readonly string[];
}

/** A publication of either state, or two PDF files. */
export interface PublicationComparison {
  readonly kind: 'added' | 'removed' | 'both';
  /** Absent for PDF files of other origin. */
  readonly year?: number;
  /** Id of the publication, or the name of the PDF file. */
  readonly publication: string;
  readonly title: string;
  readonly texts: readonly TextChange[];
  readonly pages: PagesComparison;
}

/** A piece of a text in words. */
export interface TextPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Where a text stands, or stood. */
export interface TextPlace {
  readonly page: number;
  readonly section: readonly string[];
  /** Around its words; around the changed ones where some are the same. */
  readonly boxes: readonly PlacedBox[];
}

/** A sentence, heading or other passage that differs, or all sentences of a section that was not there. */
export interface TextChange {
  /** Unique in the comparison, fit for an id in HTML. */
  readonly id: string;
  /** A moved one stands elsewhere, with the pieces that also changed in it. */
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  /** What it is; `section` for a heading with all that stands below it. */
  readonly what: PassageKind | 'section';
  /**
   * `text`: somebody wrote it. `figures`: only numbers and words that follow from changed cells differ. `numbering`: only
   * the numbers of figures, tables, chapters or notes differ. Only the first counts as a change of the text.
   */
  readonly cause: 'text' | 'figures' | 'numbering';
  readonly old?: TextPlace;
  readonly new?: TextPlace;
  readonly pieces: readonly TextPiece[];
  /** Of a section: its heading, and how many sentences it has. */
  readonly heading?: string;
  readonly sentences?: number;
  /** Ids of the changed cells that it follows from. */
  readonly cells: readonly string[];
}

/** The pages of a publication, matched by what stands on them. */
export interface PagesComparison {
  /** How many there were and are. */
  readonly old: number;
  readonly new: number;
  /** In the order of the new file; removed pages behind the page that they followed. */
  readonly pairs: readonly PagePair[];
}

/** A page of both files, or of one of them only. */
export interface PagePair {
  readonly old?: number;
  readonly new?: number;
  /**
   * `same`: nothing on it differs but what is never a difference. `moved`: the same words, set elsewhere on the page or
   * over other pages. `changed`: a text or a drawing on it differs.
   */
  readonly kind: 'same' | 'moved' | 'changed' | 'added' | 'removed';
  /** What differs on it, outlined; points from the lower left of the page as it is shown, cropped and turned. */
  readonly outlines: { readonly old: readonly Outline[]; readonly new: readonly Outline[] };
  /** Both pages as PNG, only of pages that differ: absent on the side that has no such page. */
  readonly images?: { readonly old?: PagePicture; readonly new?: PagePicture };
}

/** A page drawn. */
export interface PagePicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What of the page it shows, in points from the lower left, so that outlines can be laid over it. */
  readonly box: Box;
  readonly png: Uint8Array;
}

/** What is outlined on a page. */
export interface Outline extends Omit<PlacedBox, 'page'> {
  readonly what: 'text' | 'drawing' | 'look';
  /** Id of the change that it belongs to, if it is one of the list. */
  readonly change?: string;
}
