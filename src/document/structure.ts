// The shape of a text: boxes that are closed, notes that are called and written, headings that follow one another.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeAt, placeOnLine, type Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import { boxMark } from './box.ts';
import type { Heading } from './environment.ts';

/** What is wrong with the boxes and notes of a text. */
export function checkStructure(source: Source): Diagnostic[] {
  const lines = withoutCode(source.lines);
  return [...checkBoxes(lines, source), ...regions(lines).flatMap(region => checkNotes(region, source))];
}

/** The lines, those of fenced code left empty. */
function withoutCode(lines: readonly string[]): string[] {
  let inCode = false;
  return lines.map(line => {
    const isFence = /^\s*(```|~~~)/.test(line);
    if (isFence) inCode = !inCode;
    return isFence || inCode ? '' : line;
  });
}

const boxHint = 'Open a box with a line `::: kader Titel` and close it with a line `:::`.';

/** Boxes that are never closed, closed twice, misspelt or without a title. */
function checkBoxes(lines: readonly string[], source: Source): Diagnostic[] {
  const found: Diagnostic[] = [];
  let open: number | undefined;
  const say = (message: string, line: number): void => {
    const place = placeOnLine(source, line, 1, source.lines[line - 1]?.length ?? 1);
    found.push({ severity: 'error', rule: 'box', message, place, hints: [boxHint] });
  };
  lines.forEach((text, index) => {
    const mark = boxMark(text);
    if (mark === 'unknown') say('This line opens no box and closes none.', index + 1);
    if (mark === 'untitled') say('The box has no title.', index + 1);
    if (mark === 'close' && open === undefined) say('There is no box to close here.', index + 1);
    if (mark === 'close') open = undefined;
    if (mark !== 'open' && mark !== 'untitled') return;
    if (open !== undefined) say('The box is not closed before the next one opens.', open);
    open = index + 1;
  });
  if (open !== undefined) say('The box is not closed.', open);
  return found;
}

/** A stretch of lines within which notes belong together: a box, or all that is outside boxes. */
type Region = readonly { readonly text: string; readonly line: number }[];

function regions(lines: readonly string[]): Region[] {
  const outside: { text: string; line: number }[] = [];
  const boxes: { text: string; line: number }[][] = [];
  let isInside = false;
  lines.forEach((text, index) => {
    const mark = boxMark(text);
    if (mark === 'open' || mark === 'untitled') boxes.push([]);
    if (mark !== undefined) isInside = mark === 'open' || mark === 'untitled';
    (isInside ? (boxes.at(-1) ?? outside) : outside).push({ text, line: index + 1 });
  });
  return [outside, ...boxes];
}

interface NoteMark {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

function checkNotes(region: Region, source: Source): Diagnostic[] {
  const written = region.flatMap(line => marksIn(line, /^\s{0,3}\[\^([^\]\s]+)\]:/g));
  const called = region.flatMap(line => marksIn(line, /\[\^([^\]\s]+)\](?!:)/g));
  const names = written.map(note => note.name);
  const callNames = called.map(note => note.name);
  return [
    ...called.filter(note => !names.includes(note.name)).map(note => withoutText(note, names, source)),
    ...written.filter(note => !callNames.includes(note.name)).map(note => neverCalled(note, source)),
    ...written.filter(({ name }, index) => names.indexOf(name) < index).map(note => writtenTwice(note, source)),
  ];
}

function marksIn({ text, line }: Region[number], pattern: RegExp): NoteMark[] {
  return [...text.matchAll(pattern)].map(match => ({ name: match[1] ?? '', line, column: match.index + 1 }));
}

function noteDiagnostic(
  { name, line, column }: NoteMark,
  source: Source,
  said: { message: string; hints: string[] },
): Diagnostic {
  return { severity: 'error', rule: 'note', ...said, place: placeOnLine(source, line, column, name.length + 3) };
}

function withoutText(note: NoteMark, names: readonly string[], source: Source): Diagnostic {
  const hint = `Write its text on a line of its own: \`[^${note.name}]: …\`; within a box when the call is in the box.`;
  const near = suggestionHints(note.name, names).filter(one => one.startsWith('Did'));
  return noteDiagnostic(note, source, { message: `The note "${note.name}" has no text.`, hints: [...near, hint] });
}

function neverCalled(note: NoteMark, source: Source): Diagnostic {
  const hint = `Put [^${note.name}] in the sentence it belongs to; a note of a box is called within the box.`;
  return noteDiagnostic(note, source, {
    message: `Nothing calls the note "${note.name}", so it is not printed.`,
    hints: [hint],
  });
}

function writtenTwice(note: NoteMark, source: Source): Diagnostic {
  return noteDiagnostic(note, source, {
    message: `The note "${note.name}" is written twice.`,
    hints: ['Give one of the two another name.'],
  });
}

/** Headings that skip a level, a second title, and a title that is not the first thing of the text. */
export function checkHeadings(headings: readonly Heading[], source: Source, beginsWithTitle: boolean): Diagnostic[] {
  const titles = headings.filter(heading => heading.level === 1);
  const [title, ...others] = titles;
  const skipping = headings.filter(
    ({ level }, index) => index > 0 && level > (headings[index - 1]?.level ?? level) + 1,
  );
  const first = headings.slice(0, 1).filter(heading => heading.level > 2);
  return [
    ...(title && !beginsWithTitle
      ? [
          headingDiagnostic(
            title,
            source,
            'The title is not the first line of the text.',
            'Put the line with one # at the top.',
          ),
        ]
      : []),
    ...others.map(one =>
      headingDiagnostic(one, source, 'The text has a second title.', 'Write ## before a heading within the text.'),
    ),
    ...[...first, ...skipping].map(one =>
      headingDiagnostic(
        one,
        source,
        'The heading skips a level.',
        `Write ${'#'.repeat(one.level - 1)} before it, or less.`,
      ),
    ),
  ];
}

function headingDiagnostic({ line }: Heading, source: Source, message: string, hint: string): Diagnostic {
  const place = placeOnLine(source, line, 1, source.lines[line - 1]?.length ?? 1);
  return { severity: 'error', rule: 'heading', message, place, hints: [hint] };
}

/** The diagnostic for a chapter without a title where its title is printed. */
export function titleMissing(source: Source): Diagnostic {
  return {
    severity: 'error',
    rule: 'heading',
    message: 'The text has no title.',
    place: placeAt(source, 0),
    hints: ['Begin the text with a line `# Titel`.'],
  };
}
