// Laying out a publication on a sheet that only answers: what is asked of it, and what happens when notes part from calls.

import { expect, test } from 'vitest';
import type { MeasuredNotes } from '../../src/browser/notes.ts';
import type { Sheet } from '../../src/browser/sheet.ts';
import { layOut, locate } from '../../src/commands/layout.ts';

const area = { width: 170, height: 250 };

/** A text of ten lines that calls a note in its first. */
const noted: MeasuredNotes = {
  pieces: Array.from({ length: 10 }, (_, line) => ({
    ...{ top: line * 20, bottom: line * 20 + 20, leaf: 0, line, breaks: line === 0, reach: line * 20 + 20 },
    calls: line === 0 ? [0] : [],
  })),
  notes: [{ height: 40, listed: 40 }],
  opening: 30,
  names: ['noot-t-1'],
};

/** A sheet on which ids are on these pages, and the names of what was asked of it. */
function createSheet(hasNotes: boolean, pages: Readonly<Record<string, number>> = {}) {
  const asked: string[] = [];
  const answer = <T>(name: string, value: T): Promise<T> => {
    asked.push(name);
    return Promise.resolve(value);
  };
  const sheet: Sheet = {
    print: () => answer('print', { diagnostics: [] }),
    locate: ids =>
      answer(`locate ${ids.join(' ')}`, {
        value: { pageCount: 3, pages: new Map(Object.entries(pages)) },
        diagnostics: [],
      }),
    unwrap: () => answer('unwrap', []),
    record: () => answer('record', { diagnostics: [] }),
    fill: () => answer('fill', []),
    measure: () => answer('measure', { value: [{ start: 0, blocks: [], hasNotes }], diagnostics: [] }),
    reorder: () => answer('reorder', []),
    measureNotes: width => answer(`measureNotes ${width}`, { value: [noted], diagnostics: [] }),
    setNotes: plans => answer(`setNotes ${plans.map(plan => plan?.notes.length).join()}`, []),
    close: () => answer('close', undefined),
  };
  return { sheet, asked };
}

test('a publication without notes in running text is not measured for them', async () => {
  const { sheet, asked } = createSheet(false);
  const { value } = await layOut(sheet, area);
  await locate(sheet, ['kop'], { notes: value ?? [] });
  expect(asked).toEqual(['measure', 'reorder', 'locate kop']);
});

test('where the height of a page is unknown nothing is laid out, and notes stay where they are', async () => {
  const { sheet, asked } = createSheet(true);
  expect(await layOut(sheet, { width: 170, height: undefined })).toEqual({ value: [], diagnostics: [] });
  expect(asked).toEqual([]);
});

test('notes are measured on a page of whole px, and located with their calls', async () => {
  const { sheet, asked } = createSheet(true, { 'noot-t-1': 3, 'noot-t-1-roep': 3 });
  const { value } = await layOut(sheet, area);
  expect((await locate(sheet, ['kop'], { notes: value ?? [] })).diagnostics).toEqual([]);
  expect(asked).toEqual([
    ...['measure', 'reorder', 'measureNotes 643px', 'setNotes 1'],
    'locate kop noot-t-1 noot-t-1-roep',
  ]);
});

test.for([
  ['on another page', { 'noot-t-1': 4, 'noot-t-1-roep': 3 }],
  ['nowhere', { 'noot-t-1-roep': 3 }],
] as const)('a note that is %s goes back to the end of its text, and that is told', async ([_, pages]) => {
  const { sheet, asked } = createSheet(true, pages);
  const { value } = await layOut(sheet, area);
  const located = await locate(sheet, ['kop'], { notes: value ?? [] });
  expect(asked.slice(-2)).toEqual(['setNotes 0', 'locate kop']);
  expect(located.diagnostics.map(({ severity, rule }) => [severity, rule])).toEqual([['notice', 'notes-at-end']]);
  expect(located.value).toBeDefined();
});
