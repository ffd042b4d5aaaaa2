// What the CSV files are, for machines: CSVW, the W3C's Metadata Vocabulary for Tabular Data (2015).

import type { Table } from '../edition/edition.ts';
import { formatDate } from '../locale/date.ts';
import { type CsvColumn, csvColumns } from './columns.ts';
import type { Dataset } from './dataset.ts';
import { explanations } from './words.ts';

/** Where CSVW looks for the metadata of the CSV files in a folder. */
export const metadataName = 'csv-metadata.json';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** The metadata of all CSV files of a dataset, which stand beside it. */
export function csvMetadata(dataset: Dataset): string {
  return `${JSON.stringify(tableGroup(dataset), null, 2)}\n`;
}

function tableGroup(dataset: Dataset): Json {
  const { title, description, publisher, date, keywords, licence, reportingYear, isDraft, tables } = dataset;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    '@type': 'TableGroup',
    'dc:title': title,
    'dc:description': description,
    'dc:language': 'nl',
    'dc:publisher': publisher,
    'dc:issued': day(date),
    'dc:temporal': { '@value': String(reportingYear), '@type': 'xsd:gYear' },
    'dc:source': [...new Set(tables.map(({ source }) => source))],
    ...(keywords.length > 0 ? { 'dcat:keyword': keywords } : {}),
    ...(licence === undefined ? {} : { 'dc:license': { '@id': licence } }),
    ...(isDraft ? { 'schema:creativeWorkStatus': 'concept' } : {}),
    notes: explanations(tables).map(({ sign, meaning }) => annotation(`${sign}: ${meaning}`)),
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
    tables: tables.map(table => tableOf(table, dataset)),
  };
}

function tableOf({ id, title, unit, source, referenceDate, notes }: Table, { date }: Dataset): Json {
  const url = csvName(id);
  const said = [...(referenceDate === undefined ? [] : [`Peildatum: ${formatDate(referenceDate)}.`]), ...notes];
  return {
    ...{ '@type': 'Table', url, 'dc:title': title, 'dc:source': source, 'dc:issued': day(date) },
    'schema:unitText': unit,
    ...(referenceDate === undefined ? {} : { 'schema:observationDate': day(referenceDate) }),
    ...(said.length > 0 ? { notes: said.map(note => annotation(note, url)) } : {}),
    tableSchema: {
      '@type': 'Schema',
      columns: csvColumns.map(columnOf),
      primaryKey: ['rij', 'kolom'],
      aboutUrl: '#rij={rij}&kolom={kolom}',
      rowTitles: ['rij', 'kolom'],
    },
  };
}

/** The name of a table's CSV file. */
export function csvName(table: string): string {
  return `${table}.csv`;
}

function columnOf({ name, title, description, datatype, propertyUrl, required }: CsvColumn): Json {
  return {
    ...{ '@type': 'Column', name, titles: { nl: [name, title] }, 'dc:description': description },
    ...{ datatype, required, null: [''] },
    ...(propertyUrl === undefined ? {} : { propertyUrl }),
  };
}

function day(date: string): Json {
  return { '@value': date, '@type': 'xsd:date' };
}

/** A note on a table, or on all of them, as a Web Annotation. */
function annotation(text: string, target?: string): Json {
  return {
    '@type': 'oa:Annotation',
    ...(target === undefined ? {} : { 'oa:hasTarget': { '@id': target } }),
    'oa:hasBody': { '@type': 'oa:TextualBody', 'rdf:value': text, 'dc:format': 'text/plain', 'dc:language': 'nl' },
  };
}
