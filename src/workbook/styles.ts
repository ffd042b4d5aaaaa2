// The looks of cells: a plain large face, one heading, links, heads of columns, texts and the number formats used.

import { escapeXml, xmlPart } from './xml.ts';

/** What a cell is to look like; what is `inner` stands at the right of other columns, a little apart from them. */
export type Look = keyof typeof looks | { /** A number in this format. */ readonly format: string };

/** The looks of one workbook. */
export interface Styles {
  /** The index of a look. */
  of(look: Look): number;
  /** The part that describes them all. */
  part(): string;
}

/** Number format 49 holds a text to be a text, also when a reader edits the cell. */
const asText = 'numFmtId="49" applyNumberFormat="1"';

const faces = { plain: 0, title: 1, link: 2, bold: 3 } as const;

/** A text in one of the faces; the styles of titles and links have the same numbers as their faces. */
function textLook(face: keyof typeof faces, alignment: string, isHead = false): string {
  const style = face === 'bold' ? 0 : faces[face];
  return `<xf ${asText} fontId="${faces[face]}" fillId="0" borderId="${isHead ? 1 : 0}" xfId="${style}" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${alignment} wrapText="1"/></xf>`;
}

const line = 'horizontal="left" vertical="top"';
const left = 'horizontal="left" vertical="center"';
const inner = 'horizontal="left" vertical="center" indent="1"';
const right = 'horizontal="right" vertical="center" indent="1"';

const looks = {
  title: textLook('title', line),
  line: textLook('plain', line),
  'line-link': textLook('link', line),
  head: textLook('bold', left, true),
  'inner-head': textLook('bold', inner, true),
  'value-head': textLook('bold', right, true),
  text: textLook('plain', left),
  'inner-text': textLook('plain', inner),
  'value-text': textLook('plain', right),
  link: textLook('link', left),
  'inner-link': textLook('link', inner),
} as const;

const fixed = Object.keys(looks) as (keyof typeof looks)[];

/** Formats of a workbook's own have ids from here on (18.8.30). */
const firstFormat = 164;

/** Collects the looks of a workbook while its sheets are written. */
export function createStyles(): Styles {
  const formats: string[] = [];
  return {
    of: look => {
      if (typeof look === 'string') return 1 + fixed.indexOf(look);
      if (!formats.includes(look.format)) formats.push(look.format);
      return 1 + fixed.length + formats.indexOf(look.format);
    },
    part: () => stylesPart(formats),
  };
}

const font = (size: number, more = ''): string => `<font>${more}<sz val="${size}"/>`;
const face = '<name val="Arial"/><family val="2"/></font>';
const black = '<color rgb="FF000000"/>';

/** Black on white, links blue and underlined; 12 points and more, as guidance on accessible spreadsheets asks. */
const fonts = `<fonts count="4">${font(12)}${black}${face}${font(16, '<b/>')}${black}${face}${font(12, '<u/>')}<color rgb="FF0B5394"/>${face}${font(12, '<b/>')}${black}${face}</fonts>`;

const fills =
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>';

const border = (bottom: string): string => `<border><left/><right/><top/>${bottom}<diagonal/></border>`;
const borders = `<borders count="2">${border('<bottom/>')}${border('<bottom style="thin"><color rgb="FF000000"/></bottom>')}</borders>`;

const styleFormats =
  '<cellStyleXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0"/></cellStyleXfs>';

/** The built-in styles by their numbers, which programs show in the reader's language. */
const named =
  '<cellStyles count="3"><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Heading 1" xfId="1" builtinId="16"/><cellStyle name="Hyperlink" xfId="2" builtinId="8"/></cellStyles>';

function stylesPart(formats: readonly string[]): string {
  const codes = formats.map(
    (format, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${escapeXml(format)}"/>`,
  );
  const numbers = formats.map(
    (_, index) =>
      `<xf numFmtId="${firstFormat + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment ${right}/></xf>`,
  );
  const cells = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', ...fixed.map(look => looks[look])];
  return xmlPart(
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${codes.length > 0 ? `<numFmts count="${codes.length}">${codes.join('')}</numFmts>` : ''}${fonts}${fills}${borders}${styleFormats}<cellXfs count="${cells.length + numbers.length}">${cells.join('')}${numbers.join('')}</cellXfs>${named}<dxfs count="0"/><tableStyles count="0"/></styleSheet>`,
  );
}
