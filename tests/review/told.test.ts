// A comparison in sentences, as a comment, as JSON and as a list: in good Dutch, short, and safe whatever the data say.

import { expect, test } from 'vitest';
import type { Comparison } from '../../src/diff/comparison.ts';
import { reviewJson } from '../../src/review/json.ts';
import { listedChanges } from '../../src/review/listed.ts';
import { reviewMarkdown } from '../../src/review/markdown.ts';
import { shortened, wordPieces } from '../../src/review/pieces.ts';
import { register } from '../../src/review/register.ts';
import { summarySentences } from '../../src/review/summary.ts';
import { emptyFixture, fixture } from './fixture.ts';

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
