import { expect, test } from 'vitest';
import { onScreen } from '../../src/document/screen.ts';

const html = 'a<!--html <b>b</b>-->c<!--grounds <i>\n--</i> -->d<!-- e --><!--htmlx f-->';

test('what only the HTML edition has is let out of its comments, and other comments stay', () => {
  expect(onScreen(html, ['html', 'grounds'])).toBe('a<b>b</b>c<i>\n--</i>d<!-- e --><!--htmlx f-->');
});

test('what is about grounds goes where there are none', () => {
  expect(onScreen(html, ['html'])).toBe('a<b>b</b>cd<!-- e --><!--htmlx f-->');
});

test('what scrolls can be reached under its name, and a figure is no group but a figure', () => {
  expect(
    onScreen('<figure class="a" role="group" aria-labelledby="t"><div data-scrolls="Tabel">b</div></figure>', []),
  ).toBe('<figure class="a" aria-labelledby="t"><div role="group" aria-label="Tabel" tabindex="0">b</div></figure>');
});
