// The shape of every YAML file, written once: it gives the types, the validation and the editors' completion.

import { z } from 'zod';
import { chartKinds } from './edition.ts';
import {
  address,
  cell,
  clockTime,
  date,
  dateOrOpen,
  identifier,
  label,
  labels,
  mistake,
  text,
  whole,
  words,
} from './field.ts';
import { relationSpec } from './relation-spec.ts';

const remarkSpec = z
  .strictObject({
    row: label.describe('De rij waarover het gaat.'),
    columns: labels.optional().describe('De kolommen; zonder deze regel de hele rij.'),
    missing: words.optional().describe('Waarom de cel (.) ontbreekt.'),
    reconstructed: words.optional().describe('Hoe een verloren waarde is teruggerekend.'),
    provisional: words.optional().describe('Waarom de waarde voorlopig is.'),
    revised: words.optional().describe('Waarom de waarde is herzien.'),
    previous: cell.optional().describe('De waarde die eerder is gepubliceerd (bij revised).'),
  })
  .check(context => {
    const { missing, reconstructed, provisional, revised } = context.value;
    if ([missing, reconstructed, provisional, revised].filter(one => one !== undefined).length !== 1)
      context.issues.push(
        mistake(
          context.value,
          'expected exactly one of missing, reconstructed, provisional and revised',
          'Say one thing of these cells; make a second remark for other cells.',
        ),
      );
  })
  .describe('Wat over een of meer cellen gezegd moet worden.');

const measure = z
  .enum(['count', 'percentage', 'mean'])
  .describe('count: aantallen (standaard); percentage: percentages; mean: gemiddelden met decimalen.');

/** A table file: data/<year>/tables/<id>.yaml. */
export const tableSpec = z
  .strictObject({
    title: words.describe('Wat de tabel telt, in één regel.'),
    unit: words.describe('De eenheid in het meervoud, zoals slachtoffers.'),
    source: words.describe('De bron, zoals CoMensha, bewerking Nationaal Rapporteur.'),
    statistic: identifier.optional().describe('Wat de tabel telt: de naam van een telling in data/begrippen.yaml.'),
    population: z
      .array(identifier)
      .min(1)
      .optional()
      .describe(
        'De groepen waarover alle cellen gaan, zoals [minderjarig, criminele-uitbuiting]; zie data/begrippen.yaml.',
      ),
    referenceDate: dateOrOpen.optional().describe('De peildatum, zoals 2024-04-26; een ? moet nog worden ingevuld.'),
    rounding: whole.optional().describe('Afronding van de aantallen: 10 voor tientallen.'),
    measure: measure.optional(),
    measures: z.record(z.string(), measure).optional().describe('De soort getallen per kolom, als die verschilt.'),
    notes: z.array(words).optional().describe('Noten onder de tabel.'),
    columns: labels.optional().describe('De opschriften van de kolommen, van links naar rechts.'),
    panels: z
      .record(z.string(), labels)
      .optional()
      .describe('Panelen met hun kolommen, zoals Per jaar en Per vorm in 2023.'),
    rows: z
      .record(z.string(), z.array(cell))
      .describe('De rijen: het opschrift en evenveel cellen als er kolommen zijn.'),
    remarks: z
      .array(remarkSpec)
      .optional()
      .describe('Opmerkingen bij cellen: ontbrekend, voorlopig, herzien, teruggerekend.'),
    relations: z.array(relationSpec).optional().describe('Wat in deze tabel, of met een andere tabel, optelt tot wat.'),
  })
  .check(context => {
    const { columns, panels } = context.value;
    if ((columns === undefined) === (panels === undefined))
      context.issues.push(
        mistake(
          context.value,
          'expected either columns or panels',
          'Add `columns: [2022, 2023]`, or panels with their columns, not both.',
        ),
      );
  })
  .meta({ title: 'Tabel', description: 'Een statistische tabel zoals zij gedrukt wordt.' });

const figureSpec = z
  .strictObject({
    table: identifier.optional().describe('De tabel; zonder deze regel de tabel met dezelfde naam als de figuur.'),
    chart: z.enum(chartKinds).describe('De soort grafiek; table toont alleen de tabel.'),
    title: text
      .refine(title => !title.includes('{{'), 'expected a title without expressions')
      .optional()
      .describe('De titel; zonder deze regel die van de tabel. Er mogen geen uitdrukkingen in staan.'),
    height: whole.optional().describe('Hoogte van de grafiek in millimeters.'),
    omit: labels.optional().describe('Rijen die niet getekend worden, zoals een totaal.'),
    specification: z
      .string()
      .regex(/^[\w.-]+\.vl\.json$/, 'expected the name of a .vl.json file beside publication.yaml')
      .optional()
      .describe('Een eigen Vega-Lite-bestand naast publication.yaml (bij chart: specification).'),
  })
  .check(context => {
    const { chart, specification } = context.value;
    if ((chart === 'specification') !== (specification !== undefined))
      context.issues.push(
        mistake(
          context.value,
          'expected `specification` with chart: specification, and only there',
          'Add `specification: <file>.vl.json`, or choose another chart kind.',
        ),
      );
  });

const sectionSpec = z.union([
  z.strictObject({
    text: identifier.describe('Een tekst: de naam van het Markdownbestand zonder .md.'),
    numbered: z.boolean().optional().describe('true: de kopjes van de tekst worden genummerd.'),
  }),
  z.strictObject({
    part: text.describe('De titel van het deel.'),
    intro: identifier.optional().describe('Een tekst op de titelpagina van het deel.'),
    texts: z.array(identifier).min(1).describe('De teksten (hoofdstukken) van het deel.'),
  }),
]);

const linkedSource = z.strictObject({
  text: text.describe('De bron zoals zij wordt afgedrukt.'),
  url: z.url({ protocol: /^https?$/ }).describe('Het webadres, dat er als link achter komt.'),
});

/** A publication file: data/<year>/<publication>/publication.yaml. */
export const publicationSpec = z
  .strictObject({
    kind: identifier.describe('De soort publicatie: een map in templates/.'),
    title: text.describe('De titel.'),
    subtitle: text.optional().describe('De ondertitel.'),
    description: text.describe('Eén zin voor catalogi en zoekmachines.'),
    publisher: text.describe('Wie de publicatie uitgeeft.'),
    date: date.describe('De datum van uitgave, zoals 2024-10-17.'),
    keywords: z.array(text).optional().describe('Trefwoorden.'),
    licence: address
      .optional()
      .describe('De licentie waaronder anderen de cijfers mogen gebruiken: het adres van haar tekst op internet.'),
    percentage: z.enum(['sign', 'word']).optional().describe('sign: 22%; word: 22 procent.'),
    tables: z.array(identifier).describe('De tabellen die de publicatie gebruikt.'),
    figures: z.record(identifier, figureSpec).optional().describe('De figuren en hun grafieken.'),
    cover: identifier.optional().describe('Een tekst op het omslag.'),
    contents: z.array(sectionSpec).min(1).describe('De delen en teksten op volgorde.'),
    words: z.record(z.string(), text).optional().describe('Overige woorden voor de opmaak, zoals een bovenkop.'),
    sources: z
      .record(identifier, z.union([text, linkedSource]))
      .optional()
      .describe(
        'De bronnen van getallen die niet uit een tabel komen: een korte naam en de bron zoals zij wordt afgedrukt.',
      ),
  })
  .meta({ title: 'Publicatie', description: 'Een publicatie van een verslagjaar.' });

const differenceSpec = z.strictObject({
  publication: identifier.describe('De publicatie: de naam van haar map.'),
  text: identifier.describe('De tekst: de naam van het Markdownbestand zonder .md.'),
  printed: text.describe('Het getal of het woord zoals het is gepubliceerd.'),
  computed: text.describe('Wat de tabellen geven, zoals de controle het meldt.'),
  because: text.describe('Waarom het gepubliceerde blijft staan.'),
});

/** The edition file: data/<year>/edition.yaml. */
export const editionSpec = z
  .strictObject({
    reportingYear: whole.describe('Het verslagjaar, gelijk aan de naam van de map.'),
    status: z
      .enum(['draft', 'final'])
      .describe('draft: concept, alleen te maken met build --draft; final: definitief.'),
    embargo: clockTime
      .optional()
      .describe('Tot wanneer er een embargo geldt, in Nederlandse tijd, zoals 2024-10-17 06:00; staat op elk concept.'),
    differences: z
      .array(differenceSpec)
      .optional()
      .describe('Bekende verschillen: gepubliceerde getallen die blijven staan, al geven de tabellen iets anders.'),
  })
  .meta({ title: 'Editie', description: 'Een verslagjaar met zijn tabellen en publicaties.' });

export type TableSpec = z.output<typeof tableSpec>;
export type RemarkSpec = z.output<typeof remarkSpec>;
export type PublicationSpec = z.output<typeof publicationSpec>;
export type FigureSpec = z.output<typeof figureSpec>;
export type EditionSpec = z.output<typeof editionSpec>;

/** The JSON Schemas that editors complete from, by file name in schema/. */
export function jsonSchemas(): Record<string, unknown> {
  const schemas = { table: tableSpec, publication: publicationSpec, edition: editionSpec };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: allowOpenCell }),
    ]),
  );
}

/** An editor reads a lone `?` in a list as YAML does: as a key without a name. */
function allowOpenCell({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: { anyOf?: unknown[] } }): void {
  if (zodSchema !== cell) return;
  jsonSchema.anyOf?.push({ type: 'object', maxProperties: 1, additionalProperties: { type: 'null' } });
}
