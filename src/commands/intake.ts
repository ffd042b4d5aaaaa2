// What an import was asked for, held against what there is: the table, its year, the sheets, the signs.

import { folded } from '../delivery/label.ts';
import type { DeliveryOptions } from '../delivery/place.ts';
import { tablePath } from '../delivery/target.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearestName, suggestionHints } from '../diagnostics/suggest.ts';
import { isMistake, readCell } from '../edition/cell.ts';
import { identifier } from '../edition/field.ts';
import type { Files } from '../edition/files.ts';
import { reportingYears, tableIds } from '../edition/read.ts';
import { readRange, type Sheet } from '../spreadsheet/grid.ts';
import { UsageError } from './selection.ts';

/** What is asked of an import, as it was typed. */
export interface ImportRequest {
  /** Path of the spreadsheet. */
  readonly file: string;
  /** Id of the table. */
  readonly table: string;
  readonly year?: string;
  /** Name or number, from 1, of the sheet. */
  readonly sheet?: string;
  /** The block of the sheet, such as `A3:F12`. */
  readonly range?: string;
  /** Labels that are left out. */
  readonly omit?: readonly string[];
  /** What signs mean, such as `-=0`. */
  readonly read?: readonly string[];
  /** Why cells are missing of which the sheet says so. */
  readonly missing?: string;
  /** Whether the table is to be made. */
  readonly new?: boolean;
  readonly title?: string;
  readonly unit?: string;
  readonly source?: string;
}

/** What was asked, read. */
export interface Intake extends DeliveryOptions {
  readonly sheet?: string;
  readonly reason?: string;
  /** Name of the spreadsheet's file. */
  readonly name: string;
  /** Of the edition that the table is of. */
  readonly status: 'draft' | 'final';
  readonly head: { readonly title?: string; readonly unit?: string; readonly source?: string };
}

/** What an import is going to do. */
export interface ImportPlan {
  /** The table's file, relative to the project. */
  readonly path: string;
  /** Its new text; undefined when nothing changes, or when it may not be written. */
  readonly text?: string;
  /** Its text when it was read; undefined for a new table. */
  readonly former?: string | undefined;
  /** What a person is shown before it is written. */
  readonly lines: readonly string[];
  /** What stands in the way; or, when it does not, what is still wrong with the table. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the options that can be read by themselves; throws a UsageError. */
export function readIntake(request: ImportRequest): Omit<Intake, 'name' | 'status'> {
  const { sheet, missing, title, unit, source } = request;
  const range = request.range === undefined ? undefined : readRange(request.range);
  if (request.range !== undefined && !range)
    throw new UsageError(`"${request.range}" is no range of cells.`, ['Name its first and last cell: --range A3:F12.']);
  return {
    ...(range ? { range } : {}),
    ...(sheet === undefined ? {} : { sheet }),
    ...(missing === undefined ? {} : { reason: missing }),
    omit: request.omit ?? [],
    signs: readSigns(request.read ?? []),
    head: {
      ...(title === undefined ? {} : { title }),
      ...(unit === undefined ? {} : { unit }),
      ...(source === undefined ? {} : { source }),
    },
  };
}

function readSigns(typed: readonly string[]): Map<string, string> {
  return new Map(
    typed.map(one => {
      const split = one.lastIndexOf('=');
      const [sign, cell] = [one.slice(0, split), one.slice(split + 1).trim()];
      if (split === -1 || !isCell(cell))
        throw new UsageError(`--read "${one}" does not say what a sign means.`, [
          'Write the sign, = and the cell it stands for: --read "-=0", --read "x=<5", --read "n.v.t.=." (missing).',
        ]);
      return [folded(sign), cell];
    }),
  );
}

function isCell(text: string): boolean {
  return (['count', 'percentage', 'mean'] as const).some(
    measure => !isMistake(readCell(text, { measure, rounding: 1 })),
  );
}

/** The table that an import is for. */
export interface FoundTable {
  readonly year: number;
  readonly path: string;
  readonly isNew: boolean;
}

/** The table's year: the one asked for, the only one that has it, or the latest; throws a UsageError where none is certain. */
export function findTable(request: ImportRequest, files: Files): FoundTable {
  const { table: id } = request;
  const years = reportingYears(files);
  const having = years.filter(year => tableIds(year, files).includes(id));
  const year = request.year === undefined ? yearOf(having, years) : askedYear(request.year, years);
  const path = tablePath(year, id);
  const isThere = having.includes(year);
  if (request.new && isThere)
    throw new UsageError(`The table ${path} is there already.`, [
      'Give the new table another name; without --new the import changes the cells of the one that is there.',
    ]);
  if (!request.new && !isThere) throw unknownTable(id, year, files);
  if (!identifier.safeParse(id).success)
    throw new UsageError(`"${id}" cannot be the name of a table.`, [
      'Use lower-case letters, digits and hyphens: --table vormen-2024.',
    ]);
  return { year, path, isNew: !isThere };
}

function askedYear(asked: string, years: readonly number[]): number {
  if (!years.map(String).includes(asked))
    throw new UsageError(`There is no reporting year ${asked}.`, [`data/ has ${years.join(', ') || 'none'}.`]);
  return Number(asked);
}

function yearOf(having: readonly number[], years: readonly number[]): number {
  const latest = years.at(-1);
  if (latest === undefined)
    throw new UsageError('There is no reporting year in data/.', [
      'Run this in the folder that holds data/ and templates/.',
    ]);
  const [only] = having;
  if (having.length > 1 && !having.includes(latest))
    throw new UsageError(`The table is in the years ${having.join(' and ')}, not in the latest.`, [
      `Say which: --year ${having.at(-1)}.`,
    ]);
  return only !== undefined && having.length === 1 ? only : latest;
}

function unknownTable(id: string, year: number, files: Files): UsageError {
  const known = [...new Set(reportingYears(files).flatMap(one => tableIds(one, files)))];
  return new UsageError(`There is no table "${id}" in data/${year}/tables.`, [
    ...(nearestName(id, known) === undefined || known.includes(id) ? [] : suggestionHints(id, known)),
    'To make it from the sheet, add --new.',
  ]);
}

/** The sheet that was asked for, or all that are not hidden; throws a UsageError for an unknown one. */
export function selectSheets(sheets: readonly Sheet[], asked: string | undefined): readonly Sheet[] {
  if (asked === undefined) return sheets.filter(sheet => !sheet.hidden);
  const named = sheets.find(({ name }) => name === asked) ?? sheets.find(({ name }) => folded(name) === folded(asked));
  const sheet = named ?? (/^\d+$/.test(asked) ? sheets[Number(asked) - 1] : undefined);
  if (!sheet)
    throw new UsageError(
      `There is no sheet "${asked}".`,
      suggestionHints(
        asked,
        sheets.map(({ name }) => name),
      ),
    );
  return [sheet];
}
