// What a report for reviewers is made with: its style sheet and script, the house's colours and its fonts.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installation } from '../browser/installation.ts';
import { type ChartTheme, readTheme } from '../charts/theme.ts';
import { createSource } from '../diagnostics/source.ts';
import type { Face, FaceLoader } from '../document/stylesheet.ts';
import type { ReportParts } from '../review/report.ts';
import type { Machine } from './machine.ts';

const faces = [
  { family: 'Source Sans 3', package: 'source-sans-3', weight: 400, style: 'normal' },
  { family: 'Source Sans 3', package: 'source-sans-3', weight: 400, style: 'italic' },
  { family: 'Source Sans 3', package: 'source-sans-3', weight: 600, style: 'normal' },
  { family: 'Source Serif 4', package: 'source-serif-4', weight: 600, style: 'normal' },
] as const;

const themePath = 'templates/theme.yaml';

/**
 * The parts of a report. Colours are those of the project, or the program's own where the project has none, or none that
 * can be read: `check` says what is wrong with them, and two PDF files are compared outside any project.
 */
export function reportParts({
  files,
  loadFace,
}: Pick<Machine, 'loadFace'> & { readonly files?: Machine['files'] }): ReportParts {
  return {
    theme: themeOf(files?.read(themePath)) ?? ownTheme(),
    faces: faces.flatMap(face => loadedFace(face, loadFace)),
    style: ownText('src/review/page.css'),
    script: ownText('src/review/page.js'),
  };
}

function loadedFace(face: (typeof faces)[number], load: FaceLoader): Face[] {
  const bytes = load(face);
  return bytes ? [{ family: face.family, weight: face.weight, style: face.style, bytes }] : [];
}

function themeOf(text: string | undefined): ChartTheme | undefined {
  return text === undefined ? undefined : readTheme(createSource(themePath, text)).value;
}

function ownTheme(): ChartTheme {
  const theme = themeOf(ownText(themePath));
  if (!theme) throw new Error(`${themePath} of the program itself cannot be read.`);
  return theme;
}

function ownText(path: string): string {
  return readFileSync(join(installation, path), 'utf8');
}
