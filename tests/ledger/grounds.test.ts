import { describe, expect, test } from 'vitest';
import { groundWords } from '../../src/ledger/ground.ts';
import { withGrounds, withPlaces } from '../../src/ledger/grounds.ts';
import { keepLedger } from '../../src/ledger/keep.ts';
import { cell, entry, ledgerOf } from './entries.ts';
import { composeSmall } from './small.ts';

const number = (decimal: number) => ({ decimal, exact: '' });
const woman = { ...cell, row: 'Vrouw', printed: '<5' };

describe('the ground in words', () => {
  test.each([
    ['a computed number', {}, 'Berekend uit “Verdachten naar deel” (Man, 2023: 8). Bron: Register.'],
    [
      'a number of several cells',
      { cells: [cell, woman] },
      'De som, berekend uit “Verdachten naar deel” (Man, 2023: 8; Vrouw, 2023: <5). Bron: Register.',
    ],
    [
      'cells of two tables and two sources',
      { cells: [cell, { ...woman, table: 'vormen', title: 'Slachtoffers naar vorm', source: 'IND' }] },
      'De som, berekend uit “Verdachten naar deel” (Man, 2023: 8) en “Slachtoffers naar vorm” (Vrouw, 2023: <5). Bron: Register en IND.',
    ],
    [
      'an asserted word',
      { kind: 'asserted', form: 'word' },
      'Gecontroleerd met “Verdachten naar deel” (Man, 2023: 8). Bron: Register.',
    ],
    [
      'a growth',
      { cells: [cell, woman], operation: 'growth' },
      'De groei, berekend uit “Verdachten naar deel” (Man, 2023: 8; Vrouw, 2023: <5). Bron: Register.',
    ],
    [
      'an asserted share of one cell',
      { kind: 'asserted', operation: 'share' },
      'Het aandeel, gecontroleerd met “Verdachten naar deel” (Man, 2023: 8). Bron: Register.',
    ],
    [
      'a word said of several cells',
      { form: 'word', cells: [cell, woman] },
      'Berekend uit “Verdachten naar deel” (Man, 2023: 8; Vrouw, 2023: <5). Bron: Register.',
    ],
    [
      'a suppressed cell as it was typed',
      { text: '<5', cells: [woman], value: null, interval: { low: number(1), high: number(4) } },
      'Berekend uit “Verdachten naar deel” (Vrouw, 2023: <5). Bron: Register.',
    ],
    ['a source that ends in a full stop', { kind: 'cited', basis: 'IND.', cells: [] }, 'Aangehaald uit: IND.'],
    ['a cited number', { kind: 'cited', basis: 'IND, rapport', cells: [] }, 'Aangehaald uit: IND, rapport.'],
    ['a number without cells', { cells: [] }, 'Geteld in de tekst.'],
    [
      'a number that is not certain',
      { text: 'tussen 1 en 4', value: null, interval: { low: number(1), high: number(4) } },
      'Berekend uit “Verdachten naar deel” (Man, 2023: 8). De waarde ligt tussen 1 en 4. Bron: Register.',
    ],
    [
      'a share that is not certain',
      { text: 'circa 20%', value: null, measure: 'percentage', interval: { low: number(6.25), high: number(25) } },
      'Berekend uit “Verdachten naar deel” (Man, 2023: 8). De waarde ligt tussen 6,3% en 25%. Bron: Register.',
    ],
    [
      'a known difference',
      { kind: 'asserted', verdict: 'waived', because: 'Zo stond het er.' },
      'Gecontroleerd met “Verdachten naar deel” (Man, 2023: 8). Bron: Register. Bekend verschil: Zo stond het er.',
    ],
  ] as const)('%s', (_, changes, words) => {
    expect(groundWords(entry(changes))).toBe(words);
  });

  test('of many cells names six, and counts the others', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...cell, row: `R${at}` }));
    expect(groundWords(entry({ cells: many(6) }))).toMatch(/R5, 2023: 8\)\. Bron/);
    expect(groundWords(entry({ cells: many(7) }))).toMatch(/R5, 2023: 8\) en nog 1 cel\. Bron/);
    expect(groundWords(entry({ cells: many(9) }))).toMatch(/R5, 2023: 8\) en nog 3 cellen\. Bron/);
  });
});

describe('the HTML edition', () => {
  const shown = '<span id="n1" data-n="computed">8</span>';

  const page = (body: string) => `<main><h1 id="a">Acht & meer</h1>${body}</main>`;

  test('opens the ground of a number where it is clicked, and reads on without it', () => {
    expect(withGrounds(page(`<p>${shown}.</p>`), ledgerOf(entry()))).toContain(
      '<p><label class="bound" id="n1">8<button popovertarget="n1-grond" interestfor="n1-grond" aria-hidden="true" tabindex="-1"></button></label>.',
    );
  });

  test('leads from below a heading to its grounds, and from there back', () => {
    const html = withGrounds(page(`<p>${shown}</p><p>Nog een.</p><p class="x">.</p>`), ledgerOf(entry()));
    expect(html).toContain(
      '<p>Nog een.<a class="on-screen grounds-link" href="#grond-1" aria-label="Verantwoording van deze cijfers: Acht &amp; meer">Verantwoording van deze cijfers</a></p><p class="x">',
    );
    expect(html).toContain(
      '<h3 id="grond-1"><a href="#a">Acht &amp; meer</a></h3>\n<ul>\n<li class="ground" id="n1-grond" popover><strong>8</strong> <span>Berekend uit “Verdachten naar deel” (Man, 2023: 8). Bron: Register.</span></li>\n</ul>\n</section>\n</main>',
    );
  });

  test('has a link only for headings with a ground, in the running text and not beside it', () => {
    const html = withGrounds(
      page(`<p>Eén.</p><h2 id="b"><b>Twee</b> ${shown}</h2><p>Drie.</p><aside><h3>Vier</h3><p>.</p></aside>`),
      ledgerOf(entry()),
    );
    expect(html.match(/<p>[^<]*<a class="on-screen grounds-link"[^>]*>/g)).toEqual([
      '<p>Drie.<a class="on-screen grounds-link" href="#grond-1" aria-label="Verantwoording van deze cijfers: Twee 8">',
    ]);
  });

  test.each([
    [
      'all of a short line',
      'Het zijn er ',
      ' <em>in</em> 2023.',
      '<small>Het zijn er </small><strong>8</strong><small> in 2023.</small>',
    ],
    [
      'whole words of a long one',
      'Zo gaat een heel lange zin langzaam over op het getal ',
      ', en daarna nog heel lang door, tot de punt.',
      '<small>… lange zin langzaam over op het getal </small><strong>8</strong><small>, en daarna nog heel lang door, tot de …</small>',
    ],
    [
      'no call of a note',
      'Er zijn<sup class="note-call"><a href="#x">1</a></sup> ',
      '',
      '<small>Er zijn </small><strong>8</strong> <span>',
    ],
  ])('quotes in the list %s around a number', (_, before, after, quoted) => {
    const html = withGrounds(page(`<p>Los.</p><p>${before}${shown}${after}</p><p>Los.</p>`), ledgerOf(entry()));
    expect(html).toContain(`popover>${quoted}`);
  });

  test('is without a list where there is nothing to list', () => {
    const html = page('<!--html <a href="#x">a</a>--><!--grounds <b>b</b>--><p>Acht.</p>');
    expect(withGrounds(html, ledgerOf())).toBe(page('<a href="#x">a</a><p>Acht.</p>'));
    expect(withGrounds(page(`<!--grounds <b>b</b>-->${shown}`), ledgerOf(entry()))).toContain('<b>b</b>');
  });

  test('the ground is no markup', () => {
    const html = withGrounds(shown, ledgerOf(entry({ cells: [{ ...cell, row: 'A & <b>', printed: '<5' }] })));
    expect(html).toContain('(A &amp; &lt;b&gt;, 2023: &lt;5)');
  });

  test.each([
    ['a structural number', shown, entry({ kind: 'structural' })],
    ['a number in a figure', shown, entry({ figure: 'figuur-a' })],
    ['a number in a link', '<span id="n1" data-n="link">8</span>', entry()],
    ['a number that is not in the ledger', shown, entry({ id: 'n2' })],
  ])('%s is its words and nothing else', (_, html, one) => {
    expect(withGrounds(`<p>${html}</p>`, ledgerOf(one))).toBe('<p>8</p>');
  });

  test('of a whole publication has every id once, no ground in a link or figure, and one for every other number', async () => {
    const { kept, html } = await composeSmall();
    const ledger = keepLedger(kept);
    const made = withGrounds(html, ledger);
    const ids = [...made.matchAll(/ id="([^"]+)"/g)].map(match => match[1]);
    expect(ids).toEqual([...new Set(ids)]);
    const outside = made.replace(/<a\b[\s\S]*?<\/a>|<figure\b[\s\S]*?<\/figure>/g, '');
    const count = (text: string) => text.match(/class="ground"/g)?.length ?? 0;
    expect(count(made)).toBe(count(outside));
    const linked = [...html.matchAll(/id="(n\d+)" data-n="link"/g)].map(match => match[1]);
    const expected = ledger.entries.filter(
      ({ id, kind, figure }) => kind !== 'structural' && figure === null && !linked.includes(id),
    );
    expect(count(made)).toBe(expected.length);
    expect(count(made)).toBeGreaterThan(10);
    expect(made).not.toContain('data-n=');
    const places = withPlaces(ledger, made).entries.map(({ id }) => id);
    expect(places.filter(id => id !== '' && !ids.includes(id))).toEqual([]);
    expect(places.filter(id => /^n\d/.test(id))).toEqual(expected.map(({ id }) => id));
    const opened = [...made.matchAll(/popovertarget="([^"]+)"/g)].map(match => match[1]);
    expect(opened).toHaveLength(expected.length);
    expect(opened.filter(id => !ids.includes(id))).toEqual([]);
  });

  test('the ledger names a place only where the edition has its element', () => {
    const ledger = ledgerOf(entry(), entry({ id: 'n2' }), entry({ id: 'pagina-a' }), entry({ id: '' }));
    const html =
      '<p data-id="n2">id="n2" <a href="#n2"></a><span class="bound" id="n1">8</span></p><b id="pagina-a">3</b>';
    expect(withPlaces(ledger, html).entries.map(({ id }) => id)).toEqual(['n1', '', 'pagina-a', '']);
    expect(withPlaces(ledger, html).coverage).toBe(ledger.coverage);
  });
});
