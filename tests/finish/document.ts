// A document with everything that finishing mends, as the browser prints it, and its record.

import { readFileSync } from 'node:fs';
import { openPrinter } from '../../src/browser/print.ts';
import type { FinishOptions } from '../../src/finish/finish.ts';
import type { Attachment, DocumentRecord } from '../../src/inspect/record.ts';

function face(style: string): string {
  const file = new URL(
    import.meta.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${style}-normal.woff2`),
  );
  return `@font-face{font-family:Proef;font-weight:${style};src:url(data:font/woff2;base64,${readFileSync(file).toString('base64')})}`;
}

const css = `${face('400')}${face('600')}
@page { size: 120mm 100mm; margin: 15mm; @top-left { content: "Lopende kop"; font: 8pt Proef } @bottom-right { content: counter(page); font: 8pt Proef } }
body { font: 10pt/14pt Proef; margin: 0 }
p, h1, h2, th, td, figcaption { white-space: pre-wrap }
h1, h2 { overflow: clip; break-after: avoid }
.kader { background: #eee; border-left: 2pt solid #a00; columns: 2 }
.groot { line-height: 0 } .groot strong, .groot span { display: inline-block; width: 100%; line-height: 14pt; vertical-align: top }
figure { margin: 0; break-inside: avoid }
.smal { width: 22mm }`;

const rows = Array.from(
  { length: 30 },
  (_, row) => `<tr><th scope="row">Rij ${row + 1}</th><td>${row}</td><td>&nbsp;</td></tr>`,
);

/** The document: no text in it is longer than it must be. */
export const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef van alles</title>
<meta name="description" content="Een proef."><style>${css}</style></head><body>
<header><p style="text-transform:uppercase">Uitgever ‘straße’</p><p style="visibility:hidden">onzichtbaar</p><p hidden>weg</p></header>
<nav aria-labelledby="inhoud"><h1>Proef van\u00A0alles</h1><h2 id="inhoud">Inhoud</h2><ul><li><a href="#een">Een <span>1</span></a></li><li><a href="#twee">Twee</a></li></ul></nav>
<main><section aria-labelledby="een"><h2 id="een">Een\u00AD\u00ADling</h2>
<p>Tekst met <strong>nadruk</strong>, <em lang="en">emphasis</em> en een <a href="#twee">verwijzing</a>.<sup><a id="noot-1-roep" href="#noot-1" aria-label="Noot 1">1</a></sup></p>
<p class="smal">een lang slacht\u00ADoffer\u00ADmonitor\u00ADrapport over uit\u00ADbuiting in/\u200Bbuiten</p>
<p class="smal">Zie <a href="https://example.nl/">een lange verwijzing</a>.</p>
<ul><li>bolletje <b>een</b></li><li><p>bolletje twee</p></li></ul>
<ol id="noten"><li id="noot-1">De noot. <a href="#noot-1-roep" aria-label="Terug">↑</a></li><li id="noot-2">Nog een. <a href="#noot-2-roep">↑</a></li></ol>
</section><section aria-labelledby="twee"><h2 id="twee">Twee<sup><a id="noot-2-roep" href="#noot-2">2</a></sup></h2>
<div class="kader"><p class="groot"><strong>142</strong> <span>onderzoeken</span></p><p class="groot"><strong>17</strong> <span>zaken</span></p></div>
<figure role="group" aria-labelledby="f"><figcaption id="f"><span>Figuur 1</span> Titel</figcaption>
<svg role="img" aria-label="Een vierkant en een woord." width="100" height="40"><rect x="10" y="5" width="30" height="30" fill="#048"/><text x="50" y="20" font-family="Proef">woord</text></svg>
<table><thead><tr><td>&nbsp;</td><th scope="col">k</th></tr></thead><tbody><tr><th scope="row">r</th><td>1</td></tr></tbody></table></figure>
<table><thead><tr><td>&nbsp;</td><th scope="col">Aantal</th><th scope="col">Leeg</th></tr></thead><tbody>${rows.join('')}</tbody></table>
</section></main></body></html>`;

/** A print and its record. */
export interface Printed {
  readonly bytes: Uint8Array;
  readonly record: DocumentRecord;
}

/** Prints a document, and takes its record. */
export async function printDocument(text: string): Promise<Printed> {
  const { value: printer } = await openPrinter({ env: process.env });
  try {
    const sheet = (await printer?.open(text))?.value;
    const record = (await sheet?.record())?.value;
    const printed = (await sheet?.print())?.value;
    if (!record || !printed) throw new Error('The browser printed nothing.');
    return { bytes: printed.bytes, record };
  } finally {
    await printer?.close();
  }
}

/** The print with the last piece of the link to example.nl made as high as a hair: Chromium does so at some page ends. */
export function withEmptyLink({ bytes, record }: Printed): Printed {
  const text = Buffer.from(bytes).toString('latin1');
  const link = [...text.matchAll(/\/Rect \[(\S+) (\S+) (\S+) (\S+)\](?=[^>]*example\.nl)/g)].at(-1);
  const [whole = '', left = '', bottom = '', right = '', top = ''] = link ?? [];
  const flat = `/Rect [${left} ${bottom} ${right} ${bottom.padEnd(top.length)}]`;
  if (!link || flat.length !== whole.length) throw new Error('There is no link to make empty.');
  return {
    bytes: Buffer.from(text.slice(0, link.index) + flat + text.slice(link.index + whole.length), 'latin1'),
    record,
  };
}

export const metadata: FinishOptions['metadata'] = {
  title: 'Proef van alles',
  author: 'Bureau & Co',
  description: 'Een proef.',
  keywords: ['proef', 'één'],
  moment: new Date('2024-10-18T12:00:00Z'),
};

/** Files to attach, not in the order of their names. */
export const attachments: readonly Attachment[] = [
  {
    name: 'proef.csv',
    mediaType: 'text/csv',
    description: 'De cijfers van één tabel.',
    relationship: 'Data',
    tables: [1],
    content: Buffer.from('rij;aantal\n'.repeat(200)),
  },
  {
    name: 'één (twee).json',
    mediaType: 'application/csvm+json',
    description: 'Wat de kolommen zijn.',
    relationship: 'Supplement',
    content: Buffer.from('{}'),
  },
];
