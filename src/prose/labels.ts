// The helpers that name things: a row by its place, a period, a date, the date of a register.

import { cellAt, fromCells } from '../claims/cells.ts';
import { all, type Claim, List, type Outcome } from '../claims/result.ts';
import type { Table } from '../edition/edition.ts';
import { capitalise, lowerFirst } from '../locale/capital.ts';
import { formatDate, isCalendarDate } from '../locale/date.ts';
import { formatYears } from '../locale/number.ts';
import { cellQuantity, isFailure } from '../statistics/quantity.ts';
import { cellAtRank } from '../statistics/rank.ts';
import { type Helper, reported } from './calculations.ts';
import { type Call, checkOptions, hasParameters, report, reportFailure, reportLabel } from './call.ts';
import { describe, hasOne, isTable, selectCells } from './select.ts';

/** The helpers that name things, by name. */
export const labels: Readonly<Record<string, Helper>> = {
  'op-plaats': ranked,
  periode: period,
  datum: call => (hasParameters(call, ['"2024-04-26"']) ? dateWords(call, String(call.parameters[0])) : reported),
  peildatum: referenceDate,
};

/** A number that says when, and not how many. */
function structural(basis: string): Claim {
  return { form: 'number', ground: 'structural', basis, verdict: 'holds' };
}

function period(call: Call): Outcome {
  if (!hasParameters(call, ['FIRST', 'LAST'])) return reported;
  checkOptions(call, []);
  const [first, last] = call.parameters;
  if (isYear(first) && isYear(last) && first < last)
    return { kind: 'words', text: formatYears(first, last), claim: structural('periode') };
  report(call, 'arguments', '"periode" needs two years, the first before the last.', [
    'Write for example {{periode 2019 jaar}}.',
  ]);
  return reported;
}

/** The label of the row that alone has the given place in a column. */
function ranked(call: Call): Outcome {
  const [place, table, column] = call.parameters;
  const inYear = call.parameters.length === 2 && isTable(table);
  if (!inYear && !hasParameters(call, ['PLACE', 'TABLE', 'COLUMN'])) return reported;
  checkOptions(call, ['behalve', 'kleine-letter', 'hoofdletter']);
  const selection = selectCells(call, [table, all, column ?? call.text.reportingYear]);
  const [label] = selection?.columns ?? [];
  if (!selection || label === undefined || !hasOne(call, 'column', selection.columns)) return reported;
  const except = exceptedRows(call, selection.table);
  if (!except) return reported;
  if (typeof place === 'number') return atPlace(call, place, cellsBesides(selection, label, except));
  report(call, 'arguments', `A place is a number, and this is ${describe(place)}.`, [
    'Write 1 for the highest, 2 for the next: {{op-plaats 1 herkomst}}.',
  ]);
  return reported;
}

function cellsBesides(
  { table, rows }: { table: Table; rows: readonly string[] },
  column: string,
  except: readonly string[],
) {
  return rows.filter(row => !except.includes(row)).flatMap(row => cellAt(table, row, column) ?? []);
}

function atPlace(call: Call, place: number, cells: ReturnType<typeof cellsBesides>): Outcome {
  const found = cellAtRank(cells, place);
  if ('kind' in found) {
    reportFailure(call, found, ['Name other cells.']);
    return reported;
  }
  const quantity = cellQuantity(found);
  const small = call.hash['kleine-letter'] === true ? lowerFirst(found.row) : found.row;
  const text = call.hash['hoofdletter'] === true ? capitalise(small) : small;
  if (isFailure(quantity)) return { kind: 'words', text };
  const claim = { form: 'word', ground: 'computed', quantity: { ...quantity, cells }, verdict: 'holds' } as const;
  return { kind: 'words', text, claim, about: fromCells([found]) };
}

/** The rows that a ranking leaves out; undefined, and reported, when one of them is not there. */
function exceptedRows(call: Call, table: Table): readonly string[] | undefined {
  const { behalve } = call.hash;
  const named = behalve === undefined ? [] : (behalve instanceof List ? behalve.items : [behalve]).map(String);
  const known = table.rows.map(row => row.label);
  const stray = named.filter(label => !known.includes(label));
  for (const label of stray) reportLabel(call, 'row', label, known);
  return stray.length > 0 ? undefined : named;
}

function isYear(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 1000 && value < 10_000;
}

function dateWords(call: Call, date: string): Outcome {
  checkOptions(call, []);
  if (isCalendarDate(date)) return { kind: 'words', text: formatDate(date), claim: structural('datum') };
  report(call, 'arguments', `"${date}" is not a date.`, ['Write it as "2024-04-26".']);
  return reported;
}

function referenceDate(call: Call): Outcome {
  const [table] = call.parameters;
  if (!hasParameters(call, ['TABLE'])) return reported;
  const selection = selectCells(call, [table, all, all]);
  if (!selection) return reported;
  if (selection.table.referenceDate !== undefined) return dateWords(call, selection.table.referenceDate);
  if (selection.table.openDate) return reported; // there
  report(call, 'arguments', `The table ${selection.table.id} has no referenceDate.`, [
    'Add `referenceDate: 2024-04-26` to the table.',
  ]);
  return reported;
}
