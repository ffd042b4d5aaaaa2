// A syntax error of Handlebars → a diagnostic at the very place, in the words of an author.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { placeAt, placeOnLine, type Source } from '../diagnostics/source.ts';

/** The diagnostic for an error that Handlebars threw while parsing a source. */
export function syntaxDiagnostic(source: Source, error: unknown): Diagnostic {
  const {
    message = String(error),
    lineNumber,
    column,
  } = error as { message?: string; lineNumber?: number; column?: number };
  if (lineNumber !== undefined) return blockMismatch(message, placeOnLine(source, lineNumber, (column ?? 0) + 1));
  const stop = pastWord(source.text, stopOf(source, message));
  const start = source.text.lastIndexOf('{{', stop);
  const quote = strayQuote(source.text, start, stop);
  if (quote !== undefined)
    return mistake(
      'this quoted label does not end',
      placeAt(source, quote, 200),
      'Close the label with the same quote that opens it.',
    );
  const [reason, hint] = reasonAt(source.text, stop, start);
  const place = stop < source.text.trimEnd().length ? placeAt(source, stop) : placeAt(source, Math.max(0, start), 200);
  return mistake(reason, place, hint);
}

function mistake(reason: string, place: Place, hint: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'template-syntax',
    message: `The expression cannot be read: ${reason}.`,
    place,
    hints: [hint],
  };
}

/** Handlebars says `if doesn't match each - 14:3`. */
function blockMismatch(message: string, place: Place): Diagnostic {
  const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(message) ?? [];
  if (opened === undefined) return mistake(message.replace(/ - \d+:\d+$/, ''), place, 'Correct the expression.');
  const hint = `Close the block with {{/${opened}}}, and blocks within it before it.`;
  return mistake(`{{#${opened}}} is closed by {{/${closed}}}`, place, hint);
}

/** The offset at which the parser stopped: its message shows the text around it, without line ends, above a pointer. */
function stopOf(source: Source, message: string): number {
  const [, excerpt = '', pointer = ''] = message.split('\n');
  const at = Math.max(0, pointer.indexOf('^'));
  const before = excerpt.slice(0, at).replace(/^\.\.\./, '');
  const after = excerpt.slice(at).replace(/\.\.\.$/, '');
  const offsets = [...source.text.matchAll(/[^\n]/g)].map(match => match.index);
  const flat = source.text.replaceAll('\n', '');
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const lineStart = offsets.findIndex(offset => offset >= (source.lineStarts[line - 1] ?? 0));
  const found = flat.indexOf(before + after, Math.max(0, lineStart - before.length));
  const index = found < 0 ? flat.indexOf(before + after) : found;
  return offsets[Math.max(0, index) + before.length] ?? source.text.length;
}

/** A word is not read when an odd sign follows it: then the sign is the mistake. */
function pastWord(text: string, stop: number): number {
  const word = /^[\w.-]+(?=[^\s\w.=)}-])/.exec(text.slice(stop))?.[0] ?? '';
  return stop + word.length;
}

/** The quote of a label that runs on past its expression or line; the parser only stumbles at a later quote. */
function strayQuote(text: string, start: number, stop: number): number | undefined {
  if (start < 0) return undefined;
  const opening = firstOpening(text, start, stop);
  for (const match of text.slice(opening, stop).matchAll(/"[^"]*"|'[^']*'/g))
    if (/\n|\}\}/.test(match[0])) return opening + match.index;
  return text[stop] === '"' || text[stop] === "'" ? stop : undefined;
}

/** A label that runs on may hold the `{{` of later expressions: the line of the first label is what matters. */
function firstOpening(text: string, start: number, stop: number): number {
  const earlier = [...text.slice(0, stop).matchAll(/\{\{[^}]*?(["'])(?:(?!\1)[\s\S])*?(?:\}\}|\n)/g)].at(-1)?.index;
  return earlier === undefined ? start : Math.min(start, earlier);
}

function reasonAt(text: string, stop: number, start: number): [string, string] {
  const rest = text.slice(stop);
  if (rest.trim() === '') return atTheEnd(text, start);
  if (rest.startsWith('}}'))
    return ['it ends too early', 'Check that every ( has its ), and that every option has a value.'];
  if (rest.startsWith('}')) return ['it ends with one brace', 'Write two braces at the end: }}.'];
  if (rest.startsWith(',')) return ['there is a comma in it', 'Put spaces between the parts, no commas.'];
  if (/^\{\{(\/|else)/.test(rest))
    return ['it closes a block that was not opened', 'Open the block with {{#…}}, or take this out.'];
  return ['it cannot go on like this', 'Check that every {{ has its }}, every ( its ) and every quote its partner.'];
}

function atTheEnd(text: string, start: number): [string, string] {
  if (text.slice(start).includes('}}')) return ['a block is not closed', 'Close every {{#x}} with {{/x}}.'];
  return ['it does not end', 'Close the expression with }}, every ( with ) and every label with its quote.'];
}
