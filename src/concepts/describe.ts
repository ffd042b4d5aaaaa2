// What a cell counts: its statistic, its population and its period, from what its table declares and its labels say.

import type { Panel, Table } from '../edition/edition.ts';
import type { CellReference } from '../statistics/cell.ts';
import type { Concepts, Group } from './concepts.ts';
import { joined, type Population, populationOf } from './population.ts';

/** What a cell counts, as far as the concepts tell. */
export interface Description {
  readonly statistic: string | undefined;
  /** The groups that the cell counts. */
  readonly population: Population;
  /** What a percentage is a share of: the groups that the table declares. */
  readonly base: Population;
  /** A year or a stretch of years, `2023` or `2019-2023`; undefined when nothing says it. */
  readonly period: string | undefined;
  /** Labels that no concept explains: nothing tells what the cell has apart from others. */
  readonly unread: readonly string[];
}

/** What the labels of a table say, by row and by column. */
export interface TableDescription {
  readonly statistic: string | undefined;
  readonly population: Population;
  readonly rows: ReadonlyMap<string, LabelMeaning>;
  readonly columns: ReadonlyMap<string, LabelMeaning>;
  readonly cell: (cell: Pick<CellReference, 'row' | 'column'>) => Description;
}

/** What a label says. */
export interface LabelMeaning {
  readonly population: Population;
  readonly period?: string;
  readonly isRead: boolean;
}

const known = new WeakMap<Concepts, WeakMap<Table, TableDescription>>();

/** The description of a table by concepts, made once. */
export function describeTable(table: Table, concepts: Concepts): TableDescription {
  const tables = known.get(concepts) ?? new WeakMap<Table, TableDescription>();
  known.set(concepts, tables);
  const found = tables.get(table) ?? describe(table, concepts);
  tables.set(table, found);
  return found;
}

function describe(table: Table, concepts: Concepts): TableDescription {
  const { statistic } = table;
  const groups = (table.population ?? []).flatMap(id => concepts.groups.get(id) ?? []);
  const population = populationOf(groups, concepts);
  const axis = { statistic, concepts };
  const rows = axisOf(
    table.rows.map(({ label }) => label),
    axis,
  );
  const panels = table.panels.map(panel => ({ panel, labels: axisOf(panel.columns, axis) }));
  const columns = new Map(panels.flatMap(({ labels }) => [...labels]));
  const periods = new Map(panels.flatMap(({ panel }) => panel.columns.map(label => [label, periodIn(panel.title)])));
  const ofTitle = periodIn(table.title);
  return {
    ...{ statistic, population, rows, columns },
    cell: ({ row, column }) => {
      const labels = [rows.get(row), columns.get(column)];
      return {
        ...{ statistic, base: population },
        population: joined([population, ...labels.flatMap(label => label?.population ?? [])]),
        period: labels.find(label => label?.period)?.period ?? periods.get(column) ?? ofTitle,
        unread: [row, column].filter((_, at) => labels[at]?.isRead !== true),
      };
    },
  };
}

interface Axis {
  readonly statistic: string | undefined;
  readonly concepts: Concepts;
}

/** The meanings of labels that stand beside each other: `Onbekend` is of the dimension that most others are of. */
function axisOf(labels: readonly string[], { statistic, concepts }: Axis): Map<string, LabelMeaning> {
  const read = labels.map(label => ({
    label,
    groups: concepts.labelled(label).filter(({ dimension }) => concepts.has(statistic, dimension)),
  }));
  const count = (dimension: string): number =>
    read.filter(({ groups }) => groups.some(group => group.dimension === dimension)).length;
  return new Map(
    read.map(({ label, groups }) => {
      const [first] = groups.toSorted((a, b) => count(b.dimension) - count(a.dimension));
      return [label, first ? ofGroups([first], concepts) : ofWords(label, { statistic, concepts })];
    }),
  );
}

function ofGroups(groups: readonly Group[], concepts: Concepts): LabelMeaning {
  return { population: populationOf(groups, concepts), isRead: true };
}

const isPeriod = /^(?:19|20)\d\d(?:-(?:19|20)\d\d)?$/;

/** `2023`, `Totaal`, or words for what is counted: `Minderjarige slachtoffers`. */
function ofWords(label: string, { statistic, concepts }: Axis): LabelMeaning {
  if (isPeriod.test(label)) return { population: new Map(), period: label, isRead: true };
  if (concepts.isWhole(label)) return ofGroups([], concepts);
  const named = concepts.named(label);
  const rest = named.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), label);
  const ofStatistic = named.filter(({ group, statistics }) => !group && statistic && statistics.includes(statistic));
  const groups = named.flatMap(({ group }) => (group && concepts.has(statistic, group.dimension) ? [group] : []));
  if (ofStatistic.length + groups.length < named.length) return { population: new Map(), isRead: false };
  return { population: populationOf(groups, concepts), isRead: ofStatistic.length > 0 && /^\W*$/.test(rest) };
}

/** The only year or stretch of years that words name. */
function periodIn(words: Panel['title']): string | undefined {
  const found = words?.match(/(?<!\d)(?:19|20)\d\d(?:-(?:19|20)\d\d)?(?!\d)/g) ?? [];
  return found.length === 1 ? found[0] : undefined;
}
