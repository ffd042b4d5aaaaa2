// Sentences worked out against the tables of any reporting year, with the words and the concepts of the office.

import { fileURLToPath } from 'node:url';
import { createMarks } from '../../src/claims/marks.ts';
import { createWaivers } from '../../src/claims/waivers.ts';
import { openFiles } from '../../src/commands/files.ts';
import { createFinder } from '../../src/concepts/printed.ts';
import { readConcepts } from '../../src/concepts/read.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { createSource, type Source } from '../../src/diagnostics/source.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { readEdition } from '../../src/edition/read.ts';
import { createShelf } from '../../src/edition/shelf.ts';
import { readVocabulary } from '../../src/language/vocabulary.ts';
import { workOut } from '../../src/prose/expressions.ts';

const files = openFiles(fileURLToPath(new URL('../..', import.meta.url)));

function read(path: string): Source {
  return createSource(path, files.read(path) ?? '');
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The words or the concepts of the office, or an edition, cannot be read.');
  return value;
}

const vocabulary = present(readVocabulary(read('data/woorden.yaml')).value);
const concepts = present(readConcepts(read('data/begrippen.yaml')).value);
const findPrinted = createFinder(createShelf(files), concepts);
const editions = new Map<number, Edition>();

function editionOf(year: number): Edition {
  const edition = editions.get(year) ?? present(readEdition(year, files).value);
  editions.set(year, edition);
  return edition;
}

/** What is reported of a text in the first publication of a year, which has a further source `bron`. */
export function reportedIn(year: number, markdown: string): readonly Diagnostic[] {
  const { tables, publications } = editionOf(year);
  const publication = present(publications[0]);
  const diagnostics: Diagnostic[] = [];
  const context = {
    ...{ vocabulary, concepts, findPrinted, tables, diagnostics, reportingYear: year },
    publication: { ...publication, sources: new Map([...publication.sources, ['bron', 'Een bron.']]) },
    source: createSource(`data/${year}/proef/zin.md`, markdown),
    marks: createMarks(),
    units: [...new Set([...tables.values()].map(({ unit }) => unit))],
    waivers: createWaivers([]),
  };
  workOut(context, { broken: [], unlisted: [] }, () => ({}));
  return diagnostics;
}
