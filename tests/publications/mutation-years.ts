// The texts with one year changed, and whether that is reported.

import { sentencesOf } from '../../src/claims/sentences.ts';
import { createSource } from '../../src/diagnostics/source.ts';
import { edition2023 } from '../prose/edition.ts';
import type { Survivor } from './mutation-survivors.ts';
import { type Passage, rewritten, work } from './mutation-texts.ts';

/** What came of changed years. */
export interface YearsChanged {
  readonly changes: number;
  readonly survivors: readonly Survivor[];
}

const said =
  /\b(?:in|over|dan|als|sinds|tussen|en) (?:in )?(\{\{(?:jaar|vorig-jaar|jaren-terug \d)\}\}|(?:19|20)\d\d)(?![\d-])/gi;

/** Every year of a sentence with a number of the tables replaced by each other year of the tables, and the year before. */
export function yearsChanged(passages: readonly Passage[], reportingYear: number): YearsChanged {
  const { tables } = edition2023().edition;
  const changed = passages.flatMap(passage => changesIn(passage, reportingYear));
  const survivors = changed
    .filter(({ passage }) => work(passage, tables).diagnostics.length === 0)

    .map(({ passage, words }) => ({ words: `${passage.text}: ${words}`, detail: `${passage.text}:${passage.line}` }));
  return { changes: changed.length, survivors };
}

function changesIn(passage: Passage, reportingYear: number): { passage: Passage; words: string }[] {
  const { text, file } = passage.source;
  return [...text.matchAll(said)].flatMap(match => {
    const [whole, typed = ''] = match;
    const start = match.index + whole.length - typed.length;
    if (!isOfNumber(text, start)) return [];
    const own = yearOf(typed, reportingYear);
    const others = [-5, -4, -3, -2, -1, 0].map(back => reportingYear + back).filter(year => year !== own);
    return others.map(year => {
      const markdown = text.slice(0, start) + String(year) + text.slice(start + typed.length);
      return {
        passage: rewritten({ ...passage, source: createSource(file, text) }, markdown),
        words: `${whole} → ${year}`,
      };
    });
  });
}

/** Whether an expression of the same sentence gives a number. */
function isOfNumber(text: string, at: number): boolean {
  const sentence = sentencesOf(text).find(({ start, end }) => start <= at && at < end);
  const words = sentence ? text.slice(sentence.start, sentence.end) : '';
  return /\{\{(?!jaar\}|vorig-jaar\}|jaren-terug \d\}|periode|figuur|"[^"]*" bron=)/.test(words);
}

function yearOf(typed: string, reportingYear: number): number {
  const back = /jaren-terug (\d)/.exec(typed)?.[1];
  if (back !== undefined) return reportingYear - Number(back);
  if (typed === '{{jaar}}') return reportingYear;
  return typed === '{{vorig-jaar}}' ? reportingYear - 1 : Number(typed);
}
