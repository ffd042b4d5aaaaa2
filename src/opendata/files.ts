// All files of open data of one publication: each table as CSV, their metadata, and one workbook.

import { writeWorkbook } from '../workbook/write.ts';
import { tableCsv } from './csv.ts';
import { type DataFile, type DatasetSource, datasetOf } from './dataset.ts';
import { csvMetadata, csvName, metadataName } from './metadata.ts';
import { workbookOf } from './workbook.ts';

/** The folder of a publication's CSV files, beside its PDF. */
export function csvFolder(publication: string): string {
  return `${publication}-csv`;
}

/** The files of a publication's tables, the workbook first; none when it lists no table. */
export function dataFiles(source: DatasetSource): DataFile[] {
  const dataset = datasetOf(source);
  if (dataset.tables.length === 0) return [];
  const folder = csvFolder(dataset.id);
  return [
    {
      path: `${dataset.id}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      description: `De tabellen van "${dataset.title}" als werkmap`,
      content: writeWorkbook(workbookOf(dataset)),
    },
    {
      path: `${folder}/${metadataName}`,
      mediaType: 'application/csvm+json',
      description: 'Beschrijving van de csv-bestanden: titels, eenheden, bronnen, noten en kolommen',
      content: encode(csvMetadata(dataset)),
    },
    ...dataset.tables.map(table => ({
      path: `${folder}/${csvName(table.id)}`,
      mediaType: 'text/csv',
      description: table.title,
      content: encode(tableCsv(table)),
    })),
  ];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
