// A text file → the HTML of a chapter: expressions worked out, then Markdown, then the values put back.

import type { TextContext } from '../claims/context.ts';
import { plainly, unbroken, withoutMarks } from '../claims/marks.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createSource, placeOnLine, type Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { Text } from '../edition/edition.ts';
import { joinList } from '../locale/list.ts';
import { type Unusable, workOut } from '../prose/expressions.ts';
import { escapeHtml, glueNumbers } from '../prose/typography.ts';
import { type BlockMaker, blocks } from './blocks.ts';
import { type AskedHeading, type Environment, type Heading, type ImageRequest, toEnv } from './environment.ts';
import { createMarkdown } from './markdown.ts';
import { itemId } from './reference.ts';
import { type BlockNames, checkHeadings, checkStructure } from './structure.ts';

/** A text made into HTML, with marks in the place of its values; the title is its first heading. */
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
export interface Setting extends Omit<TextContext, 'source'>, Unusable, BlockMaker {
  readonly topLevel: number;
  /** Whether the findings get a number before their words. */
  readonly numbered?: boolean;
  /** The mark of a number that the layout gives: of a note, or before a heading. */
  readonly count: (text: string, basis: string, source: Source) => string;
  /** The blocks that the kind's templates set. */
  readonly fences: BlockNames;
  /** The image as a data URI, or undefined when it is not there. */
  readonly image: (path: string) => string | undefined;
}

const markdown = createMarkdown();

/** The text as HTML; what is wrong in it goes to the setting's diagnostics. */
export function setText(text: Text, setting: Setting): SetText {
  const source = createSource(text.source.file, withoutMarks(text.source.text));
  const context = { ...setting, source };
  const written = workOut(context, setting, blocks(setting));
  setting.diagnostics.push(...checkStructure(source, setting.fences));
  const environment = createEnvironment(text.id, context, setting);
  const html = withWholeHeadings(markdown.render(written, toEnv(environment)), context);
  return withTitle(text.id, { html, headings: environment.headings }, context);
}

/** Headings are not hyphenated: they become bookmarks and entries of the contents. */
function withWholeHeadings(html: string, { marks }: TextContext): string {
  return html.replace(/<h(\d)\b[\s\S]*?<\/h\1>/g, heading => unbroken(heading.replaceAll('\u00AD', ''), marks));
}

function createEnvironment(id: string, context: TextContext, setting: Setting): Environment {
  const { marks } = context;
  let boxes = 0;
  return {
    ...{
      docId: id,
      topLevel: setting.topLevel,
      headings: [],
      numbered: setting.numbered ?? false,
      firstLine: 1,
      boxes: 0,
    },
    box: box => {
      boxes += 1;
      const { name, ...given } = box;
      return setting.partial(`blocks/${name}`, { ...given, id: `${id}-kader-${boxes}-titel` });
    },
    questions: { count: 0, open: [] },
    asked: heading => askedWords(heading, context, setting),
    reference: source => referenceHtml(source, context, setting),
    quote: (body, speaker) => setting.partial('quote', { body, speaker }),
    image: request => imageHtml(request, context, setting),
    misplaced: index => context.diagnostics.push(misplacedBlock(marks.at(index)?.place)),
    // The numbers of a heading change with its table; its id does not.
    named: words =>
      marks.replace(words, insert =>
        insert.kind === 'inline' && insert.statement?.form !== 'number' ? insert.text : '',
      ),
    count: (number, basis) => setting.count(number, basis, context.source),
  };
}

/** What stands above a question or an answer, with marks for the numbers. */
function askedWords(heading: AskedHeading, { source }: TextContext, { count, partial }: Setting): string {
  const mark = (number: number): string => count(String(number), 'nummer van een vraag', source);
  if (heading.kind === 'question') return partial('question', { number: mark(heading.number) }).trim();
  const numbers = joinList(heading.numbers.map(mark));
  return partial('answer', { several: heading.numbers.length > 1, numbers }).trim();
}

/** The number of a source, as a link to its item; a source that is not there is reported. */
function referenceHtml(asked: string, { source, publication, diagnostics }: TextContext, setting: Setting): string {
  const call = setting.references.call(asked);
  if (!call) {
    diagnostics.push(unknownSource(asked, source, [...publication.sources.keys()]));
    return '';
  }
  const number = setting.count(String(call.number), 'nummer van een bron', source);
  return `<a id="${call.id}" href="#${itemId(asked)}" aria-label="Bron ${call.number}">${number}</a>`;
}

function unknownSource(asked: string, source: Source, known: readonly string[]): Diagnostic {
  const line = source.lines.findIndex(text => text.includes(`@${asked}`));
  const column = (source.lines[line] ?? '').indexOf(`@${asked}`);
  return {
    severity: 'error',
    rule: 'reference',
    message: `There is no source "${asked}".`,
    place: placeOnLine(source, line + 1, column + 1, asked.length + 1),
    hints: [...suggestionHints(asked, known), `Add \`${asked}: …\` under \`sources\` in publication.yaml.`],
  };
}

/** The title is taken out of the HTML: templates print it themselves. */
function withTitle(id: string, set: { html: string; headings: readonly Heading[] }, context: TextContext): SetText {
  const headings = set.headings.map(heading => ({
    ...heading,
    html: unbroken(heading.html, context.marks),
  }));
  const title = headings.find(heading => heading.level === 1);
  const [found = '', foundId] = /^\s*<h\d id="([^"]*)"[^>]*>[\s\S]*?<\/h\d>\n?/.exec(set.html) ?? [];
  const beginsWithTitle = title !== undefined && foundId === title.id;
  context.diagnostics.push(...checkHeadings(headings, context.source, beginsWithTitle));
  return {
    id,
    anchor: title?.id ?? id,
    title: title?.html ?? '',
    html: beginsWithTitle ? set.html.slice(found.length) : set.html,
    headings: headings.filter(heading => heading !== title),
  };
}

function misplacedBlock(place: Diagnostic['place']): Diagnostic {
  return {
    severity: 'error',
    rule: 'block-in-line',
    message: 'A figure, key figure or field of dots cannot stand within a sentence, a heading or a list.',
    ...(place ? { place } : {}),
    hints: ['Put it on a line of its own, with an empty line above and below.'],
  };
}

function imageHtml(request: ImageRequest, context: TextContext, setting: Setting): string {
  const data = setting.image(request.path);
  const place = placeOfImage(request, context.source);
  if (data === undefined) context.diagnostics.push(missingImage(request, place));
  if (request.alternative.trim() === '') context.diagnostics.push(withoutAlternative(place));
  return `<img src="${data ?? ''}" alt="${escapeHtml(glueNumbers(plainly(request.alternative, context.marks)))}">`;
}

/** The `![…](…)` itself; a request only knows the line on which its paragraph begins. */
function placeOfImage({ path, line }: ImageRequest, source: Source): Diagnostic['place'] & object {
  for (let at = line; at <= source.lines.length; at += 1) {
    const text = source.lines[at - 1] ?? '';
    const target = text.indexOf(`](${path}`);
    const start = text.lastIndexOf('![', target);
    if (target >= 0 && start >= 0) return placeOnLine(source, at, start + 1, target - start + path.length + 3);
  }
  return placeOnLine(source, line, 1);
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
