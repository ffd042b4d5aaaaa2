// A text file → the HTML of a chapter: expressions worked out, then Markdown, then the values put back.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOnLine } from '../diagnostics/source.ts';
import type { Text } from '../edition/edition.ts';
import { blocks } from './blocks.ts';
import { boxMark } from './box.ts';
import { calculations, type Helper } from './calculations.ts';
import { type Call, createCall, report, type TextContext } from './call.ts';
import { type Heading, type ImageRequest, toEnv } from './environment.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { createInserts, withoutMarks } from './inserts.ts';
import { createMarkdown } from './markdown.ts';
import { checkNames } from './names.ts';
import { printQuantity } from './print.ts';
import { all, List, type Outcome, Result } from './result.ts';
import { parseTemplate } from './template.ts';
import { setInProse } from './typography.ts';
import { wordings } from './wordings.ts';

/** A text made into HTML; the title is its first heading. */
export interface SetText {
  readonly id: string;
  /** Id of the title's element. */
  readonly anchor: string;
  readonly title: string;
  readonly html: string;
  /** The headings below the title. */
  readonly headings: readonly Heading[];
}

/** How a text is set: the level of its title in the document, and how its images are found. */
export interface Setting extends Omit<TextContext, 'source' | 'inserts'> {
  readonly topLevel: number;
  /** Whether the findings get a number before their words. */
  readonly numbered?: boolean;
  /** Ids of tables that are there with errors of their own. */
  readonly broken: readonly string[];
  /** The image as a data URI, or undefined when it is not there. */
  readonly image: (path: string) => string | undefined;
}

const markdown = createMarkdown();

/** The text as HTML; what is wrong in it goes to the setting's diagnostics. */
export function setText(text: Text, setting: Setting): SetText {
  const inserts = createInserts();
  const source = { ...text.source, text: withoutMarks(text.source.text) };
  const context: TextContext = { ...setting, source, inserts };
  const written = workOut(context, setting);
  const headings: Heading[] = [];
  const environment = {
    ...{
      docId: text.id,
      topLevel: setting.topLevel,
      headings,
      numbered: setting.numbered ?? false,
      firstLine: 1,
      boxes: 0,
    },
    ...surroundings(text.id, context, setting),
  };
  setting.diagnostics.push(...checkBoxes(context));
  const html = inserts.restore(markdown.render(written, toEnv(environment)));
  const restored = headings.map(heading => ({ ...heading, html: inserts.restore(heading.html) }));
  const title = restored.find(heading => heading.level === 1);
  return {
    id: text.id,
    anchor: title?.id ?? text.id,
    title: title?.html ?? '',
    html: html.replace(/^\s*<h(\d)[^>]*>[\s\S]*?<\/h\1>\n?/, found =>
      title && found.includes(`id="${title.id}"`) ? '' : found,
    ),
    headings: restored.filter(heading => heading !== title),
  };
}

/** The Markdown with a mark in the place of every expression. */
function workOut(context: TextContext, setting: Setting): string {
  const parsed = parseTemplate(context.source, { ignoreStandalone: true });
  context.diagnostics.push(...parsed.diagnostics);
  if (!parsed.template) return '';
  const helpers = helpersOf(context);
  const values = valuesOf(context);
  const known = { helpers: Object.keys(helpers), values: Object.keys(values), broken: setting.broken };
  context.diagnostics.push(...checkNames(parsed.template, known));
  return evaluate(parsed.template, { helpers, values }, printed);
}

/** A value as it stands in the Markdown: a result's mark, or a bare number such as a year. */
function printed(value: unknown): string {
  if (value instanceof Result) return value.toMark();
  return typeof value === 'number' ? String(value) : '';
}

function valuesOf({ tables, reportingYear }: TextContext): Record<string, unknown> {
  return { ...Object.fromEntries(tables), all, year: reportingYear, previousYear: reportingYear - 1 };
}

/** The names of the helpers a text may call. */
export function expressionNames(): string[] {
  return [...Object.keys({ ...calculations, ...wordings, ...blocks(() => '') }), 'list', 'yearsAgo'];
}

function helpersOf(context: TextContext): Scope['helpers'] {
  const table: Readonly<Record<string, Helper>> = { ...calculations, ...wordings, ...blocks(printOutcome) };
  const entries = Object.entries(table).map(([name, helper]) => [
    name,
    (...values: unknown[]) => {
      const call = createCall(values, context);
      return new Result(helper(call), outcome => keep(outcome, call));
    },
  ]);
  return {
    ...Object.fromEntries(entries),
    list: (...values: unknown[]) => new List(values.slice(0, -1)),
    yearsAgo: (years: unknown) => context.reportingYear - Number(years),
  };
}

function keep(outcome: Outcome, call: Call): string {
  const { inserts } = call.text;
  if (outcome.kind === 'block') return inserts.keep({ kind: 'block', html: outcome.html });
  const text = printOutcome(outcome, call);
  return text === undefined ? '' : inserts.keep({ kind: 'inline', html: setInProse(text) });
}

/** The outcome's text; undefined when it was reported, here or before. */
function printOutcome(outcome: Outcome, call: Call): string | undefined {
  if (outcome.kind === 'words') return outcome.text;
  if (outcome.kind !== 'calculation' || outcome.calculation.kind === 'failure') return undefined;
  const { calculation, unsigned, options } = outcome;
  const printed = printQuantity(calculation, { ...options, unsigned, percentage: call.text.publication.percentage });
  if (typeof printed === 'string') return printed;
  const cells = calculation.cells
    .filter(cell => cell.observation.value.kind !== 'count')
    .map(cell => `"${cell.row}" ${cell.column}`);
  report(
    call,
    'uncertain-number',
    `This number lies between ${printed.low} and ${printed.high}: not all its cells are exact.`,
    [`Use a wording that holds for all of it: ${printed.wordings.join(', ')}.`, `Not exact: ${cells.join(', ')}.`],
  );
  return undefined;
}

function surroundings(id: string, context: TextContext, setting: Setting) {
  let boxes = 0;
  return {
    box: (box: { title: string; body: string; level: number }) => {
      boxes += 1;
      return context.partial('box', { ...box, id: `${id}-kader-${boxes}-titel` });
    },
    quote: (body: string, speaker: string | null) => context.partial('quote', { body, speaker }),
    image: (request: ImageRequest) => imageHtml(request, context, setting),
  };
}

function imageHtml(request: ImageRequest, context: TextContext, setting: Setting): string {
  const data = setting.image(request.path);
  const place = placeOnLine(context.source, request.line, 1, context.source.lines[request.line - 1]?.length ?? 1);
  if (data === undefined) context.diagnostics.push(missingImage(request, place));
  if (request.alternative === '') context.diagnostics.push(withoutAlternative(place));
  return `<img src="${data ?? ''}" alt="${setInProse(request.alternative)}">`;
}

function missingImage({ path }: ImageRequest, place: Diagnostic['place'] & object): Diagnostic {
  return {
    severity: 'error',
    rule: 'image-missing',
    message: `The image "${path}" is not there, or is not an SVG, PNG or JPEG beside the text.`,
    place,
    hints: ["Put the file in the publication's folder and name it without a path; images are never fetched."],
  };
}

function withoutAlternative(place: Diagnostic['place'] & object): Diagnostic {
  return {
    severity: 'error',
    rule: 'image-alternative',
    message: 'The image has no text alternative.',
    place,
    hints: ['Describe between the square brackets what the image shows: ![…](naam.png).'],
  };
}

/** Boxes that are never closed, closed twice or misspelt. */
function checkBoxes({ source }: TextContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  let open: number | undefined;
  source.lines.forEach((line, index) => {
    const mark = boxMark(line);
    if (mark === 'unknown' || (mark === 'open' && open !== undefined) || (mark === 'close' && open === undefined))
      found.push(boxDiagnostic(mark === 'unknown' ? 'This is no box.' : 'Boxes do not match.', source, index + 1));
    if (mark === 'open') open = index + 1;
    if (mark === 'close') open = undefined;
  });
  if (open !== undefined) found.push(boxDiagnostic('The box is not closed.', source, open));
  return found;
}

function boxDiagnostic(message: string, source: TextContext['source'], line: number): Diagnostic {
  return {
    severity: 'error',
    rule: 'box',
    message,
    place: placeOnLine(source, line, 1, source.lines[line - 1]?.length ?? 1),
    hints: ['Open a box with a line `::: kader Titel` and close it with a line `:::`.'],
  };
}
