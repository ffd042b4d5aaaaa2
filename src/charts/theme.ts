// The designer's theme: read from YAML, checked for shape and for contrast.

import { z } from 'zod';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { validate } from '../edition/validate.ts';
import { parseYaml, placeOf, type YamlFile, type YamlPath } from '../edition/yaml.ts';
import { contrastRatio } from './colour.ts';

const colourSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'a colour written as #rrggbb in lower case')
  .describe('A colour as #rrggbb');

const swatchSchema = z.strictObject({ fill: colourSchema, edge: colourSchema });

const styleSchema = z.strictObject({
  size: z.coerce.number().min(6).max(24),
  weight: z.coerce.number().pipe(z.union([z.literal(400), z.literal(600), z.literal(700)])),
});

/** The colours of pages, in print and on a light or a dark screen. */
const palette = {
  paper: colourSchema,
  tint: colourSchema,
  ink: colourSchema,
  muted: colourSchema,
  rule: colourSchema,
  grid: colourSchema,
  accent: colourSchema,
  title: colourSchema,
  deep: colourSchema,
  chalk: colourSchema,
  bright: colourSchema,
  pale: colourSchema,
  faint: colourSchema,
  dots: colourSchema,
};

/** The shape of templates/theme.yaml. */
export const themeSchema = z.strictObject({
  ...palette,
  dark: z.strictObject(palette),
  series: z.array(swatchSchema).min(9),
  categories: z.record(z.string(), z.coerce.number().int().min(1)).default({}),
  rest: z.strictObject({ dark: swatchSchema, light: swatchSchema }),
  sequence: z.array(swatchSchema).min(5),
  text: z.strictObject({
    family: z.string().min(1),
    axis: styleSchema,
    label: styleSchema,
    header: styleSchema,
    cell: styleSchema,
  }),
});

/** All colours of the house and the text styles of its charts (px, 96 per inch). */
export type ChartTheme = Readonly<z.infer<typeof themeSchema>>;

/** The surface of a row and its outline; the outline is also its colour as a line. */
export type Swatch = Readonly<z.infer<typeof swatchSchema>>;

/** The theme in a YAML file; what is wrong with its shape, contrasts or categories are diagnostics. */
export function readTheme(source: Source): Outcome<ChartTheme> {
  const parsed = parseYaml(source);
  if (!parsed.file) return { diagnostics: parsed.diagnostics };
  const { value, diagnostics } = validate(parsed.file, themeSchema);
  if (!value) return { diagnostics: [...parsed.diagnostics, ...diagnostics] };
  const strange = strangeCategories(value, parsed.file);
  const faint = requirements(value).filter(one => contrastRatio(one.of, one.on) < one.least);
  const unclear = faint.map(one => faintDiagnostic(parsed.file, one));
  return { value, diagnostics: [...parsed.diagnostics, ...strange, ...unclear] };
}

/** Categories whose number is beyond the series (`theme-category`). */
function strangeCategories({ categories, series }: ChartTheme, file: YamlFile): Diagnostic[] {
  const strange = Object.entries(categories).filter(([, number]) => number > series.length);
  return strange.map(([label, number]) => ({
    severity: 'error',
    rule: 'theme-category',
    message: `Category "${label}" has number ${number}; the series has ${series.length} entries.`,
    place: placeOf(file, ['categories', label]),
    hints: [`Write a number from 1 to ${series.length}.`],
  }));
}

interface Requirement {
  readonly path: YamlPath;
  readonly of: string;
  readonly on: string;
  readonly against: string;
  readonly least: number;
}

/** Every contrast the theme must have, with the path of the colour that answers for it. */
function requirements(theme: ChartTheme): Requirement[] {
  return [
    ...pageRequirements(theme, []),
    ...pageRequirements(theme.dark, ['dark']),
    ...edgeRequirements(theme),
    ...neighbourRequirements(theme),
  ];
}

type PaletteName = keyof typeof palette;

/** What is read or must be seen, the surface it stands on, and the contrast it needs there. */
export const pageContrasts: readonly (readonly [of: PaletteName, on: PaletteName, least: number])[] = [
  ['ink', 'paper', 7],
  ['ink', 'tint', 7],
  ['title', 'paper', 7],
  ['muted', 'paper', 4.5],
  ['muted', 'tint', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'tint', 3],
  ['paper', 'accent', 4.5],
  ['paper', 'ink', 7],
  ['chalk', 'deep', 7],
  ['pale', 'deep', 4.5],
  ['bright', 'deep', 4.5],
  ['dots', 'deep', 3],
];

/** Pages in print and on a light screen, or on a dark one. */
function pageRequirements(colours: Pick<ChartTheme, PaletteName>, path: YamlPath): Requirement[] {
  return pageContrasts.map(([of, on, least]) => ({
    ...{ path: [...path, of], of: colours[of], on: colours[on], against: on, least },
  }));
}

function edgeRequirements(theme: ChartTheme): Requirement[] {
  const edge = (path: YamlPath, swatch: Swatch): Requirement => ({
    path: [...path, 'edge'],
    of: swatch.edge,
    on: theme.paper,
    against: 'paper',
    least: 3,
  });
  return [
    ...theme.series.map((swatch, index) => edge(['series', index], swatch)),
    ...theme.sequence.map((swatch, index) => edge(['sequence', index], swatch)),
    edge(['rest', 'dark'], theme.rest.dark),
    edge(['rest', 'light'], theme.rest.light),
  ];
}

/** Neighbours in a stack, also where a grey rest stands in for one of the two. */
function neighbourRequirements(theme: ChartTheme): Requirement[] {
  return theme.series.flatMap((swatch, index) => {
    const rest = index % 2 === 0 ? theme.rest.light : theme.rest.dark;
    const next = theme.series[index + 1];
    const path = ['series', index, 'fill'];
    return [
      { path, of: swatch.fill, on: rest.fill, against: index % 2 === 0 ? 'rest.light' : 'rest.dark', least: 3 },
      ...(next ? [{ path, of: swatch.fill, on: next.fill, against: 'the next entry', least: 3 }] : []),
    ];
  });
}

function faintDiagnostic(file: YamlFile | undefined, { path, of, on, against, least }: Requirement): Diagnostic {
  const ratio = contrastRatio(of, on).toFixed(2);
  return {
    severity: 'error',
    rule: 'theme-contrast',
    message: `${of} (${path.join('.')}) has a contrast of ${ratio}:1 with ${against} ${on}; at least ${least}:1 is needed.`,
    ...(file && { place: placeOf(file, path) }),
    hints: ['Make the darker of the two darker, or the lighter one lighter.'],
  };
}
