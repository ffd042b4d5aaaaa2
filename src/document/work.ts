// What the texts and figures of one publication share while it is composed: marks, diagnostics, what was shown.

import type { Drawing } from '../charts/draw.ts';
import type { ChartTheme } from '../charts/theme.ts';
import { createMarks, type Marks } from '../claims/marks.ts';
import { createWaivers, type Waivers } from '../claims/waivers.ts';
import type { Concepts } from '../concepts/concepts.ts';
import { createFinder } from '../concepts/printed.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../diagnostics/source.ts';
import type { Edition, Figure, Publication } from '../edition/edition.ts';
import type { Files } from '../edition/files.ts';
import type { Shelf } from '../edition/shelf.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { type Binder, createBinder } from './binder.ts';
import { figureContext } from './figure.ts';
import { images } from './image.ts';
import { createReferences, type References } from './reference.ts';
import type { Kind } from './stylesheet.ts';
import { blockNames, type Templates } from './template.ts';
import type { Setting } from './text.ts';

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
  /** What words of judgement mean. */
  readonly vocabulary: Vocabulary;
  /** Whether it gets the styles of a draft. */
  readonly isDraft?: boolean;
  /** What is counted, and the words for it. */
  readonly concepts: Concepts;
  /** The tables of all editions. */
  readonly shelf: Shelf;
}

/** What all texts of one publication share while it is composed. */
export interface Work {
  readonly diagnostics: Diagnostic[];
  readonly shown: string[];
  readonly marks: Marks;
  readonly binder: Binder;
  readonly waivers: Waivers;
  readonly listed: Set<'sources' | 'differences'>;
  readonly references: References;
  readonly setting: (topLevel: number) => Setting;
}

/** A publication about to be composed: nothing shown, nothing said yet. */
export function createWork(composition: Composition): Work {
  const { edition, publication, templates, broken, files, vocabulary, concepts, shelf } = composition;
  const [diagnostics, shown, listed]: [Diagnostic[], string[], Work['listed']] = [[], [], new Set()];
  const [marks, waivers] = [createMarks(), createWaivers(publication.differences)];
  const image = images(files, folderOf(composition));
  const unusable = { broken, unlisted: [...edition.tables.keys()].filter(id => !publication.tables.includes(id)) };
  const context = {
    ...{ publication, diagnostics, marks, waivers, vocabulary, concepts, units: unitsOf(edition) },
    findPrinted: createFinder(shelf, concepts),
    reportingYear: edition.reportingYear,
    tables: usedTables(edition, publication),
  };
  const binder = createBinder(context, unusable);
  const references = createReferences(publication);
  const setting = (topLevel: number): Setting => ({
    ...{ ...context, ...unusable, topLevel, image, isShown: id => shown.includes(id) },
    listed: what => listed.add(what),
    source: (text, at) => binder.source(text, at),
    difference: one => binder.difference(one),
    count: (text, basis, source) => binder.count(text, basis, placeAt(source, 0)),
    figure: id => figureHtml(id, composition, { shown, binder }),
    partial: (name, given) => templates.render(name, given),
    ...{ references, fences: blockNames(templates) },
  });
  return { diagnostics, shown, marks, binder, waivers, listed, references, setting };
}

/** What the edition's tables count: a year is none of these. */
function unitsOf(edition: Edition): string[] {
  return [...new Set([...edition.tables.values()].map(table => table.unit))];
}

function folderOf({ edition, publication }: Composition): string {
  return `data/${edition.reportingYear}/${publication.id}`;
}

/** Only tables that the publication lists can be named in its texts. */
function usedTables(edition: Edition, publication: Publication): Setting['tables'] {
  return new Map([...edition.tables].filter(([id]) => publication.tables.includes(id)));
}

/** Figures and tables are numbered apart, in the order in which the texts show them. */
function figureHtml(
  id: string,
  composition: Composition,
  { shown, binder }: Pick<Work, 'shown' | 'binder'>,
): string | undefined {
  const { publication, templates, drawings } = composition;
  const figure = publication.figures.get(id);
  if (!figure) return undefined;
  const label = labelOf(figure);
  shown.push(id);
  const alike = shown.filter(one => labelOf(publication.figures.get(one)) === label);
  const number = alike.indexOf(id) + 1;
  return templates.render('figure', figureContext(figure, drawings.get(id), { label, number, binder }));
}

function labelOf(figure: Figure | undefined): 'Figuur' | 'Tabel' {
  return figure?.chart === 'table' ? 'Tabel' : 'Figuur';
}
