// The ledger as a table for a spreadsheet: Dutch headings, semicolons, a decimal comma.

import type { Ground, StatementVerdict } from '../claims/statement.ts';
import { formatNumber } from '../locale/number.ts';
import { isMistakable } from '../locale/spreadsheet.ts';
import type { Ledger, LedgerEntry, LedgerNumber } from './entry.ts';

const kinds: Readonly<Record<Ground, string>> = {
  computed: 'berekend',
  asserted: 'gecontroleerd',
  cited: 'aangehaald',
  structural: 'structureel',
  unbound: 'ongebonden',
};

const verdicts: Readonly<Record<StatementVerdict, string>> = {
  holds: 'klopt',
  waived: 'bekend verschil',
  fails: 'klopt niet',
};

const measures: Partial<Record<NonNullable<LedgerEntry['measure']>, string>> = {
  percentage: 'procent',
  points: 'procentpunten',
  ratio: 'keer',
  rank: 'plaats',
};

const operations: Readonly<Record<NonNullable<LedgerEntry['operation']>, string>> = {
  difference: 'verschil',
  growth: 'groei',
  ratio: 'verhouding',
  share: 'aandeel',
};

const columns: readonly (readonly [string, (entry: LedgerEntry, index: number) => string])[] = [
  ['nr', (_, index) => String(index + 1)],
  ['plaats in html', ({ id }) => id],
  ['gedrukt', ({ text }) => text],
  ['vorm', ({ form }) => (form === 'number' ? 'getal' : 'woord')],
  ['soort', ({ kind }) => kinds[kind]],
  ['oordeel', ({ verdict }) => verdicts[verdict]],
  ['pagina', ({ page }) => String(page ?? '')],
  ['kop', ({ section }) => section.join(' › ')],
  ['figuur', ({ figure }) => figure ?? ''],
  ['bestand', ({ file }) => file ?? ''],
  ['regel', ({ line }) => String(line ?? '')],
  ['uitdrukking', ({ expression }) => expression ?? ''],
  ['bewerking', ({ operation }) => (operation ? operations[operation] : '')],
  ['waarde', ({ value }) => (value ? written(value) : '')],
  ['laagste', ({ interval }) => (interval ? written(interval.low) : '')],
  ['hoogste', ({ interval }) => (interval ? written(interval.high) : '')],
  ['eenheid', ({ unit, measure }) => (measure && measures[measure]) ?? unit ?? ''],
  ['cellen', ({ cells }) => cells.map(one => `${one.table}: ${one.row}, ${one.column} = ${one.printed}`).join(' | ')],
  ['plaats van de cellen', ({ cells }) => cells.map(({ file, line }) => `${file}:${line}`).join(' | ')],
  ['bron', ({ cells, kind, basis }) => sourcesOf(cells, kind === 'cited' ? basis : null)],
  ['aard', ({ kind, basis }) => (kind === 'structural' ? (basis ?? '') : '')],
  ['reden', ({ because }) => because ?? ''],
];

/** The ledger as CSV (RFC 4180, with semicolons), with a byte order mark so that spreadsheets read it as UTF-8. */
export function ledgerCsv({ entries }: Ledger): string {
  const rows = [
    columns.map(([heading]) => heading),
    ...entries.map((entry, index) => columns.map(([, read]) => read(entry, index))),
  ];
  return `\uFEFF${rows.map(row => row.map(field).join(';')).join('\r\n')}\r\n`;
}

function sourcesOf(cells: LedgerEntry['cells'], cited: string | null): string {
  return [...new Set([...cells.map(cell => cell.source), ...(cited ? [cited] : [])])].join(' | ');
}

/** A field that no spreadsheet takes for a formula, or for a date. */
function field(text: string): string {
  const safe = isMistakable(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function written({ decimal }: LedgerNumber): string {
  const decimals = String(decimal).split('.')[1]?.length ?? 0;
  return formatNumber(decimal, Math.min(6, decimals)).replaceAll('.', '').replace('\u2212', '-');
}
