// A table as it is compared: what is said of it by name, and its cells by their labels; of an edition or of its open data.

import type { Sum, Table, Whole } from '../edition/edition.ts';
import { cellText } from '../locale/cell.ts';
import { formatDate } from '../locale/date.ts';
import { joinList } from '../locale/list.ts';
import { isOpen, type Observation, type ObservedValue } from '../statistics/observation.ts';
import type { CellState } from './comparison.ts';

/** What a cell is, and the value behind it. */
export interface CellView {
  readonly state: CellState;
  readonly value: ObservedValue;
}

/** A row with its cells in the order of the columns. */
export interface RowView {
  readonly label: string;
  /** Undefined where nothing is known of a cell. */
  readonly cells: readonly (CellView | undefined)[];
}

/** A table, whatever it was read from. */
export interface TableView {
  readonly year: number;
  readonly table: string;
  readonly title: string;
  /** Words about the whole table by their Dutch name; undefined for what is not said, absent for what cannot be known. */
  readonly facets: ReadonlyMap<string, string | undefined>;
  /** Lists of which each item is compared by itself, by the Dutch name of an item: notes and declared sums. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly columns: readonly string[];
  readonly rows: readonly RowView[];
  /** Ids of the tables of its year that its sums and shares are held against; absent where that is not known. */
  readonly joins?: readonly string[];
  /** Whether it may have more rows, columns and cells than these. */
  readonly isPartial?: boolean;
}

/** A table of an edition. */
export function viewOf(table: Table, year: number): TableView {
  const { id, title, unit, source, statistic, population, panels, columns, notes } = table;
  const date = table.openDate ? '?' : table.referenceDate && formatDate(table.referenceDate);
  const titled = panels.filter(panel => panel.title !== undefined);
  return {
    ...{ year, table: id, title, columns, joins: joinsOf(table) },
    facets: new Map([
      ['titel', title],
      ['eenheid', unit],
      ['bron', source],
      ['peildatum', date],
      ['statistiek', statistic],
      ['populatie', population && joinList(population)],
      [
        'panelen',
        titled.length > 0 ? titled.map(one => `${one.title}: ${one.columns.join(', ')}`).join('; ') : undefined,
      ],
    ]),
    lists: new Map([
      ['noot', notes],
      ['telverband', [...table.relations, ...(table.claims ?? [])].map(relationWords)],
    ]),
    rows: table.rows.map(({ label, observations }) => ({ label, cells: observations.map(cellView) })),
  };
}

function joinsOf({ id, relations, claims = [] }: Table): string[] {
  const wholes = [...relations, ...claims].flatMap(relation =>
    'kind' in relation ? (relation.kind === 'share' ? [relation.part, relation.whole] : []) : [relation.whole],
  );
  return [...new Set(wholes.map(({ table }) => table))].filter(table => table !== id);
}

function cellView(observation: Observation): CellView {
  const { value, status, previous } = observation;
  const reason = value.kind === 'missing' ? value.reason : observation.remark;
  const before = previous === undefined ? '' : ` (eerder ${previous})`;
  const remark = reason === undefined && before === '' ? undefined : `${reason ?? 'herzien'}${before}`;
  return {
    value,
    state: {
      printed: isOpen(observation) ? '?' : cellText(value),
      disclosure: disclosureOf(value),
      status,
      ...(remark === undefined || remark === '' ? {} : { remark }),
    },
  };
}

/** Whether a value stands in print, or why not. */
export function disclosureOf({ kind }: ObservedValue): CellState['disclosure'] {
  return kind === 'suppressed' ? 'suppressed' : kind === 'missing' ? 'missing' : 'published';
}

type Relation = Table['relations'][number] | NonNullable<Table['claims']>[number];

const holdWords = { equals: 'is', exceeds: 'is ten minste', within: 'is hoogstens' } as const;

/** A declared relation in a Dutch line; two relations are the same when their lines are. */
function relationWords(relation: Relation): string {
  if (!('kind' in relation)) return `${sumWords(relation)} ${wholeWords(relation.whole)}${reason(relation)}`;
  switch (relation.kind) {
    case 'constant':
      return `${sumWords(relation)} ${relation.value}${reason(relation)}`;
    case 'earlier':
      return `${sumWords(relation)} ${wholeWords(relation.whole)} van ${relation.edition}${reason(relation)}`;
    case 'share': {
      const own = `${joinList(relation.rows)} bij ${joinList(relation.columns)}`;
      return `Het percentage van ${own} is het deel van ${wholeWords(relation.part)} in ${wholeWords(relation.whole)}`;
    }
  }
}

function sumWords({ direction, parts, scope, holds }: Sum): string {
  const what = direction === 'rows' ? 'rijen' : 'kolommen';
  return `De som van de ${what} ${joinList(parts)} (bij ${joinList(scope)}) ${holdWords[holds]}`;
}

function wholeWords({ table, rows, columns, panel }: Whole): string {
  const within = panel === undefined ? '' : ` van paneel ${panel}`;
  return `${table}, ${labelWords(rows, 'rij')}, ${labelWords(columns, 'kolom')}${within}`;
}

function labelWords(labels: Whole['rows'], what: 'rij' | 'kolom'): string {
  if (labels === 'same') return `dezelfde ${what}`;
  if (labels === 'all') return what === 'rij' ? 'alle rijen' : 'alle kolommen';
  return `${what} ${joinList(labels)}`;
}

function reason({ because }: Sum): string {
  return because === undefined ? '' : `: ${because}`;
}
