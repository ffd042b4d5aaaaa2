// The ground of a number or judgement in Dutch words.

import { capitalise } from '../locale/capital.ts';
import { joinList } from '../locale/list.ts';
import { formatNumber } from '../locale/number.ts';
import type { LedgerCell, LedgerEntry } from './entry.ts';

const operations: Readonly<Record<NonNullable<LedgerEntry['operation']>, string>> = {
  difference: 'Het verschil',
  growth: 'De groei',
  ratio: 'De verhouding',
  share: 'Het aandeel',
};

/** The ground of an entry in Dutch, in a line or two. */
export function groundWords(entry: LedgerEntry): string {
  const { kind, basis, cells, because } = entry;
  if (kind === 'cited') return `Aangehaald uit: ${(basis ?? '').replace(/\.$/, '')}.`;
  const how = kind === 'computed' ? 'berekend uit' : 'gecontroleerd met';
  const from = cells.length > 0 ? `${whatItIs(entry)}${how} ${cellWords(cells)}.` : withoutCells(entry);
  const sources = [...new Set(cells.map(cell => cell.source))];
  const source = sources.length > 0 ? ` Bron: ${joinList(sources)}.` : '';
  const known = because === null ? '' : ` Bekend verschil: ${because}`;
  return capitalise(`${from}${rangeWords(entry)}${source}${known}`);
}

/** What a number is of its cells, with a comma; nothing for a single cell and for a judgement. */
function whatItIs({ operation, cells, form, measure }: LedgerEntry): string {
  if (operation) return `${operations[operation]}, `;
  if (cells.length < 2 || form === 'word') return '';
  return measure === 'rank' ? 'De plaats, ' : measure === 'mean' ? 'Het gemiddelde, ' : 'De som, ';
}

function withoutCells({ because, expression }: LedgerEntry): string {
  if (because !== null) return 'zo gepubliceerd.';
  return expression === null ? 'zo volgt het uit de tabellen.' : 'geteld in de tekst.';
}

const mostCells = 6;

function cellWords(cells: readonly LedgerCell[]): string {
  const tables = [...new Set(cells.map(cell => cell.table))];
  const named = cells.slice(0, mostCells);
  const more = cells.length - named.length;
  const words = tables.flatMap(table => {
    const own = named.filter(cell => cell.table === table);
    const list = own.map(({ row, column, printed }) => `${row}, ${column}: ${printed}`).join('; ');
    return own.length > 0 ? [`“${own[0]?.title ?? table}” (${list})`] : [];
  });
  return `${joinList(words)}${more > 0 ? ` en nog ${more} ${more === 1 ? 'cel' : 'cellen'}` : ''}`;
}

function rangeWords({ value, interval, measure, cells, text }: LedgerEntry): string {
  const isTyped = cells.length === 1 && cells[0]?.printed === text;
  if (value || !interval || isTyped) return '';
  const write = (number: number): string => formatNumber(number, Number.isInteger(number) ? 0 : 1);
  const percent = measure === 'percentage' ? '%' : '';
  return ` De waarde ligt tussen ${write(interval.low.decimal)}${percent} en ${write(interval.high.decimal)}${percent}.`;
}
