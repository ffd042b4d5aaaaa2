// The shape of data/begrippen.yaml, written once: it gives the types, the validation and the editors' completion.

import { z } from 'zod';
import { identifier, labels, text } from '../edition/field.ts';

const words = z
  .array(text)
  .describe(
    'De woorden waarmee een tekst dit noemt, geschreven als in woorden.yaml: a/b voor een van beide, minderjarig* voor elke uitgang, tussen haakjes wat erop moet volgen.',
  );

const statisticSpec = z
  .strictObject({
    woorden: words,
    'herkenbaar-aan': words
      .optional()
      .describe('Woorden waarvan er een in de zin moet staan om een aangehaald getal met deze telling te vergelijken.'),
  })
  .describe('Een telling: wat er wordt geteld. De woorden noemen het getelde, zoals slachtoffers of meldingen.');

const valueSpec = z
  .strictObject({
    woorden: words.optional(),
    opschriften: labels
      .optional()
      .describe('Opschriften van rijen en kolommen die deze groep noemen, letterlijk; in een tekst gelden zij niet.'),
    binnen: identifier.optional().describe('De ruimere groep van hetzelfde kenmerk waar deze groep een deel van is.'),
  })
  .describe('Een groep die apart wordt geteld.');

const dimensionSpec = z
  .strictObject({
    bij: z
      .array(identifier)
      .min(1)
      .optional()
      .describe('De tellingen die dit kenmerk hebben; zonder deze regel hebben alle tellingen het.'),
    'houdt-in': identifier
      .optional()
      .describe('Een groep van een ander kenmerk waar alle groepen van dit kenmerk een deel van zijn.'),
    waarden: z.record(identifier, valueSpec).describe('De groepen, elk met een eigen naam.'),
  })
  .describe('Een kenmerk waarnaar tellingen zijn uitgesplitst. Twee groepen van een kenmerk sluiten elkaar uit.');

/** The file data/begrippen.yaml. */
export const conceptsSpec = z
  .strictObject({
    tellingen: z.record(identifier, statisticSpec).describe('Wat de tabellen tellen.'),
    kenmerken: z.record(identifier, dimensionSpec).describe('Waarnaar de tellingen zijn uitgesplitst.'),
    geheel: z
      .strictObject({
        opschriften: labels.optional().describe('Opschriften van rijen en kolommen, zoals Totaal.'),
        woorden: words.optional(),
      })
      .optional()
      .describe('Wat geen groep apart zet.'),
  })
  .meta({ title: 'Begrippen', description: 'Wie of wat er wordt geteld, en met welke woorden teksten dat noemen.' });

/** The concepts file as it was read. */
export type ConceptsSpec = z.output<typeof conceptsSpec>;

/** The JSON Schema from which editors complete data/begrippen.yaml. */
export function conceptsJsonSchema(): unknown {
  return z.toJSONSchema(conceptsSpec, { io: 'input', unrepresentable: 'any' });
}
