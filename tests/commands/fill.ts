// A new year filled in and rewritten as an office would do it, with made-up figures that keep to all declared relations.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq } from 'yaml';
import { blocksOf } from '../../src/claims/sentences.ts';
import { openFiles } from '../../src/commands/files.ts';
import { createSource } from '../../src/diagnostics/source.ts';
import type { Edition, Table } from '../../src/edition/edition.ts';
import { readEdition } from '../../src/edition/read.ts';
import { type Splice, spliced } from '../../src/edition/splice.ts';
import { typeCell } from '../../src/edition/typed.ts';
import { parseYaml } from '../../src/edition/yaml.ts';
import { rewriteMark } from '../../src/prose/rewriting.ts';

/** Numbers from 0 up to 1 that are the same at every run (mulberry32, by Tommy Ettinger). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The year to fill in, and the one that it was made from. */
export interface Years {
  readonly from: number;
  readonly to: number;
  /** Cells whose value follows from others in no simple way, by table and row. */
  readonly known?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

function editionOf(root: string, year: number): Edition {
  const { value } = readEdition(year, openFiles(root));
  if (!value) throw new Error(`There is no edition ${year}.`);
  return value;
}

/** Fills in every open cell and date, and gives how many they were. */
export function fillTables(root: string, { from, to, known = {} }: Years): number {
  const edition = editionOf(root, from);
  const random = chance(to);
  const pooled = tiedToPooled(edition);
  const named = new Set(
    [...edition.tables.values()].flatMap(({ relations }) => relations.map(({ whole }) => whole.table)),
  );
  let filled = 0;
  for (const name of readdirSync(join(root, `data/${to}/tables`))) {
    const path = join(root, `data/${to}/tables`, name);
    const id = name.replace('.yaml', '');
    const former = edition.tables.get(id) ?? edition.tables.get(id.replace(String(to), String(from)));
    const { file } = parseYaml(createSource(path, readFileSync(path, 'utf8')));
    const rows = file?.document.getIn(['rows'], true);
    if (!file || !former || !isMap(rows)) throw new Error(`The table ${id} is not there, or not as expected.`);
    const changes: Splice[] = rows.items.flatMap(({ key, value }, row) => {
      if (!isSeq(value) || !isScalar(key)) return [];
      const given = [...(known[id]?.[String(key.value)] ?? [])];
      return value.items.flatMap((item, column) => {
        if (!isScalar(item) || item.value !== '?' || !item.range) return [];
        const ties = { isPooled: pooled.has(former.id), isNamed: named.has(former.id) };
        const text = given.shift() ?? madeUp(former, { row, column, ...ties, random });
        return [{ start: item.range[0], end: item.range[1], text }];
      });
    });
    filled += changes.length;
    const text = spliced(file.source.text, changes).replace("referenceDate: '?'", `referenceDate: ${to + 1}-04-26`);
    writeFileSync(path, text);
  }
  return filled;
}

/** The tables that are held against one whose columns pool the years, however indirectly: their series must add up. */
function tiedToPooled({ tables }: Edition): Set<string> {
  const all = [...tables.values()];
  const tied = new Set(
    all
      .filter(({ panels }) => panels.some(({ title }) => /\d{4}-\d{4}/.test(title ?? '')) && panels.length > 1)
      .map(({ id }) => id),
  );
  const links = all.flatMap(({ id, relations }) => relations.map(({ whole }) => [id, whole.table] as const));
  for (let size = -1; size < tied.size; ) {
    size = tied.size;
    for (const [one, other] of links)
      if (tied.has(one) || tied.has(other)) {
        tied.add(one);
        tied.add(other);
      }
  }
  return tied;
}

interface Spot {
  readonly row: number;
  readonly column: number;
  readonly isPooled: boolean;
  /** Whether another table is held against it. */
  readonly isNamed: boolean;
  readonly random: () => number;
}

/**
 * Where years are pooled, the new year has the cells of the year that went, so that the pooled columns stay. Elsewhere
 * all is twice what it was in the same place, so that what adds up still does; what is held against nothing is by chance.
 */
function madeUp(table: Table, { row, column, isPooled, isNamed, random }: Spot): string {
  const years = table.columns.filter(label => /^\d{4}$/.test(label));
  const isNewest = years.length > 1 && table.columns[column] === years.at(-1);
  const at = isPooled && isNewest ? table.columns.indexOf(years[0] ?? '') : column;
  const value = table.rows[row]?.observations[at]?.value;
  if (!value || value.kind === 'missing') return '0';
  const isFree = !isNamed && table.relations.length === 0 && (table.claims ?? []).length === 0;
  const factor = isPooled ? 1 : isFree ? 0.8 + 0.4 * random() : 2;
  const rounding = value.kind === 'rounded' ? value.to : 1;
  const times = (number: number): number => Math.round((number * factor) / rounding) * rounding;
  switch (value.kind) {
    case 'count':
    case 'rounded':
      return String(times(value.value));
    case 'suppressed':
      return factor === 2 ? `2-${2 * (value.below - 1)}` : typeCell(value);
    case 'range':
      return `${times(value.low)}-${times(value.high)}`;
    default:
      return typeCell(value);
  }
}

/** Rewrites every marked block into a short one with a number of a table that it named, and keeps figures and notes. */
export function rewriteTexts(root: string, { to }: Years): number {
  const { tables, publications } = editionOf(root, to);
  let rewritten = 0;
  for (const { id } of publications) {
    const folder = join(root, `data/${to}`, id);
    for (const name of readdirSync(folder).filter(one => one.endsWith('.md'))) {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      const blocks = blocksOf(text).filter(({ start, end }) => text.slice(start, end).includes(rewriteMark));
      rewritten += blocks.length;
      const changes = blocks.map(({ start, end }) => ({ start, end, text: anew(text.slice(start, end), tables) }));
      writeFileSync(path, spliced(text, changes));
    }
    const path = join(folder, 'publication.yaml');
    const text = readFileSync(path, 'utf8');
    rewritten += text.split(rewriteMark).length - 1;
    writeFileSync(path, text.replace(/'?\{\{herschrijven\}\}.*/g, 'De cijfers over mensenhandel in {{jaar}}'));
  }
  return rewritten;
}

/** The block in neutral words. */
function anew(block: string, tables: Edition['tables']): string {
  const plain = block.replace(`${rewriteMark} `, '');
  const [indent = '', opening = ''] = /^(\s*)(#+ |::: kader |- |\[\^[^\]]+\]: )?/.exec(plain)?.slice(1) ?? [];
  const ending = /\s*$/.exec(plain)?.[0] ?? '';
  if (/^\s*(?:>|\{\{(?:kerncijfer|stippen)[^}]*\}\}\s*$)/.test(plain)) return plain;
  if (/^[#:]/.test(opening)) return `${indent}${opening}De cijfers over {{jaar}}${ending}`;
  const calls = (plain.slice(indent.length + opening.length).match(/\[\^[^\]]+\]/g) ?? []).join('');
  const cited = [...new Set(plain.match(/bron="[^"]+"/g) ?? [])].map(source => ` Een bron noemt {{"12" ${source}}}.`);
  const cells = [...plain.matchAll(/\{\{([a-z0-9-]+) "([^"]+)"\}\}/g)].filter(([, table = '', label = '']) =>
    isExact(tables.get(table), label),
  );
  const said = cells[0] ? `Het gaat in {{jaar}} om ${cells[0][0]}.` : 'De figuur toont de cijfers over {{jaar}}.';
  return `${indent}${opening}${said}${calls}${cited.join('')}${ending}`;
}

/** Whether a table has an exact number in a row, in the last of its years. */
function isExact(table: Table | undefined, label: string): boolean {
  const column = table?.columns.findLastIndex(one => /^\d{4}$/.test(one)) ?? -1;
  const value = table?.rows.find(row => row.label === label)?.observations[column]?.value;
  return value?.kind === 'count';
}
