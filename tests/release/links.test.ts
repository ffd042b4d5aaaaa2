import { expect, test } from 'vitest';
import { checkAddress, checkHtmlLinks, checkPdfLinks } from '../../src/release/links.ts';

test.each([
  'https://www.rijksoverheid.nl/mensenhandel?jaar=2023#cijfers',
  'http://opendata.cbs.nl/',
  'mailto:post@nationaalrapporteur.nl',
  'https://xn--mensn-esa.nl/pad%20met%20spatie',
])('%s is a link for readers', address => {
  expect(checkAddress(address)).toBe(undefined);
});

test.each([
  ['www.cbs.nl', 'is no web address'],
  ['rapport.pdf', 'is no web address'],
  ['https://www.cbs.nl/een rapport', 'holds a space'],
  ['https:///rapport', 'is no web address'],
  ['ftp://ftp.cbs.nl/', 'begins with ftp: instead of https:'],
  ['javascript:alert(1)', 'begins with javascript: instead of https:'],
  ['file:///home/x/rapport.pdf', 'begins with file: instead of https:'],
  ['https://example.org/rapport', 'has a host that stands for another one'],
  ['https://www.voorbeeld.nl/', 'has a host that stands for another one'],
  ['http://localhost:8080/', 'has a host that stands for another one'],
  ['https://intranet/rapport', 'has a host that only a network of its own knows'],
  ['https://192.168.1.4/', 'has a host that stands for another one'],
  ['https://wie:geheim@cbs.nl/', 'holds the name of a user'],
  ['mailto:post', 'is no e-mail address'],
  ['mailto:post@example.com', 'has a host that stands for another one'],
])('%s is not', (address, message) => {
  expect(checkAddress(address)).toBe(message);
});

test('a link within an HTML document leads to an id of it', () => {
  const html =
    '<h2 id="één">A</h2><a class="x" href="#%C3%A9%C3%A9n">a</a><a href="#weg">b</a><a href="https://cbs.nl/?a=1&amp;b=2">c</a>';
  expect(checkHtmlLinks(html)).toEqual([{ target: '#weg', message: 'leads to no place in the document' }]);
  expect(checkHtmlLinks('<a href="https://example.org/">x</a><link rel="icon" href="data:,">')).toHaveLength(1);
});

test('a link of a PDF leads to a page or an address', () => {
  const link = (target: string, text = 'zie') => ({ target, text });
  expect(checkPdfLinks([link('page 3'), link('https://cbs.nl/')])).toEqual([]);
  expect(checkPdfLinks([link('', 'hoofdstuk 9'), link('cbs.nl')])).toEqual([
    { target: '"hoofdstuk 9"', message: 'leads to no page' },
    { target: 'cbs.nl', message: 'is no web address' },
  ]);
});
