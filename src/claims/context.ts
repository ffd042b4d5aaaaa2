// What all numbers and words of one text are worked out and held against.

import type { Concepts } from '../concepts/concepts.ts';
import type { FindPrinted } from '../concepts/printed.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import type { Publication, Table } from '../edition/edition.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { Marks } from './marks.ts';
import type { Waivers } from './waivers.ts';

/** What all numbers and words of one text share. */
export interface TextContext {
  readonly source: Source;
  readonly publication: Publication;
  readonly reportingYear: number;
  readonly tables: ReadonlyMap<string, Table>;
  readonly marks: Marks;
  readonly vocabulary: Vocabulary;
  /** What is counted, and the words for it. */
  readonly concepts: Concepts;
  /** Counts of all editions, by what they are of. */
  readonly findPrinted: FindPrinted;
  /** What the edition's tables count, in the plural: `slachtoffers`. */
  readonly units: readonly string[];
  /** Published numbers that the tables contradict, and that stand all the same. */
  readonly waivers: Waivers;
  readonly diagnostics: Diagnostic[];
}
