// One sheet as XML, its elements in the order of ECMA-376 (18.3.1.99): lines from A1 down, then the table.

import type { Strings } from './strings.ts';
import type { Look, Styles } from './styles.ts';
import { columnWidths } from './widths.ts';
import type { Cell, Line, Sheet, SheetColumn, Workbook } from './workbook.ts';
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
  const last = range.slice(range.indexOf(':') + 1);
  return xmlPart(
    [
      `<worksheet ${namespaces}>`,
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      `<dimension ref="A1:${last}"/>`,
      `<sheetViews><sheetView${context.isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`,
      '<sheetFormatPr defaultRowHeight="15.75"/>',
      `<cols>${columnWidths(sheet).map(widthElement).join('')}</cols>`,
      `<sheetData>${rowElements(sheet, context).join('')}</sheetData>`,
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

function rowElements({ lines, table: { columns, rows } }: Sheet, context: SheetContext): string[] {
  const above = lines.map((line, index) => [lineCell(line, index, context)]);
  const heads = columns.map((column, index) => headCell(column, cellReference(lines.length + 1, index + 1), context));
  const below = rows.map((row, at) =>
    row.map((cell, index) => {
      const column = columns[index];
      return bodyCell(cell, cellReference(lines.length + 2 + at, index + 1), {
        ...context,
        isValue: column?.isValue === true,
      });
    }),
  );
  return [...above, heads, ...below].map((cells, index) => `<row r="${index + 1}">${cells.join('')}</row>`);
}

function lineCell({ text, link }: Line, index: number, context: SheetContext): string {
  const look = index === 0 ? 'title' : link === undefined ? 'line' : 'link';
  return textCell(text, cellReference(index + 1, 1), { ...context, look });
}

function headCell({ head, isValue }: SheetColumn, reference: string, context: SheetContext): string {
  return textCell(head, reference, { ...context, look: isValue ? 'value-head' : 'head' });
}

function bodyCell(cell: Cell, reference: string, context: SheetContext & { readonly isValue: boolean }): string {
  if (cell.kind === 'number')
    return `<c r="${reference}" s="${context.styles.of({ format: cell.format })}"><v>${cell.decimal}</v></c>`;
  const look = cell.link !== undefined ? 'link' : context.isValue ? 'value-text' : 'text';
  return textCell(cell.text, reference, { ...context, look });
}

function textCell(
  text: string,
  reference: string,
  { strings, styles, look }: SheetContext & { readonly look: Look },
): string {
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
