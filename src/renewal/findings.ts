// What in a text is a finding of its year: numbers, judgements, what is cited or quoted, and years that were still to come.

import { sayingOf } from '../claims/holding.ts';
import type { Span } from '../claims/sentences.ts';
import { structuralSpans } from '../language/structural.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { ReadExpression } from './expression.ts';

/** What words and numbers of a text are read with. */
export interface Reading {
  readonly vocabulary: Vocabulary;
  /** What the edition's tables count, in the plural. */
  readonly units: readonly string[];
  /** The reporting year that the text was written for. */
  readonly year: number;
}

/** The text with a mark in the place of every expression, as long as it was; so offsets stay right. */
export function withMarks(text: string, expressions: readonly ReadExpression[]): string {
  return expressions.reduce((done, { start, end }, index) => {
    const mark = `\uE000${index}`.padEnd(end - start - 1, '0');
    return `${done.slice(0, start)}${mark}\uE001${done.slice(end)}`;
  }, text);
}

/** Whether a block of a text, whose expressions are marks, says something of its year that may not hold of another. */
export function hasFinding(
  text: string,
  block: Span,
  expressions: readonly ReadExpression[],
  reading: Reading,
): boolean {
  const inside = expressions.filter(({ start, end }) => start >= block.start && end <= block.end);
  const words = text.slice(block.start, block.end);
  if (inside.some(({ isFinding }) => isFinding) || /^\s*(?:[-*+]\s+)?>/.test(words)) return true;
  const { numbers, words: judgements } = sayingOf(words, reading.vocabulary);
  if (judgements.length > 0) return true;
  const structural = structuralSpans(words, { units: reading.units });
  const isStructural = ({ start, end }: Span): boolean =>
    structural.some(one => one.start <= start && end <= one.end) || isYear(words.slice(start, end));
  return numbers.some(({ token }) => !isStructural(token)) || namesYearFrom(words, reading.year);
}

function isYear(words: string): boolean {
  return /^(?:19|20)\d\d$/.test(words);
}

/** Whether typed words name a year that was not over yet: `verschijnt in december 2024`. */
function namesYearFrom(words: string, year: number): boolean {
  const typed = words.replace(/\uE000\d+\uE001/g, ' ');
  return [...typed.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].some(([found]) => Number(found) >= year);
}
