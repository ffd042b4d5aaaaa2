// An import into a table that is there: what changes in its file.

import { type Block, blockAddress, chooseBlock } from '../delivery/block.ts';
import { changesOf, clashingRemarks, missingDiagnostics } from '../delivery/change.ts';
import { referenceDates } from '../delivery/facts.ts';
import { placeDelivery } from '../delivery/place.ts';
import { assertChanged, rewrite } from '../delivery/rewrite.ts';
import { parseTarget, type Target } from '../delivery/target.ts';
import { viewOf } from '../delivery/view.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import type { Sheet } from '../spreadsheet/grid.ts';
import { type ImportPlan, type Intake, selectSheets } from './intake.ts';
import { UsageError } from './selection.ts';
import { adviceLines, changeLines, headLine, keptLines } from './telling.ts';

/** Works out what the sheets change in a table; throws a UsageError when the table lies in none, or in several places. */
export function planChanges(sheets: readonly Sheet[], target: Target, intake: Intake): ImportPlan {
  const path = target.file.source.file;
  const block = findBlock(selectSheets(sheets, intake.sheet), target, intake);
  const placement = placeDelivery(block, target, intake);
  const changes = changesOf(placement, target);
  const missing = intake.reason === undefined ? missingDiagnostics(changes, target) : [];
  const diagnostics = [...placement.diagnostics, ...missing, ...clashingRemarks(changes, target)];
  const head = headLine(block, { name: intake.name, path });
  if (hasErrors(diagnostics)) return { path, lines: [head], diagnostics };
  const date = referenceDateOf(block);
  const { text, said } = rewrite(
    {
      changes,
      ...(date.date ? { referenceDate: date.date } : {}),
      ...(intake.reason === undefined ? {} : { reason: intake.reason }),
    },
    target,
  );
  const after = parseTarget(target.year, target.id, text);
  if (after) assertChanged(target, after, changes);
  const lines = [
    head,
    ...changeLines(changes, placement),
    ...said,
    ...placement.said,
    ...date.said,
    ...keptLines(placement),
    ...adviceLines({ placement, changes, target, status: intake.status }),
  ];
  return { path, lines, diagnostics, ...(text === target.text ? {} : { text }) };
}

function findBlock(sheets: readonly Sheet[], target: Target, { range, name }: Intake): Block {
  const views = sheets.flatMap(sheet => [viewOf(sheet, false, range), viewOf(sheet, true, range)]);
  const found = chooseBlock(views, target);
  if (found.kind === 'block') return found.block;
  if (found.kind === 'several')
    throw new UsageError(`The table may be any of several in ${name}: ${found.blocks.map(blockAddress).join(', ')}.`, [
      'Name its sheet with --sheet, or its block with its labels with --range, such as --range A3:F12.',
    ]);
  throw notFound(sheets, target, name);
}

function notFound(sheets: readonly Sheet[], { rows, columns }: Target, name: string): UsageError {
  const some = (labels: readonly string[]): string =>
    labels
      .slice(0, 3)
      .map(label => `"${label}"`)
      .join(', ');
  const looked = sheets.map(sheet => `"${sheet.name}"`).join(', ') || 'none that is not hidden';
  return new UsageError(`The labels of the table are not in ${name} (sheets: ${looked}).`, [
    `Look for its rows, such as ${some(rows)}, and its columns, such as ${some(columns)}: they are typed in another way, or stand in another file or a hidden sheet (--sheet).`,
  ]);
}

/** The reference date that the sheet names; two that differ are no date. */
function referenceDateOf({ view: { sheet } }: Block): { date?: string; said: readonly string[] } {
  const dates = [...new Set(referenceDates(sheet).map(fact => fact.text))];
  const [date] = dates;
  if (dates.length > 1) return { said: [`Reference date left as it is: the sheet names ${dates.join(' and ')}.`] };
  return date === undefined ? { said: [] } : { date, said: [] };
}
