// The command `diff`: two states found, built where they are not built, compared, and reported for reviewers.

import { installation } from '../browser/installation.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import { compareSides } from '../diff/compare.ts';
import type { Comparison } from '../diff/comparison.ts';
import { comparePages } from '../diff/pages.ts';
import type { PublicationPair, PublicationSide, Side } from '../diff/side.ts';
import type { Files } from '../edition/files.ts';
import { reportingYears } from '../edition/read.ts';
import { rasterOf } from '../raster/raster.ts';
import type { Machine } from './machine.ts';
import { UsageError } from './selection.ts';
import { type Choice, differingYears, readSide, yearsOf } from './side.ts';
import { findState, type State } from './state.ts';

/** What to compare: as typed; without a new state it is the working tree. */
export interface DiffRequest {
  readonly old: string;
  readonly new?: string | undefined;
  /** Only these years and publications; all when there are none. */
  readonly years: readonly string[];
  readonly publications: readonly string[];
}

/** Two states compared, and the two sides that were; without a value one of them could not be made. */
export interface Compared {
  readonly comparison: Comparison;
  readonly old: Side;
  readonly new: Side;
}

/** Compares two states; throws a UsageError for what is no state, no year and no publication. */
export async function diff(request: DiffRequest, machine: Machine): Promise<Outcome<Compared>> {
  const old = await findState(request.old, 'old', machine);
  const now = await findState(request.new, 'new', machine);
  const choice = choose(old, now, request);
  const [before, after] = await Promise.all([readSide(old, choice, machine), readSide(now, choice, machine)]);
  const diagnostics: Diagnostic[] = [...before.diagnostics, ...after.diagnostics];
  if (!before.value || !after.value || hasErrors(diagnostics)) return { diagnostics };
  const raster = rasterOf(installation);
  const comparison = await compareSides(before.value, after.value, (pair, changes) => {
    const title = pair.new?.publication ?? pair.old?.publication ?? '';
    machine.say(`${title}: comparing pages`);
    return comparePages({ old: fileOf(pair.old), new: fileOf(pair.new), changes, raster });
  });
  return { value: { comparison, old: before.value, new: after.value }, diagnostics };
}

function fileOf(side: PublicationPair['old']): { bytes: Uint8Array; text: PublicationSide['text'] } | undefined {
  return side && { bytes: side.pdf, text: side.text };
}

/** What of two states is compared: nothing of a year in which two projects have the same files. */
function choose(old: State, now: State, { years, publications }: DiffRequest): Choice {
  const known = sharedYears(old, now);
  const stray = years.find(year => !known.map(String).includes(year));
  if (stray !== undefined)
    throw new UsageError(`Neither state has the reporting year ${stray}.`, [
      `They have ${known.join(', ') || 'none'}.`,
    ]);
  const asked = known.filter(year => years.length === 0 || years.includes(String(year)));
  const ids = [...new Set([...idsOf(old, known), ...idsOf(now, known)])];
  const unknown = publications.find(id => !ids.includes(id));
  if (unknown !== undefined)
    throw new UsageError(`Neither state has the publication ${unknown}.`, suggestionHints(unknown, ids));
  const isBuilt = old.kind === 'built' || now.kind === 'built';
  const differing = old.kind === 'project' && now.kind === 'project' ? differingYears(old.files, now.files) : asked;
  return {
    years: asked.filter(year => differing.includes(year)),
    publications: publications.length > 0 ? publications : loneIds(old, now, ids),
    isListed: isBuilt,
  };
}

/** The years that either state can tell of; of a folder of one year only that year. */
function sharedYears(old: State, now: State): number[] {
  const [before, after] = [knownYears(old, now), knownYears(now, old)];
  const both = [...new Set([...before, ...after])].sort();
  const isOne = (state: State): boolean => state.kind === 'project' && state.years !== undefined;
  if (!isOne(old) && !isOne(now)) return both;
  const shared = both.filter(year => (!isOne(old) || before.includes(year)) && (!isOne(now) || after.includes(year)));
  if (shared.length > 0) return shared;
  throw new UsageError(`${old.head.label} and ${now.head.label} have no reporting year in common.`, [
    'Compare two states of one year: two revisions, or a copy of the folder as it was.',
  ]);
}

/** The years of a state that can be compared with the other one. */
function knownYears(state: State, other: State): readonly number[] {
  if (state.kind === 'built') return yearsOf(state);
  const years = state.years ?? reportingYears(state.files);
  if (other.kind === 'project') return years;
  const built = yearsOf(other);
  return built.length > 0 ? years.filter(year => built.includes(year)) : yearsWith(other, state.files);
}

/** The years of a project that have a publication of the name of a PDF. */
function yearsWith({ publications, head }: State & { kind: 'built' }, files: Files): number[] {
  const ids = publications.map(({ publication }) => `${publication}/`);
  const found = reportingYears(files).filter(year => files.list(`data/${year}`).some(name => ids.includes(name)));
  if (found.length > 0) return found;
  throw new UsageError(`There is no publication in the project of the name of ${head.label}.`, [
    'Name two PDF files, or call the file by the id of its publication.',
  ]);
}

function idsOf(state: State, years: readonly number[]): string[] {
  if (state.kind === 'built') return state.publications.map(({ publication }) => publication);
  const names = years.flatMap(year => state.files.list(`data/${year}`));
  return names.filter(name => name.endsWith('/') && name !== 'tables/').map(name => name.slice(0, -1));
}

/** Of a lone PDF only that publication is compared. */
function loneIds(old: State, now: State, ids: readonly string[]): string[] {
  const lone = [old, now].find(({ head }) => head.kind === 'pdf');
  const both = old.head.kind === 'pdf' && now.head.kind === 'pdf';
  return lone?.kind === 'built' && !both ? ids.filter(id => lone.publications.some(one => one.publication === id)) : [];
}
