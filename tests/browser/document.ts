// Tiny documents for the printer, and the text of the PDFs it makes.

import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { finish } from '../../src/finish/finish.ts';
import type { DocumentRecord } from '../../src/inspect/record.ts';

const font = readFileSync(
  new URL(import.meta.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2')),
);

export const fontData = `data:font/woff2;base64,${font.toString('base64')}`;

export function page(body: string, head = ''): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>
<style>@font-face{font-family:Proef;src:url(${fontData})} body{font-family:Proef}</style>${head}</head><body>${body}</body></html>`;
}

/** The text of each page, with single spaces. */
export async function textOf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    const words = content.items.map(item => ('str' in item ? item.str : ''));
    texts.push(words.join(' ').replace(/\s+/g, ' ').trim());
  }
  await task.destroy();
  return texts;
}

/** The print of a document as a finished file of a day in 2024, without what is known of its page. */
export function finished(bytes: Uint8Array): Promise<Uint8Array> {
  const record: DocumentRecord = {
    ...{ title: 'Proef', description: '', language: 'nl', headings: [], links: [], figures: [], tables: [], notes: 0 },
    text: '',
  };
  const metadata = { title: 'Proef', author: '', description: '', keywords: [], moment: new Date(0) };
  return finish(bytes, { record, metadata });
}
