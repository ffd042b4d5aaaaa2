// `{{herschrijven}}` at the beginning of a block: it says what last year's edition found, and must be written anew.

import type { Outcome } from '../claims/result.ts';
import { blocksOf, type Span } from '../claims/sentences.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { placeAt, type Source } from '../diagnostics/source.ts';
import { type Call, report } from './call.ts';
import type { Template } from './parse.ts';

/** The mark as it is typed in a text. */
export const rewriteMark = '{{herschrijven}}';

const name = 'herschrijven';

/** What must be written anew in a text. */
export interface Rewriting {
  /** The text without its marks. */
  readonly program: Template['program'];
  /** One for every block with a mark. */
  readonly diagnostics: readonly Diagnostic[];
  /** The diagnostics without what is said of marked blocks: they are known to be old, and that was reported. */
  readonly withoutOld: (diagnostics: readonly Diagnostic[]) => Diagnostic[];
}

/** The marks of a text taken out and reported; they print nothing. */
export function takeMarks({ program, source }: Template): Rewriting {
  const marks = program.body.filter(isMark).map(({ loc }) => spanOf(loc, source));
  if (marks.length === 0) return { program, diagnostics: [], withoutOld: found => [...found] };
  const blocks = blocksOf(source.text).flatMap(block => {
    const mark = marks.find(one => contains(block, one));
    return mark ? [{ block, mark }] : [];
  });
  return {
    program: {
      ...program,
      body: program.body.map(one => (isMark(one) ? { ...one, type: 'CommentStatement' } : one)),
    },
    diagnostics: blocks.map(({ mark }) => toRewrite(placeAt(source, mark.start, mark.end - mark.start))),
    withoutOld: found =>
      found.filter(one => isOfReading(one) || !blocks.some(({ block }) => isInside(one.place, block, source))),
  };
}

/** A mark anywhere else than as an expression of its own is a mistake. */
export function misusedMark(call: Call): Outcome {
  report(call, 'arguments', `"${name}" stands alone, at the beginning of what must be written anew.`, [
    `Write ${rewriteMark} before the first word of the paragraph or heading.`,
  ]);
  return { kind: 'reported' };
}

type Statement = Template['program']['body'][number];

function isMark(statement: Statement): boolean {
  const { type, path, params, hash } = statement as unknown as {
    readonly type: string;
    readonly path?: { readonly original?: unknown };
    readonly params?: readonly unknown[];
    readonly hash?: unknown;
  };
  return type === 'MustacheStatement' && path?.original === name && params?.length === 0 && !hash;
}

function spanOf({ start, end }: Statement['loc'], { lineStarts }: Source): Span {
  const offset = ({ line, column }: typeof start): number => (lineStarts[line - 1] ?? 0) + column;
  return { start: offset(start), end: offset(end) };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What cannot be read may reach beyond its block. */
function isOfReading({ rule }: Diagnostic): boolean {
  return rule === 'template-syntax' || rule === 'leftover' || rule === 'text-block';
}

function isInside(place: Place | undefined, { start, end }: Span, source: Source): boolean {
  if (place?.file !== source.file) return false;
  const offset = (source.lineStarts[place.line - 1] ?? 0) + place.column - 1;
  return start <= offset && offset < end;
}

function toRewrite(place: Place): Diagnostic {
  return {
    severity: 'error',
    rule: 'to-rewrite',
    message: 'This was found last year, and is still to be rewritten.',
    place,
    hints: [`Rewrite it for this year, or make sure that it still holds; then take ${rewriteMark} out.`],
  };
}
