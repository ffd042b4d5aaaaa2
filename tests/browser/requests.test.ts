import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../src/browser/print.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { page, textOf } from './document.ts';

let printer: Printer;
let visits = 0;
const server = createServer((_, response) => {
  visits++;
  response.end('<p>van buiten</p>');
});
let outside: string;

beforeAll(async () => {
  const { value } = await openPrinter({ env: process.env });
  if (!value) throw new Error('no printer');
  printer = value;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}, 60_000);

afterAll(async () => {
  await printer?.close();
  server.close();
});

async function refusedBy(html: string): Promise<{ diagnostics: readonly Diagnostic[]; text: string }> {
  const { value, diagnostics } = await printer.print(html);
  return { diagnostics, text: (await textOf(value?.bytes ?? new Uint8Array())).join('\n') };
}

test.each([
  ['picture', (url: string) => `<img src="${url}">`],
  ['frame', (url: string) => `<iframe src="${url}"></iframe>`],
  ['object', (url: string) => `<object data="${url}"></object>`],
  ['style sheet', (url: string) => `<link rel="stylesheet" href="${url}">`],
  ['background', (url: string) => `<p style="background: url(${url})">`],
  ['lazy picture', (url: string) => `<div style="height: 90in"></div><img loading="lazy" src="${url}">`],
  ['way out', (url: string) => `<meta http-equiv="refresh" content="0;url=${url}">`],
  ['picture in a frame', (url: string) => `<iframe srcdoc="<img src='${url}'>"></iframe>`],
])('a %s from elsewhere is refused', async (_, body) => {
  const before = visits;
  const { diagnostics, text } = await refusedBy(page(`aap ${body(outside)}`));
  expect(diagnostics.map(one => one.rule)).toEqual(['request-refused']);
  expect(diagnostics[0]?.message).toContain(outside);
  expect(text).toContain('aap');
  expect(text).not.toContain('van buiten');
  expect(visits).toBe(before);
});

test.each([
  ['picture', '<img src="file:///etc/passwd">'],
  ['frame', '<iframe src="file:///etc/passwd"></iframe>'],
  ['object', '<object data="file:///etc/passwd"></object>'],
])('a %s from the disk is refused', async (_, body) => {
  const { diagnostics, text } = await refusedBy(page(`aap ${body}`));
  expect(diagnostics.map(one => one.rule)).toEqual(['request-refused']);
  expect(diagnostics[0]?.message).toContain('file:///etc/passwd');
  expect(text).toBe('aap');
});

test('a font from elsewhere is refused, and not loaded', async () => {
  const head = `<style>@font-face { font-family: Ver; src: url(${outside}) } p { font-family: Ver }</style>`;
  const { diagnostics } = await refusedBy(page('<p>aap</p>', head));
  expect(diagnostics.map(one => one.rule)).toEqual(['request-refused', 'font-not-loaded']);
});

test('a broken font is found, even where only the margin of the page would use it', async () => {
  const head = `<style>@font-face { font-family: Stuk; font-weight: 600; src: url(data:font/woff2;base64,AAAA) }
    @page { @top-left { content: 'boven'; font-family: Stuk } }</style>`;
  const { diagnostics } = await refusedBy(page('<p>aap</p>', head));
  expect(diagnostics.map(one => one.rule)).toEqual(['font-not-loaded']);
  expect(diagnostics[0]?.message).toContain('Stuk 600');
});

test('what is in the document itself is no request', async () => {
  const picture = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  const { diagnostics } = await refusedBy(page(`aap <img src='${picture}'><a href="${outside}">link</a>`));
  expect(diagnostics).toEqual([]);
});
