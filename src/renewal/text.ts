// A text of one reporting year → that of a later one: its findings marked to be rewritten, its expressions moved on.

import { blocksOf, type Span } from '../claims/sentences.ts';
import { createSource } from '../diagnostics/source.ts';
import { type Splice, spliced } from '../edition/splice.ts';
import { rewriteMark } from '../prose/rewriting.ts';
import { type Naming, type ReadExpression, readExpressions } from './expression.ts';
import { hasFinding, type Reading, withMarks } from './findings.ts';

/** A text made for the new year. */
export interface RenewedText {
  readonly text: string;
  /** How many of its blocks must be rewritten. */
  readonly marked: number;
}

/** What texts are renewed with. */
export interface Texting extends Naming {
  readonly reading: Reading;
}

/** The Markdown a step later. */
export function renewText(markdown: string, texting: Texting): RenewedText {
  const source = createSource('text', markdown);
  const expressions = readExpressions(source, texting);
  const words = withMarks(source.text, expressions);
  const blocks = blocksOf(words).map(block => trimmed(block, words));
  const found = blocks.map(block => hasFinding(words, block, expressions, texting.reading));
  const marked = blocks.filter((_, at) => found[at] || isHeadingOfFindings(at, { blocks, words, expressions }));
  const marks = marked.filter(block => !isMarked(source.text, block)).map(block => markOf(words, block));
  const text = spliced(source.text, [...marks, ...expressions.flatMap(({ changes }) => changes)]);
  return { text, marked: marked.length };
}

/** One line of publication.yaml a step later: its title, or words for the layout. */
export function renewWords(line: string, texting: Texting): RenewedText {
  const source = createSource('words', line);
  const expressions = readExpressions(source, texting);
  const words = withMarks(line, expressions);
  const whole = { start: 0, end: words.length };
  const isFinding = hasFinding(
    words.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, 'jaar'),
    whole,
    expressions,
    texting.reading,
  );
  const text = spliced(
    line,
    expressions.flatMap(({ changes }) => changes),
  );
  return isFinding && !text.includes(rewriteMark)
    ? { text: `${rewriteMark} ${text}`, marked: 1 }
    : { text, marked: isFinding ? 1 : 0 };
}

function trimmed({ start, end }: Span, text: string): Span {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  return { start: start + before, end: start + words.trimEnd().length };
}

function isMarked(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes(rewriteMark);
}

interface Blocks {
  readonly blocks: readonly Span[];
  readonly words: string;
  readonly expressions: readonly ReadExpression[];
}

const heading = /^#{2,6}\s/;

/** Whether a block is a heading above a paragraph with findings from a table or a source: it says what they show. */
function isHeadingOfFindings(at: number, { blocks, words, expressions }: Blocks): boolean {
  const wordsOf = ({ start, end }: Span): string => words.slice(start, end);
  const [own, ...after] = blocks.slice(at);
  if (!own || !heading.test(wordsOf(own))) return false;
  const next = after.findIndex(block => /^#{1,6}\s/.test(wordsOf(block)));
  const section = next < 0 ? after : after.slice(0, next);
  return section
    .filter(block => isParagraph(wordsOf(block)))
    .some(({ start, end }) =>
      expressions.some(
        one => one.isFinding && one.start >= start && one.end <= end && !standsAlone(one, { start, end }),
      ),
    );
}

function isParagraph(words: string): boolean {
  return !/^(?:[-*+>|]|\d+[.)]|\[\^|:::)/.test(words);
}

function standsAlone(expression: Span, block: Span): boolean {
  return expression.start === block.start && expression.end === block.end;
}

/** What stands before the first word of a block. */
const opening = /^(?:#{1,6}\s+|:{3,}\s*kader\s+|\[\^[^\]\s]+\]:\s*|\|\s*|(?:>\s*|[-*+]\s+|\d+[.)]\s+)+)?/;

function markOf(text: string, { start, end }: Span): Splice {
  const at = start + (opening.exec(text.slice(start, end))?.[0].length ?? 0);
  return { start: at, end: at, text: `${rewriteMark} ` };
}
