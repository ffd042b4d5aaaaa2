// Expressions worked out in plain numbers, once for every way to fill in the cells that are not exact.

import Handlebars from 'handlebars';
import type { Table } from '../../src/edition/edition.ts';
import type { ObservedValue } from '../../src/statistics/observation.ts';
import type { Node } from './mutation-frozen.ts';
import type { Tables } from './mutation-texts.ts';

/** One way to fill in the cells, in which every expression has one value. */
export interface World {
  readonly tables: Tables;
  readonly year: number;
  /** The number in a cell. */
  readonly cell: (table: Table, row: string, column: string) => number;
}

/** What cannot be worked out in plain numbers. */
export class Unknown extends Error {}

const mostWorlds = 4096;

/**
 * Whether a claim is true in every way to fill in the cells that it reads; undefined when it cannot be worked out. Sums,
 * shares and growth are highest and lowest at the ends of their cells, so only the ends are tried.
 */
export function holdsAlways(tables: Tables, year: number, claim: (world: World) => boolean): boolean | undefined {
  let choices: Choice[] = [];
  for (let tried = 0; tried < mostWorlds; tried += 1) {
    const known = new Map(choices.map(choice => [choice.key, choice]));
    const cell: World['cell'] = (table, row, column) => {
      const key = `${table.id}\n${row}\n${column}`;
      const choice = known.get(key) ?? { key, ends: endsOf(valueAt(table, row, column)), at: 0 };
      if (!known.has(key)) choices.push(choice);
      known.set(key, choice);
      return choice.ends[choice.at] ?? 0;
    };
    try {
      if (!claim({ tables, year, cell })) return false;
    } catch (error) {
      if (error instanceof Unknown) return undefined;
      throw error;
    }
    choices = next(choices);
    if (choices.length === 0) return true;
  }
  return undefined;
}

interface Choice {
  readonly key: string;
  /** The lowest and the highest number that the cell may hold; one when it is exact. */
  readonly ends: readonly number[];
  readonly at: number;
}

/** The next way to fill in the cells: the last one that has another end takes it, and those after it begin again. */
function next(choices: readonly Choice[]): Choice[] {
  const last = choices.findLastIndex(({ ends, at }) => at + 1 < ends.length);
  return choices
    .slice(0, last + 1)
    .map((choice, index) => (index === last ? { ...choice, at: choice.at + 1 } : choice));
}

function endsOf(value: ObservedValue): readonly number[] {
  switch (value.kind) {
    case 'count':
      return [value.value];
    case 'suppressed':
      return [1, value.below - 1];
    case 'range':
      return [value.low, value.high];
    case 'rounded':
      return [Math.max(0, value.value - value.to / 2), value.value + value.to / 2 - 1];
    case 'percentage':
    case 'mean':
      return [value.value - 0.5 * 10 ** -value.decimals, value.value + 0.4999 * 10 ** -value.decimals];
    case 'missing':
      throw new Unknown('missing');
  }
}

function valueAt(table: Table, row: string, column: string): ObservedValue {
  const found = table.rows.find(({ label }) => label === row)?.observations[table.columns.indexOf(column)];
  if (!found) throw new Unknown(`${table.id} "${row}" "${column}"`);
  return found.value;
}

/** The parsed expression between braces or parentheses, such as `groei leeftijd alle`. */
export function parseExpression(expression: string): Node {
  const inner = expression.replace(/^\((.*)\)$/s, '$1');
  const [node] = Handlebars.parse(`{{${inner}}}`).body as unknown as Node[];
  if (!node) throw new Error(`This is no expression: ${expression}`);
  return node;
}

/** The value of an expression, so many years on; a change is what it went to less what it came from. */
export function worthOf(node: Node, world: World, years = 0): number {
  const head = String(node.path?.original);
  const changed = sidesOf(node, world, years);
  if (changed) return head === 'groei' ? (100 * (changed.to - changed.from)) / changed.from : changed.to - changed.from;
  if (head === 'aandeel') return shareOf(node, world, years);
  if (head === 'plaats') throw new Unknown(head);
  return sumOf(node, world, years);
}

/** From what to what an expression goes; undefined when it is no change. */
export function sidesOf(node: Node, world: World, years = 0): { from: number; to: number } | undefined {
  if (!['verschil', 'groei', 'procentpunten', 'verhouding'].includes(String(node.path?.original))) return undefined;
  const [first, second] = node.params ?? [];
  if (first?.type === 'SubExpression' && second)
    return { from: worthOf(first, world, years), to: worthOf(second, world, years) };
  const at = (name: string, otherwise: number): number => {
    const option = optionOf(node, name);
    return sumOf(node, world, years + (option ? yearOf(option, world) : otherwise) - world.year);
  };
  return { from: at('sinds', world.year - 1), to: at('tot', world.year) };
}

/** An option of an expression. */
export function optionOf(node: Node, name: string): Node | undefined {
  return node.hash?.pairs.find(({ key }) => key === name)?.value;
}

/** Several numbers as they are named with `lijst` or `elk`; otherwise the one. */
export function itemsOf(node: Node): readonly Node[] {
  const [table, list, ...others] = node.params ?? [];
  if (node.path?.original === 'lijst') return node.params ?? [];
  if (node.path?.original !== 'elk' || !table || !list) return [node];
  return itemsOf(list).map(label => ({ ...node, path: table, params: [label, ...others] }));
}

function shareOf(node: Node, world: World, years: number): number {
  const [first, second] = node.params ?? [];
  if (first?.type === 'SubExpression' && second)
    return percentage(worthOf(first, world, years), worthOf(second, world, years));
  return percentage(sumOf(node, world, years), wholeOf(node, world, years));
}

function percentage(part: number, whole: number): number {
  if (whole === 0) throw new Unknown('a share of nothing');
  return (100 * part) / whole;
}

function wholeOf(node: Node, world: World, years: number): number {
  const whole = optionOf(node, 'van');
  if (whole?.type === 'SubExpression') return worthOf(whole, world, years);
  const table = tableOf(whole ?? node.params?.[0], world);
  const columns = labelsOf(node.params?.[2] ?? now, table.columns, world).map(label => shifted(label, years));
  return added(table, rowsOf(table), columns, world);
}

/** The sum of `TABLE LABEL LABEL`, as a table's name or a helper calls for it. */
function sumOf(node: Node, world: World, years: number): number {
  const named = [
    ...(node.path && world.tables.has(String(node.path.original)) ? [node.path] : []),
    ...(node.params ?? []),
  ];
  const [first, ...labels] = named;
  const table = tableOf(first, world);
  const [row, column] = axesOf(table, labels, world);
  const rows = labelsOf(row, rowsOf(table), world).map(label => shifted(label, years));
  return added(
    table,
    rows,
    labelsOf(column, table.columns, world).map(label => shifted(label, years)),
    world,
  );
}

const now: Node = {
  type: 'PathExpression',
  original: 'jaar',
  loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
};

/** The row and the column that are named; with one of them, the year is the other, or else the only column. */
function axesOf(table: Table, labels: readonly Node[], world: World): readonly [Node, Node] {
  const [label = now, other] = labels;
  const year = String(world.year);
  if (other) return [label, other];
  const all: Node = { ...now, original: 'alle' };
  const isColumn = label.original !== 'alle' && labelsOf(label, [], world).every(one => table.columns.includes(one));
  if (table.rows.length === 1 && isColumn) return [all, label];
  if (table.columns.includes(year)) return [label, now];
  return table.rows.some(row => row.label === year) ? [now, label] : [label, all];
}

function tableOf(node: Node | undefined, { tables }: World): Table {
  const table = tables.get(String(node?.original));
  if (!table) throw new Unknown(`no table ${node?.original}`);
  return table;
}

/** The rows that are no totals of the others. */
function rowsOf({ rows }: Table): string[] {
  return rows.map(({ label }) => label).filter(label => !label.startsWith('Totaal'));
}

function labelsOf(node: Node, all: readonly string[], world: World): readonly string[] {
  if (node.type === 'SubExpression' && node.path?.original === 'lijst')
    return (node.params ?? []).flatMap(one => labelsOf(one, all, world));
  if (node.original === 'alle') return all;
  if (node.original === 'alle-jaren') return all.filter(isYear);
  if (node.type === 'StringLiteral') return [String(node.value)];
  return [String(yearOf(node, world))];
}

function yearOf(node: Node, { year }: World): number {
  if (node.type === 'NumberLiteral') return Number(node.value);
  if (node.original === 'jaar') return year;
  if (node.original === 'vorig-jaar') return year - 1;
  if (node.path?.original === 'jaren-terug') return year - Number(node.params?.[0]?.value);
  throw new Unknown(`no year: ${node.original}`);
}

function isYear(label: string): boolean {
  return /^20\d\d$/.test(label);
}

function shifted(label: string, years: number): string {
  return isYear(label) ? String(Number(label) + years) : label;
}

function added(table: Table, rows: readonly string[], columns: readonly string[], { cell }: World): number {
  return rows.reduce((sum, row) => columns.reduce((all, column) => all + cell(table, row, column), sum), 0);
}
