// Release notes in Dutch, for readers of the site: what is new since the last release of the year.

import type { TableChange } from '../diff/comparison.ts';
import { formatClock, formatDate, formatMoment } from '../locale/date.ts';
import { names } from './file.ts';
import type { ReleaseHead } from './head.ts';
import { cellLine, facetLine, isRevision, plain } from './said.ts';
import type { RewrittenSection } from './texts.ts';

/** A publication as the notes speak of it. */
export interface NotedPublication {
  readonly title: string;
  readonly pages: number;
  /** ISO date of publication. */
  readonly date: string;
  readonly isNew: boolean;
  /** Further sentences on what is new in it. */
  readonly remarks: readonly string[];
  readonly sections: readonly NotedSection[];
}

/** A section that was rewritten, and its heading as it is printed, where that can be said. */
export interface NotedSection extends Omit<RewrittenSection, 'heading' | 'text'> {
  readonly heading?: string;
}

/** What the notes are made of; without a release before this one only its publications are listed. */
export interface NotesSource {
  readonly head: ReleaseHead;
  readonly publications: readonly NotedPublication[];
  /** Titles of publications that were in the last release. */
  readonly gone: readonly string[];
  /** Tables of the publications that differ. */
  readonly tables: readonly TableChange[];
  /** Ids of tables whose old values may not be said again. */
  readonly guarded: ReadonlySet<string>;
  /** Whether the layout of the publications is other than before. */
  readonly isRestyled: boolean;
}

/** The release notes in Markdown. */
export function releaseNotes(source: NotesSource): string {
  const { head, publications } = source;
  const blocks = [
    `# Jaarcijfers ${head.reportingYear}: toelichting bij uitgave ${head.version}`,
    opening(head),
    ...embargo(head),
    '## Publicaties',
    list(publications.map(publicationLine)),
    ...(head.previous ? changes(source, head.previous.version) : []),
    '## De bestanden controleren',
    checking,
  ];
  return `${blocks.join('\n\n')}\n`;
}

const checking =
  `Van elk bestand staat de controlesom in \`${names.sums}\`. Met \`sha256sum -c ${names.sums}\` ziet u of alle bestanden ` +
  `ongeschonden zijn aangekomen. \`${names.manifest}\` zegt waaruit en waarmee deze uitgave is gemaakt. De bestanden zijn ` +
  'niet digitaal ondertekend.';

function opening({ moment, reportingYear, previous }: ReleaseHead): string {
  const fixed = `De gegevens van deze uitgave zijn vastgelegd op ${formatMoment(moment)}.`;
  return previous
    ? `${fixed} Zij vervangt uitgave ${previous.version}.`
    : `Eerste uitgave van de jaarcijfers ${reportingYear}. ${fixed}`;
}

function embargo({ embargo: until }: ReleaseHead): string[] {
  if (until === undefined) return [];
  return [`**Embargo tot ${formatClock(until)}.** Vóór dat moment mag niets uit deze uitgave openbaar worden gemaakt.`];
}

function publicationLine({ title, pages, date, isNew }: NotedPublication): string {
  const size = pages === 1 ? 'één pagina' : `${pages} pagina’s`;
  return `${plain(title)} (${formatDate(date)}, ${size})${isNew ? ': nieuw in deze uitgave' : ''}`;
}

/** What is new since a version: revisions, corrections, and what came and went. */
function changes(source: NotesSource, version: string): string[] {
  const blocks = [...revisions(source), ...corrections(source), ...texts(source), ...comings(source)];
  if (blocks.length > 0) return blocks;
  return ['## Wijzigingen', `De cijfers en teksten zijn dezelfde als in uitgave ${version}.`];
}

function revisions({ tables, guarded, head }: NotesSource): string[] {
  const revised = tables
    .filter(({ kind }) => kind === 'changed')
    .flatMap(table => tableBlock(table, guarded, 'revisions'));
  if (revised.length === 0) return [];
  const intro = `Cijfers die sinds uitgave ${head.previous?.version} zijn herzien, of die voorlopig waren.`;
  return ['## Herzieningen', intro, ...revised];
}

function corrections({ tables, guarded, head }: NotesSource): string[] {
  const corrected = tables
    .filter(({ kind }) => kind === 'changed')
    .flatMap(table => tableBlock(table, guarded, 'others'));
  if (corrected.length === 0) return [];
  const intro = `Overige wijzigingen in de tabellen sinds uitgave ${head.previous?.version}.`;
  return ['## Verbeteringen', intro, ...corrected];
}

/** What is declared of a table for the program, and says nothing to readers. */
const ownWords = /^(?:statistiek|populatie|telverband(?: \d+)?)$/;

/** The lines of a table below its title, with what may not be said of it. */
function tableBlock(table: TableChange, guarded: ReadonlySet<string>, which: 'revisions' | 'others'): string[] {
  const isGuarded = guarded.has(table.table);
  const cells = table.cells.filter(cell => isRevision(cell) === (which === 'revisions'));
  const lines = [
    ...(which === 'others' ? table.facets.filter(({ name }) => !ownWords.test(name)).map(facetLine) : []),
    ...cells.map(cell => cellLine(cell, { isGuarded })),
  ];
  if (lines.length === 0) return [];
  const reserve =
    isGuarded && cells.length > 0
      ? [
          'In deze tabel, of in een tabel die ermee samenhangt, wordt een cijfer niet meer of minder precies gepubliceerd. Daarom staan hier geen eerdere waarden.',
        ]
      : [];
  return [`### ${plain(table.title)}`, ...reserve, list(lines)];
}

function texts({ publications, isRestyled }: NotesSource): string[] {
  const blocks = publications
    .filter(({ isNew }) => !isNew)
    .flatMap(({ title, remarks, sections }) => {
      const lines = [...remarks, ...sections.map(sectionLine)];
      return lines.length === 0 ? [] : [`### ${plain(title)}`, list(lines)];
    });
  const layout = isRestyled ? ['De opmaak van de publicaties is aangepast.'] : [];
  return blocks.length + layout.length === 0 ? [] : ['## Teksten en opmaak', ...blocks, ...layout];
}

function sectionLine({ kind, heading, changed, added, removed }: NotedSection): string {
  const name = heading === undefined ? undefined : `“${plain(heading)}”`;
  if (kind === 'added') return name === undefined ? 'Er is een tekst bijgekomen.' : `Nieuw: ${name}.`;
  if (kind === 'removed') return name === undefined ? 'Er is een tekst vervallen.' : `Vervallen: ${name}.`;
  const counts = [sentences(changed, 'gewijzigd'), sentences(added, 'toegevoegd'), sentences(removed, 'vervallen')];
  return `${name ?? 'Een tekst zonder kop'}: ${counts.filter(Boolean).join(', ')}.`;
}

function sentences(count: number, what: string): string {
  return count === 0 ? '' : `${count === 1 ? 'één zin' : `${count} zinnen`} ${what}`;
}

function comings({ publications, tables, gone }: NotesSource): string[] {
  const of = (kind: TableChange['kind']): string[] =>
    tables.filter(table => table.kind === kind).map(({ title }) => `tabel “${plain(title)}”`);
  const come = [...publications.filter(({ isNew }) => isNew).map(({ title }) => plain(title)), ...of('added')];
  const went = [...gone.map(plain), ...of('removed')];
  return [
    ...(come.length === 0 ? [] : ['## Nieuw', list(come)]),
    ...(went.length === 0 ? [] : ['## Vervallen', list(went)]),
  ];
}

function list(lines: readonly string[]): string {
  return lines.map(line => `- ${line}`).join('\n');
}
