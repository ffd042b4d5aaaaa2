// Declared sums as typed → relations with every label spelled out.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Panel, Relation, Whole } from './edition.ts';
import type { RelationSpec, WholeSpec } from './schema.ts';
import { unknownLabel } from './table.ts';
import { placeOf, type YamlFile } from './yaml.ts';

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
  const diagnostics = specs.flatMap((spec, index) => checkLabels(spec, shape, placeOf(file, ['relations', index])));
  if (diagnostics.length > 0) return { relations: [], diagnostics };
  const relations = specs.map((spec, index) => readRelation(spec, shape, placeOf(file, ['relations', index])));
  return { relations, diagnostics };
}

function checkLabels(spec: RelationSpec, shape: TableShape, place: Place): Diagnostic[] {
  const [added, scope] = spec.sum === 'rows' ? ([shape.rows, shape.columns] as const) : ([shape.columns, shape.rows] as const);
  const [what, other] = spec.sum === 'rows' ? (['row', 'column'] as const) : (['column', 'row'] as const);
  const whole = wholeOf(spec);
  const own = whole.table === undefined || whole.table === shape.id;
  return [
    ...unknown(what, spec.of, added, place),
    ...unknown(other, spec.for, scope, place),
    ...unknown('panel', spec.panel === undefined ? [] : [spec.panel], panelTitles(shape), place),
    ...(own ? unknown('row', listed(whole.row, whole.rows), shape.rows, place) : []),
    ...(own ? unknown('column', listed(whole.column, whole.columns), shape.columns, place) : []),
    ...unknown('panel', whole.panel === undefined ? [] : [whole.panel], own ? panelTitles(shape) : [whole.panel ?? ''], place),
  ];
}

function listed(one: string | undefined, many: readonly string[] | 'all' | undefined): readonly string[] {
  if (one !== undefined) return [one];
  return many === undefined || many === 'all' ? [] : many;
}

function panelTitles(shape: TableShape): string[] {
  return shape.panels.flatMap(panel => (panel.title === undefined ? [] : [panel.title]));
}

function unknown(
  what: 'row' | 'column' | 'panel',
  labels: readonly string[] | undefined,
  known: readonly string[],
  place: Place,
): Diagnostic[] {
  return (labels ?? []).filter(label => !known.includes(label)).map(label => unknownLabel(what, label, known, place));
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
