// What a publication gives as open data: its tables with what is said of them as a whole, and the files made of that.

import type { Edition, Publication, Table } from '../edition/edition.ts';

/** The tables of one publication and what is said of them together. */
export interface Dataset {
  /** Id of the publication. */
  readonly id: string;
  /** The title of the publication, its expressions worked out. */
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  /** ISO date of publication. */
  readonly date: string;
  readonly keywords: readonly string[];
  /** Address of the licence, when one is stated. */
  readonly licence?: string;
  readonly reportingYear: number;
  readonly isDraft: boolean;
  /** In the order in which the publication lists them. */
  readonly tables: readonly Table[];
  /** The moment that its files carry. */
  readonly moment: Date;
}

/** A file of open data, not yet written. */
export interface DataFile {
  /** Beside the PDF, with forward slashes: `jaarcijfers-2023-csv/vormen.csv`. */
  readonly path: string;
  readonly mediaType: string;
  /** What it holds, in Dutch. */
  readonly description: string;
  readonly content: Uint8Array;
}

/** What a dataset is made of. */
export interface DatasetSource {
  readonly edition: Edition;
  readonly publication: Publication;
  /** Title and description as the document has them. */
  readonly title: string;
  readonly description: string;
  readonly moment: Date;
}

/** The tables that the publication lists, each once; none of another publication. */
export function datasetOf({ edition, publication, title, description, moment }: DatasetSource): Dataset {
  const { id, publisher, date, keywords, licence } = publication;
  return {
    ...{ id, title, description, publisher, date, keywords, moment },
    ...(licence === undefined ? {} : { licence }),
    reportingYear: edition.reportingYear,
    isDraft: edition.status === 'draft',
    tables: [...new Set(publication.tables)].flatMap(table => edition.tables.get(table) ?? []),
  };
}
