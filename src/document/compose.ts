// A publication → one complete HTML document, with slots for the page numbers of its contents.

import type { Drawing } from '../charts/draw.ts';
import type { ChartTheme } from '../charts/theme.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition, Figure, Publication, Section, Text } from '../edition/edition.ts';
import type { Files } from '../edition/files.ts';
import { formatDate } from '../locale/date.ts';
import { type ContentsEntry, slotOf } from './contents.ts';
import { figureContext } from './figure.ts';
import { images } from './image.ts';
import { titleMissing } from './structure.ts';
import { type Kind, stylesheet } from './stylesheet.ts';
import { plainText, type Rendering, type Templates } from './template.ts';
import { type SetText, type Setting, setText } from './text.ts';
import { escapeHtml, setInProse } from './typography.ts';

/** What a publication is composed from. */
export interface Composition {
  readonly edition: Edition;
  readonly publication: Publication;
  readonly files: Files;
  readonly templates: Templates;
  readonly kind: Kind;
  readonly theme: ChartTheme;
  /** Drawings by figure id; a figure without one is a table alone. */
  readonly drawings: ReadonlyMap<string, Drawing>;
  /** Ids of tables that are there with errors of their own. */
  readonly broken: readonly string[];
}

/** A composed publication. */
export interface ComposedDocument {
  readonly html: string;
  readonly contents: readonly ContentsEntry[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every template that was used, with what it was given. */
  readonly renderings: readonly Rendering[];
  /** Ids of the figures that a text shows, or may show when a text cannot be parsed. */
  readonly shown: readonly string[];
}

/** The publication's HTML; with errors among the diagnostics it has gaps and must not be published. */
export function compose(composition: Composition): ComposedDocument {
  const { templates, publication } = composition;
  const work = createWork(composition);
  const sections = work.sections();
  const contents = contentsOf(sections);
  const html = templates.render('publication', {
    publication: publicationContext(publication, composition.edition),
    words: publication.words,
    cover: publication.cover ? setCover(publication.cover, work) : null,
    sections,
    chapters: chaptersOf(sections),
    contents,
    style: stylesheet(templates.kind, composition.files, { ...composition, faces: composition.kind.faces }),
  });
  work.diagnostics.push(...withoutTitle(work, { publication, sections, html }));
  return {
    html,
    contents,
    diagnostics: work.diagnostics,
    renderings: templates.renderings,
    shown: shownFigures(work, publication),
  };
}

/** A text that cannot be parsed may show any figure. */
function shownFigures({ shown, diagnostics }: Work, publication: Publication): readonly string[] {
  const isUnread = diagnostics.some(({ rule }) => rule === 'template-syntax');
  return isUnread ? [...publication.figures.keys()] : shown;
}

interface Made {
  readonly publication: Publication;
  readonly sections: readonly SectionContext[];
  readonly html: string;
}

/** A chapter needs a title where the contents print one. */
function withoutTitle({ diagnostics }: Work, { publication, sections, html }: Made): Diagnostic[] {
  const isUnread = (file: string): boolean =>
    diagnostics.some(({ rule, place }) => rule === 'template-syntax' && place?.file === file);
  const nameless = chaptersOf(sections).filter(
    ({ title, anchor }) => title === '' && html.includes(`id="${slotOf(anchor)}"`),
  );
  const texts = publication.contents.flatMap(section => (section.kind === 'text' ? [section.text] : section.texts));
  return texts
    .filter(
      ({ id, source }) =>
        source.text.trim() !== '' && !isUnread(source.file) && nameless.some(chapter => chapter.id === id),
    )
    .map(({ source }) => titleMissing(source));
}

function publicationContext(publication: Publication, edition: Edition) {
  const { id, title, subtitle, description, publisher, date, keywords } = publication;
  return {
    ...{ id, title, description, publisher, subtitle: subtitle ?? null },
    date: formatDate(date),
    isoDate: date,
    keywords: keywords.join(', '),
    reportingYear: edition.reportingYear,
  };
}

/** A chapter as the templates see it. */
interface ChapterContext extends Omit<SetText, 'headings'> {
  readonly headings: SetText['headings'];
  /** Name of its pages in CSS, for running heads. */
  readonly page: string;
  /** What stands before its title in a running head, as HTML: its part, or nothing. */
  readonly running: string;
  readonly numbered: boolean;
  readonly inPart: boolean;
}

/** A section as the templates see it: a part with chapters, or a chapter. */
interface SectionContext {
  readonly isPart: boolean;
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly intro: string | null;
  readonly chapters: readonly ChapterContext[];
  readonly chapter: ChapterContext | null;
}

interface Work {
  readonly diagnostics: Diagnostic[];
  readonly shown: string[];
  readonly setting: (topLevel: number) => Setting;
  sections(): SectionContext[];
}

function createWork(composition: Composition): Work {
  const { edition, publication, templates, broken, files } = composition;
  const diagnostics: Diagnostic[] = [];
  const shown: string[] = [];
  const image = images(files, folderOf(composition));
  const setting = (topLevel: number): Setting => ({
    ...{ publication, diagnostics, topLevel, broken, image, isShown: id => shown.includes(id) },
    unlisted: [...edition.tables.keys()].filter(id => !publication.tables.includes(id)),
    reportingYear: edition.reportingYear,
    tables: usedTables(edition, publication),
    figure: id => figureHtml(id, composition, shown),
    partial: (name, context) => templates.render(name, context),
  });
  const sections = (): SectionContext[] => {
    let part = 0;
    return publication.contents.map(section => {
      if (section.kind === 'part') part += 1;
      return sectionContext(section, part, { setting, level: composition.kind.textLevel });
    });
  };
  return { diagnostics, shown, setting, sections };
}

function folderOf({ edition, publication }: Composition): string {
  return `data/${edition.reportingYear}/${publication.id}`;
}

/** Only tables that the publication lists can be named in its texts. */
function usedTables(edition: Edition, publication: Publication): Setting['tables'] {
  return new Map([...edition.tables].filter(([id]) => publication.tables.includes(id)));
}

/** Figures and tables are numbered apart, in the order in which the texts show them. */
function figureHtml(id: string, composition: Composition, shown: string[]): string | undefined {
  const { publication, templates, drawings } = composition;
  const figure = publication.figures.get(id);
  if (!figure) return undefined;
  const label = labelOf(figure);
  shown.push(id);
  const alike = shown.filter(one => labelOf(publication.figures.get(one)) === label);
  return templates.render('figure', figureContext(figure, drawings.get(id), { label, number: alike.indexOf(id) + 1 }));
}

function labelOf(figure: Figure | undefined): 'Figuur' | 'Tabel' {
  return figure?.chart === 'table' ? 'Tabel' : 'Figuur';
}

function setCover(cover: Text, work: Work): string {
  return setText(cover, work.setting(2)).html;
}

type MakeSetting = (topLevel: number) => Setting;

interface SectionWork {
  readonly setting: MakeSetting;
  /** Level of the heading of a text that stands in no part. */
  readonly level: number;
}

function sectionContext(section: Section, part: number, { setting, level }: SectionWork): SectionContext {
  if (section.kind === 'text') {
    const chapter = chapterContext(section.text, '', setting(level), section.numbered);
    return { ...empty, id: chapter.anchor, title: chapter.title, chapter };
  }
  const title = setInProse(section.title).replaceAll('\u00AD', '');
  const intro = section.intro ? setText(section.intro, setting(3)).html : null;
  const chapters = section.texts.map(text => ({
    ...chapterContext(text, escapeHtml(section.title), setting(3), false),
    inPart: true,
  }));
  return { ...empty, isPart: true, id: `deel-${part}`, number: part, title, intro, chapters };
}

const empty: SectionContext = { isPart: false, id: '', number: 0, title: '', intro: null, chapters: [], chapter: null };

function chapterContext(text: Text, running: string, setting: Setting, numbered: boolean): ChapterContext {
  const set = setText(text, { ...setting, numbered });
  return { ...set, page: `pagina-${text.id}`, running, numbered, inPart: false };
}

function chaptersOf(sections: readonly SectionContext[]): ChapterContext[] {
  return sections.flatMap(section => (section.chapter ? [section.chapter] : section.chapters));
}

/** Findings are listed for the chapters of parts and for numbered chapters; a foreword's headings are not. */
function contentsOf(sections: readonly SectionContext[]): ContentsEntry[] {
  return sections.flatMap(section => [
    entry(section.id, 1, section.title),
    ...(section.chapter?.numbered ? findings(section.chapter) : []),
    ...section.chapters.flatMap(chapter => [entry(chapter.anchor, 2, chapter.title), ...findings(chapter)]),
  ]);
}

function findings(chapter: ChapterContext): ContentsEntry[] {
  return chapter.headings.filter(heading => heading.level === 2).map(heading => entry(heading.id, 3, heading.html));
}

function entry(id: string, level: number, html: string): ContentsEntry {
  return { id, level, html, slot: slotOf(id) };
}

/** All text of a document that is printed, for checking glyphs. */
export function printedText(html: string): string {
  const body = html.slice(Math.max(0, html.indexOf('<body')));
  return plainText(body.replace(/<style>[\s\S]*?<\/style>/g, ''));
}
