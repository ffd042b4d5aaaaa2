// Notes set at the foot of pages of any style sheet: what counts as a line, and what stays a list.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../src/browser/print.ts';
import { layOut, locate } from '../../src/commands/layout.ts';
import { page, textOf } from './document.ts';

let printer: Printer;

beforeAll(async () => {
  const { value } = await openPrinter({ env: process.env });
  if (!value) throw new Error('no printer');
  printer = value;
}, 60_000);

afterAll(() => printer?.close());

const style = `<style>
@page { size: 148mm 210mm; margin: 15mm 14.2mm }
body { font-size: 10pt; line-height: 14pt; margin: 0 }
p, ul, ol, blockquote { margin: 0 0 3mm } section { break-before: page }
.notes { font-size: 8pt; line-height: 10pt } .foot-note-first { padding-top: 7mm }
</style>`;
const area = { width: 148 - 28.4, height: 180 };

const call = (note: number): string =>
  `<sup class="note-call"><a id="noot-t-${note}-roep" href="#noot-t-${note}">${note}</a></sup>`;

function notes(count: number): string {
  const items = Array.from({ length: count }, (_, at) => `<li id="noot-t-${at + 1}"><p>noot ${at + 1}</p></li>`);
  return `<ol class="notes">${items.join('')}</ol>`;
}

function words(count: number): string {
  return Array.from({ length: count }, () => 'woord').join(' ');
}

/** The pages of a document whose notes were set, and of its notes and calls. */
async function print(body: string, ids: readonly string[] = []) {
  const { value: sheet } = await printer.open(page(body, style));
  if (!sheet) throw new Error('no sheet');
  const { value: set } = await layOut(sheet, area);
  const { value: places, diagnostics } = await locate(sheet, ids, { notes: set ?? [] });
  const pages = places?.pages;
  const printed = await sheet.print();
  await sheet.close();
  const texts = printed.value ? await textOf(printed.value.bytes) : [];
  return { texts, pages, diagnostics, placed: set?.map(one => one?.plan.notes.length) };
}

test('a note of the second page stands on it, behind its text', async () => {
  const body = `<section><div data-flow><p>${words(500)}</p><p>${words(9)}${call(1)}</p><p>slot</p>${notes(1)}</div></section>`;
  const { texts, pages, diagnostics } = await print(body);
  expect(diagnostics).toEqual([]);
  expect(texts[1]).toMatch(/slot 1\. noot 1$/);
  expect([pages?.get('noot-t-1'), pages?.get('noot-t-1-roep')]).toEqual([2, 2]);
});

test('what follows the text on its page stays clear of the notes', async () => {
  const text = `<p>${words(40)}${call(1)}</p><p>${words(330)}</p>${notes(1)}`;
  const { texts, diagnostics } = await print(
    `<section><div data-flow>${text}</div><p style="break-inside: avoid">${words(80)} ondertekend</p></section>`,
  );
  expect(diagnostics).toEqual([]);
  expect(texts[0]).toMatch(/noot 1$/);
  expect(texts[1]).toMatch(/^(woord )+ondertekend$/);
});

test('lines of lists in lists, of loose items and of text before a list are lines of their own', async () => {
  const items = Array.from({ length: 40 }, (_, at) => {
    const inner = `<ul><li>${words(12)}${call(2 * at + 1)}</li></ul>`;
    return at % 2
      ? `<li>${words(15)}${call(2 * at + 2)}${inner}</li>`
      : `<li><p>${words(30)}${call(2 * at + 2)}</p>${inner}</li>`;
  });
  const { pages, diagnostics, placed } = await print(
    `<section><div data-flow><ul>${items.join('')}</ul>${notes(80)}</div></section>`,
  );
  expect(diagnostics).toEqual([]);
  expect(placed).toEqual([80]);
  for (let note = 1; note <= 80; note += 1)
    expect(pages?.get(`noot-t-${note}`), `note ${note}`).toBe(pages?.get(`noot-t-${note}-roep`));
});

test('in columns, and where two texts share a page, notes stay a list', async () => {
  const text = `<p>aap${call(1)}</p>${notes(1)}`;
  const columns = await print(`<section><div data-flow style="columns: 2">${text}</div></section>`);
  expect(columns.placed ?? []).not.toContain(1);
  expect(columns.texts).toEqual(['aap 1 1. noot 1']);
  const shared = await print(`<section><div data-flow>${text}</div><div data-flow><p>noot</p></div></section>`);
  expect(shared.placed).toEqual([undefined, undefined]);
  expect(shared.texts).toEqual(['aap 1 1. noot 1 noot']);
});

test('a text that does not begin a page keeps its notes in a list; one at the head of the document begins one', async () => {
  const text = `<p>${words(300)}</p><p>aap${call(1)}</p><p>${words(300)}</p><p>aap${call(2)}</p>${notes(2)}`;
  const section = `<section style="break-before: auto"><div data-flow>${text}</div></section>`;
  const below = await print(`<p>${words(200)}</p>${section}`);
  expect(below.placed).toEqual([undefined]);
  expect(below.texts.at(-1)).toMatch(/1\. noot 1 2\. noot 2$/);
  expect((await print(section)).placed).toEqual([2]);
  expect((await print(`<p style="break-after: page">aap</p>${section}`)).placed).toEqual([2]);
  expect((await print(`<p>aap</p>${section.replace('"break', '"page: eigen; break')}`)).placed).toEqual([2]);
});
