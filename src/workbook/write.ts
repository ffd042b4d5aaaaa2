// A workbook → the bytes of an Office Open XML file (ECMA-376): the same workbook always gives the same bytes.

import { strToU8, type Zippable, zipSync } from 'fflate';
import { headRow, sheetPart, tablePart } from './sheet.ts';
import { createStrings } from './strings.ts';
import { createStyles } from './styles.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { escapeXml, quotedSheet, xmlPart } from './xml.ts';

/** The file of a workbook with at least one sheet. */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const [strings, styles] = [createStrings(), createStyles()];
  const { sheets, pageWords } = workbook;
  const marked = sheets.map((sheet, index) => ({ sheet, number: index + 1 })).filter(({ sheet }) => hasTable(sheet));
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relations([
      ['officeDocument', 'xl/workbook.xml'],
      ['core', 'docProps/core.xml'],
      ['extended-properties', 'docProps/app.xml'],
    ]),
    'docProps/core.xml': coreProperties(workbook),
    'docProps/app.xml': applicationProperties(workbook),
    'xl/workbook.xml': workbookPart(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): Relation => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  };
  sheets.forEach((sheet, index) => {
    const context = { strings, styles, pageWords, isFirst: index === 0 };
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetPart(sheet, context);
  });
  for (const { sheet, number } of marked) {
    parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relations([['table', `../tables/table${number}.xml`]]);
    parts[`xl/tables/table${number}.xml`] = tablePart(sheet, number);
  }
  parts['xl/styles.xml'] = styles.part();
  parts['xl/sharedStrings.xml'] = strings.part();
  return zipSync(zippable(parts), { level: 6, mtime: localNoon(workbook.moment) });
}

/** A table without rows cannot be marked as one. */
function hasTable({ table }: Sheet): boolean {
  return table.rows.length > 0;
}

function zippable(parts: Readonly<Record<string, string>>): Zippable {
  return Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
}

/** ZIP has no zone and begins in 1980: noon of the moment's day, wherever it is made, for no zone skips that hour. */
function localNoon(moment: Date): Date {
  const year = Math.min(2099, Math.max(1980, moment.getUTCFullYear()));
  return new Date(year, moment.getUTCMonth(), moment.getUTCDate(), 12);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

type Relation = readonly [kind: string, target: string];

function relations(all: readonly Relation[]): string {
  const elements = all.map(([kind, target], index) => {
    const type = kind === 'core' ? `${packages}/relationships/metadata/core-properties` : `${office}/${kind}`;
    return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`;
  });
  return xmlPart(`<Relationships xmlns="${packages}/relationships">${elements.join('')}</Relationships>`);
}

function contentTypes(sheets: readonly Sheet[]): string {
  const kind = (name: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const parts: [path: string, type: string][] = [
    ['xl/workbook.xml', kind('sheet.main')],
    ['xl/styles.xml', kind('styles')],
    ['xl/sharedStrings.xml', kind('sharedStrings')],
    ...sheets.map((_, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, kind('worksheet')]),
    ...sheets.flatMap((sheet, index): [string, string][] =>
      hasTable(sheet) ? [[`xl/tables/table${index + 1}.xml`, kind('table')]] : [],
    ),
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ];
  const elements = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return xmlPart(
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${elements.join('')}</Types>`,
  );
}

/** The sheets in order; the heads of their tables are repeated on every printed page. */
function workbookPart(sheets: readonly Sheet[]): string {
  const elements = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = sheets.map((sheet, index) => {
    const row = headRow(sheet);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(quotedSheet(sheet.name))}!$${row}:$${row}</definedName>`;
  });
  return xmlPart(
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets>${elements.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`,
  );
}

function coreProperties({ title, creator, description, keywords, language, moment }: Workbook): string {
  const date = moment.toISOString().replace(/\.\d+/, '');
  return xmlPart(
    `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator><dc:description>${escapeXml(description)}</dc:description><cp:keywords>${escapeXml(keywords.join(', '))}</cp:keywords><dc:language>${escapeXml(language)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`,
  );
}

function applicationProperties({ creator }: Workbook): string {
  return xmlPart(
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>jaarcijfers</Application><Company>${escapeXml(creator)}</Company></Properties>`,
  );
}
