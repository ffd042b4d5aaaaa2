// One sheet as XML, its elements in the order of ECMA-376 (18.3.1.99): lines from A1 down, then the table.

import type { Strings } from './strings.ts';
import type { Look, Styles } from './styles.ts';
import { columnWidths, rowHeights } from './widths.ts';
import type { Cell, Line, Sheet, Workbook } from './workbook.ts';
import { cellReference, escapeCellAttribute, escapeXml, quotedSheet, xmlPart } from './xml.ts';

/** What all sheets of a workbook share. */
export interface SheetContext {
  readonly strings: Strings;
  readonly styles: Styles;
  readonly pageWords: Workbook['pageWords'];
  /** Whether it is the sheet that a reader sees first. */
  readonly isFirst: boolean;
}

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The row of the heads of a sheet's table, from 1. */
export function headRow({ lines }: Sheet): number {
  return lines.length + 1;
}

/** The cells of a sheet's table, heads too: `A4:F10`. */
export function tableRange(sheet: Sheet): string {
  const { rows, columns } = sheet.table;
  const head = headRow(sheet);
  return `${cellReference(head, 1)}:${cellReference(head + rows.length, columns.length)}`;
}

/** The part of a sheet; its table is the relation `rId1`. */
export function sheetPart(sheet: Sheet, context: SheetContext): string {
  const range = tableRange(sheet);
  const widths = columnWidths(sheet);
  const heights = rowHeights(sheet, widths);
  const last = range.slice(range.indexOf(':') + 1);
  return xmlPart(
    [
      `<worksheet ${namespaces}>`,
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      `<dimension ref="A1:${last}"/>`,
      `<sheetViews><sheetView${context.isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`,
      '<sheetFormatPr defaultRowHeight="15.75"/>',
      `<cols>${widths.map(widthElement).join('')}</cols>`,
      `<sheetData>${rowsOf(sheet, context)
        .map((cells, index) => rowElement(cells, index, heights))
        .join('')}</sheetData>`,
      linkElements(sheet),
      '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      `<headerFooter><oddFooter>${escapeXml(footer(context.pageWords))}</oddFooter></headerFooter>`,
      `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1" twoDigitTextYear="1"/></ignoredErrors>`,
      sheet.table.rows.length > 0 ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : '',
      '</worksheet>',
    ].join(''),
  );
}

/** `&A` is the name of the sheet, `&P` the number of the page, `&N` how many there are (18.3.1.46). */
function footer([before, between]: Workbook['pageWords']): string {
  return `&L&A&R${before} &P ${between} &N`;
}

function widthElement(width: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

/** The cells of every row of a sheet. */
function rowsOf({ lines, table: { columns, rows } }: Sheet, context: SheetContext): string[][] {
  const above = lines.map((line, index) => [lineCell(line, index, context)]);
  const heads = columns.map(({ head, isValue }, index) => {
    const look = isValue ? 'value-head' : index > 0 ? 'inner-head' : 'head';
    return textCell(head, cellReference(lines.length + 1, index + 1), { ...context, look });
  });
  const below = rows.map((row, at) =>
    row.map((cell, index) => {
      const column = columns[index];
      const look = lookOf(cell, { isValue: column?.isValue === true, isInner: index > 0 });
      return bodyCell(cell, cellReference(lines.length + 2 + at, index + 1), { ...context, look });
    }),
  );
  return [...above, heads, ...below];
}

function rowElement(cells: readonly string[], index: number, heights: readonly number[]): string {
  return `<row r="${index + 1}" ht="${heights[index]}" customHeight="1">${cells.join('')}</row>`;
}

function lineCell({ text, link }: Line, index: number, context: SheetContext): string {
  const look = index === 0 ? 'title' : link === undefined ? 'line' : 'line-link';
  return textCell(text, cellReference(index + 1, 1), { ...context, look });
}

/** Where a cell stands. */
interface Standing {
  readonly isValue: boolean;
  readonly isInner: boolean;
}

function lookOf(cell: Cell, { isValue, isInner }: Standing): Look {
  if (cell.kind === 'number') return { format: cell.format };
  if (cell.link !== undefined) return isInner ? 'inner-link' : 'link';
  return isValue ? 'value-text' : isInner ? 'inner-text' : 'text';
}

type LookContext = SheetContext & { readonly look: Look };

function bodyCell(cell: Cell, reference: string, context: LookContext): string {
  if (cell.kind === 'text') return textCell(cell.text, reference, context);
  return `<c r="${reference}" s="${context.styles.of(context.look)}"><v>${cell.decimal}</v></c>`;
}

function textCell(text: string, reference: string, { strings, styles, look }: LookContext): string {
  return `<c r="${reference}" s="${styles.of(look)}" t="s"><v>${strings.of(text)}</v></c>`;
}

function linkElements({ lines, table }: Sheet): string {
  const above = lines.map((line, index) => linkElement(line, cellReference(index + 1, 1)));
  const below = table.rows.flatMap((row, at) =>
    row.map((cell, index) =>
      cell.kind === 'text' ? linkElement(cell, cellReference(lines.length + 2 + at, index + 1)) : '',
    ),
  );
  const elements = [...above, ...below].join('');
  return elements === '' ? '' : `<hyperlinks>${elements}</hyperlinks>`;
}

function linkElement({ text, link }: { readonly text: string; readonly link?: string }, reference: string): string {
  if (link === undefined) return '';
  const location = escapeXml(`${quotedSheet(link)}!A1`);
  return `<hyperlink ref="${reference}" location="${location}" display="${escapeCellAttribute(text)}"/>`;
}

/** The part that marks the table of a sheet; without filter buttons, which stand in the way of screen readers. */
export function tablePart(sheet: Sheet, id: number): string {
  const { name, columns } = sheet.table;
  const heads = columns.map(
    ({ head }, index) => `<tableColumn id="${index + 1}" name="${escapeCellAttribute(head)}"/>`,
  );
  return xmlPart(
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${name}" displayName="${name}" ref="${tableRange(sheet)}" totalsRowShown="0"><tableColumns count="${heads.length}">${heads.join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`,
  );
}
