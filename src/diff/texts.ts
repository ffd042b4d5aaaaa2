// The texts of a publication in two states held against each other, sentence by sentence and word by word.

import type { PrintedText, Word } from '../passages/passage.ts';
import { align } from './align.ts';
import type { Cause, TextPair } from './causes.ts';
import type { TextChange, TextPiece } from './comparison.ts';
import { type Group, groupMatches } from './groups.ts';
import type { createIdentifiers } from './identifier.ts';
import { joinSentences } from './joining.ts';
import { compareWords, piecesOf, type WordRun } from './likeness.ts';
import { placeOf, type Unit, unitsOf } from './units.ts';

/** What a comparison of texts needs to know of the publication. */
export interface TextContext {
  readonly publication: string;
  readonly identify: ReturnType<typeof createIdentifiers>;
  /** Why a text differs. */
  readonly causeOf: (pair: TextPair) => Cause;
}

/** The changes in the order of the new text; what went stands where it stood. */
export function compareTexts(old: PrintedText, now: PrintedText, context: TextContext): TextChange[] {
  const [before, after] = [unitsOf(old), unitsOf(now)];
  return joinSentences(groupMatches(align(before, after, old.isTagged === now.isTagged), before, after)).map(group =>
    changeOf(group, context),
  );
}

function changeOf(group: Group, { publication, identify, causeOf }: TextContext): TextChange {
  const { kind, isSection, old, new: now } = group;
  const [first, last] = [now[0] ?? old[0], old[0] ?? now[0]];
  const what = isSection ? 'section' : (first?.kind ?? 'paragraph');
  const compared = compareGroup(group);
  const text = (units: readonly Unit[]): string => units.map(unit => unit.text).join(' ');
  const page = placeOf(first ?? nowhere, wordsOf(first ? [first] : [])).page;
  const pair = { kind: first?.kind ?? 'paragraph', old: text(old), new: text(now), page } as const;
  const sentences = [...now, ...(now.length > 0 ? [] : old)].filter(unit => unit.kind !== 'heading').length;
  return {
    ...{ id: identify('tekst', publication, page), kind, what },
    ...(isSection ? ({ cause: 'text', cells: [] } as const) : causeOf(pair)),
    ...(old.length > 0 && last ? { old: placeOf(last, compared.old) } : {}),
    ...(now.length > 0 && first ? { new: placeOf(first, compared.new) } : {}),
    pieces: compared.pieces,
    ...(isSection ? { heading: first?.text ?? '', sentences } : {}),
  };
}

const nowhere = { section: [] };

/** The pieces of a group, and the words to outline in each state. */
interface Compared {
  readonly pieces: readonly TextPiece[];
  readonly old: readonly Word[];
  readonly new: readonly Word[];
}

function compareGroup({ kind, old, new: now }: Group): Compared {
  const [before, after] = [wordsOf(old), wordsOf(now)];
  if (kind === 'added' || kind === 'removed') {
    return { pieces: [{ kind, text: wholeText([...old, ...now]) }], old: before, new: after };
  }
  const texts = [before, after].map(words => words.map(({ text }) => text)) as [string[], string[]];
  const runs = compareWords(...texts);
  const pieces = piecesOf(runs, ...texts);
  if (kind === 'moved') return { pieces, old: before, new: after };
  return { pieces, old: changedWords(runs, before, 'old'), new: changedWords(runs, after, 'new') };
}

/** All units in a line; a heading within, which ends without a point, stands between dashes. */
function wholeText(units: readonly Unit[]): string {
  return units
    .map(({ kind, text }, index) => {
      if (kind !== 'heading' || index === 0) return text;
      return units[index - 1]?.kind === 'heading' ? `${text} –` : `– ${text} –`;
    })
    .join(' ');
}

/** The words that differ; where words only came or went on the other side, the one before that place. */
function changedWords(runs: readonly WordRun[], words: readonly Word[], side: 'old' | 'new'): Word[] {
  const found = runs
    .filter(run => !run.isSame)
    .flatMap(run => {
      const [from, to] = run[side];
      return from < to ? words.slice(from, to) : words.slice(Math.max(0, from - 1), Math.max(1, from));
    });
  return [...new Set(found)];
}

function wordsOf(units: readonly Unit[]): Word[] {
  return units.flatMap(unit => unit.words);
}
