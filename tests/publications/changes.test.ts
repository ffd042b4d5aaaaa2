// The report of 2023 with one cell, one sentence and one page changed: a comparison tells these three, and all they reach.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diff } from '../../src/commands/diff.ts';
import { hasChanges } from '../../src/diff/compare.ts';
import type { Comparison, PublicationComparison } from '../../src/diff/comparison.ts';
import { machineAt } from '../commands/machine.ts';
import { editionsFolder, project } from './editions.ts';

const publication = 'jaarcijfers-mensenhandel-2023';
const folder = `data/2023/${publication}`;

let [root, comparison]: [string, Comparison | undefined] = ['', undefined];

/** A copy of the project with the three changes. */
function changedProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'jaarcijfers-gewijzigd-'));
  for (const name of ['data', 'templates']) cpSync(join(project, name), join(copy, name), { recursive: true });
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(copy, path), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(join(copy, path), text.replace(from, to));
  };
  edit('data/2023/tables/melders.yaml', '[953, 468, 307, 317, 354,', '[953, 468, 307, 317, 358,');
  edit(
    `${folder}/vormen.md`,
    'Het gaat dan om binnenlandse en internationale seksuele uitbuiting samen.',
    'Daaronder vallen zowel de binnenlandse als de internationale vorm van seksuele uitbuiting.',
  );
  edit(`${folder}/publication.yaml`, '  - text: conclusies\n', '  - text: verantwoording\n  - text: conclusies\n');
  const chapter =
    '# Verantwoording\n\n## Hoe wij tellen\n\nElke organisatie registreert voor haar eigen werk. Daardoor verschillen de tellingen.\n';
  writeFileSync(join(copy, folder, 'verantwoording.md'), chapter);
  return copy;
}

beforeAll(async () => {
  root = changedProject();
  const request = { old: join(await editionsFolder(), '2023'), new: root, years: [], publications: [] };
  comparison = (await diff(request, machineAt(project))).value?.comparison;
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function report(): PublicationComparison {
  const [only, ...others] = comparison?.publications ?? [];
  expect(others).toEqual([]);
  expect(only?.title).toBe('Jaarcijfers mensenhandel 2023');
  return only as PublicationComparison;
}

test('one cell changed, and is found at every place that it reaches', () => {
  const cells = comparison?.tables.flatMap(table => table.cells.map(cell => ({ table: table.table, ...cell })));
  expect(cells).toMatchObject([
    {
      ...{ table: 'melders', row: 'Politie', column: '2023', difference: { units: '+4', percent: '+1,1%' } },
      ...{ old: { printed: '354' }, new: { printed: '358' } },
    },
  ]);
  expect(comparison?.tables.flatMap(({ facets }) => facets)).toEqual([]);
  const places = cells?.[0]?.reach.map(({ form, oldPage, newPage, newText, isChanged }) => {
    return [form, oldPage, newPage, isChanged, newText?.slice(0, 60)];
  });
  expect(places).toEqual([
    ['sentence', 15, 15, false, 'Meer meldingen van zorgcoördinatoren, politie en KMar'],
    ['sentence', 15, 15, true, 'Nu loopt het weer op: in 2023 meldde de politie 13% meer sla'],
    ['sentence', 15, 15, false, 'Het gaat bij de politie hoofdzakelijk om seksuele en crimine'],
    ['table', 15, 15, true, '358'],
    ['chart', 15, 15, true, '358'],
    ['sentence', 27, 28, false, 'Politie, KMar en zorgcoördinatoren meldden in 2023 meer slac'],
  ]);
  expect(comparison?.warnings).toEqual([]);
});

test('one sentence was rewritten and one chapter added; whatever else differs in the texts follows from the cell', () => {
  const { texts } = report();
  const written = texts.filter(({ cause }) => cause === 'text');
  expect(written).toMatchObject([
    { kind: 'changed', what: 'paragraph', old: { page: 6 }, new: { page: 6 } },
    { kind: 'added', what: 'section', heading: 'Verantwoording', sentences: 2, new: { page: 27 } },
  ]);
  const others = texts.filter(({ cause }) => cause !== 'text');
  expect(others.length).toBeGreaterThan(0);
  expect(new Set(others.map(({ cause, new: now, cells }) => `${cause} ${now?.page} ${cells}`))).toEqual(
    new Set([`figures 15 ${comparison?.tables[0]?.cells[0]?.id}`]),
  );
});

test('one page was inserted and shifts nothing; outlines stand on the pages of the changes alone', () => {
  const { old, new: now, pairs } = report().pages;
  expect(now).toBe(old + 1);
  const differing = pairs.filter(({ kind }) => kind !== 'same' && kind !== 'moved');
  expect(differing.map(pair => `${pair.kind} ${pair.old ?? '-'}>${pair.new ?? '-'}`)).toEqual([
    ...['changed 6>6', 'changed 15>15', 'added ->27'],
  ]);
  expect(pairs.filter(pair => pair.kind === 'same' && pair.old !== pair.new).length).toBe(old - 26);
  const ids = new Set(report().texts.map(({ id }) => id));
  const outlines = differing.flatMap(pair => [...pair.outlines.old, ...pair.outlines.new]);
  expect(outlines.length).toBeGreaterThan(5);
  expect(outlines.filter(({ change, what }) => what !== 'drawing' && !ids.has(change ?? ''))).toEqual([]);
  for (const { kind, images } of pairs) expect(images !== undefined).toBe(kind === 'changed' || kind === 'added');
});

test('the same files have no changes, and are not built', async () => {
  const said: string[] = [];
  const request = { old: root, new: root, years: [], publications: [] };
  const { value } = await diff(request, machineAt(project, said));
  expect(value && hasChanges(value.comparison)).toBe(false);
  expect(said).toEqual([]);
  const built = join(await editionsFolder(), '2023');
  const again = await diff({ ...request, old: built, new: built }, machineAt(project));
  expect(again.value && hasChanges(again.value.comparison)).toBe(false);
});
