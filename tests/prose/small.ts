// The edition of the case word-sound: its tables, calls of helpers on them, and pieces of Markdown worked out.

import type { TextContext } from '../../src/claims/context.ts';
import { createMarks, plainly } from '../../src/claims/marks.ts';
import type { Derivation } from '../../src/claims/result.ts';
import type { Statement } from '../../src/claims/statement.ts';
import { createWaivers } from '../../src/claims/waivers.ts';
import { noConcepts } from '../../src/concepts/concepts.ts';
import type { Diagnostic, Place } from '../../src/diagnostics/diagnostic.ts';
import { createSource } from '../../src/diagnostics/source.ts';
import type { Edition, KnownDifference, Publication, Table } from '../../src/edition/edition.ts';
import { readEdition } from '../../src/edition/read.ts';
import { readVocabulary, type Vocabulary } from '../../src/language/vocabulary.ts';
import type { Call } from '../../src/prose/call.ts';
import { workOut } from '../../src/prose/expressions.ts';
import { derivationOf } from '../../src/prose/select.ts';
import { caseMachine } from '../project.ts';

interface Small {
  readonly edition: Edition;
  readonly publication: Publication;
  readonly vocabulary: Vocabulary;
}

let read: Small | undefined;

/** The edition with its one publication and the words of judgement, read once. */
export function small(): Small {
  read ??= readOnce();
  return read;
}

function readOnce(): Small {
  const { files } = caseMachine('word-sound');
  const { value: edition } = readEdition(2023, files);
  const words = 'data/woorden.yaml';
  const { value: vocabulary } = readVocabulary(createSource(words, files.read(words) ?? ''));
  const [publication] = edition?.publications ?? [];
  if (!edition || !publication || !vocabulary) throw new Error('The case word-sound cannot be read.');
  return { edition, publication, vocabulary };
}

/** A table of the edition. */
export function tableOf(id: string): Table {
  const table = small().edition.tables.get(id);
  if (!table) throw new Error(`There is no table ${id}.`);
  return table;
}

/** The sum of some cells of a table. */
export function cells(id: string, rows: readonly string[], ...columns: string[]): Derivation {
  return derivationOf({ table: tableOf(id), rows, columns });
}

/** The context of a text `cijfers`, with nothing found yet; `sources` and `differences` are laid over the publication. */
export function contextOf(
  markdown: string,
  changes: { sources?: ReadonlyMap<string, string>; differences?: readonly KnownDifference[] } = {},
): TextContext {
  const { edition, publication, vocabulary } = small();
  const all = { ...publication, ...changes };
  return {
    ...{
      publication: all,
      vocabulary,
      concepts: noConcepts,
      findPrinted: () => [],
      reportingYear: 2023,
      tables: edition.tables,
    },
    ...{ units: ['slachtoffers', 'meldingen'], marks: createMarks(), diagnostics: [] },
    waivers: createWaivers(all.differences),
    source: createSource('data/2023/verslag/cijfers.md', markdown),
  };
}

/** A call of a helper, as an expression makes it. */
export function callOf(name: string, parameters: readonly unknown[], hash: Call['hash'] = {}): Call {
  const place: Place = { file: 'data/2023/verslag/cijfers.md', line: 1, column: 1 };
  return { name, parameters, hash, place, text: contextOf('') };
}

/** What a piece of Markdown comes to. */
export interface Worked {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A piece of Markdown worked out, with its words as printed and its statements in the order of the text. */
export function workOutSmall(markdown: string, changes: Parameters<typeof contextOf>[1] = {}): Worked {
  const context = contextOf(markdown, changes);
  const written = workOut(context, { broken: [], unlisted: [] }, () => ({}));
  const statements: Statement[] = [];
  context.marks.replace(written, insert => {
    if (insert.kind === 'inline' && insert.statement) statements.push(insert.statement);
    return '';
  });
  return { text: plainly(written, context.marks), statements, diagnostics: context.diagnostics };
}
