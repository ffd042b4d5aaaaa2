// The edition: everything one reporting year publishes, checked and in its final shape.

import type { Place } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import type { Observation } from '../statistics/observation.ts';

/** One reporting year: its tables by id and its publications by id. */
export interface Edition {
  readonly reportingYear: number;
  readonly status: 'draft' | 'final';
  /** Where the status was typed; absent while edition.yaml cannot be read. */
  readonly statusPlace?: Place;
  /** Until when it may not be published, as the Dutch clock shows it: yyyy-mm-dd hh:mm. */
  readonly embargo?: string;
  readonly tables: ReadonlyMap<string, Table>;
  readonly publications: readonly Publication[];
}

/** A statistical table: rows of observations under columns, which panels may group. */
export interface Table {
  readonly id: string;
  readonly title: string;
  /** What is counted, in the plural: `slachtoffers`. */
  readonly unit: string;
  /** Id of the statistic that it counts, one of the office's concepts. */
  readonly statistic?: string;
  /** Ids of the groups that all its cells count, of the office's concepts. */
  readonly population?: readonly string[];
  /** Where the statistic and each of the groups stand. */
  readonly conceptPlaces?: readonly Place[];
  readonly source: string;
  /** ISO date (yyyy-mm-dd) on which the register was read. */
  readonly referenceDate?: string;
  /** Where a date stands that must still be filled in (`?`). */
  readonly openDate?: Place;
  readonly notes: readonly string[];
  /** At least one panel; a table without named panels has one without a title. */
  readonly panels: readonly Panel[];
  /** The labels of all panels' columns, unique, from left to right. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Sums that are held against cells of this edition. */
  readonly relations: readonly Relation[];
  /** What else is declared of its cells; none when absent. */
  readonly claims?: readonly Claim[];
  readonly place: Place;
}

/** Columns that belong together, such as `Per jaar` or `Per vorm in 2023`. */
export interface Panel {
  readonly title?: string;
  readonly columns: readonly string[];
  /** Where the title stands. */
  readonly place?: Place;
}

/** A row: a label and one observation per column of the table. */
export interface Row {
  readonly label: string;
  readonly observations: readonly Observation[];
  readonly place: Place;
}

/**
 * A sum of cells of the table. `direction` rows: for each column, the sum of the rows `parts`; columns: for each row,
 * the sum of the columns `parts`. `scope` are the columns (or rows) it is said of. The sum equals, exceeds (is at
 * least) or stays within (is at most) a whole.
 */
export interface Sum {
  readonly direction: 'rows' | 'columns';
  readonly parts: readonly string[];
  readonly scope: readonly string[];
  readonly holds: 'equals' | 'exceeds' | 'within';
  /** Why the sum is not equal; always there unless `holds` is equals. */
  readonly because?: string;
  readonly place: Place;
}

/** What adds up to what: a sum that is held against cells of this edition. */
export interface Relation extends Sum {
  readonly whole: Whole;
}

/** What a table says of its cells beside its relations to cells of this edition. */
export type Claim = ConstantSum | EarlierSum | ShareClaim;

/** A sum that is held against a fixed number, such as percentages against 100. */
export interface ConstantSum extends Sum {
  readonly kind: 'constant';
  readonly value: number;
}

/** A sum that is held against cells of an earlier edition. */
export interface EarlierSum extends Sum {
  readonly kind: 'earlier';
  /** The reporting year of that edition. */
  readonly edition: number;
  readonly whole: Whole;
}

/** Percentages of the table, each of which is the share of a part in a whole, both counted in this edition. */
export interface ShareClaim {
  readonly kind: 'share';
  /** The rows and columns whose cells are the percentages. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** For each percentage; the row or column that is the same is that of the percentage. */
  readonly part: Whole;
  readonly whole: Whole;
  readonly place: Place;
}

/** The cells whose sum is the whole: labels, all of the table's, or the very row or column that is looked at. */
export interface Whole {
  readonly table: string;
  readonly rows: readonly string[] | 'all' | 'same';
  readonly columns: readonly string[] | 'all' | 'same';
  /** The columns are those of this panel. */
  readonly panel?: string;
}

/** One publication of the edition: its words about itself, its figures and its texts in order. */
export interface Publication {
  readonly id: string;
  /** The folder in templates/ that lays it out. */
  readonly kind: string;
  readonly title: string;
  readonly subtitle?: string;
  /** One sentence for catalogues and search engines. */
  readonly description: string;
  readonly publisher: string;
  /** ISO date of publication; it also dates the files. */
  readonly date: string;
  readonly keywords: readonly string[];
  /** Address of the licence under which others may use its figures. */
  readonly licence?: string;
  readonly percentage: 'sign' | 'word';
  /** Ids of the tables it uses. */
  readonly tables: readonly string[];
  readonly figures: ReadonlyMap<string, Figure>;
  /** Ids of figures that are declared, but whose table is not there or has errors of its own. */
  readonly brokenFigures: readonly string[];
  /** A text on the cover. */
  readonly cover?: Text;
  readonly contents: readonly Section[];
  /** Further words its kind's templates may print, such as a kicker. */
  readonly words: Readonly<Record<string, string>>;
  /** The sources of cited numbers, by the id that texts name them by. */
  readonly sources: ReadonlyMap<string, string>;
  /** The web addresses of sources that have one, by their id. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Published numbers that the tables contradict, and that stand all the same. */
  readonly differences: readonly KnownDifference[];
  readonly place: Place;
  /** Where its words about itself stand: `title`, `words.lead`, `sources.cbs`. */
  readonly places: ReadonlyMap<string, Place>;
}

/** A published number or word that the tables contradict, kept for a stated reason. */
export interface KnownDifference {
  /** Id of the publication. */
  readonly publication: string;
  /** Id of the text it stands in. */
  readonly text: string;
  /** As printed. */
  readonly printed: string;
  /** What the tables give: as it would be printed, or as the report on a word says it. */
  readonly computed: string;
  readonly because: string;
  readonly place: Place;
}

/** A part with its texts, or a text that stands on its own. */
export type Section =
  | {
      readonly kind: 'part';
      readonly title: string;
      readonly intro?: Text;
      readonly texts: readonly Text[];
      readonly place: Place;
    }
  | {
      readonly kind: 'text';
      readonly text: Text /** Whether its findings are numbered. */;
      readonly numbered: boolean;
    };

/** A Markdown file with Handlebars expressions, not yet worked out. */
export interface Text {
  /** File name without its ending, unique in the publication. */
  readonly id: string;
  readonly source: Source;
}

/** The ready chart kinds; `table` draws none, `specification` brings its own Vega-Lite. */
export const chartKinds = [
  'line',
  'columns',
  'grouped-columns',
  'stacked-columns',
  'stacked-percentages',
  'pie',
  'table',
  'specification',
] as const;
export type ChartKind = (typeof chartKinds)[number];

/** A table shown in a publication, as a chart above its numbers or as a table alone. */
export interface Figure {
  readonly id: string;
  readonly table: Table;
  readonly chart: ChartKind;
  /** Shown above the figure; the table's title when the publication gives none. */
  readonly title: string;
  /** Height of the plot in millimetres; the chart kind's own when absent. */
  readonly height?: number;
  /** Rows left out of the chart (not out of the table), such as a total. */
  readonly omit: readonly string[];
  /** The figure's own Vega-Lite specification, when `chart` is specification. */
  readonly specification?: Source;
  readonly place: Place;
  /** Where the words of its title begin; its own place when the publication gives none. */
  readonly titlePlace: Place;
}
