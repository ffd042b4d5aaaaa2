// The table in a sheet that no labels are known of: found by its numbers, with the labels that stand around them.

import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { address, type GridCell } from '../spreadsheet/grid.ts';
import { type Body, bodyOf } from './body.ts';
import { folded, labelOf, splitMark } from './label.ts';
import { at, inSheet, isHidden, span, type View } from './view.ts';

/** A table as it lies in a sheet. */
export interface Frame {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Heads above groups of columns; none when there is none, or one above all. */
  readonly panels: readonly { readonly title: string; readonly columns: readonly string[] }[];
  /** For each row its cells, undefined where nothing is shown, with where they stand. */
  readonly cells: readonly (readonly { readonly cell: GridCell | undefined; readonly address: string }[])[];
  /** Marks that stood behind labels. */
  readonly marks: readonly FrameMark[];
  readonly said: readonly string[];
}

/** A mark, and where it stands. */
export interface FrameMark {
  readonly mark: string;
  readonly address: string;
}

/** Finds the one table of a view; a diagnostic says what its labels lack. */
export function frameOf(view: View, omit: readonly string[], isRange: boolean): Outcome<Frame> {
  const body = bodyOf(view, isRange);
  if (!body) return { diagnostics: [nothingFound(view)] };
  const isAsked = (cell: GridCell | undefined): boolean =>
    cell !== undefined && omit.some(one => folded(one) === folded(cell.text));
  const isKept = (what: 'row' | 'column', index: number, cell: GridCell | undefined): boolean =>
    !isAsked(cell) && !isHidden(view, what, index);
  const rows = body.rows.filter(row => isKept('row', row, at(view, row, body.stub)));
  const columns = body.columns.filter(column => isKept('column', column, at(view, body.header, column)));
  const rowLabels = rows.map(row => labelText(at(view, row, body.stub)));
  const columnLabels = columns.map(column => labelText(at(view, body.header, column)));
  const panels = panelsOf(view, { ...body, columns }, columnLabels);
  const diagnostics = [
    ...labelDiagnostics(
      'row',
      rowLabels,
      rows.map(row => where(view, row, body.stub)),
    ),
    ...labelDiagnostics(
      'column',
      columnLabels,
      columns.map(column => where(view, body.header, column)),
    ),
    ...(panels ? [] : [halfHeaded(view, body)]),
    ...moreBelow(view, body),
  ];
  if (diagnostics.length > 0 || !panels) return { diagnostics };
  const cells = rows.map(row =>
    columns.map(column => ({ cell: at(view, row, column), address: where(view, row, column) })),
  );
  const kept = { ...body, rows, columns };
  const [marks, said] = [marksOf(view, kept), linesLeftOut(view, body, kept)];
  return { value: { rows: rowLabels, columns: columnLabels, panels, cells, marks, said }, diagnostics };
}

/** Marks behind the labels of these rows and columns. */
function marksOf(view: View, { header, stub, rows, columns }: Body): FrameMark[] {
  const heads = [...rows.map(row => [row, stub] as const), ...columns.map(column => [header, column] as const)];
  return heads.flatMap(([row, column]) => {
    const { mark } = splitMark(at(view, row, column)?.text ?? '');
    return mark === undefined ? [] : [{ mark, address: where(view, row, column) }];
  });
}

function linesLeftOut(view: View, all: Body, kept: Body): string[] {
  return [
    ...all.bare.map(row => `Left out, as nothing stands behind it: "${at(view, row, all.stub)?.text}".`),
    ...all.rows.filter(row => !kept.rows.includes(row)).map(row => leftOut('row', at(view, row, all.stub))),
    ...all.columns
      .filter(column => !kept.columns.includes(column))
      .map(column => leftOut('column', at(view, all.header, column))),
  ];
}

function leftOut(what: 'row' | 'column', cell: GridCell | undefined): string {
  return `Left out, as asked or hidden: the ${what} ${cell ? `"${cell.text}"` : 'without a label'}.`;
}

/** A label without the mark behind it, on one line. */
function labelText(cell: GridCell | undefined): string {
  if (!cell) return '';
  const reading = labelOf(cell).readings.at(-1)?.text ?? cell.text;
  return reading
    .replace(/\u00ad/g, '')
    .replace(/\u2011/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function where(view: View, row: number, column: number): string {
  return `${view.sheet.name}!${address(inSheet(view, { row, column }))}`;
}

/** Undefined when only some of the columns have a head. */
function panelsOf(view: View, { header, stub, columns }: Body, labels: readonly string[]): Frame['panels'] | undefined {
  const row = header - 1;
  const heads = columns.map(column => {
    const own = at(view, header, column);
    const from = span(stub + 1, column).findLast(left => at(view, row, left) !== undefined);
    const head = from === undefined ? undefined : at(view, row, from);
    return head === own || (head && head.column <= stub) ? undefined : head;
  });
  const titles = [...new Set(heads.flatMap(head => (head ? [head] : [])))];
  if (titles.length < 2) return [];
  if (heads.includes(undefined)) return undefined;
  return titles.map(title => ({
    title: labelText(title),
    columns: labels.filter((_, index) => heads[index] === title),
  }));
}

function labelDiagnostics(what: 'row' | 'column', labels: readonly string[], places: readonly string[]): Diagnostic[] {
  return labels.flatMap((label, index) => {
    if (label !== '' && labels.indexOf(label) === index) return [];
    const message =
      label === ''
        ? `The ${what} at ${places[index]} has no label.`
        : `The ${what} "${label}" stands in the sheet twice, the second time at ${places[index]}.`;
    return [
      {
        severity: 'error',
        rule: 'import-label',
        message,
        hints: ['Give it a label of its own in a copy of the file, or name the block without it: --range A3:F12.'],
      } as const,
    ];
  });
}

function moreBelow(view: View, { stub, below: [row] }: Body): Diagnostic[] {
  if (row === undefined) return [];
  return [
    {
      severity: 'error',
      rule: 'import-several',
      message: `Below an empty row more rows with numbers follow, from ${where(view, row, stub)} on.`,
      hints: ['Name the block that is the table, with its labels: --range, such as --range A3:F12.'],
    },
  ];
}

function halfHeaded(view: View, { header, stub }: Body): Diagnostic {
  return {
    severity: 'error',
    rule: 'import-panel',
    message: `Only some of the columns have a head above them (the row above ${where(view, header, stub)}).`,
    hints: ['Give all columns a head in a copy of the file, or name the block without the heads: --range A4:F12.'],
  };
}

function nothingFound({ sheet }: View): Diagnostic {
  return {
    severity: 'error',
    rule: 'import-nothing',
    message: `Sheet "${sheet.name}" has no rows with a label and numbers behind it, below a row of labels.`,
    hints: ['Name the sheet with --sheet, or the block with its labels with --range A3:F12.'],
  };
}
