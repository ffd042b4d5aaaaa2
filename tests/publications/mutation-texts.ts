// The texts of the report of 2023 in passages, each worked out by itself against tables that a test may change.

import { createMarks, type InlineInsert, type Marks } from '../../src/claims/marks.ts';
import { createWaivers } from '../../src/claims/waivers.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { createSource, type Source } from '../../src/diagnostics/source.ts';
import { type BlockMaker, blocks } from '../../src/document/blocks.ts';
import type { Publication, Section, Table, Text } from '../../src/edition/edition.ts';
import { workOut } from '../../src/prose/expressions.ts';
import { edition2023 } from '../prose/edition.ts';

/** A paragraph, heading or list of a text: a sentence never goes on beyond it. */
export interface Passage {
  /** Id of the text it stands in. */
  readonly text: string;
  /** Its first line in the file of the text, from 1. */
  readonly line: number;
  /** The passage alone. */
  readonly source: Source;
}

/** The tables of the edition by id. */
export type Tables = ReadonlyMap<string, Table>;

/** What a passage comes to. */
export interface Worked {
  /** What is printed by the place it stands at (`line:column` in the passage), the first of each place. */
  readonly printed: ReadonlyMap<string, InlineInsert>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The passages of all texts of the report, in print order. */
export function passagesOf({ contents, cover }: Publication): Passage[] {
  return [...(cover ? [cover] : []), ...contents.flatMap(textsOf)].flatMap(({ id, source }) => {
    const starts = [0, ...[...source.text.matchAll(/\n[ \t]*\n+/g)].map(gap => gap.index + gap[0].length)];
    return starts.flatMap((start, index) => {
      const markdown = source.text.slice(start, starts[index + 1]).trimEnd();
      const line = source.text.slice(0, start).split('\n').length;
      return markdown === '' ? [] : [{ text: id, line, source: createSource(source.file, markdown) }];
    });
  });
}

function textsOf(section: Section): readonly Text[] {
  if (section.kind === 'text') return [section.text];
  return [...(section.intro ? [section.intro] : []), ...section.texts];
}

/** The passage with other words. */
export function rewritten(passage: Passage, markdown: string): Passage {
  return { ...passage, source: createSource(passage.source.file, markdown) };
}

/** A passage worked out against tables; blocks come to nothing but what they print. */
export function work({ source }: Passage, tables: Tables): Worked {
  const { edition, publication, vocabulary, concepts, findPrinted } = edition2023();
  const printed = new Map<string, InlineInsert>();
  const diagnostics: Diagnostic[] = [];
  const context = {
    ...{
      source,
      publication,
      diagnostics,
      tables,
      vocabulary,
      concepts,
      findPrinted,
      marks: recorded(printed),
      units: unitsIn(edition.tables),
    },
    ...{ reportingYear: edition.reportingYear, waivers: createWaivers(publication.differences) },
  };
  workOut(context, { broken: [], unlisted: [] }, blocks(maker));
  return { printed, diagnostics };
}

const units = new WeakMap<Tables, readonly string[]>();

function unitsIn(tables: Tables): readonly string[] {
  const known = units.get(tables) ?? [...new Set([...tables.values()].map(table => table.unit))];
  units.set(tables, known);
  return known;
}

/** Marks that also write down what is printed where. */
function recorded(printed: Map<string, InlineInsert>): Marks {
  const marks = createMarks();
  const keep: Marks['keep'] = insert => {
    const key = `${insert.place.line}:${insert.place.column}`;
    if (insert.kind === 'inline' && !printed.has(key)) printed.set(key, insert);
    return marks.keep(insert);
  };
  return { ...marks, keep };
}

const maker: BlockMaker = {
  figure: () => '',
  isShown: () => false,
  partial: () => '',
  listed: () => {},
  references: { sources: new Set(), call: () => undefined },
  source: text => text,
  difference: ({ printed, computed, because }) => ({ printed, computed, because }),
};
