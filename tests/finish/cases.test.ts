// Documents that a designer may make: what passes is accessible, what does not is refused with the rule that it breaks.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../src/browser/print.ts';
import { finish } from '../../src/finish/finish.ts';
import { diagnose } from '../../src/inspect/diagnose.ts';
import { inspect } from '../../src/inspect/inspection.ts';
import { metadata } from './document.ts';

let printer: Printer;

beforeAll(async () => {
  const { value } = await openPrinter({ env: process.env });
  if (!value) throw new Error('no printer');
  printer = value;
}, 60_000);

afterAll(() => printer?.close());

interface Made {
  readonly rules: readonly string[];
  readonly text: string;
}

/** A document with this body and style: the rules it breaks when finished, and what a screen reader says. */
async function made(body: string, css = ''): Promise<Made> {
  const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title><meta name="description" content="Proef"><style>p, li, td, th { white-space: pre-wrap } ${css}</style></head><body><h1>Kop</h1>${body}</body></html>`;
  const sheet = (await printer.open(html)).value;
  const record = (await sheet?.record())?.value;
  const printed = (await sheet?.print())?.value;
  await sheet?.close();
  if (!record || !printed) throw new Error('nothing was printed');
  const bytes = await finish(printed.bytes, { record, metadata });
  const { words, tree } = inspect(bytes);
  const rules = new Set(diagnose(bytes, record, 'proef').map(({ rule }) => rule));
  return { rules: [...rules].sort(), text: words.withoutLabels(tree?.kids ?? []) };
}

const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test.for<[string, string, string]>([
  [
    'lists in lists',
    '<ul><li>een<ol><li>twee <b>drie</b></li></ol></li><li><p>vier</p><p>vijf</p></li></ul>',
    'Kop een twee drie vier vijf',
  ],
  ['a quotation', '<blockquote><p>zeker <em>zo</em></p></blockquote>', 'Kop zeker zo'],
  ['a picture', `<p><img src="${dot}" alt="Een punt" width="50" height="50"></p>`, 'Kop'],
  ['a picture for show', `<p>met <img src="${dot}" alt="" width="9" height="9"> sier</p>`, 'Kop met sier'],
  [
    'a link over lines',
    '<p style="width: 60px">Zie <a href="https://example.nl/">een verwijzing die breekt</a> hier.</p>',
    'Kop Zie een verwijzing die breekt hier.',
  ],
  [
    'a hyphen where the weight changes',
    '<p style="width: 50px">on\u00ADder<b>zoeks\u00ADcom\u00ADmis\u00ADsie</b>leden</p>',
    'Kop onderzoekscommissieleden',
  ],
  [
    'columns',
    `<div style="columns: 2; width: 260px"><p>${'een ge\u00ADdeel\u00ADte met woor\u00ADden '.repeat(30).trim()}</p></div>`,
    `Kop ${'een gedeelte met woorden '.repeat(30).trim()}`,
  ],
  [
    'boxes side by side',
    '<div style="display: flex; justify-content: space-between"><p>links</p><p>rechts</p></div>',
    'Kop links rechts',
  ],
  ['a block that is a drawing', '<div role="img" aria-label="Een vlak"><p>vlak</p></div>', 'Kop'],
  ['text turned round', '<p style="transform: rotate(-90deg); width: 90px">gedraaid</p>', 'Kop gedraaid'],
  [
    'text set elsewhere',
    '<div style="position: relative; height: 90px"><p style="position: absolute; bottom: 0">een</p><p style="position: absolute; top: 0">twee</p></div>',
    'Kop een twee',
  ],
  ['capitals of the style sheet', '<p style="text-transform: uppercase">hoofd</p>', 'Kop HOOFD'],
  ['signs and spaces', '<p>é € – … “x” ½ a\u00A0b ’s 5×3</p>', 'Kop é € – … “x” ½ a b ’s 5×3'],
  [
    'heads of two rows',
    '<table><thead><tr><td rowspan="2">&nbsp;</td><th scope="colgroup" colspan="2">g</th></tr><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><th scope="row">r</th><td>1</td><td>2</td></tr></tbody></table>',
    'Kop g a b r 1 2',
  ],
])('%s pass, and are read out', async ([, body, text]) => {
  expect(await made(body)).toEqual({ rules: [], text });
});

test.for<[string, string, string, readonly string[]]>([
  ['words of the style sheet', '<p class="x">woord</p>', '.x::before { content: "vooraf " }', ['pdf-artifact-text']],
  ['words that only eyes can read', '<p aria-hidden="true">stil</p><p>hard</p>', '', ['pdf-artifact-text']],
  [
    'a drawing without words',
    '<p><svg role="img" width="9" height="9"><rect width="9" height="9"/></svg></p>',
    '',
    ['pdf-figure-alternatives'],
  ],
  [
    'pieces in a line of boxes',
    '<p style="display: flex; gap: 9px"><span>een</span> <span>twee</span></p>',
    '',
    ['pdf-structure-meaning'],
  ],
  ['a definition list', '<dl><dt>term</dt><dd>uitleg</dd></dl>', '', ['pdf-structure-meaning']],
  ['text without a block', '<div>los <span>en kaal</span></div>', '', ['pdf-structure-meaning']],
  ['a level skipped', '<h3>Diep</h3>', '', ['pdf-headings']],
  ['a table that is only layout', '<table><tr><td>1</td><td>2</td></tr></table>', '', ['pdf-differs']],
])('%s are refused', async ([, body, css, expected]) => {
  const { rules } = await made(body, css);
  for (const rule of expected) expect(rules).toContain(rule);
});

test('text in a layer is refused, since its tags are lost', async () => {
  expect((await made('<p style="opacity: 0.5">bleek</p>')).rules).toContain('pdf-differs');
});

test('running heads and feet are not read out, and are no loss', async () => {
  const css = '@page { margin: 20mm; @top-left { content: "lopende kop" } @bottom-right { content: counter(page) } }';
  expect(await made('<p>tekst</p>', css)).toEqual({ rules: [], text: 'Kop tekst' });
});
