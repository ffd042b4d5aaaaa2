// The edition 2023 as it stands, and pieces of Markdown worked out against it.

import { fileURLToPath } from 'node:url';
import { createMarks, type Marks } from '../../src/claims/marks.ts';
import type { Statement } from '../../src/claims/statement.ts';
import { createWaivers } from '../../src/claims/waivers.ts';
import { openFiles } from '../../src/commands/files.ts';
import type { Concepts } from '../../src/concepts/concepts.ts';
import { createFinder, type FindPrinted } from '../../src/concepts/printed.ts';
import { readConcepts } from '../../src/concepts/read.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { createSource } from '../../src/diagnostics/source.ts';
import { createBinder } from '../../src/document/binder.ts';
import { type BlockMaker, blocks } from '../../src/document/blocks.ts';
import { createReferences } from '../../src/document/reference.ts';
import { readTemplates } from '../../src/document/template.ts';
import type { Edition, Publication } from '../../src/edition/edition.ts';
import { readEdition } from '../../src/edition/read.ts';
import { createShelf } from '../../src/edition/shelf.ts';
import { readVocabulary, type Vocabulary } from '../../src/language/vocabulary.ts';
import { workOut } from '../../src/prose/expressions.ts';
import { escapeHtml, plainText } from '../../src/prose/typography.ts';

const files = openFiles(fileURLToPath(new URL('../..', import.meta.url)));

/** The edition 2023 with its one publication, and the words of judgement and the concepts of the office. */
export interface Edition2023 {
  readonly edition: Edition;
  readonly publication: Publication;
  readonly vocabulary: Vocabulary;
  readonly concepts: Concepts;
  readonly findPrinted: FindPrinted;
}

let read: Edition2023 | undefined;

/** The edition 2023, read once. */
export function edition2023(): Edition2023 {
  read ??= readOnce();
  return read;
}

function readOnce(): Edition2023 {
  const { value: edition } = readEdition(2023, files);
  const words = 'data/woorden.yaml';
  const { value: vocabulary } = readVocabulary(createSource(words, files.read(words) ?? ''));
  const begrippen = 'data/begrippen.yaml';
  const { value: concepts } = readConcepts(createSource(begrippen, files.read(begrippen) ?? ''));
  const [publication] = edition?.publications ?? [];
  if (!edition || !publication || !vocabulary || !concepts)
    throw new Error('The edition 2023, the words of judgement or the concepts cannot be read.');
  const shelf = createShelf(files);
  return { edition, publication, vocabulary, concepts, findPrinted: createFinder(shelf, concepts) };
}

/** What a piece of Markdown comes to. */
export interface Worked {
  /** Its Markdown with every expression as it is printed: no soft hyphens, and blocks as their words. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What is stated in it, in the order in which it stands there. */
  readonly statements: readonly Statement[];
}

/** Works a text of the publication of 2023 out; `changes` are laid over the publication, `text` is the id of the text. */
export function workOut2023(markdown: string, changes: Partial<Publication> = {}, text = 'tekst'): Worked {
  const { edition, publication: own, vocabulary, concepts, findPrinted } = edition2023();
  const publication = { ...own, ...changes };
  const [marks, diagnostics]: [Marks, Diagnostic[]] = [createMarks(), []];
  const listed = [...edition.tables].filter(([id]) => publication.tables.includes(id));
  const unusable = { broken: [], unlisted: [...edition.tables.keys()].filter(id => !publication.tables.includes(id)) };
  const context = {
    ...{
      publication,
      diagnostics,
      marks,
      vocabulary,
      concepts,
      findPrinted,
      waivers: createWaivers(publication.differences),
    },
    ...{ reportingYear: edition.reportingYear, tables: new Map(listed) },
    units: [...new Set([...edition.tables.values()].map(table => table.unit))],
  };
  const source = createSource(`data/${edition.reportingYear}/${publication.id}/${text}.md`, markdown);
  const binder = createBinder(context, unusable);
  const written = workOut({ ...context, source }, unusable, blocks(maker(publication, binder)));
  return { ...readBack(written, marks), diagnostics };
}

/** Blocks by the templates of the report; a figure is its title. */
function maker(publication: Publication, binder: Pick<BlockMaker, 'difference' | 'source'>): BlockMaker {
  const { figures, kind } = publication;
  const { templates } = readTemplates(kind, files);
  return {
    difference: binder.difference,
    source: binder.source,
    figure: id => escapeHtml(figures.get(id)?.title ?? ''),
    isShown: () => false,
    partial: (name, context) => templates.render(name, context),
    listed: () => {},
    references: createReferences(publication),
  };
}

function readBack(written: string, marks: Marks): Pick<Worked, 'text' | 'statements'> {
  const statements: Statement[] = [];
  const opened = (text: string): string =>
    marks.replace(text, insert => {
      if (insert.kind === 'block') return opened(wordsOf(insert.html));
      if (insert.statement) statements.push(insert.statement);
      return insert.text;
    });
  return { text: opened(written), statements };
}

/** The words of a block in one line; of a drawing its text alternative. */
function wordsOf(html: string): string {
  const described = html.replace(/<svg[^>]*aria-label="([^"]*)"[\s\S]*?<\/svg>/g, '$1');
  return plainText(described.replace(/<\/(?:td|th|li|tr)>/g, ' $&'))
    .replace(/\s+/g, ' ')
    .trim();
}
