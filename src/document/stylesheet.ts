// The one stylesheet of a publication: faces as data, colours from the theme, the shared sheets and the kind's own.

import { z } from 'zod';
import type { ChartTheme } from '../charts/theme.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createSource } from '../diagnostics/source.ts';
import type { Files } from '../edition/files.ts';
import { validate } from '../edition/validate.ts';
import { parseYaml, placeOf } from '../edition/yaml.ts';

const faceSpec = z.strictObject({
  family: z.string().min(1),
  /** Package of @fontsource, such as source-sans-3. */
  package: z.string().regex(/^[a-z0-9-]+$/),
  weight: z.union([z.number(), z.string()]).transform(Number).pipe(z.number().int().min(100).max(900)),
  style: z.enum(['normal', 'italic']),
});

const length = z.union([z.number(), z.string()]).transform(Number).pipe(z.number().positive());

/** The shape of templates/<kind>/kind.yaml: what the program must know of a kind's layout. */
const kindSpec = z.strictObject({
  /** Size of its figures in millimetres; the label column is part of the width. */
  figure: z.strictObject({ width: length, labels: length }),
  /** Height of a page's text area in millimetres; figures and boxes are then moved to fill pages. */
  page: z.strictObject({ height: length }).optional(),
  /** Level of the heading of a text that stands in no part: 1 when it is the headline of the whole; 2 unless given. */
  textLevel: z.union([z.number(), z.string()]).transform(Number).pipe(z.number().int().min(1).max(2)).optional(),
  faces: z.array(faceSpec).min(1),
});

/** A font face with its file's bytes. */
export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly bytes: Uint8Array;
}

/** What the program knows of a publication kind's layout; lengths in millimetres. */
export interface Kind {
  readonly figure: { readonly width: number; readonly labels: number };
  /** Height of a page's text area, when figures are to be moved to fill pages. */
  readonly pageHeight: number | undefined;
  readonly textLevel: number;
  readonly faces: readonly Face[];
}

/** Gives the woff2 file of a face, or undefined when the package has none. */
export type FaceLoader = (face: { package: string; weight: number; style: string }) => Uint8Array | undefined;

/** Reads templates/<kind>/kind.yaml and its fonts. */
export function readKind(kind: string, files: Files, load: FaceLoader): { value?: Kind; diagnostics: Diagnostic[] } {
  const path = `templates/${kind}/kind.yaml`;
  const text = files.read(path);
  if (text === undefined) return { diagnostics: [missingKind(path)] };
  const parsed = parseYaml(createSource(path, text));
  if (!parsed.file) return { diagnostics: parsed.diagnostics };
  const { value, diagnostics } = validate(parsed.file, kindSpec);
  if (!value) return { diagnostics };
  const { file } = parsed;
  const faces = value.faces.flatMap((face, index) => {
    const bytes = load(face);
    if (!bytes) diagnostics.push(missingFont(face, placeOf(file, ['faces', index])));
    return bytes ? [{ family: face.family, weight: face.weight, style: face.style, bytes }] : [];
  });
  const { figure, page, textLevel = 2 } = value;
  return { value: { figure, pageHeight: page?.height, textLevel, faces }, diagnostics };
}

function missingKind(path: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'missing-file',
    message: `The file ${path} is not there.`,
    place: { file: path, line: 1, column: 1 },
    hints: ['Copy it from another kind and set the size of its figures.'],
  };
}

function missingFont(
  face: { package: string; weight: number; style: string },
  place: NonNullable<Diagnostic['place']>,
): Diagnostic {
  return {
    severity: 'error',
    rule: 'font-missing',
    message: `There is no font file for @fontsource/${face.package}, weight ${face.weight}, ${face.style}.`,
    place,
    hints: ['Correct the name, weight or style, or add the package: npm install --save-exact @fontsource/…'],
  };
}

/** The sheet of templates/shared that only drafts have. */
export const draftSheet = 'draft.css';

/** The sheet of templates/shared that only a list of changes has. */
export const changesSheet = 'changes.css';

/** What a stylesheet is made with. */
export interface StyleOptions {
  readonly faces: readonly Face[];
  readonly theme: ChartTheme;
  readonly isDraft?: boolean;
}

/** All CSS of a publication kind, in the order faces, theme, shared sheets, the kind's sheets. */
export function stylesheet(kind: string, files: Files, options: StyleOptions): string {
  const sheets = ['templates/shared', `templates/${kind}`].flatMap(folder =>
    files
      .list(folder)
      .filter(name => name.endsWith('.css') && name !== changesSheet && (options.isDraft || name !== draftSheet))
      .map(name => `${folder}/${name}`),
  );
  return styleOf(sheets, files, options);
}

/** The CSS of these sheets, after faces and theme. */
export function styleOf(sheets: readonly string[], files: Files, options: StyleOptions): string {
  return styleSheet(
    sheets.map(path => files.read(path) ?? ''),
    options,
  );
}

/** These texts of style sheets after faces and theme, fit for a `<style>` element. */
export function styleSheet(texts: readonly string[], { faces, theme }: StyleOptions): string {
  return [...faces.map(faceRule), themeRule(theme), ...texts].join('\n').replaceAll('</', '<\\/');
}

function faceRule({ family, weight, style, bytes }: Face): string {
  const data = Buffer.from(bytes).toString('base64');
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
}

/** The colours as custom properties; on a dark screen those of the dark palette, but for what stands on a plate. */
function themeRule(theme: ChartTheme): string {
  const light = properties(theme);
  return `:root{${light}}@media screen and (prefers-color-scheme:dark){:root{${properties(theme.dark)}}.plate,img{${light};color-scheme:light}}`;
}

function properties(colours: object): string {
  const named = Object.entries(colours).filter(([, value]) => typeof value === 'string');
  return named.map(([name, value]) => `--${name}:${value}`).join(';');
}
