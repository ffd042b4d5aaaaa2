// The tables as a workbook that everyone can read: contents, explanation of the signs, and one table a sheet as printed.

import type { Table } from '../edition/edition.ts';
import { cellText } from '../locale/cell.ts';
import { formatDate } from '../locale/date.ts';
import type { ObservedValue } from '../statistics/observation.ts';
import { sheetNames, uniqueNames } from '../workbook/names.ts';
import type { Cell, Line, Sheet, SheetColumn, Workbook } from '../workbook/workbook.ts';
import type { Dataset } from './dataset.ts';
import { csvName } from './metadata.ts';
import { decimalOf } from './observations.ts';
import { rowRemarks } from './remarks.ts';
import { explanations } from './words.ts';

/** The workbook of a dataset with at least one table. */
export function workbookOf(dataset: Dataset): Workbook {
  const { title, publisher, description, keywords, moment, tables } = dataset;
  const [contents = '', explanation = '', ...names] = sheetNames([
    'Inhoud',
    'Toelichting',
    ...tables.map(({ id }) => id),
  ]);
  const own = { contents, explanation };
  return {
    ...{ title, creator: publisher, description, keywords, moment, language: 'nl-NL' },
    pageWords: ['Pagina', 'van'],
    sheets: [
      contentsSheet(dataset, { ...own, names }),
      explanationSheet(tables, own),
      ...tables.map((table, index) => tableSheet(table, { ...own, name: names[index] ?? '' })),
    ],
  };
}

/** The names of the sheets that are there in every workbook. */
interface OwnSheets {
  readonly contents: string;
  readonly explanation: string;
}

function contentsSheet(
  dataset: Dataset,
  { contents, explanation, names }: OwnSheets & { names: readonly string[] },
): Sheet {
  const { title, description, publisher, date, reportingYear, licence, isDraft, tables } = dataset;
  const lines: Line[] = [
    title,
    description,
    ...(isDraft ? ['Concept: deze cijfers zijn nog niet vastgesteld.'] : []),
    `Uitgever: ${publisher}`,
    `Datum van uitgave: ${formatDate(date)}`,
    `Verslagjaar: ${reportingYear}`,
    ...(licence === undefined ? [] : [`Licentie: ${licence}`]),
    tables.length === 1
      ? 'Deze werkmap bevat één tabel, op een eigen werkblad.'
      : `Deze werkmap bevat ${tables.length} tabellen, elk op een eigen werkblad.`,
  ].map(text => ({ text }));
  const link = { text: 'Wat de tekens in de tabellen betekenen', link: explanation };
  const heads = ['Tabel', 'Werkblad', 'Eenheid', 'Bron', 'Csv-bestand'];
  return {
    name: contents,
    lines: [...lines, link],
    table: {
      name: 'Inhoud',
      columns: heads.map((head, index) => ({ head, isValue: false, mostWidth: index === 0 ? 64 : 40 })),
      rows: tables.map((table, index) => [
        textCell(table.title),
        { ...textCell(names[index] ?? ''), link: names[index] ?? '' },
        ...[table.unit, table.source, csvName(table.id)].map(textCell),
      ]),
    },
  };
}

function explanationSheet(tables: readonly Table[], { contents, explanation }: OwnSheets): Sheet {
  return {
    name: explanation,
    lines: [
      { text: 'Toelichting' },
      { text: 'Wat de tekens en woorden in de tabellen betekenen.' },
      { text: 'Terug naar de inhoud', link: contents },
    ],
    table: {
      name: 'Toelichting',
      columns: [
        { head: 'Teken of woord', isValue: false, mostWidth: 40 },
        { head: 'Betekenis', isValue: false, mostWidth: 80 },
      ],
      rows: explanations(tables).map(({ sign, meaning }) => [sign, meaning].map(textCell)),
    },
  };
}

function textCell(text: string): Cell {
  return { kind: 'text', text };
}

function tableSheet(table: Table, { name, contents, explanation }: OwnSheets & { readonly name: string }): Sheet {
  const wanted = headsOf(table);
  const remarks = table.rows.map(row => rowRemarks(row.observations, wanted));
  const hasRemarks = remarks.some(remark => remark !== undefined);
  const [label = '', ...heads] = uniqueNames(['Categorie', ...wanted, ...(hasRemarks ? ['Opmerking'] : [])]);
  const columns: SheetColumn[] = [
    { head: label, isValue: false, leastWidth: 46, mostWidth: 60 },
    ...heads.slice(0, wanted.length).map(head => ({ head, isValue: true, mostWidth: 24 })),
    ...heads.slice(wanted.length).map(head => ({ head, isValue: false, mostWidth: 70 })),
  ];
  const rows = table.rows.map((row, index) => [
    textCell(row.label),
    ...row.observations.map(({ value }) => valueCell(value)),
    ...(hasRemarks ? [textCell(remarks[index] ?? 'geen')] : []),
  ]);
  const links: Line[] = [
    { text: 'Wat de tekens in de tabel betekenen', link: explanation },
    { text: 'Terug naar de inhoud', link: contents },
  ];
  return {
    name,
    lines: [...linesOf(table).map(text => ({ text })), ...links],
    table: { name: `Tabel_${table.id.replaceAll('-', '_')}`, columns, rows },
  };
}

/** The heads of the columns, with their panel before them: `Per vorm in 2023: Arbeidsuitbuiting`. */
function headsOf({ panels }: Table): string[] {
  return panels.flatMap(({ title, columns }) =>
    columns.map(column => (title === undefined ? column : `${title}: ${column}`)),
  );
}

/** What is said of a table as a whole, its title first. */
function linesOf({ title, unit, source, referenceDate, notes, rows }: Table): string[] {
  const rounding = rows.flatMap(row =>
    row.observations.flatMap(({ value }) => (value.kind === 'rounded' ? [value.to] : [])),
  )[0];
  const isSaid = notes.some(note => /afgerond/i.test(note));
  return [
    title,
    `Eenheid: ${unit}`,
    `Bron: ${source}`,
    ...(referenceDate === undefined ? [] : [`Peildatum: ${formatDate(referenceDate)}`]),
    ...notes.map(note => `Noot: ${note}`),
    ...(rounding === undefined || isSaid ? [] : [`Noot: De aantallen zijn afgerond op een veelvoud van ${rounding}.`]),
  ];
}

/** Numbers as numbers that look as they are printed; what is no single number as the text that is printed. */
function valueCell(value: ObservedValue): Cell {
  const decimal = decimalOf(value);
  if (decimal === undefined) return textCell(cellText(value));
  if (value.kind === 'percentage')
    return { kind: 'number', decimal: hundredth(decimal), format: `${places(value.decimals)}%` };
  const decimals = value.kind === 'mean' ? value.decimals : 0;
  return { kind: 'number', decimal, format: places(decimals) };
}

/** The format of a number, its thousands apart. */
function places(decimals: number): string {
  return decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
}

/** The hundredth part of a decimal, digit for digit: `28.5` is `0.285`. */
function hundredth(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
}
