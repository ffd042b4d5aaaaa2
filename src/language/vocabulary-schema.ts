// The shape of the vocabulary file, written once: it gives the types, the validation and the editors' completion.

import { z } from 'zod';
import { compare, parseRational, type Rational, rational } from '../statistics/rational.ts';

const words = z
  .array(z.string())
  .min(1, 'expected at least one word')
  .describe(
    'De woorden: a/b voor een van beide, daal* voor elke uitgang, <getal> voor een getal, … voor andere woorden.',
  );

const decimal = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d+(?:[.,]\d+)?$/, 'expected a number such as 10 or 2,5'))
  .transform(text => parseRational(text.replace(',', '.')));

const years = z
  .union([z.string(), z.number()])
  .transform(Number)
  .pipe(
    z.number('expected a whole number of years').int('expected a whole number of years').min(2, 'expected at least 2'),
  );

const bounds = {
  vanaf: decimal.optional().describe('Vanaf hoeveel procent het woord klopt, dit getal inbegrepen.'),
  tot: decimal.optional().describe('Tot hoeveel procent het woord klopt, dit getal niet inbegrepen.'),
};

type Bounds = z.output<z.ZodObject<typeof bounds>>;

/** A band that holds nothing, or that is no band at all. */
function checkBand(context: z.core.ParsePayload<Bounds>): void {
  const { vanaf, tot } = context.value;
  if (vanaf === undefined && tot === undefined)
    context.issues.push(mistake(context.value, 'expected `vanaf`, `tot` or both', 'Add the limit in per cent.', []));
  if (vanaf !== undefined && tot !== undefined && compare(vanaf, tot) >= 0)
    context.issues.push(
      mistake(context.value, '`vanaf` is not below `tot`', 'Write the lower of the two limits behind `vanaf`.', [
        'tot',
      ]),
    );
}

function mistake(input: unknown, message: string, hint: string, path: string[]) {
  return { code: 'custom' as const, input, message, params: { hint }, path };
}

const name = z.string().regex(/^[a-z]/, 'expected a name in lower case');

const size = z
  .strictObject({
    woorden: words,
    ...bounds,
    punten: z
      .strictObject(bounds)
      .check(checkBand)
      .optional()
      .describe('De grenzen in procentpunten, voor de verandering van een percentage.'),
  })
  .check(checkBand);

const part = z.strictObject({ woorden: words, ...bounds }).check(checkBand);

const lead = z.strictObject({
  woorden: words,
  vanaf: decimal.describe('Hoeveel procent de eerste ten minste voorligt op elke andere.'),
});

const reach = z.strictObject({
  woorden: words,
  kant: z
    .enum(['vanaf', 'boven', 'onder', 'rond', 'minstens', 'hoogstens', 'precies'])
    .describe('Aan welke kant van het getal de waarde ligt; vanaf is boven of gelijk.'),
  binnen: decimal.optional().describe('Hoe ver de waarde hoogstens van het getal ligt, in procent van het getal.'),
});

const extreme = z.strictObject({
  woorden: words,
  kant: z.enum(['hoogste', 'laagste']).describe('Welk uiterste het woord noemt.'),
  tussen: z
    .enum(['jaren', 'groepen', 'beide'])
    .describe('Waartussen: de jaren van de reeks, de groepen van de tabel, of beide tegelijk.'),
});

const widestPlain = rational(3, 2);
const fractionReach = z.strictObject({
  punten: decimal.describe('Hoeveel procentpunt het aandeel van de breuk mag liggen.'),
  procent: decimal.describe('Hoeveel procent van de breuk zelf; de kortste van de twee telt.'),
});

/** The vocabulary file: data/woorden.yaml. */
export const vocabularySpec = z
  .strictObject({
    richting: z
      .strictObject({ omhoog: words, omlaag: words, gelijk: words })
      .describe('Woorden voor een ontwikkeling in de tijd.'),
    vergelijking: z
      .strictObject({ meer: words, minder: words, evenveel: words })
      .describe('Woorden die twee jaren of twee groepen vergelijken.'),
    grootte: z.record(name, size).describe('Hoe groot een verandering of verschil is, in procent zonder teken.'),
    aandeel: z.record(name, part).describe('Hoe groot een deel van het geheel is, in procent.'),
    'bij-een-getal': z.record(name, reach).describe('Woorden vóór een getal: aan welke kant ligt de waarde?'),
    uitersten: z.record(name, extreme).describe('De hoogste of de laagste.'),
    'sterkste-verandering': words.describe('De grootste verandering, vergeleken met die van de andere groepen.'),
    voorsprong: z.record(name, lead).describe('Hoeveel procent de eerste voorligt op elke andere.'),
    'eerste-keer': words.describe('Wat erbij staat, is nu waar en was in geen eerder jaar zo.'),
    volgorde: z
      .strictObject({
        plaats: words.describe('De plaats in de volgorde, met <getal> voor het rangtelwoord.'),
        volgende: words.describe('De plaats na die van het vorige getal.'),
        'een-na-hoogste': words.describe('De tweede plaats van boven.'),
        'een-na-laagste': words.describe('De tweede plaats van onder.'),
      })
      .describe('De volgorde van groepen.'),
    vervolg: z
      .strictObject({
        opnieuw: words.describe('Nu en een jaar eerder dezelfde kant op.'),
        'nog-steeds': words.describe('Een jaar eerder was het ook al zo.'),
        weer: words.describe('Het ging ooit eerder de andere kant op.'),
        omgeslagen: words.describe('De richting is omgekeerd aan die van een jaar eerder.'),
        steeds: z.strictObject({
          woorden: words,
          jaren: years.describe('In hoeveel opeenvolgende jaren het zo moet zijn.'),
        }),
      })
      .describe('Wat er eerder gebeurde.'),
    reeks: words.describe('Een aantal jaren op rij, met <getal> voor het aantal.'),
    'vaste-uitdrukkingen': z.array(z.string()).default([]).describe('Uitdrukkingen zonder getal en zonder oordeel.'),
    breuken: z
      .strictObject({
        precies: fractionReach.refine(({ punten }) => compare(punten, widestPlain) <= 0, {
          error: 'expected at most 1,5 punten, because simple fractions lie three apart',
          path: ['punten'],
        }),
        ongeveer: fractionReach,
      })
      .describe('Hoe dicht een aandeel bij een breuk moet liggen om zo te heten.'),
    veelvouden: z
      .strictObject({
        precies: decimal.describe('Tot hoeveel procent van het veelvoud: "twee keer zo veel" zonder meer.'),
        los: decimal.describe('Tot hoeveel procent een verhouding onder anderhalf nog een naam krijgt.'),
      })
      .describe('Hoe dicht een verhouding bij een veelvoud moet liggen om zo te heten.'),
  })
  .meta({ title: 'Woorden', description: 'Wat de woorden betekenen waarmee een tekst over cijfers oordeelt.' });

/** The vocabulary file as it was read. */
export type VocabularySpec = z.output<typeof vocabularySpec>;

/** A band as the file says it. */
export type BandSpec = { readonly vanaf?: Rational | undefined; readonly tot?: Rational | undefined };

/** The JSON Schema from which editors complete data/woorden.yaml. */
export function vocabularyJsonSchema(): unknown {
  return z.toJSONSchema(vocabularySpec, { io: 'input', unrepresentable: 'any' });
}
