// Texts of the data in a comment: read as they are, and made into nothing.

import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/review/escape.ts';

/** What a reader sees: entities and escapes as characters, joiners as nothing. */
function seen(markdown: string): string {
  return markdown
    .replace(/\\([\\`*_~[\]|$])/g, '$1')
    .replace(/\u2060/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

test.for([
  ['<img src=x onerror=alert(1)>', /</],
  ['een | twee', /(?<!\\)\|/],
  ['**vet**, _schuin_, `code`, ~~weg~~, \\[x]', /(?<!\\)[*_`~[\]]/],
  ['[hier](https://voorbeeld.nl) ![beeld](x)', /(?<!\\)[[\]]|:\/\//],
  ['zie www.voorbeeld.nl of HTTPS://voorbeeld.nl', /www\.|:\/\//i],
  ['mail naar redactie@voorbeeld.nl', /@\w/],
  ['@minister, sluit #12, !13, %mijlpaal, &14, ~label, $15 en GH-16', /[@#!%~$]\p{L}|[@#!%&~$]\d|GH-\d|&amp;\d/u],
  ['duim :thumbsup:', /:thumbsup:/],
  ['kosten $x$ en $y$', /(?<!\\)\$/],
  ['<!-- weg -->', /<!--/],
] as const)('%s is only read', ([text, made]) => {
  expect(escapeMarkdown(text)).not.toMatch(made);
  expect(seen(escapeMarkdown(text))).toBe(text);
});

test('ordinary Dutch stays as it is', () => {
  const text = 'Eén op de drie (33,3%): “coördinatoren” en de KMar – 1.234 − <5? Nee, 5.';
  expect(escapeMarkdown(text)).toBe(text.replace('<', '&lt;'));
});

test('a text is one line, without control characters and turned directions', () => {
  expect(escapeMarkdown('een\r\n\n# twee\u0000\tdrie\u202e')).toBe('een # twee drie');
});
