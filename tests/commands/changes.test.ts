// A small publication with its changes marked, final and as a draft, and a file of another origin: bars, list, tags, links.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../src/browser/print.ts';
import { readTheme } from '../../src/charts/theme.ts';
import { build } from '../../src/commands/build.ts';
import { type MarkedChanges, printChanges } from '../../src/commands/changes.ts';
import { loadFace } from '../../src/commands/machine.ts';
import { createSource } from '../../src/diagnostics/source.ts';
import type { ListedChange } from '../../src/document/changes.ts';
import { readKind } from '../../src/document/stylesheet.ts';
import { readTemplates } from '../../src/document/template.ts';
import { inspect } from '../../src/inspect/inspection.ts';
import { judge as judgeRules } from '../../src/inspect/rules.ts';
import { textOf } from '../../src/passages/passage.ts';
import { readPrinted } from '../../src/passages/printed.ts';
import { listOf } from '../../src/pdf/file.ts';
import { type Box, contentOf, readPages } from '../../src/pdf/pages.ts';
import { isReference } from '../../src/pdf/values.ts';
import { validatePublications } from '../../src/verapdf/judge.ts';
import { paragraph, sheets } from '../passages/sheet.ts';
import { findJudge } from '../verapdf/find.ts';
import { machineAt } from './machine.ts';
import { createProject, sharedTemplates } from './project.ts';

const templates = sharedTemplates('base.css', 'changes.css', 'changes.hbs', 'draft.css', 'draft.hbs');
const verapdf = await findJudge();

let printer: Printer | undefined;
beforeAll(async () => {
  printer = (await openPrinter({ env: process.env })).value;
});
afterAll(() => printer?.close());

const changes: readonly ListedChange[] = [
  {
    ...{ kind: 'changed', title: 'Alinea in Oogst', page: 1 },
    pieces: [
      { kind: 'same', text: 'Er zijn' },
      { kind: 'removed', text: '1.200' },
      { kind: 'added', text: '1.234' },
      { kind: 'same', text: 'kisten appels geplukt.' },
    ],
  },
  {
    kind: 'removed',
    title: 'Alinea in Oogst',
    oldPage: 2,
    pieces: [{ kind: 'removed', text: 'Weg is weg & <klaar>.' }],
  },
];

/** What the list is made with, as a command has it of its project. */
function houseOf(root: string): Omit<MarkedChanges, 'bars' | 'changes'> {
  const { files } = machineAt(root);
  const theme = readTheme(createSource('templates/theme.yaml', files.read('templates/theme.yaml') ?? '')).value;
  const kind = readKind('leaflet', files, loadFace).value;
  if (!theme || !kind || !printer) throw new Error('The project cannot be read.');
  const { templates } = readTemplates('leaflet', files);
  const moment = new Date('2026-11-22T12:05:00Z');
  return { old: 'concept 2', printer, moment, templates, files, faces: kind.faces, theme };
}

/** The publication of a small project, and the same with a bar at its paragraph. */
async function marked(draft: boolean): Promise<{ readonly before: Uint8Array; readonly after: Uint8Array }> {
  const root = createProject(templates);
  const { diagnostics } = await build({ years: ['2023'], publications: [], out: 'output', draft }, machineAt(root));
  expect(diagnostics).toEqual([]);
  const before = new Uint8Array(readFileSync(join(root, `output/2023/blad-2023${draft ? '.concept' : ''}.pdf`)));
  const words = readPrinted(before).passages.find(({ kind }) => kind === 'paragraph')?.words ?? [];
  const bars = words.slice(2, 3).flatMap(({ boxes }) => boxes);
  const { value, diagnostics: found } = await printChanges(before, { ...houseOf(root), changes, bars });
  expect(found).toEqual([]);
  if (!value) throw new Error('Nothing was marked.');
  return { before, after: value };
}

test.for([false, true])('the marked file keeps every rule, and what stood there; a draft: %s', async isDraft => {
  const { before, after } = await marked(isDraft);
  const broken = judgeRules(inspect(after)).filter(({ findings }) => findings.length > 0);
  expect(broken.map(({ rule, findings }) => [rule.id, findings])).toEqual([]);
  const [text, own] = [readPrinted(after), readPrinted(before)];
  expect(text.passages.slice(0, own.passages.length)).toEqual(own.passages);
  expect(text.pages.slice(0, -1)).toEqual(own.pages);
  expect(text.passages.slice(own.passages.length).map(textOf)).toEqual([
    'Wijzigingen ten opzichte van concept 2',
    '2 wijzigingen. Vervallen woorden zijn doorgehaald en staan achter “weg:”; nieuwe woorden zijn onderstreept en staan achter “nieuw:”. Een streep in de marge van een pagina staat naast wat er is gewijzigd.',
    'Pagina 1 · Alinea in Oogst · gewijzigd',
    'Er zijn [weg: 1.200] [nieuw: 1.234] kisten appels geplukt.',
    'Stond op pagina 2 · Alinea in Oogst · vervallen',
    '[weg: Weg is weg & <klaar>.]',
  ]);
  expect(text.passages[own.passages.length]).toMatchObject({ kind: 'heading', level: 2 });
});

test('the list is reached by a bookmark, and the page of a change by its link', async () => {
  const { file, bookmarks, annotations } = inspect((await marked(false)).after);
  const pages = readPages(file);
  expect(bookmarks.at(-1)).toEqual({ title: 'Wijzigingen', depth: 0 });
  const [link] = annotations.filter(({ page }) => page.number === pages.length);
  const [target] = listOf(file, link?.dictionary.entries.get('Dest'));
  expect(isReference(target) ? target.object : undefined).toBe(pages[0]?.object);
  expect(link?.dictionary.entries.has('A')).toBe(false);
});

test('a bar stands beside the line, left of it and of its number', async () => {
  const { before, after } = await marked(true);
  const [bar] = barsOn(after, 1);
  const line = readPrinted(before).passages.find(({ kind }) => kind === 'paragraph')?.words[0]?.boxes[0];
  if (!bar || !line) throw new Error('There is no bar.');
  expect([bar.bottom, bar.top].map(Math.round)).toEqual([line.bottom, line.top].map(Math.round));
  expect(bar.right).toBeLessThan(line.left - 4);
  const numbers = readPrinted(before).pages[0]?.furniture ?? [];
  const beside = numbers.filter(({ bottom, top }) => bottom < bar.top && bar.bottom < top);
  expect(beside.length).toBeGreaterThan(0);
  for (const number of beside) expect(number.left > bar.right || number.right < bar.left).toBe(true);
});

/** The bars in the content of a page. */
function barsOn(bytes: Uint8Array, number: number): Box[] {
  const { file } = inspect(bytes);
  const page = readPages(file)[number - 1];
  const content = page ? Buffer.from(contentOf(file, page)).toString('latin1') : '';
  const last = content.slice(content.lastIndexOf('/Artifact'));
  return [...last.matchAll(/([-.\d]+) ([-.\d]+) ([-.\d]+) ([-.\d]+) re f/g)].map(match => {
    const [left = 0, bottom = 0, width = 0, height = 0] = match.slice(1).map(Number);
    return { left, bottom, right: left + width, top: bottom + height };
  });
}

test('a file of another origin stays without tags, and its pages come first', async () => {
  const root = createProject(templates);
  const before = sheets([
    paragraph(60, 700, ['Een regel van een ander', 'en nog een regel.']),
    paragraph(60, 700, ['Slot.']),
  ]);
  const bars = [{ page: 2, left: 60, right: 80, bottom: 697.5, top: 707.5 }];
  const { value, diagnostics } = await printChanges(before, { ...houseOf(root), changes, bars });
  expect(diagnostics).toEqual([]);
  const { tree, pages, xmp, bookmarks } = inspect(value ?? new Uint8Array());
  expect([tree, xmp, pages.length, bookmarks]).toEqual([undefined, undefined, 3, [{ title: 'Wijzigingen', depth: 0 }]]);
  const text = readPrinted(value ?? new Uint8Array());
  expect(text.passages.map(textOf).slice(0, 3)).toEqual([
    'Een regel van een ander en nog een regel.',
    'Slot.',
    'Wijzigingen ten opzichte van concept 2',
  ]);
  expect(barsOn(value ?? new Uint8Array(), 2)).toHaveLength(1);
  expect(barsOn(value ?? new Uint8Array(), 1)).toEqual([]);
});

test('without changes the list says so; without its template nothing is made', async () => {
  const root = createProject(templates);
  const before = sheets([paragraph(60, 700, ['Een regel.'])]);
  const { value } = await printChanges(before, { ...houseOf(root), changes: [], bars: [] });
  expect(
    readPrinted(value ?? new Uint8Array())
      .passages.map(textOf)
      .at(-1),
  ).toBe('Er zijn geen wijzigingen.');
  const without = createProject();
  const { diagnostics, ...nothing } = await printChanges(before, { ...houseOf(without), changes, bars: [] });
  expect(diagnostics.map(({ rule, message }) => [rule, message.includes('changes.hbs')])).toEqual([
    ['missing-file', true],
  ]);
  expect(nothing).toEqual({});
});

test.skipIf(!verapdf)('veraPDF finds nothing wrong with the marked files', async () => {
  if (!verapdf) return;
  const folder = createProject();
  const paths = await Promise.all(
    [false, true].map(async isDraft => {
      const path = join(folder, `${isDraft}.pdf`);
      const { after } = await marked(isDraft);
      writeFileSync(path, after);
      return path;
    }),
  );
  const verdicts = await validatePublications(verapdf, paths);
  expect(verdicts.flatMap(({ failures }) => failures)).toEqual([]);
  expect(verdicts.length).toBeGreaterThanOrEqual(2);
});
