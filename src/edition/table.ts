// A table file as typed → the checked table: cells read, remarks applied, relations resolved.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Observation, ObservationStatus, ObservedValue } from '../statistics/observation.ts';
import { type CellMeasure, isMistake, openSign, readCell } from './cell.ts';
import type { Panel, Row, Table } from './edition.ts';
import { unknownLabel } from './label.ts';
import { readRelations } from './relation.ts';
import type { RemarkSpec, TableSpec } from './schema.ts';
import { keysInOrder, placeOf, placeOfKey, type YamlFile } from './yaml.ts';

/** The checked table; without one when a row or a label is wrong. */
export function normaliseTable(
  id: string,
  spec: TableSpec,
  file: YamlFile,
): { value?: Table; diagnostics: readonly Diagnostic[] } {
  const panels = panelsOf(spec, file);
  const columns = panels.flatMap(panel => panel.columns);
  const diagnostics = [
    ...repeatedColumns(columns, file),
    ...checkRemarkLabels(spec, columns, file),
    ...repeatedRemarks(spec, columns, file),
  ];
  const rows = keysInOrder(file, ['rows']).map(label => readRow(label, { spec, columns, file, diagnostics }));
  const shape = { id, panels, columns, rows: rows.map(row => row.label) };
  const relations = readRelations(spec.relations ?? [], shape, file);
  diagnostics.push(...relations.diagnostics);
  if (diagnostics.some(one => one.severity === 'error')) return { diagnostics };
  const { title, unit, source, referenceDate, statistic, population } = spec;
  const table: Table = {
    ...{ id, title, unit, source, panels, columns, rows, relations: relations.relations },
    ...(relations.claims.length > 0 ? { claims: relations.claims } : {}),
    ...dateOf(referenceDate, file),
    ...(statistic ? { statistic } : {}),
    ...(population ? { population } : {}),
    ...(statistic || population ? { conceptPlaces: placesOfConcepts(spec, file) } : {}),
    notes: spec.notes ?? [],
    place: placeOf(file, ['title']),
  };
  return { value: table, diagnostics };
}

function dateOf(date: string | undefined, file: YamlFile): Pick<Table, 'referenceDate' | 'openDate'> {
  if (date === openSign) return { openDate: placeOf(file, ['referenceDate']) };
  return date === undefined ? {} : { referenceDate: date };
}

function placesOfConcepts({ statistic, population = [] }: TableSpec, file: YamlFile): Row['place'][] {
  const groups = population.map((_, index) => placeOf(file, ['population', index]));
  return statistic === undefined ? groups : [placeOf(file, ['statistic']), ...groups];
}

function panelsOf(spec: TableSpec, file: YamlFile): Panel[] {
  if (spec.columns) return [{ columns: spec.columns }];
  return keysInOrder(file, ['panels']).map(title => ({
    title,
    columns: spec.panels?.[title] ?? [],
    place: placeOfKey(file, ['panels', title]),
  }));
}

function repeatedColumns(columns: readonly string[], file: YamlFile): Diagnostic[] {
  const repeated = columns.filter((label, index) => columns.indexOf(label) !== index);
  return repeated.map(label => ({
    severity: 'error',
    rule: 'repeated-column',
    message: `The column "${label}" stands in the table more than once.`,
    place: placeOf(file, [file.document.has('columns') ? 'columns' : 'panels']),
    hints: ['Give every column a label of its own, also in different panels.'],
  }));
}

function checkRemarkLabels(spec: TableSpec, columns: readonly string[], file: YamlFile): Diagnostic[] {
  const rows = keysInOrder(file, ['rows']);
  return (spec.remarks ?? []).flatMap((remark, index) => [
    ...(rows.includes(remark.row)
      ? []
      : [unknownLabel('row', remark.row, rows, placeOf(file, ['remarks', index, 'row']))]),
    ...(remark.columns ?? []).flatMap((label, at) =>
      columns.includes(label)
        ? []
        : [unknownLabel('column', label, columns, placeOf(file, ['remarks', index, 'columns', at]))],
    ),
  ]);
}

/** A cell has one status: a second remark on it would be passed over. */
function repeatedRemarks(spec: TableSpec, columns: readonly string[], file: YamlFile): Diagnostic[] {
  const seen = new Set<string>();
  return (spec.remarks ?? []).flatMap((remark, index) => {
    const cells = (remark.columns ?? columns).map(column => JSON.stringify([remark.row, column]));
    const again = cells.some(cell => seen.has(cell));
    for (const cell of cells) seen.add(cell);
    return again ? [repeatedRemark(remark.row, placeOf(file, ['remarks', index]))] : [];
  });
}

function repeatedRemark(row: string, place: Row['place']): Diagnostic {
  return {
    severity: 'error',
    rule: 'remark-repeated',
    message: `More than one remark is made on a cell of the row "${row}".`,
    place,
    hints: ['Name under `columns` of each remark only its own cells.'],
  };
}

interface RowContext {
  readonly spec: TableSpec;
  readonly columns: readonly string[];
  readonly file: YamlFile;
  readonly diagnostics: Diagnostic[];
}

function readRow(label: string, context: RowContext): Row {
  const { spec, columns, file, diagnostics } = context;
  const cells = spec.rows[label] ?? [];
  const place = placeOfKey(file, ['rows', label]);
  if (cells.length !== columns.length) {
    diagnostics.push(wrongCount(label, cells, columns, place));
    return { label, observations: [], place };
  }
  const observations = columns.flatMap((column, index) => readObservation({ label, column, index }, context));
  return { label, observations, place };
}

function wrongCount(
  label: string,
  cells: readonly string[],
  columns: readonly string[],
  place: Row['place'],
): Diagnostic {
  const missing = columns.length - cells.length;
  const hint =
    missing > 0
      ? `Add ${counted(missing, 'cell')}; a lost value is a point (.) with its reason under remarks.`
      : 'Take the extra cells out; a decimal comma splits a number in two, so write decimals with a point.';
  return {
    severity: 'error',
    rule: 'cell-count',
    message: `The row "${label}" has ${counted(cells.length, 'cell')}, but the table has ${counted(columns.length, 'column')}.`,
    place,
    hints: [hint, `The columns are ${columns.map(column => `"${column}"`).join(', ')}.`],
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

interface CellAddress {
  readonly label: string;
  readonly column: string;
  readonly index: number;
}

function readObservation(address: CellAddress, context: RowContext): Observation[] {
  const { spec, file, diagnostics } = context;
  const place = placeOf(file, ['rows', address.label, address.index]);
  const typed = spec.rows[address.label]?.[address.index] ?? '';
  const read = readCell(typed, measureOf(spec, address.column));
  const remark = remarkOn(spec.remarks ?? [], address);
  const wrong = isMistake(read) ? read : remarkMistake(read, remark);
  if (!wrong && !isMistake(read)) return [{ ...withRemark(read, remark), place }];
  const { message, hint } = wrong ?? { message: '', hint: '' };
  const where = `Row "${address.label}", column "${address.column}": `;
  diagnostics.push({ severity: 'error', rule: 'cell', message: where + message, place, hints: [hint] });
  return [];
}

/** How the numbers of a column are to be read. */
export function measureOf(spec: TableSpec, column: string): CellMeasure {
  return { measure: spec.measures?.[column] ?? spec.measure ?? 'count', rounding: spec.rounding ?? 1 };
}

function remarkOn(remarks: readonly RemarkSpec[], { label, column }: CellAddress): RemarkSpec | undefined {
  return remarks.find(remark => remark.row === label && (remark.columns?.includes(column) ?? true));
}

function remarkMistake(
  value: ObservedValue,
  remark: RemarkSpec | undefined,
): { message: string; hint: string } | undefined {
  if (value.kind === 'missing' && !value.isOpen && remark?.missing === undefined)
    return {
      message: 'a missing value (.) needs its reason.',
      hint: 'Add `- row: …` with `missing: <the reason>` under remarks.',
    };
  if (value.kind !== 'missing' && remark?.missing !== undefined)
    return {
      message: 'a remark says that this value is missing, but the cell has one.',
      hint: 'Write a point (.) in the cell, or name under `columns` of the remark only the cells that are missing.',
    };
  return undefined;
}

function withRemark(value: ObservedValue, remark: RemarkSpec | undefined): Omit<Observation, 'place'> {
  if (value.kind === 'missing')
    return { value: { ...value, reason: remark?.missing ?? value.reason }, status: 'final' };
  if (!remark) return { value, status: 'final' };
  const [status, reason] = statusOf(remark);
  return { value, status, remark: reason, ...(remark.previous ? { previous: remark.previous } : {}) };
}

function statusOf(remark: RemarkSpec): [ObservationStatus, string] {
  if (remark.revised !== undefined) return ['revised', remark.revised];
  if (remark.provisional !== undefined) return ['provisional', remark.provisional];
  return ['reconstructed', remark.reconstructed ?? ''];
}
