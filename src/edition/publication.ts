// A publication file as typed → the checked publication with its figures and texts.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { createSource, placeAt, placeOnLine, type Source } from '../diagnostics/source.ts';
import type { Figure, KnownDifference, Publication, Section, Table, Text } from './edition.ts';
import type { Files } from './files.ts';
import { unknownLabel } from './label.ts';
import type { FigureSpec, PublicationSpec } from './schema.ts';
import { keysInOrder, placeOf, placeOfKey, type YamlFile, type YamlPath } from './yaml.ts';

interface Context {
  readonly id: string;
  readonly folder: string;
  readonly spec: PublicationSpec;
  readonly file: YamlFile;
  readonly files: Files;
  /** Tables that could be read. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Ids of tables that are there but have mistakes of their own. */
  readonly broken: readonly string[];
  /** The known differences of the edition in this publication. */
  readonly differences: readonly KnownDifference[];
  readonly diagnostics: Diagnostic[];
}

/** The checked publication; `diagnostics` of the context receives what is wrong, and then it may have gaps. */
export function normalisePublication(context: Context): Publication {
  const { id, spec, file } = context;
  checkTables(context);
  const figures = readFigures(context);
  return {
    id,
    kind: spec.kind,
    title: spec.title,
    ...(spec.subtitle === undefined ? {} : { subtitle: spec.subtitle }),
    description: spec.description,
    publisher: spec.publisher,
    date: spec.date,
    keywords: spec.keywords ?? [],
    ...(spec.licence === undefined ? {} : { licence: spec.licence }),
    percentage: spec.percentage ?? 'sign',
    tables: spec.tables,
    figures,
    brokenFigures: keysInOrder(file, ['figures']).filter(figure => !figures.has(figure)),
    ...(spec.cover === undefined ? {} : { cover: readText(spec.cover, ['cover'], context) }),
    contents: readContents(context),
    words: spec.words ?? {},
    ...sourcesOf(spec),
    differences: context.differences,
    place: placeOf(file, ['kind']),
    places: placesOf(file),
  };
}

function sourcesOf({ sources = {} }: PublicationSpec): Pick<Publication, 'sources' | 'addresses'> {
  const all = Object.entries(sources);
  return {
    sources: new Map(all.map(([id, source]) => [id, typeof source === 'string' ? source : source.text])),
    addresses: new Map(all.flatMap(([id, source]) => (typeof source === 'string' ? [] : [[id, source.url]]))),
  };
}

/** The place of a text: of one in a block (`>-`) the line below. */
function placeOfText(file: YamlFile, path: YamlPath): Place {
  const place = placeOf(file, path);
  const { lines } = file.source;
  if (!/^[>|]/.test((place.text ?? '').slice(place.column - 1))) return place;
  return placeOnLine(file.source, place.line + 1, (lines[place.line] ?? '').search(/\S|$/) + 1);
}

/** The places of the words that a publication says about itself. */
function placesOf(file: YamlFile): Map<string, Place> {
  const top = ['title', 'subtitle', 'description'].map(key => [key, placeOfText(file, [key])] as const);
  const inner = ['words', 'sources'].flatMap(group =>
    keysInOrder(file, [group]).map(key => [`${group}.${key}`, placeOfText(file, wordsPath(file, group, key))] as const),
  );
  return new Map([...top, ...inner]);
}

/** A source with an address has its words one level deeper. */
function wordsPath(file: YamlFile, group: string, key: string): YamlPath {
  return file.document.hasIn([group, key, 'text']) ? [group, key, 'text'] : [group, key];
}

function checkTables(context: Context): void {
  const known = [...context.tables.keys(), ...context.broken];
  context.spec.tables.forEach((id, index) => {
    if (known.includes(id)) return;
    context.diagnostics.push(unknownLabel('table', id, known, placeOf(context.file, ['tables', index])));
  });
}

function readFigures(context: Context): Map<string, Figure> {
  const ids = keysInOrder(context.file, ['figures']);
  return new Map(ids.flatMap(id => readFigure(id, context).map(figure => [id, figure] as const)));
}

function readFigure(id: string, context: Context): Figure[] {
  const { file, spec, diagnostics } = context;
  const figure = spec.figures?.[id];
  if (!figure) return [];
  const tableId = figure.table ?? id;
  const place = placeOfKey(file, ['figures', id]);
  const table = context.tables.get(tableId);
  if (!table) {
    if (context.broken.includes(tableId) || spec.tables.includes(tableId)) return []; // reported where it is listed
    diagnostics.push(
      unknownLabel(
        'table',
        tableId,
        [...context.tables.keys()],
        figure.table ? placeOf(file, ['figures', id, 'table']) : place,
      ),
    );
    return [];
  }
  if (!spec.tables.includes(tableId)) diagnostics.push(unlisted(tableId, place));
  diagnostics.push(...checkOmitted(figure, table, id, file));
  const specification = readSpecification(id, figure, context);
  return [
    {
      ...{ id, table, place, chart: figure.chart, title: figure.title ?? table.title, omit: figure.omit ?? [] },
      titlePlace: figure.title === undefined ? place : placeOfText(file, ['figures', id, 'title']),
      ...(figure.height === undefined ? {} : { height: figure.height }),
      ...(specification ? { specification } : {}),
    },
  ];
}

function unlisted(table: string, place: Diagnostic['place'] & object): Diagnostic {
  return {
    severity: 'error',
    rule: 'table-not-listed',
    message: `The figure uses the table "${table}", which the publication does not list.`,
    place,
    hints: [`Add ${table} to \`tables\`.`],
  };
}

function checkOmitted(figure: FigureSpec, table: Table, id: string, file: YamlFile): Diagnostic[] {
  const rows = table.rows.map(row => row.label);
  return (figure.omit ?? []).flatMap((label, index) =>
    rows.includes(label) ? [] : [unknownLabel('row', label, rows, placeOf(file, ['figures', id, 'omit', index]))],
  );
}

function readSpecification(id: string, figure: FigureSpec, context: Context): Source | undefined {
  if (figure.specification === undefined) return undefined;
  const path = `${context.folder}/${figure.specification}`;
  const text = context.files.read(path);
  if (text !== undefined) return createSource(path, text);
  const place = placeOf(context.file, ['figures', id, 'specification']);
  context.diagnostics.push(missingFile(path, place, namesIn(context, '.vl.json')));
  return undefined;
}

function namesIn(context: Context, ending: string): string[] {
  return context.files.list(context.folder).filter(name => name.endsWith(ending));
}

function missingFile(path: string, place: Diagnostic['place'] & object, there: readonly string[]): Diagnostic {
  return {
    severity: 'error',
    rule: 'missing-file',
    message: `The file ${path} is not there.`,
    place,
    hints: [`Make the file, or correct its name. In the folder: ${there.join(', ') || 'none'}.`],
  };
}

function readContents(context: Context): Section[] {
  const named: { id: string; path: (string | number)[] }[] = context.spec.contents.flatMap((section, index) =>
    'text' in section
      ? [{ id: section.text, path: ['contents', index, 'text'] }]
      : section.texts.map((id, at) => ({ id, path: ['contents', index, 'texts', at] })),
  );
  const repeated = named.filter(({ id }, index) => named.findIndex(one => one.id === id) < index);
  context.diagnostics.push(...repeated.map(({ id, path }) => repeatedText(id, placeOf(context.file, path))));
  return context.spec.contents.map((section, index) => readSection(section, index, context));
}

function repeatedText(id: string, place: Diagnostic['place'] & object): Diagnostic {
  return {
    severity: 'error',
    rule: 'repeated-text',
    message: `The text "${id}" stands in the contents more than once.`,
    place,
    hints: ['Take it out in one of the two places; every text is printed once.'],
  };
}

function readSection(section: PublicationSpec['contents'][number], index: number, context: Context): Section {
  if ('text' in section) {
    const text = readText(section.text, ['contents', index, 'text'], context);
    return { kind: 'text', text, numbered: section.numbered ?? false };
  }
  const texts = section.texts.map((id, at) => readText(id, ['contents', index, 'texts', at], context));
  const intro =
    section.intro === undefined ? {} : { intro: readText(section.intro, ['contents', index, 'intro'], context) };
  return {
    kind: 'part',
    title: section.part,
    ...intro,
    texts,
    place: placeOfText(context.file, ['contents', index, 'part']),
  };
}

function readText(id: string, path: (string | number)[], context: Context): Text {
  const file = `${context.folder}/${id}.md`;
  const text = context.files.read(file);
  if (text === undefined)
    context.diagnostics.push(missingFile(file, placeOf(context.file, path), namesIn(context, '.md')));
  const source = createSource(file, text ?? '');
  if (text?.trim() === '') context.diagnostics.push(emptyText(source));
  return { id, source };
}

function emptyText(source: Source): Diagnostic {
  return {
    severity: 'error',
    rule: 'empty-file',
    message: 'The text is empty.',
    place: placeAt(source, 0),
    hints: ['Write the text, or take its name out of `contents`.'],
  };
}
