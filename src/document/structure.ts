// The shape of a text: boxes that are closed, questions that are answered, notes that are written, headings in order.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeAt, placeOnLine, type Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { Heading } from './environment.ts';
import { fenceOf } from './fence.ts';
import { isAsking } from './questions.ts';
import { unreadReferences } from './reference.ts';

/** The blocks that a kind's templates set, by the word that opens one, with whether it has a title. */
export type BlockNames = ReadonlyMap<string, boolean>;

/** What is wrong with the boxes, questions and notes of a text. */
export function checkStructure(source: Source, blocks: BlockNames): Diagnostic[] {
  const lines = withoutCode(source.lines);
  return [
    ...checkFences(lines, source, blocks),
    ...checkQuestions(lines, source),
    ...checkReferences(lines, source),
    ...regions(lines).flatMap(region => checkNotes(region, source)),
  ];
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

/** Boxes, questions and answers that are never closed, closed twice, misspelt, or without the title they need. */
function checkFences(lines: readonly string[], source: Source, blocks: BlockNames): Diagnostic[] {
  const found: Diagnostic[] = [];
  let open: number | undefined;
  const say = (message: string, line: number, hints: readonly string[] = [boxHint]): void => {
    const place = placeOnLine(source, line, 1, source.lines[line - 1]?.length ?? 1);
    found.push({ severity: 'error', rule: 'box', message, place, hints });
  };
  lines.forEach((text, index) => {
    const fence = fenceOf(text);
    if (fence?.kind === 'unreadable') say('This line opens no box and closes none.', index + 1);
    if (fence?.kind === 'open')
      for (const wrong of wrongWith(fence, blocks)) say(wrong.message, index + 1, wrong.hints);
    if (fence?.kind === 'close' && open === undefined) say('There is no box to close here.', index + 1);
    if (fence?.kind === 'close') open = undefined;
    if (fence?.kind !== 'open') return;
    if (open !== undefined) say('The box is not closed before the next one opens.', open);
    open = index + 1;
  });
  if (open !== undefined) say('The box is not closed.', open);
  return found;
}

const boxHint = 'Open a box with a line `::: kader Titel` and close it with a line `:::`.';

function wrongWith(
  { name, title }: { readonly name: string; readonly title: string },
  blocks: BlockNames,
): { readonly message: string; readonly hints: readonly string[] }[] {
  if (isAsking(name))
    return title === ''
      ? []
      : [{ message: `The number of a ${asked[name]} is counted.`, hints: [`Write \`::: ${name}\` alone.`] }];
  const hasTitle = blocks.get(name);
  if (hasTitle === undefined)
    return [
      {
        message: `There is no block "${name}".`,
        hints: suggestionHints(name, [...blocks.keys(), ...Object.keys(asked)]),
      },
    ];
  if (hasTitle && title === '')
    return [{ message: 'The box has no title.', hints: [`Write its title behind its name: \`::: ${name} Titel\`.`] }];
  if (!hasTitle && title !== '')
    return [{ message: `A block "${name}" prints no title.`, hints: [`Write \`::: ${name}\` alone.`] }];
  return [];
}

const asked = { vraag: 'question', antwoord: 'answer' } as const;

/** Questions that no answer follows, and answers without a question before them. */
function checkQuestions(lines: readonly string[], source: Source): Diagnostic[] {
  const found: Diagnostic[] = [];
  let open: number[] = [];
  const say = (message: string, line: number, hint: string): void => {
    const place = placeOnLine(source, line, 1, source.lines[line - 1]?.length ?? 1);
    found.push({ severity: 'error', rule: 'question', message, place, hints: [hint] });
  };
  lines.forEach((text, index) => {
    const fence = fenceOf(text);
    if (fence?.kind !== 'open' || !isAsking(fence.name)) return;
    if (fence.name === 'vraag') open.push(index + 1);
    else if (open.length === 0)
      say('There is no question to answer here.', index + 1, 'Put the question before it: `::: vraag`.');
    if (fence.name === 'antwoord') open = [];
  });
  for (const line of open)
    say(
      'The question has no answer.',
      line,
      'Write the answer below it: `::: antwoord`; one answer may follow several questions.',
    );
  return found;
}

/** What looks like a reference and is none would be printed as it was typed. */
function checkReferences(lines: readonly string[], source: Source): Diagnostic[] {
  return lines.flatMap((text, index) =>
    unreadReferences(text).map(
      ({ at, typed }): Diagnostic => ({
        severity: 'error',
        rule: 'reference',
        message: `The reference "${typed}" cannot be read.`,
        place: placeOnLine(source, index + 1, at + 1, typed.length),
        hints: ['Write the short names of sources in small letters, with a semicolon between: [@nos; @persbericht].'],
      }),
    ),
  );
}

/** A stretch of lines within which notes belong together: a box, or all that is outside boxes. */
type Region = readonly { readonly text: string; readonly line: number }[];

/** Questions and answers are no boxes: their notes are those of the text. */
function regions(lines: readonly string[]): Region[] {
  const outside: { text: string; line: number }[] = [];
  const boxes: { text: string; line: number }[][] = [];
  let isInside = false;
  lines.forEach((text, index) => {
    const fence = fenceOf(text);
    const isBox = fence?.kind === 'open' && !isAsking(fence.name);
    if (isBox) boxes.push([]);
    if (fence) isInside = isBox;
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
