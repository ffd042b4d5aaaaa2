// A publication → one complete HTML document, with slots for the page numbers of its contents.

import { plainly } from '../claims/marks.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition, KnownDifference, Publication, Section, Text } from '../edition/edition.ts';
import { formatDate } from '../locale/date.ts';
import { escapeHtml, plainText } from '../prose/typography.ts';
import type { Binder } from './binder.ts';
import { type ContentsEntry, slotOf } from './contents.ts';
import { type Restored, restore } from './restore.ts';
import { titleMissing } from './structure.ts';
import { stylesheet } from './stylesheet.ts';
import type { Rendering, Templates } from './template.ts';
import { type SetText, type Setting, setText } from './text.ts';
import { type Composition, createWork, type Work } from './work.ts';

/** A composed publication. */
export interface ComposedDocument extends Restored {
  readonly contents: readonly ContentsEntry[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every template that was used, with what it was given. */
  readonly renderings: readonly Rendering[];
  /** Ids of the figures that a text shows. */
  readonly shown: readonly string[];
  /** Whether an expression of a text cannot be read, so that the text may use anything. */
  readonly isTorn: boolean;
  /** Whether a text lists the sources of cited numbers, and the known differences. */
  readonly listed: ReadonlySet<'sources' | 'differences'>;
  /** Ids of the sources that texts refer to by number. */
  readonly referred: ReadonlySet<string>;
  /** The known differences that no text has. */
  readonly unmet: readonly KnownDifference[];
}

/** The publication's HTML; with errors among the diagnostics it has gaps and must not be published. */
export function compose(composition: Composition): ComposedDocument {
  const { templates, publication } = composition;
  const work = createWork(composition);
  const sections = setSections(composition, work);
  const contents = contentsOf(sections);
  const html = laidOut(templates, {
    publication: publicationContext(publication, composition.edition, work.binder),
    words: wordsContext(publication, work.binder),
    cover: publication.cover ? setCover(publication.cover, work) : null,
    sections,
    chapters: chaptersOf(sections),
    contents,
    style: stylesheet(templates.kind, composition.files, { ...composition, faces: composition.kind.faces }),
  });
  work.diagnostics.push(...withoutTitle(work, { publication, sections, html }));
  return {
    ...restore(html, work.marks),
    contents: contents.map(one => ({ ...one, html: escapeHtml(plainly(one.html, work.marks)) })),
    diagnostics: work.diagnostics,
    renderings: templates.renderings,
    shown: work.shown,
    isTorn: work.diagnostics.some(isOfReading),
    listed: work.listed,
    referred: work.references.sources,
    unmet: work.waivers.unmet(),
  };
}

/** Whether a diagnostic says that an expression cannot be read. */
function isOfReading({ rule }: Diagnostic): boolean {
  return rule === 'template-syntax' || rule === 'leftover';
}

/** The kind's publication within the layout that all kinds share; a kind without a layout is the whole document itself. */
function laidOut(templates: Templates, context: object): string {
  const body = templates.render('publication', context);
  if (!templates.all.has('layout')) return body;
  const head = templates.all.has('head') ? templates.render('head', context) : null;
  return templates.render('layout', { ...context, head, body });
}

interface Made {
  readonly publication: Publication;
  readonly sections: readonly SectionContext[];
  readonly html: string;
}

/** A chapter needs a title where the contents print one. */
function withoutTitle({ diagnostics }: Work, { publication, sections, html }: Made): Diagnostic[] {
  const isUnread = (file: string): boolean => diagnostics.some(one => isOfReading(one) && one.place?.file === file);
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

function publicationContext(publication: Publication, edition: Edition, binder: Binder) {
  const { id, kind, publisher, date, keywords, place } = publication;
  const words = (key: 'title' | 'subtitle' | 'description'): string | null => {
    const text = publication[key];
    return text === undefined ? null : binder.words(text, publication.places.get(key) ?? place);
  };
  return {
    ...{ id, kind, publisher, title: words('title'), subtitle: words('subtitle'), description: words('description') },
    date: binder.count(formatDate(date), 'datum van uitgave', place),
    isoDate: date,
    keywords: keywords.join(', '),
    reportingYear: binder.count(String(edition.reportingYear), 'jaartal', place),
  };
}

function wordsContext({ words, places, place }: Publication, binder: Binder): Record<string, string> {
  const entries = Object.entries(words);
  return Object.fromEntries(
    entries.map(([key, text]) => [key, binder.words(text, places.get(`words.${key}`) ?? place)]),
  );
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
  /** The number of a part; empty for a chapter. */
  readonly number: string;
  readonly title: string;
  readonly intro: string | null;
  readonly chapters: readonly ChapterContext[];
  readonly chapter: ChapterContext | null;
}

function setCover(cover: Text, work: Work): string {
  return setText(cover, work.setting(2)).html;
}

type MakeSetting = (topLevel: number) => Setting;

/** The sections in order; parts are counted. */
function setSections({ publication, kind }: Composition, { binder, setting }: Work): SectionContext[] {
  let part = 0;
  return publication.contents.map(section => {
    if (section.kind === 'part') part += 1;
    const number = section.kind === 'part' ? binder.count(String(part), 'nummer van een deel', publication.place) : '';
    return sectionContext(section, { part, number, setting, binder, level: kind.textLevel });
  });
}

interface SectionWork {
  readonly setting: MakeSetting;
  readonly binder: Binder;
  /** How many parts there are up to this section, also as a mark. */
  readonly part: number;
  readonly number: string;
  /** Level of the heading of a text that stands in no part. */
  readonly level: number;
}

function sectionContext(section: Section, { setting, level, part, number, binder }: SectionWork): SectionContext {
  if (section.kind === 'text') {
    const chapter = chapterContext(section.text, '', setting(level), section.numbered);
    return { ...empty, id: chapter.anchor, title: chapter.title, chapter };
  }
  const title = escapeHtml(binder.words(section.title, section.place));
  const intro = section.intro ? setText(section.intro, setting(3)).html : null;
  const chapters = section.texts.map(text => ({
    ...chapterContext(text, title, setting(3), false),
    inPart: true,
  }));
  return { ...empty, isPart: true, id: `deel-${part}`, number, title, intro, chapters };
}

const empty: SectionContext = {
  isPart: false,
  id: '',
  number: '',
  title: '',
  intro: null,
  chapters: [],
  chapter: null,
};

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
