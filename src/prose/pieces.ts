// A text in pieces, expressions and what stands between them, each read by itself: one mistake hides no other.

import type { Span } from '../claims/sentences.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createSource, placeAt, type Source } from '../diagnostics/source.ts';
import { parseTemplate, type Template, unreadType } from './parse.ts';

type Statement = Template['program']['body'][number];

/** A text as far as it can be read: what cannot is a statement of the type `unreadType`, and reported. */
export function parseText(source: Source): { template: Template; diagnostics: Diagnostic[] } {
  const expressions = expressionsIn(source.text);
  const outside = bracesOutside(expressions, source.text);
  const left = outside.map(span => leftover(span, source));
  const { template } = parseTemplate(source, { ignoreStandalone: true });
  if (template && outside.length === 0) return { template, diagnostics: [] };
  const pieces = [
    ...expressions.map(span => readAlone(span, source)),
    ...outside.map(span => ({ span, statement: { type: unreadType, loc: locationOf(span, source) }, diagnostics: [] })),
  ].toSorted((a, b) => a.span.start - b.span.start);
  // A text that parses has no other mistakes than its braces: these may stand in a label.
  const diagnostics = [...(template ? [] : pieces.flatMap(piece => piece.diagnostics)), ...left];
  const program = { type: 'Program', body: withWords(pieces, source), blockParams: [] } as unknown;
  return { template: { source, program: program as Template['program'] }, diagnostics };
}

/** A comment, an expression up to its closing braces, or one that stops at an empty line or another brace. */
const expression =
  /(?<!(?<!\\)\\)(?:\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![\s\S]*?\}\}|\{{3,}(?:(?!\n\s*\n)[^{}])*\}*|\{\{(?:(?!\n\s*\n)[^{}])*(?:\}(?: ?\})?)?)/g;

/** Where expressions stand, also those that are wrong; one without an end is taken to end with its line. */
function expressionsIn(text: string): Span[] {
  return [...text.matchAll(expression)].map(({ 0: found, index }) => {
    const length = found.endsWith('}') ? found.length : (found.split('\n')[0] ?? found).length;
    return { start: index, end: index + length };
  });
}

const braces = /\{+(?:(?!\n\s*\n)[^{}])*\}+|[{}]+/g;

/** The language of the words in the brackets before it. */
const language = /^\{[a-z]{2,3}(?:-[A-Za-z]{2,4})?\}$/;

/** Braces that belong to no expression and name no language: an expression in single braces, or a brace too many. */
function bracesOutside(expressions: readonly Span[], text: string): Span[] {
  const starts = [0, ...expressions.map(({ end }) => end)];
  return starts.flatMap((start, index) => {
    const between = text.slice(start, expressions[index]?.start);
    return [...between.matchAll(braces)]
      .filter(({ 0: found, index: at }) => between[at - 1] !== ']' || !language.test(found))
      .map(({ 0: found, index: at }) => ({ start: start + at, end: start + at + found.length }));
  });
}

/** The diagnostic for braces that would be printed. */
function leftover({ start, end }: Span, source: Source): Diagnostic {
  const found = source.text.slice(start, end).replace(/\s+/g, ' ');
  const inner = /^\{+([^{}]+)\}+$/.exec(found)?.[1]?.trim();
  const ofWords = inner && source.text[start - 1] === ']';
  const hint = ofWords
    ? 'Write the code of a language after words in brackets: [words]{en}, {de} or {fr}.'
    : inner
      ? `Write an expression between double braces: {{${inner}}}.`
      : 'Write double braces around an expression, {{…}}, and take a brace too many out.';
  return {
    severity: 'error',
    rule: 'leftover',
    message: `The text would print ${found.length === 1 ? 'a brace' : 'braces'}: ${found}`,
    place: placeAt(source, start, end - start),
    hints: [hint],
  };
}

interface Piece {
  readonly span: Span;
  readonly statement: Statement;
  readonly diagnostics: readonly Diagnostic[];
}

const opensBlock = /^\{\{~?\s*#/;
const goesOnWithBlock = /^\{\{~?\s*(?:[/^]|else\b)/;

/** An expression parsed by itself; a block, which no text can use, is one mistake where it opens. */
function readAlone(span: Span, source: Source): Piece {
  const typed = source.text.slice(span.start, span.end);
  const before = source.text.slice(0, span.start);
  const loc = locationOf(span, source);
  if (opensBlock.test(typed)) return { span, statement: { type: 'BlockStatement', loc }, diagnostics: [] };
  if (goesOnWithBlock.test(typed) && /\{\{~?\s*#/.test(before))
    return { span, statement: { type: unreadType, loc }, diagnostics: [] };
  const alone = createSource(source.file, `${blank(before)}${typed}\n`);
  const { template, diagnostics } = parseTemplate(alone, { ignoreStandalone: true });
  const statement = template?.program.body.find(({ type }) => type !== 'ContentStatement');
  return {
    span,
    statement: statement ?? { type: unreadType, loc },
    diagnostics: diagnostics.map(one => shown(one, source)),
  };
}

/** White space of the same shape, so that places stay right. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** The diagnostic with its line as it was typed. */
function shown(diagnostic: Diagnostic, { lines }: Source): Diagnostic {
  const { place } = diagnostic;
  return place ? { ...diagnostic, place: { ...place, text: lines[place.line - 1] ?? '' } } : diagnostic;
}

/** The statements with the words between them. */
function withWords(pieces: readonly Piece[], source: Source): Statement[] {
  const starts = [0, ...pieces.map(({ span }) => span.end)];
  return starts.flatMap((start, index) => {
    const end = pieces[index]?.span.start ?? source.text.length;
    const value = source.text.slice(start, end);
    const words = { type: 'ContentStatement', value, original: value, loc: locationOf({ start, end }, source) };
    const { statement } = pieces[index] ?? {};
    return [...(value === '' ? [] : [words]), ...(statement ? [statement] : [])];
  });
}

function locationOf({ start, end }: Span, source: Source): Statement['loc'] {
  const at = (offset: number) => {
    const { line, column } = placeAt(source, offset);
    return { line, column: column - 1 };
  };
  return { source: source.file, start: at(start), end: at(end) };
}
