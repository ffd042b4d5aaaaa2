// A comparison in sentences, as a comment, as JSON and as a list: in good Dutch, short, and safe whatever the data say.

import { expect, test } from 'vitest';
import type { Comparison } from '../../src/diff/comparison.ts';
import { reviewJson } from '../../src/review/json.ts';
import { listedChanges } from '../../src/review/listed.ts';
import { reviewMarkdown } from '../../src/review/markdown.ts';
import { shortened, wordPieces } from '../../src/review/pieces.ts';
import { register } from '../../src/review/register.ts';
import { reviewHtml } from '../../src/review/report.ts';
import { summarySentences } from '../../src/review/summary.ts';
import { emptyFixture, fixture, hostile } from './fixture.ts';
import { parts } from './parts.ts';

const said = (comparison: Comparison): string[] => summarySentences(register(comparison));

test('the summary says in sentences what changed', () => {
  expect(said(fixture())).toEqual([
    'Zeventien wijzigingen.',
    'Let op: één uitspraak is niet veranderd, terwijl de cijfers erachter wel veranderden, en één uitspraak is wel veranderd, terwijl de cijfers erachter gelijk bleven.',
    'De publicatie “Nieuwsbericht” is nieuw.',
    'In de tabel “Vormen van mensenhandel” van 2023 zijn de bron, noot 2 en de peildatum veranderd, zijn twee cellen veranderd, is één cel toegevoegd en is één cel vervallen; die staan samen op zes plaatsen in twee publicaties.',
    'De tabel “Regio’s” van 2024 is nieuw.',
    'De tabel “Oude tabel” van 2023 is vervallen.',
    'In de tekst van “Jaarcijfers mensenhandel 2023” zijn twee zinnen gewijzigd, is één hele paragraaf toegevoegd, is één passage verwijderd en is één zin verplaatst.',
    'In “Jaarcijfers mensenhandel 2023” is één bladzijde bijgekomen (bladzijde 3) en is één bladzijde anders getekend of opgemaakt (bladzijde 5).',
    'In “Factsheet <2024> & meer” is één bladzijde vervallen (bladzijde 2).',
    'Twee andere teksten en één verschoven bladzijde volgen alleen uit gewijzigde cijfers, nummers of de plaats van andere tekst.',
  ]);
});

test('one change is singular, and none is said to be none', () => {
  const { tables, publications, ...rest } = fixture();
  const [table] = tables;
  const quiet = publications.map(one => ({
    ...one,
    kind: 'both' as const,
    texts: [],
    pages: { old: 1, new: 1, pairs: [] },
  }));
  const one = {
    ...rest,
    publications: quiet,
    warnings: [],
    tables: table ? [{ ...table, facets: [], cells: table.cells.slice(0, 1) }] : [],
  };
  expect(said(one)).toEqual([
    'Eén wijziging.',
    'In de tabel “Vormen van mensenhandel” is één cel veranderd; die staat op vier plaatsen in twee publicaties.',
  ]);
  expect(said({ ...one, tables: [] })).toEqual(['Er is niets veranderd.']);
  expect(said(emptyFixture())).toEqual([
    'Er is niets veranderd.',
    'Vergeleken zijn alleen de teksten en de bladzijden, niet de tabellen.',
  ]);
});

test('a comment breaks no table, names nobody and holds no markup of the data', () => {
  const comment = reviewMarkdown(fixture());
  expect(comment).toMatch(/^## Wijzigingen: v2023-concept2 → HEAD\n/);
  expect(comment).not.toMatch(/<(?!br>)/);
  expect(comment).not.toMatch(/@\w/);
  expect(comment).toContain('~~lichte daling~~ **duidelijke daling ten opzichte van één jaar eerder**');
  const rows = comment.split('\n').filter(line => line.startsWith('|'));
  expect(rows).toHaveLength(2 + 5);
  for (const row of rows) expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(8);
  expect(rows[2]).toContain(
    '| 299 | **301** | +2; +0,7% | vier plaatsen: Jaarcijfers mensenhandel 2023, blz. 2 en 4; Factsheet',
  );
});

test('a comment of texts and cells as long as they come stays under 60 kB, and still tells of each kind', () => {
  const { tables, publications, ...rest } = fixture(200);
  const long = `${hostile} € `.repeat(400);
  const text = publications[0]?.texts[0];
  if (!text) throw new Error('no text');
  const texts = Array.from({ length: 300 }, (_, index) => ({
    ...text,
    id: `lang-${index}`,
    pieces: Array.from({ length: 40 }, (_, at) => ({ kind: at % 2 ? 'added' : 'removed', text: long }) as const),
  }));
  const comment = reviewMarkdown({
    ...rest,
    old: { ...rest.old, label: long },
    tables: tables.map(table => ({ ...table, title: long })),
    publications: publications.map(one => ({ ...one, title: long, texts })),
  });
  expect(Buffer.byteLength(comment)).toBeLessThan(60_000);
  expect(comment).toContain('### Cijfers');
  expect(comment).toMatch(/\n_.*(?:past|passen) hier niet meer: zie het verslag\._\n$/);
});

test('a comment gives places below the title of their publication, and a new section by its heading', () => {
  const { publications, ...rest } = fixture();
  const named = publications.map(one => ({
    ...one,
    texts: one.texts.map(text =>
      text.what === 'section' && text.new
        ? { ...text, heading: 'Criminele uitbuiting', new: { ...text.new, section: [one.title] } }
        : text,
    ),
  }));
  const comment = reviewMarkdown({ ...rest, publications: named });
  expect(comment).toContain(
    '- Paragraaf toegevoegd (twaalf zinnen) “Criminele uitbuiting” (bladzijde 3): komt vaker voor. Criminele',
  );
  expect(comment).toContain('- Zin gewijzigd (Vormen van mensenhandel › Arbeidsuitbuiting, bladzijde 2): Dat is een');
});

test('ids of the report are unique, and every link in it leads to one', () => {
  const page = reviewHtml(fixture(20), parts());
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(id => !ids.includes(id))).toEqual([]);
  const labels = [...page.matchAll(/aria-labelledby="([^"]+)"/g)].map(([, id]) => id);
  expect(labels.filter(id => !ids.includes(id))).toEqual([]);
});

test('the report escapes what the data say, and keeps their letters', () => {
  const page = reviewHtml(fixture(), parts());
  expect(page).toContain('&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;x&quot;');
  expect(page).toContain('Factsheet &lt;2024&gt; &amp; meer');
  expect(page).toContain('Coördinatie');
});

test('the report draws its arrows, and has no sign that its faces lack', () => {
  const [, body = ''] = reviewHtml(fixture(), parts()).split('<body>');
  const text = body.replace(/<script>.*/s, '').replace(/<[^>]*>/g, '');
  const signs = new Set(text.match(/[^\p{L}\p{N}\s\x20-\x7E]/gu));
  expect([...signs].filter(sign => !'·‘’“”›–−…'.includes(sign))).toEqual([]);
  expect(body).toContain('<svg class="arrow"');
});

test('a comment stays short, and says how much it leaves out', () => {
  const comment = reviewMarkdown(fixture(500));
  expect(comment.length).toBeLessThan(51_000);
  expect(comment).toContain('| … en nog 445 | | | | | |');
});

test('JSON has all but the bytes of pictures, and the same text each time', () => {
  const text = reviewJson(fixture());
  expect(text).toBe(reviewJson(fixture()));
  expect(text).not.toContain('"png"');
  const { publications, tables } = JSON.parse(text) as Comparison;
  expect(tables).toEqual(fixture().tables);
  expect(publications[0]?.pages.pairs[1]?.images?.new).toEqual({
    ...{ width: 59, height: 84 },
    box: { left: 0, bottom: 0, right: 595, top: 842 },
  });
});

test('the list of a publication has its figures and texts in the order of its pages', () => {
  const comparison = fixture();
  const [publication] = comparison.publications;
  if (!publication) throw new Error('no publication');
  const list = listedChanges(comparison, publication);
  const pages = list.map(({ page, oldPage }) => page ?? oldPage ?? 0);
  expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  expect(list.map(({ title }) => title)).toContain(
    'Cijfer “Arbeidsuitbuiting, 2023” in de tabel “Vormen van mensenhandel”; ook op pagina 4',
  );
});

test('texts are compared by whole words, and a number is one', () => {
  expect(wordPieces('Er waren 1.234 meldingen.', 'Er waren  1.240 meldingen.')).toEqual([
    { kind: 'same', text: 'Er waren' },
    { kind: 'removed', text: '1.234' },
    { kind: 'added', text: '1.240' },
    { kind: 'same', text: 'meldingen.' },
  ]);
});

test('what is the same is shortened beside what differs', () => {
  const long = Array.from({ length: 50 }, (_, index) => `woord${index}`).join(' ');
  const [first, , last] = shortened(
    [
      { kind: 'same', text: long },
      { kind: 'added', text: 'nieuw' },
      { kind: 'same', text: long },
    ],
    20,
  );
  expect(first?.text).toBe('… woord48 woord49');
  expect(last?.text).toBe('woord0 woord1 …');
});
