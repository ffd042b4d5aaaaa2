// What an inspection found, as plain values: for programs as JSON, and as the source of the report.

import type { EmbeddedFile } from '../pdf/attachments.ts';
import { namedDestinations, pageOf as pageOfDestination } from '../pdf/destinations.ts';
import type { StructureElement } from '../pdf/structure.ts';
import { nameOf, type PdfValue } from '../pdf/values.ts';
import type { Annotation, Inspection } from './inspection.ts';
import { type Judgement, ofType, pageOf, standardType } from './rule.ts';
import { judge } from './rules.ts';
import { readTable, type TableReading } from './table.ts';

/** Everything about a file that a report says; page numbers from 1, null where the file does not say. */
export interface Summary {
  readonly pages: number;
  readonly version: string;
  readonly language: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly rules: readonly RuleSummary[];
  /** The structure tree in reading order. */
  readonly tree: readonly ElementSummary[];
  readonly headings: readonly { readonly level: number; readonly text: string; readonly page: number | null }[];
  readonly figures: readonly { readonly alternative: string; readonly page: number | null }[];
  readonly tables: readonly TableReading[];
  readonly links: readonly LinkSummary[];
  readonly bookmarks: readonly { readonly title: string; readonly depth: number }[];
  readonly fonts: readonly { readonly name: string; readonly type: string; readonly embedded: boolean }[];
  readonly attachments: readonly AttachmentSummary[];
  /** Optional content by its groups, and whether each is shown when the file opens. */
  readonly layers: readonly { readonly name: string; readonly shown: boolean }[];
  /** Text that no screen reader says: running heads and the like. */
  readonly artifacts: readonly { readonly page: number; readonly type: string; readonly text: string }[];
}

export interface RuleSummary {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly passed: boolean;
  readonly findings: Judgement['findings'];
}

/** An element with what is said of it: its own words, without those of the elements in it. */
export interface ElementSummary {
  readonly type: string;
  /** The standard type, where the type itself is none. */
  readonly role?: string;
  readonly page: number | null;
  readonly object: number | null;
  readonly text?: string;
  readonly alternative?: string;
  readonly language?: string;
  readonly id?: string;
  readonly kids: readonly ElementSummary[];
}

export interface LinkSummary {
  readonly page: number;
  /** The words that it lies over, and what its Contents say. */
  readonly text: string;
  readonly description: string;
  /** An address, or `page 12`. */
  readonly target: string;
}

/** An attached file; what it does not say is empty, and the size of what cannot be read is null. */
export interface AttachmentSummary {
  readonly name: string;
  readonly mediaType: string;
  /** In bytes, not compressed. */
  readonly size: number | null;
  /** Data, Supplement and the like. */
  readonly relationship: string;
  readonly description: string;
  readonly modified: string;
}

/** Judges an inspected file and puts all together. */
export function summarise(inspection: Inspection): Summary {
  const { file, pages, tree, bookmarks, fonts, information, xmp, words } = inspection;
  const language = file.get(file.catalog, 'Lang');
  const numberOf = (element: StructureElement): number | null =>
    inspection.pageNumbers.get(pageOf(element) ?? -1) ?? null;
  return {
    pages: pages.length,
    version: file.version,
    language: typeof language === 'string' ? language : '',
    metadata: { ...Object.fromEntries(information), ...Object.fromEntries(xmp ?? []) },
    rules: judge(inspection).map(({ rule: { id, source, title }, findings }) => {
      return { id, source, title, passed: findings.length === 0, findings };
    }),
    tree: (tree?.kids ?? []).map(element => summariseElement(element, inspection)),
    headings: inspection.elements.flatMap(element => {
      const level = /^H([1-6])$/.exec(standardType(inspection, element.type))?.[1];
      return level === undefined ? [] : [{ level: Number(level), text: words.of(element), page: numberOf(element) }];
    }),
    figures: ofType(inspection, 'Figure', 'Formula').map(element => {
      return { alternative: element.alternative ?? element.actualText ?? '', page: numberOf(element) };
    }),
    tables: ofType(inspection, 'Table').map(table => readTable(inspection, table)),
    links: linksOf(inspection),
    bookmarks,
    fonts: fonts.map(({ name, type, embedded }) => ({ name, type, embedded })),
    attachments: inspection.attachments.map(summariseAttachment),
    layers: (inspection.optionalContent?.groups ?? []).map(({ name, isShown }) => ({ name, shown: isShown })),
    artifacts: pages.flatMap(({ page, artifacts }) =>
      artifacts.map(({ type, subtype, text }) => {
        return {
          page: page.number,
          type: [type, subtype].filter(Boolean).join(' '),
          text: text.replace(/\s+/g, ' ').trim(),
        };
      }),
    ),
  };
}

function summariseAttachment({ name, description, relationship, streams: [stream] }: EmbeddedFile): AttachmentSummary {
  const { mediaType = '', modified = '' } = stream ?? {};
  return { name, mediaType, size: stream?.content()?.length ?? null, relationship, description, modified };
}

function summariseElement(element: StructureElement, inspection: Inspection): ElementSummary {
  const { type, alternative, language, id, object = null } = element;
  const role = standardType(inspection, type);
  const own = inspection.words.own(element);
  return {
    type,
    ...(role === type ? {} : { role }),
    page: inspection.pageNumbers.get(pageOf(element) ?? -1) ?? null,
    object,
    ...(own === '' ? {} : { text: own }),
    ...(alternative === undefined ? {} : { alternative }),
    ...(language === undefined ? {} : { language }),
    ...(id === undefined ? {} : { id }),
    kids: element.kids.flatMap(kid => (kid.kind === 'element' ? [summariseElement(kid, inspection)] : [])),
  };
}

/** The links in reading order: those in the tree first, then the others. */
function linksOf(inspection: Inspection): LinkSummary[] {
  const { annotations, elements, words } = inspection;
  const byObject = new Map(annotations.map(one => [one.object, one]));
  const destinations = new Map(namedDestinations(inspection.file));
  const tagged = elements.flatMap(element =>
    element.kids.flatMap(kid => {
      const annotation = kid.kind === 'object' ? byObject.get(kid.object) : undefined;
      return annotation?.type === 'Link' ? [{ annotation, text: words.of(element) }] : [];
    }),
  );
  const held = new Set(tagged.map(({ annotation }) => annotation));
  const loose = annotations
    .filter(one => one.type === 'Link' && !held.has(one))
    .map(annotation => ({ annotation, text: '' }));
  return [...tagged, ...loose].map(({ annotation, text }) => {
    const { page, contents } = annotation;
    return { page: page.number, text, description: contents, target: targetOf(annotation, inspection, destinations) };
  });
}

function targetOf(
  { dictionary }: Annotation,
  { file, pageNumbers }: Inspection,
  destinations: ReadonlyMap<string, PdfValue>,
): string {
  const action = file.get(dictionary, 'A');
  const address = file.get(action, 'URI');
  if (typeof address === 'string') return address;
  const destination = file.get(dictionary, 'Dest') ?? file.get(action, 'D');
  const name = typeof destination === 'string' ? destination : nameOf(destination);
  const place = name === undefined ? destination : (destinations.get(name) ?? null);
  const page = pageNumbers.get(pageOfDestination(file, place));
  return page === undefined ? '' : `page ${page}`;
}
