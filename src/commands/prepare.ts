// Everything of a build that needs no browser: an edition read, checked, drawn and composed, with all its diagnostics.

import { type Drawing, drawFigure, rowLimitDiagnostics } from '../charts/draw.ts';
import { createTextMeasure, type TextMeasure } from '../charts/measure.ts';
import { type ChartTheme, readTheme } from '../charts/theme.ts';
import { type Concepts, noConcepts } from '../concepts/concepts.ts';
import { readConcepts } from '../concepts/read.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { createSource, type Source } from '../diagnostics/source.ts';
import { type ComposedDocument, compose } from '../document/compose.ts';
import { type Draft, type DraftNotice, draftNotice } from '../document/draft.ts';
import { type DrawnText, type Occurrence, textsDrawn } from '../document/restore.ts';
import { type Face, type Kind, readKind } from '../document/stylesheet.ts';
import { readTemplates, type Templates, templateFiles, templateKinds, unknownKind } from '../document/template.ts';
import { earlierEditions } from '../edition/earlier.ts';
import type { Edition, Figure, Publication, Table } from '../edition/edition.ts';
import { readEdition } from '../edition/read.ts';
import { createShelf, type Shelf } from '../edition/shelf.ts';
import { textsOf } from '../edition/texts.ts';
import { readVocabulary, type Vocabulary } from '../language/vocabulary.ts';
import { groundDrawn } from '../ledger/drawn.ts';
import type { Coverage } from '../ledger/entry.ts';
import { counted, coverageOf } from '../ledger/keep.ts';
import { syllables } from '../prose/typography.ts';
import { checkContract } from '../rules/contract.ts';
import { checkGlyphs } from '../rules/glyphs.ts';
import { checkDifferences, checkSources, checkStrays } from '../rules/grounds.ts';
import { checkLeftovers } from '../rules/leftovers.ts';
import { checkShown } from '../rules/shown.ts';
import { checkTables } from '../rules/tables.ts';
import { checkTemplatePaths } from '../rules/template-paths.ts';
import type { Machine } from './machine.ts';

/** A publication ready to be printed. */
export interface Prepared {
  readonly edition: Edition;
  readonly publication: Publication;
  readonly document: ComposedDocument;
  /** The text area of its pages in millimetres; without a height figures stay where they are. */
  readonly page: { readonly width: number; readonly height: number | undefined };
  /** What makes it a draft. */
  readonly draft?: PreparedDraft;
  /** Holds the document to its rules; that takes a while, in which a browser may work already. */
  examine(): Examined;
}

/** What a draft is marked with. */
export interface PreparedDraft {
  readonly draft: Draft;
  readonly notice: DraftNotice;
  /** The upright faces of the house's family. */
  readonly letters: readonly Face[];
  readonly theme: ChartTheme;
}

/** What the rules say of a document. */
export interface Examined {
  readonly diagnostics: readonly Diagnostic[];
  /** What its numbers and judgements stand on. */
  readonly coverage: Coverage;
}

/** A reporting year's edition with what is wrong in its data. */
export interface CheckedEdition {
  readonly edition: Edition;
  /** Ids of tables that are there but could not be read. */
  readonly broken: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether every file of it could be read. */
  readonly isWhole: boolean;
}

/** Reads and checks the data of a year. */
export function prepareEdition(year: number, { files }: Machine): CheckedEdition {
  const { value, diagnostics } = readEdition(year, files);
  const edition: Edition = value ?? { reportingYear: year, status: 'draft', tables: new Map(), publications: [] };
  const names = files.list(`data/${year}/tables`).map(name => name.replace(/\.yaml$/, ''));
  const broken = names.filter(name => !edition.tables.has(name));
  const found = checkTables(edition, broken, earlierEditions(year, files));
  return { edition, broken, diagnostics: [...diagnostics, ...found], isWhole: !hasErrors(diagnostics) };
}

/** What all publications of a project share. */
export interface House {
  readonly theme: ChartTheme;
  /** What words of judgement mean. */
  readonly vocabulary: Vocabulary;
  /** What is counted, and the words for it. */
  readonly concepts: Concepts;
  /** The tables of all editions. */
  readonly shelf: Shelf;
}

/**
 * The theme from templates/theme.yaml, the words of judgement from data/woorden.yaml and the concepts from
 * data/begrippen.yaml, which a project may do without; none when one has errors.
 */
export function prepareHouse({ files }: Machine): { house?: House; diagnostics: readonly Diagnostic[] } {
  const source = (path: string): Source => createSource(path, files.read(path) ?? '');
  const theme = readTheme(source('templates/theme.yaml'));
  const vocabulary = readVocabulary(source('data/woorden.yaml'));
  const concepts = files.read('data/begrippen.yaml') === undefined ? none : readConcepts(source('data/begrippen.yaml'));
  const diagnostics = [...theme.diagnostics, ...vocabulary.diagnostics, ...concepts.diagnostics];
  if (!theme.value || !vocabulary.value || !concepts.value || hasErrors(diagnostics)) return { diagnostics };
  const house = { theme: theme.value, vocabulary: vocabulary.value, concepts: concepts.value };
  return { house: { ...house, shelf: createShelf(files) }, diagnostics };
}

const none = { value: noConcepts, diagnostics: [] };

/** What a publication is made with. */
export interface Workshop {
  readonly machine: Machine;
  readonly house: House;
  /** Whether the ready chart kinds are drawn too; a check only needs the specifications that an author wrote. */
  readonly draw: 'all' | 'specifications';
  /** Given when a draft is made. */
  readonly draft?: Draft;
  /** Told at the start of each phase. */
  readonly onPhase: (phase: 'charts' | 'text') => void;
}

/** Draws and composes a publication; without a document when its kind is unusable. */
export async function preparePublication(
  { edition, broken, diagnostics: ofData }: CheckedEdition,
  publication: Publication,
  workshop: Workshop,
): Promise<{ prepared?: Prepared; diagnostics: readonly Diagnostic[] }> {
  const { files, loadFace } = workshop.machine;
  const kinds = templateKinds(files);
  if (!kinds.includes(publication.kind))
    return { diagnostics: [unknownKind(publication.kind, kinds, publication.place)] };
  const { templates, diagnostics: templateDiagnostics } = readTemplates(publication.kind, files);
  const { value: kind, diagnostics: kindDiagnostics } = readKind(publication.kind, files, loadFace);
  const before = [...templateDiagnostics, ...kindDiagnostics];
  if (!kind) return { diagnostics: before };
  const measure = createTextMeasure(uprightFaces(kind));
  workshop.onPhase('charts');
  const tables = new Map([...edition.tables].filter(([id]) => publication.tables.includes(id)));
  const drawn = await drawFigures(publication, { ...workshop, measure, kind, tables });
  workshop.onPhase('text');
  const composed = compose({
    edition,
    publication,
    files,
    templates,
    kind,
    drawings: drawn.drawings,
    broken,
    isDraft: workshop.draft !== undefined,
    ...workshop.house,
  });
  const draft = workshop.draft && prepareDraft(workshop.draft, { templates, kind, ...workshop });
  const html = draft ? draft.prepared.notice.inHtml(composed.html) : composed.html;
  const document = { ...composed, html, drawn: [...composed.drawn, ...drawn.unseen] };
  const made = [...before, ...drawn.diagnostics, ...document.diagnostics, ...(draft?.diagnostics ?? [])];
  return {
    prepared: {
      ...{ edition, publication, document, ...(draft ? { draft: draft.prepared } : {}) },
      page: { width: kind.figure.width, height: kind.pageHeight },
      examine: () =>
        examine({ edition, publication, document, templates, measure, files, known: [...ofData, ...made] }),
    },
    diagnostics: made,
  };
}

interface DraftRoom extends Pick<Workshop, 'machine' | 'house'> {
  readonly templates: Templates;
  readonly kind: Kind;
}

function prepareDraft(draft: Draft, { templates, kind, machine: { files }, house: { theme } }: DraftRoom) {
  const { notice, diagnostics } = draftNotice(draft, { templates, files, faces: kind.faces, theme });
  const own = uprightFaces(kind).filter(({ family }) => family === theme.text.family);
  const prepared: PreparedDraft = { draft, notice, letters: own.length > 0 ? own : kind.faces, theme };
  return { prepared, diagnostics };
}

interface Composed extends Pick<Finished, 'publication' | 'document' | 'templates' | 'measure'> {
  readonly edition: Edition;
  readonly files: Machine['files'];
  /** What is known to be wrong already. */
  readonly known: readonly Diagnostic[];
}

function examine({ edition, files, known, ...composed }: Composed): Examined {
  const { publication, document } = composed;
  const sources = [
    ...textsOf(publication).map(text => text.source),
    ...dataSources(edition.reportingYear, publication, files),
  ];
  const drawnNumbers = groundDrawn(document.drawn, publication, edition.tables);
  const rules = checkPublication({ ...composed, sources, drawnNumbers });
  // A document with gaps would break its contract for reasons that are reported already.
  const origin = { sources, place: publication.place };
  const contract = hasErrors([...known, ...rules]) ? [] : checkContract(document.html, origin);
  const coverage = coverageOf([...document.occurrences, ...drawnNumbers].map(counted));
  return { diagnostics: [...rules, ...contract], coverage };
}

interface Finished {
  /** What the numbers in its drawings stand on. */
  readonly drawnNumbers: readonly Occurrence[];
  readonly publication: Publication;
  readonly document: ComposedDocument;
  readonly templates: Templates;
  readonly measure: TextMeasure;
  /** Everything that its words may come from. */
  readonly sources: readonly Source[];
}

function checkPublication({
  publication,
  document,
  templates,
  measure,
  sources,
  drawnNumbers,
}: Finished): Diagnostic[] {
  return [
    ...checkStrays(document, drawnNumbers, publication),
    ...checkSources(document, publication),
    ...checkDifferences(document, publication),
    ...checkTemplatePaths(document.renderings, templates.all),
    ...checkLeftovers(document.html, publication.place),
    ...checkShown(publication, document),
    ...checkGlyphs(document.html, measure, sources),
  ];
}

function dataSources(year: number, { id, kind, tables }: Publication, files: Machine['files']): Source[] {
  const data = [`${id}/publication.yaml`, ...tables.map(table => `tables/${table}.yaml`)].map(
    name => `data/${year}/${name}`,
  );
  const templates = templateFiles(kind, files).map(({ path }) => path);
  return [...data, ...templates].map(path => createSource(path, files.read(path) ?? ''));
}

interface Studio extends Workshop {
  readonly measure: TextMeasure;
  readonly kind: Kind;
  /** The tables the publication lists, by id. */
  readonly tables: ReadonlyMap<string, Table>;
}

/** The drawings of the document; a check only draws what an author specified, for what is wrong with it and its texts. */
async function drawFigures(publication: Publication, studio: Studio) {
  const drawings = new Map<string, Drawing>();
  const unseen: DrawnText[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const figure of publication.figures.values()) {
    if (!isDrawn(figure, studio)) {
      diagnostics.push(...rowLimitDiagnostics(figure, studio.house.theme));
      continue;
    }
    const outcome = await drawFigure(figure, drawingContext(studio));
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value && studio.draw === 'all') drawings.set(figure.id, outcome.value);
    else if (outcome.value) unseen.push(...textsDrawn(`figuur-${figure.id}`, outcome.value.svg ?? ''));
  }
  return { drawings, unseen, diagnostics };
}

function isDrawn(figure: Figure, { draw }: Workshop): boolean {
  if (figure.chart === 'table') return false;
  return draw === 'all' || figure.chart === 'specification';
}

function uprightFaces({ faces }: Kind): Kind['faces'] {
  return faces.filter(face => face.style === 'normal');
}

const pixelsPerMillimetre = 96 / 25.4;

function sizeOf({ figure: { width, labels } }: Kind): { width: number; labelWidth: number } {
  const pixels = (millimetres: number): number => Math.floor(millimetres * pixelsPerMillimetre);
  return { width: pixels(width), labelWidth: pixels(labels) };
}

function drawingContext({ house: { theme }, measure, kind, tables }: Studio) {
  return { theme, measure, syllables, tables, size: sizeOf(kind) };
}
