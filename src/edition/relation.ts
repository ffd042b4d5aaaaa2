// Declared sums as typed → relations with every label spelled out.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Panel, Relation, Whole } from './edition.ts';
import { unknownLabel } from './label.ts';
import type { RelationSpec, WholeSpec } from './schema.ts';
import { placeOf, type YamlFile, type YamlPath } from './yaml.ts';

/** What a relation needs to know of the table it stands in. */
export interface TableShape {
  readonly id: string;
  readonly panels: readonly Panel[];
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

/** The relations of a table; labels of other tables are checked later, when all tables are read. */
export function readRelations(
  specs: readonly RelationSpec[],
  shape: TableShape,
  file: YamlFile,
): { relations: Relation[]; diagnostics: Diagnostic[] } {
  const diagnostics = specs.flatMap((spec, index) => checkLabels(spec, shape, { file, path: ['relations', index] }));
  if (diagnostics.length > 0) return { relations: [], diagnostics };
  const relations = specs.map((spec, index) => readRelation(spec, shape, placeOf(file, ['relations', index])));
  return { relations, diagnostics };
}

/** Where a part of a relation stands in its file. */
interface Spot {
  readonly file: YamlFile;
  readonly path: YamlPath;
}

function checkLabels(spec: RelationSpec, shape: TableShape, spot: Spot): Diagnostic[] {
  const inRows = spec.sum === 'rows';
  const [added, scope] = inRows ? [shape.rows, shape.columns] : [shape.columns, shape.rows];
  const [what, other] = inRows ? (['row', 'column'] as const) : (['column', 'row'] as const);
  return [
    ...unknown(what, spec.of, added, at(spot, 'of')),
    ...unknown(other, spec.for, scope, at(spot, 'for')),
    ...unknown('panel', spec.panel, panelTitles(shape), at(spot, 'panel')),
    ...checkWholeLabels(spec, shape, spot),
  ];
}

/** Labels of a whole in another table are held against that table when all are read. */
function checkWholeLabels(spec: RelationSpec, shape: TableShape, spot: Spot): Diagnostic[] {
  const whole = wholeOf(spec);
  if (whole.table !== undefined && whole.table !== shape.id) return [];
  const inside = at(spot, spec.equals ? 'equals' : spec.exceeds ? 'exceeds' : 'within');
  return [
    ...unknown('row', whole.row, shape.rows, at(inside, 'row')),
    ...unknown('row', whole.rows === 'all' ? [] : whole.rows, shape.rows, at(inside, 'rows')),
    ...unknown('column', whole.column, shape.columns, at(inside, 'column')),
    ...unknown('column', whole.columns === 'all' ? [] : whole.columns, shape.columns, at(inside, 'columns')),
    ...unknown('panel', whole.panel, panelTitles(shape), at(inside, 'panel')),
  ];
}

function at({ file, path }: Spot, key: string | number): Spot {
  return { file, path: [...path, key] };
}

function panelTitles(shape: TableShape): string[] {
  return shape.panels.flatMap(panel => (panel.title === undefined ? [] : [panel.title]));
}

/** A diagnostic for every label that is not known, at the label itself: a single one, or one of a list. */
function unknown(
  what: 'row' | 'column' | 'panel',
  labels: string | readonly string[] | undefined,
  known: readonly string[],
  spot: Spot,
): Diagnostic[] {
  if (typeof labels === 'string') return unknown(what, [labels], known, spot);
  return (labels ?? []).flatMap((label, index) => {
    if (known.includes(label)) return [];
    return [unknownLabel(what, label, known, placeOf(spot.file, [...spot.path, index]))];
  });
}

function wholeOf(spec: RelationSpec): WholeSpec {
  return spec.equals ?? spec.exceeds ?? spec.within ?? {};
}

function readRelation(spec: RelationSpec, shape: TableShape, place: Place): Relation {
  const whole = readWhole(wholeOf(spec), spec.sum, shape);
  const panel = shape.panels.find(one => one.title === spec.panel)?.columns ?? shape.columns;
  const inRows = spec.sum === 'rows';
  const taken = ownWhole(whole, shape, spec.sum);
  const parts = spec.of ?? (inRows ? shape.rows : panel).filter(label => !taken.includes(label));
  return {
    direction: spec.sum,
    parts,
    scope: spec.for ?? (inRows ? panel : shape.rows),
    holds: spec.equals ? 'equals' : spec.exceeds ? 'exceeds' : 'within',
    whole,
    ...(spec.because ? { because: spec.because } : {}),
    place,
  };
}

function readWhole(spec: WholeSpec, sum: RelationSpec['sum'], shape: TableShape): Whole {
  const table = spec.table ?? shape.id;
  const rows = spec.row === undefined ? spec.rows : [spec.row];
  const columns = spec.column === undefined ? spec.columns : [spec.column];
  return {
    table,
    rows: rows ?? (sum === 'rows' && table !== shape.id ? 'all' : 'same'),
    columns: columns ?? (spec.panel === undefined ? 'same' : 'all'),
    ...(spec.panel === undefined ? {} : { panel: spec.panel }),
  };
}

/** The labels of a whole's rows or columns that can be told apart from the parts of a sum in the same table. */
function ownWhole(whole: Whole, shape: TableShape, direction: Relation['direction']): readonly string[] {
  if (whole.table !== shape.id) return [];
  const chosen = direction === 'rows' ? whole.rows : whole.columns;
  if (chosen === 'same') return [];
  if (chosen !== 'all') return chosen;
  return shape.panels.find(panel => panel.title === whole.panel)?.columns ?? [];
}
