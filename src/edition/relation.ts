// Declared relations as typed → sums and shares with every label of their own table spelled out.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Claim, ConstantSum, EarlierSum, Relation, Sum, Whole } from './edition.ts';
import type { RelationSpec, SumSpec, WholeSpec } from './relation-spec.ts';
import { checkShare, readShare } from './share.ts';
import { checkCells, checkLabels, columnsOf, panelTitles, type Spot, spotIn, type TableShape } from './spot.ts';
import { placeOf, type YamlFile } from './yaml.ts';

/** What a table declares: sums against cells of its edition, and everything else. */
export interface Declared {
  readonly relations: readonly Relation[];
  readonly claims: readonly Claim[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The relations of a table; labels of other tables are checked later, when all tables are read. */
export function readRelations(specs: readonly RelationSpec[], shape: TableShape, file: YamlFile): Declared {
  const diagnostics = specs.flatMap((spec, index) => {
    const spot = { file, path: ['relations', index] };
    return 'share' in spec ? checkShare(spec, shape, spot) : checkSum(spec, shape, spot);
  });
  if (diagnostics.length > 0) return { relations: [], claims: [], diagnostics };
  const declared = specs.map((spec, index) => {
    const place = placeOf(file, ['relations', index]);
    return 'share' in spec ? readShare(spec, shape, place) : readSum(spec, shape, place);
  });
  const relations = declared.flatMap(one => ('kind' in one ? [] : [one]));
  const claims = declared.flatMap(one => ('kind' in one ? [one] : []));
  return { relations, claims, diagnostics };
}

function checkSum(spec: SumSpec, shape: TableShape, spot: Spot): Diagnostic[] {
  const inRows = spec.sum === 'rows';
  const [added, scope] = inRows ? [shape.rows, shape.columns] : [shape.columns, shape.rows];
  const [what, other] = inRows ? (['row', 'column'] as const) : (['column', 'row'] as const);
  return [
    ...checkLabels(what, spec.of, added, spotIn(spot, 'of')),
    ...checkLabels(other, spec.for, scope, spotIn(spot, 'for')),
    ...checkLabels('panel', spec.panel, panelTitles(shape), spotIn(spot, 'panel')),
    ...checkWhole(spec, shape, spot),
  ];
}

/** Labels of a whole in another table are held against that table when all are read. */
function checkWhole(spec: SumSpec, shape: TableShape, spot: Spot): Diagnostic[] {
  const whole = wholeOf(spec);
  if (!isInside(whole, shape)) return [];
  return checkCells(whole, shape, spotIn(spot, kindOf(spec)));
}

/** Whether the whole is in the very table of the sum. */
function isInside({ table, edition }: WholeSpec, shape: TableShape): boolean {
  return edition === undefined && (table === undefined || table === shape.id);
}

function wholeOf(spec: SumSpec): WholeSpec {
  return spec.equals ?? spec.exceeds ?? spec.within ?? {};
}

function kindOf(spec: SumSpec): Sum['holds'] {
  if (spec.equals) return 'equals';
  return spec.exceeds ? 'exceeds' : 'within';
}

function readSum(spec: SumSpec, shape: TableShape, place: Place): Relation | ConstantSum | EarlierSum {
  const { edition, value } = wholeOf(spec);
  const whole = readWhole(wholeOf(spec), spec.sum, shape);
  const taken = isInside(wholeOf(spec), shape) ? ownWhole(whole, shape, spec.sum) : [];
  const inRows = spec.sum === 'rows';
  const panel = columnsOf(shape, spec.panel);
  const sum: Sum = {
    direction: spec.sum,
    parts: spec.of ?? (inRows ? shape.rows : panel).filter(label => !taken.includes(label)),
    scope: spec.for ?? (inRows ? panel : shape.rows),
    holds: kindOf(spec),
    ...(spec.because ? { because: spec.because } : {}),
    place,
  };
  if (value !== undefined) return { kind: 'constant', ...sum, value };
  return edition === undefined ? { ...sum, whole } : { kind: 'earlier', ...sum, edition, whole };
}

function readWhole(spec: WholeSpec, sum: SumSpec['sum'], shape: TableShape): Whole {
  const table = spec.table ?? shape.id;
  const rows = spec.row === undefined ? spec.rows : [spec.row];
  const columns = spec.column === undefined ? spec.columns : [spec.column];
  return {
    table,
    rows: rows ?? (sum === 'rows' && !isInside(spec, shape) ? 'all' : 'same'),
    columns: columns ?? (spec.panel === undefined ? 'same' : 'all'),
    ...(spec.panel === undefined ? {} : { panel: spec.panel }),
  };
}

/** The labels of a whole's rows or columns that can be told apart from the parts of a sum in the same table. */
function ownWhole(whole: Whole, shape: TableShape, direction: Sum['direction']): readonly string[] {
  const chosen = direction === 'rows' ? whole.rows : whole.columns;
  if (chosen === 'same') return [];
  if (chosen !== 'all') return chosen;
  return whole.panel === undefined ? [] : columnsOf(shape, whole.panel);
}
