import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../src/browser/print.ts';
import { readPlaces } from '../../src/pdf/destinations.ts';
import { finished, page, textOf } from './document.ts';

let printer: Printer;

beforeAll(async () => {
  const before = JSON.stringify(process.env);
  const { value, diagnostics } = await openPrinter({ env: process.env });
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(process.env)).toBe(before);
  if (!value) throw new Error('no printer');
  printer = value;
}, 60_000);

afterAll(() => printer?.close());

async function print(html: string): Promise<Uint8Array> {
  const { value, diagnostics } = await printer.print(html);
  expect(diagnostics).toEqual([]);
  return value?.bytes ?? new Uint8Array();
}

const twoPages = page('<p>aap</p><a href="#b">naar b</a><h1 id="b" style="break-before: page">noot</h1>');

test('the text stands on its pages, and links name theirs', async () => {
  const bytes = await print(twoPages);
  expect(await textOf(bytes)).toEqual(['aap naar b', 'noot']);
  expect(readPlaces(bytes).pageCount).toBe(2);
  expect(readPlaces(bytes).pages).toEqual(new Map([['b', 2]]));
});

test('the page size of the style sheet counts, and A4 where it names none', async () => {
  const a5 = Buffer.from(await print(page('a', '<style>@page { size: 148mm 210mm }</style>'))).toString('latin1');
  const plain = Buffer.from(await print(page('a'))).toString('latin1');
  const width = (pdf: string): number => Number(/\/MediaBox \[0 0 ([\d.]+)/.exec(pdf)?.[1]);
  expect(width(a5)).toBeCloseTo(420, 0);
  expect(width(plain)).toBeCloseTo(595.9, 0);
});

test('the PDF is tagged and carries title, language and outline', async () => {
  const text = Buffer.from(await print(twoPages)).toString('latin1');
  for (const part of ['/Title (Proef)', '/Lang (nl)', '/StructTreeRoot', '/Outlines']) expect(text).toContain(part);
});

test('a script in the document does not run', async () => {
  const script = '<script>document.title = "script"; document.body.append("script")</script>';
  const bytes = await print(
    page(`<p onclick="x()">aap</p><img src="data:," onerror="document.body.append('ook')">${script}`),
  );
  expect(await textOf(bytes)).toEqual(['aap']);
  expect(Buffer.from(bytes).toString('latin1')).toContain('/Title (Proef)');
});

test('a filled sheet prints its new text, and an unknown slot is an error', async () => {
  const { value: sheet } = await printer.open(page('blz. <b id="slot">..</b>'));
  const first = await sheet?.print();
  const diagnostics = await sheet?.fill({ slot: '12 <i>', onbekend: '1' });
  const second = await sheet?.print();
  await sheet?.close();
  expect(await textOf(first?.value?.bytes ?? new Uint8Array())).toEqual(['blz. ..']);
  expect(await textOf(second?.value?.bytes ?? new Uint8Array())).toEqual(['blz. 12 <i>']);
  expect(diagnostics?.map(one => one.rule)).toEqual(['slot-missing']);
});

test('a sheet locates its links on the pages where it prints them, and prints as if it had not', async () => {
  const { value: sheet } = await printer.open(twoPages);
  const located = await sheet?.locate([]);
  const printed = await sheet?.print();
  await sheet?.close();
  const plain = await print(twoPages);
  expect(located).toEqual({ value: readPlaces(plain), diagnostics: [] });
  expect(await finished(printed?.value?.bytes ?? plain.slice(1))).toEqual(await finished(plain));
});

test('pictures of the style sheet are in the first print, and nothing of the screen is', async () => {
  const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=';
  const style = `<style>p { background: url(${dot}) } @media screen { p { display: none } }</style>`;
  const bytes = await print(page('<p>aap</p>', style));
  expect(Buffer.from(bytes).toString('latin1')).toContain('/Subtype /Image');
  expect(await textOf(bytes)).toEqual(['aap']);
});

const table = '<table><tr><th id="k" scope="col">k<th>l<tr><td headers="k">1<td>2</table>';

test('prints one after the other and at the same time are the same bytes once finished', async () => {
  const html = page(`${table}<a href="#b">b</a><p id="b">b</p>`);
  const [first, ...others] = [
    await print(html),
    await print(html),
    ...(await Promise.all([1, 2, 3].map(() => print(html)))),
  ];
  expect(first?.length).toBeGreaterThan(1000);
  for (const other of others) expect(await finished(other)).toEqual(await finished(first ?? other));
});

test('a printer in another process of the browser gives the same bytes once finished', async () => {
  const { value: other } = await openPrinter({ env: process.env });
  const second = await other?.print(page(table));
  await other?.close();
  const first = await print(page(table));
  expect(await finished(second?.value?.bytes ?? first.slice(1))).toEqual(await finished(first));
});

test('a closed printer says so', async () => {
  const { value: other } = await openPrinter({ env: process.env });
  expect(existsSync(other?.program.path ?? '')).toBe(true);
  await other?.close();
  const { value, diagnostics } = (await other?.print('a')) ?? { diagnostics: [] };
  expect(value).toBeUndefined();
  expect(diagnostics.map(one => one.rule)).toEqual(['browser-died']);
});
