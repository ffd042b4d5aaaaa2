// An import that makes a new table: its whole file.

import { draftTable, type TableHead } from '../delivery/draft.ts';
import { lineAfter, linesAfter, titleOf } from '../delivery/facts.ts';
import { viewOf } from '../delivery/view.ts';
import { capitalise } from '../locale/capital.ts';
import type { Sheet } from '../spreadsheet/grid.ts';
import { type ImportPlan, type Intake, selectSheets } from './intake.ts';
import { UsageError } from './selection.ts';

/** Works out a new table; throws a UsageError when the sheet is not certain, or does not say what the table must. */
export function planTable(sheets: readonly Sheet[], path: string, intake: Intake): ImportPlan {
  const sheet = onlySheet(selectSheets(sheets, intake.sheet));
  const head = headOf(sheet, intake);
  const options = {
    omit: intake.omit,
    signs: intake.signs,
    isRange: intake.range !== undefined,
    ...(intake.reason === undefined ? {} : { reason: intake.reason }),
  };
  const { value: draft, diagnostics } = draftTable(viewOf(sheet, false, intake.range), head, options);
  if (!draft) return { path, lines: [], diagnostics };
  const lines = [
    `${intake.name}, sheet "${sheet.name}" → ${path} (new): ${draft.rows} rows, ${draft.columns} columns`,
    '',
    ...draft.text
      .trimEnd()
      .split('\n')
      .map(line => `  ${line}`),
    '',
    ...draft.said,
    'Read it over: what counts as a title, a unit and a note only you know. If the counts are rounded, add `rounding: 10`.',
    'Say what it counts: add `statistic` and, where it is only of a group, `population`, by the names in data/begrippen.yaml.',
  ];
  return { path, lines, text: draft.text, diagnostics };
}

function onlySheet(sheets: readonly Sheet[]): Sheet {
  const [sheet] = sheets;
  if (!sheet) throw new UsageError('All sheets are hidden.', ['Name one with --sheet.']);
  if (sheets.length > 1)
    throw new UsageError(`There are several sheets: ${sheets.map(({ name }) => `"${name}"`).join(', ')}.`, [
      'Name the one with the table: --sheet.',
    ]);
  return sheet;
}

function headOf(sheet: Sheet, { head }: Intake): TableHead {
  const title = head.title ?? titleOf(sheet);
  const unit = head.unit ?? lineAfter(sheet, ['Eenheid'])?.text;
  const source = head.source ?? lineAfter(sheet, ['Bron'])?.text;
  if (title !== undefined && unit !== undefined && source !== undefined)
    return {
      title,
      unit,
      source,
      notes: linesAfter(sheet, ['Noot', 'Toelichting', 'N\\.B\\.']).map(({ text }) => capitalise(text)),
    };
  const lacking = Object.entries({ title, unit, source }).flatMap(([name, value]) =>
    value === undefined ? [name] : [],
  );
  const examples = { title: 'Gemelde slachtoffers naar herkomst', unit: 'slachtoffers', source: 'CoMensha' };
  throw new UsageError(`The sheet does not say the ${lacking.join(', the ')} of the new table.`, [
    `Add ${lacking.map(name => `--${name} "${examples[name as keyof typeof examples]}"`).join(' ')}.`,
  ]);
}
