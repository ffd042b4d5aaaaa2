// What a comparison is written down as: the report for reviewers, the marked PDFs, the summary for a comment, and JSON.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installation } from '../browser/installation.ts';
import { openPrinter, type Printer } from '../browser/print.ts';
import type { ChartTheme } from '../charts/theme.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { hasChanges } from '../diff/compare.ts';
import type { Comparison, PublicationComparison } from '../diff/comparison.ts';
import type { PublicationSide } from '../diff/side.ts';
import { type Face, readKind } from '../document/stylesheet.ts';
import { readTemplates, type Templates, templateKinds } from '../document/template.ts';
import type { PlacedBox } from '../passages/passage.ts';
import { reviewJson } from '../review/json.ts';
import { listedChanges } from '../review/listed.ts';
import { reviewMarkdown } from '../review/markdown.ts';
import { reviewHtml } from '../review/report.ts';
import { describeSelf } from '../storage/owner.ts';
import { outputUnwritable } from '../storage/problem.ts';
import { printChanges } from './changes.ts';
import type { Compared } from './diff.ts';
import { type OutputFile, openFiles, openOutput } from './files.ts';
import type { Machine } from './machine.ts';
import { prepareHouse } from './prepare.ts';
import { openPress, type Press } from './press.ts';

/** The names of the files: the report, its summary for a comment, all of it for programs, and the ending of marked PDFs. */
const names = {
  report: 'wijzigingen.html',
  summary: 'wijzigingen.md',
  data: 'wijzigingen.json',
  marked: '.wijzigingen.pdf',
};

/** Writes a comparison into a folder, in the place of an earlier one; gives the absolute paths, the report first. */
export async function writeReview(compared: Compared, folder: string, machine: Machine): Promise<Outcome<string[]>> {
  const made = await reviewFiles(compared, machine);
  if (!made.value || machine.stopped?.aborted) return { diagnostics: made.diagnostics };
  const { value: output, diagnostics: opened } = await openOutput(folder, machine);
  if (!output) return { diagnostics: [...made.diagnostics, ...opened] };
  const files = made.value.map(({ path, content }) => ({ path: join(folder, path), content }));
  const paths = files.map(({ path }) => path);
  const earlier = openFiles(folder)
    .list('.')
    .filter(name => name.endsWith(names.marked));
  const removed = earlier.map(name => join(folder, name)).filter(path => !paths.includes(path));
  try {
    output.place({ files, removed });
    return { value: paths, diagnostics: made.diagnostics };
  } catch (error) {
    return { diagnostics: [...made.diagnostics, outputUnwritable(folder, error)] };
  } finally {
    output.close();
  }
}

/** What the project gives to reports: its colours, the faces of its first kind of publication, and its templates. */
interface Studio {
  readonly theme: ChartTheme;
  readonly faces: readonly Face[];
  readonly templates: Templates;
}

/** The report and, of each publication that differs, its new PDF with what changed marked. Paths are relative. */
async function reviewFiles(compared: Compared, machine: Machine): Promise<Outcome<readonly OutputFile[]>> {
  const { value: studio, diagnostics } = readStudio(machine);
  if (!studio) return { diagnostics };
  const { comparison } = compared;
  const asset = (name: string): string => readFileSync(join(installation, 'src', 'review', name), 'utf8');
  const html = reviewHtml(comparison, { ...studio, style: asset('page.css'), script: asset('page.js') });
  const marked = await markedFiles(compared, studio, machine);
  const all = [...diagnostics, ...marked.diagnostics];
  if (hasErrors(all)) return { diagnostics: all };
  const files = [
    { path: names.report, content: html },
    { path: names.summary, content: reviewMarkdown(comparison) },
    { path: names.data, content: reviewJson(comparison) },
    ...(marked.value ?? []),
  ];
  return { value: files, diagnostics: all };
}

function readStudio(machine: Machine): Outcome<Studio> {
  const { files, loadFace } = machine;
  const { house, diagnostics: ofHouse } = prepareHouse(machine);
  const kinds = templateKinds(files);
  const kind = kinds.find(one => one === 'report') ?? kinds[0] ?? 'report';
  const read = readKind(kind, files, loadFace);
  const { templates, diagnostics: ofTemplates } = readTemplates(kind, files);
  const diagnostics = [...ofHouse, ...read.diagnostics, ...ofTemplates];
  if (!house || !read.value || hasErrors(diagnostics)) return { diagnostics };
  return { value: { theme: house.theme, faces: read.value.faces, templates }, diagnostics };
}

async function markedFiles(
  { comparison, new: now }: Compared,
  studio: Studio,
  machine: Machine,
): Promise<Outcome<OutputFile[]>> {
  const changed = comparison.publications.flatMap(publication => {
    const side = now.publications.find(
      one => one.publication === publication.publication && one.year === publication.year,
    );
    const lone = now.publications.length === 1 ? now.publications[0] : undefined;
    const own = side ?? lone;
    return publication.kind === 'both' && own && isChanged(publication) ? [{ publication, side: own }] : [];
  });
  if (changed.length === 0) return { value: [], diagnostics: [] };
  const self = describeSelf(machine.processId, machine.isRunning);
  const press = openPress(() => openPrinter({ env: machine.env, self }));
  const files: OutputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
    diagnostics.push(...(await press.opened()));
    for (const one of changed) {
      const marked = await markedFile(one, { comparison, studio, machine, press });
      diagnostics.push(...marked.diagnostics);
      if (marked.value) files.push({ path: `${one.publication.publication}${names.marked}`, content: marked.value });
    }
  } finally {
    await press.close();
  }
  return hasErrors(diagnostics) ? { diagnostics } : { value: files, diagnostics };
}

function isChanged(publication: PublicationComparison): boolean {
  return hasChanges({ tables: [], publications: [publication] });
}

interface Marking {
  readonly comparison: Comparison;
  readonly studio: Studio;
  readonly machine: Machine;
  readonly press: Press;
}

function markedFile(
  { publication, side }: { publication: PublicationComparison; side: PublicationSide },
  { comparison, studio, machine, press }: Marking,
): Promise<Outcome<Uint8Array>> {
  const title = publication.publication;
  machine.say(`${title}: marking what changed`);
  const bars = publication.pages.pairs.flatMap(({ new: page, outlines }): PlacedBox[] =>
    page === undefined ? [] : outlines.new.map(({ left, right, top, bottom }) => ({ page, left, right, top, bottom })),
  );
  const work = (printer: Printer): Promise<Outcome<Uint8Array>> =>
    printChanges(side.pdf, {
      ...studio,
      ...{ printer, bars, files: machine.files, moment: machine.today(), old: comparison.old.label },
      changes: listedChanges(comparison, publication),
    });
  return press.use({ title, phase: () => 'list of changes', onRetry: () => machine.say(`${title}: once more`), work });
}

/** A line for each publication, and one when nothing differs. */
export function publicationLines(comparison: Comparison): string[] {
  if (!hasChanges(comparison)) return ['No changes.'];
  const { tables, publications, warnings } = comparison;
  const cells = tables.reduce((sum, table) => sum + table.cells.length + table.facets.length, 0);
  return [
    ...(tables.length > 0 ? [`figures: ${counted(cells, 'change')} in ${counted(tables.length, 'table')}`] : []),
    ...publications.map(publicationLine),
    ...(warnings.length > 0 ? [`to look at: ${counted(warnings.length, 'statement')}`] : []),
  ];
}

function publicationLine({ kind, year, publication, texts, pages }: PublicationComparison): string {
  const name = [year, publication].filter(Boolean).join(' ');
  if (kind !== 'both') return `${name}: ${kind}`;
  const own = texts.filter(({ cause }) => cause === 'text').length;
  const changed = pages.pairs.filter(({ kind: one }) => one !== 'same' && one !== 'moved').length;
  return `${name}: ${counted(own, 'text')} changed, ${counted(texts.length - own, 'text')} that follow, ${counted(changed, 'page')}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
