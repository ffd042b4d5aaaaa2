// The columns of every CSV file, the same for all tables: one row for each observation.

import { isMistakable } from '../locale/spreadsheet.ts';
import type { DataPoint } from './observations.ts';
import { kindCodes, measureCodes, statusCodes } from './words.ts';

/** A column of the CSV files, and how it is described in CSVW. */
export interface CsvColumn {
  readonly name: string;
  /** In Dutch, for people. */
  readonly title: string;
  readonly description: string;
  readonly datatype: string | Readonly<Record<string, string>>;
  /** The property of a known vocabulary that the column is. */
  readonly propertyUrl?: string;
  /** Whether it is filled in every row. */
  readonly required: boolean;
  readonly read: (point: DataPoint, unit: string) => string | number | undefined;
}

const apostrophe = `Een apostrof vooraan hoort niet bij de tekst als hij er staat om te voorkomen dat een rekenblad er een formule, datum of getal van maakt; haal van een tekst die met een apostrof begint altijd de eerste apostrof weg.`;

const sdmx = 'http://purl.org/linked-data/sdmx/2009';

/** A text that may be one of these. */
function oneOf(codes: Readonly<Record<string, string>>): CsvColumn['datatype'] {
  return { base: 'string', format: Object.values(codes).join('|') };
}

const whole = { base: 'integer', minimum: '0' };

/** The columns in their order. */
export const csvColumns: readonly CsvColumn[] = [
  {
    ...{ name: 'rij', title: 'Rij', datatype: 'string', required: true },
    description: `Het opschrift van de rij in de tabel. ${apostrophe}`,
    read: ({ row }) => guarded(row),
  },
  {
    ...{ name: 'paneel', title: 'Paneel', datatype: 'string', required: false },
    description: `Het opschrift boven een groep kolommen; leeg als de tabel geen groepen heeft. ${apostrophe}`,
    read: ({ panel }) => panel && guarded(panel),
  },
  {
    ...{ name: 'kolom', title: 'Kolom', datatype: 'string', required: true },
    description: `Het opschrift van de kolom in de tabel. ${apostrophe}`,
    read: ({ column }) => guarded(column),
  },
  {
    ...{ name: 'eerste_jaar', title: 'Eerste jaar', datatype: 'gYear', required: false },
    description: 'Het jaar dat de opschriften noemen, of het eerste jaar van een periode; leeg als zij er geen noemen.',
    read: ({ period }) => period?.first,
  },
  {
    ...{ name: 'laatste_jaar', title: 'Laatste jaar', datatype: 'gYear', required: false },
    description: 'Het laatste jaar van de periode; bij één jaar dat jaar zelf.',
    read: ({ period }) => period?.last,
  },
  {
    ...{ name: 'waarde', title: 'Waarde', required: false },
    datatype: { base: 'decimal', minimum: '0' },
    description:
      'Het getal zoals het is gepubliceerd, met een punt voor de decimalen; een percentage in procenten (34 is 34%). Leeg als er niet één getal is gepubliceerd: zie dan soort, symbool, ondergrens en bovengrens.',
    propertyUrl: `${sdmx}/measure#obsValue`,
    read: ({ value }) => value,
  },
  {
    ...{ name: 'ondergrens', title: 'Ondergrens', datatype: whole, required: false },
    description:
      'Het kleinste aantal dat het kan zijn; alleen bij een onderdrukt of afgerond aantal en bij een bereik. De grens volgt uit wat er gepubliceerd is.',
    read: ({ bounds }) => bounds?.[0],
  },
  {
    ...{ name: 'bovengrens', title: 'Bovengrens', datatype: whole, required: false },
    description: 'Het grootste aantal dat het kan zijn; in dezelfde gevallen als de ondergrens.',
    read: ({ bounds }) => bounds?.[1],
  },
  {
    ...{ name: 'symbool', title: 'Symbool', datatype: 'string', required: false },
    description: 'Het teken dat in plaats van een getal is gepubliceerd, zoals <5 of n.b. (niet bekend).',
    read: ({ symbol }) => symbol,
  },
  {
    ...{ name: 'soort', title: 'Soort waarde', datatype: oneOf(kindCodes), required: true },
    description:
      'getal: één getal; afgerond: een afgerond aantal; bereik: een aantal tussen twee grenzen; onderdrukt: een klein aantal dat niet bekend mag worden; ontbreekt: geen waarde.',
    read: ({ kind }) => kindCodes[kind],
  },
  {
    ...{ name: 'maat', title: 'Maat', datatype: oneOf(measureCodes), required: true },
    description: 'Of het een aantal, een percentage of een gemiddelde is.',
    read: ({ measure }) => measureCodes[measure],
  },
  {
    ...{ name: 'eenheid', title: 'Eenheid', datatype: 'string', required: true },
    description: 'Wat er is geteld, of bij een percentage: waarvan het een deel is.',
    propertyUrl: `${sdmx}/attribute#unitMeasure`,
    read: (_, unit) => guarded(unit),
  },
  {
    ...{ name: 'status', title: 'Status', datatype: oneOf(statusCodes), required: true },
    description:
      'definitief; voorlopig: kan nog veranderen; herzien: anders dan eerder gepubliceerd; gereconstrueerd: teruggerekend omdat de bron niet te lezen was.',
    propertyUrl: `${sdmx}/attribute#obsStatus`,
    read: ({ status }) => statusCodes[status],
  },
  {
    ...{ name: 'eerdere_waarde', title: 'Eerdere waarde', datatype: 'string', required: false },
    description: `Wat er eerder is gepubliceerd, bij een herziene waarde. ${apostrophe}`,
    read: ({ previous }) => previous && guarded(previous),
  },
  {
    ...{ name: 'opmerking', title: 'Opmerking', datatype: 'string', required: false },
    description: `Waarom de waarde ontbreekt, voorlopig of herzien is, of hoe zij is gereconstrueerd. ${apostrophe}`,
    propertyUrl: 'http://www.w3.org/2000/01/rdf-schema#comment',
    read: ({ remark }) => remark && guarded(remark),
  },
];

/** A text that no spreadsheet program takes for something else; without its first apostrophe it is the text again. */
function guarded(text: string): string {
  return text.startsWith("'") || isMistakable(text) ? `'${text}` : text;
}
