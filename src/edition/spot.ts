// The labels that a relation names of its own table, each held against the table at the very place it stands.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Panel } from './edition.ts';
import { unknownLabel } from './label.ts';
import type { CellsSpec } from './relation-spec.ts';
import { placeOf, type YamlFile, type YamlPath } from './yaml.ts';

/** What a relation needs to know of the table it stands in. */
export interface TableShape {
  readonly id: string;
  readonly panels: readonly Panel[];
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

/** Where a part of a relation stands in its file. */
export interface Spot {
  readonly file: YamlFile;
  readonly path: YamlPath;
}

/** The spot of a key or an item within another. */
export function spotIn({ file, path }: Spot, key: string | number): Spot {
  return { file, path: [...path, key] };
}

/** A diagnostic for every row, column and panel of a set of cells that the table does not have. */
export function checkCells(cells: CellsSpec, shape: TableShape, spot: Spot): Diagnostic[] {
  return [
    ...checkLabels('row', cells.row, shape.rows, spotIn(spot, 'row')),
    ...checkLabels('row', cells.rows === 'all' ? [] : cells.rows, shape.rows, spotIn(spot, 'rows')),
    ...checkLabels('column', cells.column, shape.columns, spotIn(spot, 'column')),
    ...checkLabels('column', cells.columns === 'all' ? [] : cells.columns, shape.columns, spotIn(spot, 'columns')),
    ...checkLabels('panel', cells.panel, panelTitles(shape), spotIn(spot, 'panel')),
  ];
}

/** A diagnostic for every label that is not known, at the label itself: a single one, or one of a list. */
export function checkLabels(
  what: 'row' | 'column' | 'panel',
  labels: string | readonly string[] | undefined,
  known: readonly string[],
  spot: Spot,
): Diagnostic[] {
  if (typeof labels === 'string') return checkLabels(what, [labels], known, spot);
  return (labels ?? []).flatMap((label, index) => {
    if (known.includes(label)) return [];
    return [unknownLabel(what, label, known, placeOf(spot.file, [...spot.path, index]))];
  });
}

/** The titles of a table's panels; none when it has no named panels. */
export function panelTitles(shape: TableShape): string[] {
  return shape.panels.flatMap(panel => (panel.title === undefined ? [] : [panel.title]));
}

/** The columns of the panel with this title, or all columns without one. */
export function columnsOf(shape: TableShape, title: string | undefined): readonly string[] {
  return shape.panels.find(panel => title !== undefined && panel.title === title)?.columns ?? shape.columns;
}
