import { expect, test } from 'vitest';
import { readPlaces } from '../../src/pdf/destinations.ts';
import { classicPdf } from './small.ts';

/** A PDF of these objects. */
const pdf = (...objects: string[]): Uint8Array => classicPdf(objects);

const pages = [
  '<</Type /Pages /Count 3 /Kids [4 0 R 3 0 R]>>',
  '<</Type /Page>>',
  '<</Type /Pages /Kids [5 0 R 6 0 R]>>',
];
const leaves = ['<</Type /Page /Parent 4 0 R>>', '<</Type /Page>>'];

test('pages count in the order of the page tree, and names are decoded', () => {
  const dests = '<</plain [3 0 R /XYZ 6 826.16998 0]\n/a#2520b [5 0 R /XYZ 0 0 0]\n/#25C3#25A9#28x#29 [6 0 R /Fit]>>';
  const bytes = pdf('<</Pages 2 0 R /Dests 7 0 R>>', ...pages, ...leaves, dests);
  expect(readPlaces(bytes).pageCount).toBe(3);
  expect(readPlaces(bytes).pages).toEqual(
    new Map([
      ['plain', 3],
      ['a b', 1],
      ['é(x)', 2],
    ]),
  );
});

test('a name tree is read too, with its escapes', () => {
  const tree = '<</Kids [8 0 R]>>';
  const leaf = '<</Names [(a\\)\\050) [5 0 R /Fit] <62> 9 0 R (los) null]>>';
  const bytes = pdf('<</Pages 2 0 R /Names <</Dests 7 0 R>>>>', ...pages, ...leaves, tree, leaf, '<</D [6 0 R /Fit]>>');
  expect(readPlaces(bytes).pages).toEqual(
    new Map([
      ['a)(', 1],
      ['b', 2],
    ]),
  );
});

test('a destination on no page of the document is left out', () => {
  const bytes = pdf('<</Pages 2 0 R /Dests <</weg [9 0 R /Fit] /ook 12 /een [5 0 R]>>>>', ...pages, ...leaves);
  expect(readPlaces(bytes).pages).toEqual(new Map([['een', 1]]));
});

test('a document without destinations has none', () => {
  expect(readPlaces(pdf('<</Pages 2 0 R>>', ...pages, ...leaves)).pages.size).toBe(0);
});

test('what is no PDF of the classic kind is refused', () => {
  expect(() => readPlaces(Buffer.from('%PDF-1.7 niets')).pages).toThrow('cross-reference table');
  expect(() => readPlaces(Buffer.from(''))).toThrow('no PDF');
});
