// Rule `sum`: what a table declares to add up must be able to add up, in itself and in other tables.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { Edition, Relation, Table } from '../edition/edition.ts';
import { cellsAt, wholeCells } from '../edition/whole.ts';
import { formatNumber } from '../locale/number.ts';
import { type Interval, isExact } from '../statistics/interval.ts';
import { compare } from '../statistics/rational.ts';
import { sumInterval } from '../statistics/sum.ts';

/**
 * A diagnostic for every declared sum that cannot hold, with the arithmetic; and for labels that are not there. Sums
 * with a table of `broken`, which is there with errors of its own, wait until it can be read.
 */
export function checkSums(edition: Edition, broken: readonly string[] = []): Diagnostic[] {
  return [...edition.tables.values()].flatMap(table =>
    table.relations
      .filter(relation => !broken.includes(relation.whole.table))
      .flatMap(relation => checkRelation(relation, table, edition)),
  );
}

function checkRelation(relation: Relation, table: Table, edition: Edition): Diagnostic[] {
  const other = edition.tables.get(relation.whole.table);
  if (!other) return [unknownTable(relation, edition)];
  const unknown = unknownLabels(relation, other);
  return unknown.length > 0 ? unknown : relation.scope.flatMap(label => checkOne({ relation, table, other, label }));
}

function unknownTable(relation: Relation, edition: Edition): Diagnostic {
  return {
    severity: 'error',
    rule: 'unknown-table',
    message: `The whole of this sum is in the table "${relation.whole.table}", which is not there.`,
    place: relation.place,
    hints: suggestionHints(relation.whole.table, [...edition.tables.keys()]),
  };
}

interface One {
  readonly relation: Relation;
  readonly table: Table;
  /** The table of the whole. */
  readonly other: Table;
  /** The row or column looked at. */
  readonly label: string;
}

function checkOne(one: One): Diagnostic[] {
  const { relation, table, other, label } = one;
  const inRows = relation.direction === 'rows';
  const [rows, columns] = inRows ? [relation.parts, [label]] : [[label], relation.parts];
  const parts = sumInterval(cellsAt(table, rows, columns));
  const whole = sumInterval(wholeCells(relation, label, other) ?? []);
  const known = { parts: parts.missing.length === 0, whole: whole.missing.length === 0 };
  const sides = { parts: parts.known, whole: whole.known, known };
  return holds(relation, sides) ? [] : [contradiction(one, sides)];
}

function rowLabels(table: Table): string[] {
  return table.rows.map(row => row.label);
}

/** Labels of the whole that its table does not have, each said once; the sum's own rows or columns must be there too. */
function unknownLabels(relation: Relation, other: Table): Diagnostic[] {
  const { whole, scope, direction } = relation;
  const named = (labels: Relation['whole']['rows'], asked: boolean): readonly string[] =>
    labels === 'all' ? [] : labels === 'same' ? (asked ? scope : []) : labels;
  const panels = other.panels.flatMap(panel => panel.title ?? []);
  const missing = (
    what: 'row' | 'column' | 'panel',
    labels: readonly string[],
    known: readonly string[],
  ): Diagnostic[] =>
    labels.filter(label => !known.includes(label)).map(label => unknownLabel({ what, label, known, relation }));
  return [
    ...missing('row', named(whole.rows, direction === 'columns'), rowLabels(other)),
    ...missing('column', named(whole.columns, direction === 'rows'), other.columns),
    ...missing('panel', whole.panel === undefined ? [] : [whole.panel], panels),
  ];
}

interface Unknown {
  readonly what: 'row' | 'column' | 'panel';
  readonly label: string;
  readonly known: readonly string[];
  readonly relation: Relation;
}

function unknownLabel({ what, label, known, relation }: Unknown): Diagnostic {
  const all = suggestionHints(label, known);
  return {
    severity: 'error',
    rule: `unknown-${what}`,
    message: `This sum is held against the ${what} "${label}", which the table ${relation.whole.table} does not have.`,
    place: relation.place,
    hints: [...all, `Name under \`for\` what both tables have, if "${label}" is in this table only.`].slice(0, 2),
  };
}

interface Sides {
  readonly parts: Interval;
  readonly whole: Interval;
  /** Whether no cell of the side is missing; a side with missing cells is at least what is there. */
  readonly known: { readonly parts: boolean; readonly whole: boolean };
}

/** Whether some value of the parts and some value of the whole are in the declared relation. */
function holds({ holds: kind }: Relation, { parts, whole, known }: Sides): boolean {
  const reaches = !known.parts || compare(parts.high, whole.low) >= 0;
  const staysWithin = !known.whole || compare(parts.low, whole.high) <= 0;
  return kind === 'equals' ? reaches && staysWithin : kind === 'exceeds' ? reaches : staysWithin;
}

const words = { equals: 'equal', exceeds: 'be at least', within: 'be at most' } as const;

function contradiction({ relation, table, other, label }: One, { parts, whole, known }: Sides): Diagnostic {
  const what = relation.direction === 'rows' ? 'rows' : 'columns';
  const at = relation.direction === 'rows' ? `column "${label}"` : `row "${label}"`;
  const where = other === table ? 'the whole' : `the whole in ${other.id} (${other.place.file})`;
  return {
    severity: 'error',
    rule: 'sum',
    message: `In ${at} the ${what} add up to ${written(parts, known.parts)}; that should ${words[relation.holds]} ${where}, ${written(whole, known.whole)}.`,
    place: relation.place,
    hints: [
      `Check the cells of ${at}: ${relation.parts.map(part => `"${part}"`).join(' + ')}.`,
      ...(relation.holds === 'equals'
        ? ['If the sum is not meant to be equal, declare `exceeds` or `within` with its reason under `because`.']
        : []),
    ],
  };
}

function written(interval: Interval, known: boolean): string {
  const low = formatNumber(interval.low, 0);
  if (!known) return `at least ${low}`;
  return isExact(interval) ? low : `${low} to ${formatNumber(interval.high, 0)}`;
}
