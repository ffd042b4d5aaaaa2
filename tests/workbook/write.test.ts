// The parts of a workbook: in the order of ECMA-376, linked to one another, marked for screen readers and for print.

import { expect, test } from 'vitest';
import type { Sheet, Workbook } from '../../src/workbook/workbook.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { type ReadWorkbook, readWorkbookBytes } from '../opendata/reading.ts';

const first: Sheet = {
  name: "Piet's blad",
  lines: [{ text: 'Titel' }, { text: 'Naar het andere', link: 'Ander & meer' }],
  table: {
    name: 'Een',
    columns: [
      { head: 'Naam', isValue: false, mostWidth: 30 },
      { head: 'a\n"b" <c>', isValue: true, mostWidth: 20 },
    ],
    rows: [
      [
        { kind: 'text', text: '=1+1', link: 'Ander & meer' },
        { kind: 'number', decimal: '0.285', format: '0.0%' },
      ],
      [
        { kind: 'text', text: '_x000D_\r' },
        { kind: 'text', text: '<5' },
      ],
    ],
  },
};

const other: Sheet = {
  name: 'Ander & meer',
  lines: [{ text: 'Titel' }, { text: 'Terug', link: "Piet's blad" }],
  table: { name: 'Twee', columns: [{ head: 'Naam', isValue: false, mostWidth: 30 }], rows: [] },
};

const workbook: Workbook = {
  ...{ title: 'Cijfers & meer', creator: 'Bureau', description: 'Een proef.', keywords: ['a', 'b'], language: 'nl-NL' },
  ...{ moment: new Date('2024-10-17T12:00:00Z'), pageWords: ['Pagina', 'van'], sheets: [first, other] },
};

function written(changes: Partial<Workbook> = {}): ReadWorkbook {
  return readWorkbookBytes(writeWorkbook({ ...workbook, ...changes }));
}

function part(path: string): string {
  return written().parts[path] ?? '';
}

/** The names of the elements within the root of a part, in order. */
function elementsIn(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name = '', self] of xml.matchAll(/<(\/?)([a-z]\w*:?\w*)[^>]*?(\/?)>/gi)) {
    if (close) depth -= 1;
    else {
      if (depth === 1) names.push(name);
      if (!self) depth += 1;
    }
  }
  expect(depth).toBe(0);
  return names;
}

/** ECMA-376, 18.3.1.99, as far as it is used. */
const worksheet = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'hyperlinks', 'pageMargins'],
  ...['pageSetup', 'headerFooter', 'ignoredErrors', 'tableParts'],
];

test('the elements of the parts stand in the order of the standard', () => {
  expect(elementsIn(part('xl/worksheets/sheet1.xml'))).toEqual(worksheet);
  expect(elementsIn(part('xl/worksheets/sheet2.xml'))).toEqual(worksheet.slice(0, -1));
  expect(elementsIn(part('xl/workbook.xml'))).toEqual(['workbookPr', 'bookViews', 'sheets', 'definedNames']);
  expect(elementsIn(part('xl/tables/table1.xml'))).toEqual(['tableColumns', 'tableStyleInfo']);
  const styles = [
    'numFmts',
    'fonts',
    'fills',
    'borders',
    'cellStyleXfs',
    'cellXfs',
    'cellStyles',
    'dxfs',
    'tableStyles',
  ];
  expect(elementsIn(part('xl/styles.xml'))).toEqual(styles);
});

test('every part has its type, and every relation its part', () => {
  const { parts } = written();
  const types = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(match => match[1]);
  const own = Object.keys(parts).filter(path => !/\.rels$|Content_Types/.test(path));
  expect(types.toSorted()).toEqual(own.toSorted());
  const targets = Object.entries(parts).flatMap(([path, xml]) => {
    const folder = path.replace(/_rels\/[^/]*$/, '');
    return [...xml.matchAll(/Target="([^"]+)"/g)].map(
      ([, target = '']) => new URL(target, `file:///${folder}`).pathname,
    );
  });
  expect(targets.toSorted()).toEqual(own.map(path => `/${path}`).toSorted());
});

test('texts are read back as they were, numbers as numbers in their format, and nothing is a formula', () => {
  const { book } = written();
  const sheet = book.Sheets["Piet's blad"] ?? {};
  const shown = ['A1', 'A3', 'B3', 'A4', 'B4', 'B5'].map(name => [sheet[name]?.t, sheet[name]?.w ?? sheet[name]?.v]);
  expect(shown).toEqual([
    ...[
      ['s', 'Titel'],
      ['s', 'Naam'],
      ['s', 'a\n"b" <c>'],
      ['s', '=1+1'],
      ['n', '28.5%'],
      ['s', '<5'],
    ],
  ]);
  expect(sheet.A4?.f).toBeUndefined();
  expect(part('xl/sharedStrings.xml')).toContain('<t xml:space="preserve">_x005F_x000D__x000D_</t>');
});

test('a table is marked with its heads, without filters; one without rows cannot be', () => {
  const table = part('xl/tables/table1.xml');
  expect(table).toContain('displayName="Een" ref="A3:B5"');
  expect(table).toContain('<tableColumn id="2" name="a_x000A_&quot;b&quot; &lt;c&gt;"/>');
  expect(table).not.toContain('autoFilter');
  expect(written().parts).not.toHaveProperty('xl/tables/table2.xml');
});

test('links lead to sheets that are there', () => {
  const links = ['1', '2'].flatMap(number => [
    ...part(`xl/worksheets/sheet${number}.xml`).matchAll(/<hyperlink ref="(\w+)" location="([^"]+)"/g),
  ]);
  expect(links.map(([, from, to]) => [from, to])).toEqual([
    ['A2', "'Ander &amp; meer'!A1"],
    ['A4', "'Ander &amp; meer'!A1"],
    ['A2', "'Piet''s blad'!A1"],
  ]);
});

test('a print is one page wide, with the heads on every page and its number at the foot', () => {
  expect(part('xl/workbook.xml')).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Piet''s blad'!$3:$3</definedName>`,
  );
  const sheet = part('xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  expect(sheet).toContain('<oddFooter>&amp;L&amp;A&amp;RPagina &amp;P van &amp;N</oddFooter>');
});

test('the properties say what it is, in which language, by whom and when', () => {
  const { Props } = written().book;
  expect(Props).toMatchObject({ Title: 'Cijfers & meer', Author: 'Bureau', Comments: 'Een proef.', Keywords: 'a, b' });
  expect(part('docProps/core.xml')).toContain('<dc:language>nl-NL</dc:language>');
  expect(part('docProps/core.xml')).toContain('W3CDTF">2024-10-17T12:00:00Z</dcterms:created>');
});

test('the first sheet is the one that opens, at its first cell', () => {
  expect(part('xl/worksheets/sheet1.xml')).toContain(
    '<sheetView tabSelected="1" workbookViewId="0"><selection activeCell="A1"',
  );
  expect(part('xl/worksheets/sheet2.xml')).not.toContain('tabSelected');
});

test('no cells are merged, no row or column is hidden or empty, and rows are as high as their texts', () => {
  const { parts } = written({
    sheets: [{ ...first, lines: [{ text: 'Titel' }, { text: 'woord '.repeat(40) }] }],
  });
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet).not.toMatch(/mergeCell|hidden/);
  const heights = [...sheet.matchAll(/<row r="\d+" ht="([\d.]+)" customHeight="1"><c /g)].map(match =>
    Number(match[1]),
  );
  expect(heights).toHaveLength(5);
  expect(heights[1]).toBeGreaterThan(16 * 7);
  expect(heights[3]).toBeLessThan(25);
});
