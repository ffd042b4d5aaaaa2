// What a report is made with: the style sheet and script of the program, its colours, and its fonts.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTheme } from '../../src/charts/theme.ts';
import { openFiles } from '../../src/commands/files.ts';
import { loadFace } from '../../src/commands/machine.ts';
import { createSource } from '../../src/diagnostics/source.ts';
import { readKind } from '../../src/document/stylesheet.ts';
import type { ReportParts } from '../../src/review/report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

/** The parts of a report on this project. */
export function parts(): ReportParts {
  const { value: theme } = readTheme(createSource('templates/theme.yaml', read('templates/theme.yaml')));
  const { value: kind } = readKind('report', openFiles(root), loadFace);
  if (!theme || !kind) throw new Error('The theme or the kind `report` cannot be read.');
  return { theme, faces: kind.faces, style: read('src/review/page.css'), script: read('src/review/page.js') };
}
