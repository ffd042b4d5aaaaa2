import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { checkGlyphs } from '../../src/rules/glyphs.ts';
import { measure } from '../charts/fixture.ts';

const source = createSource('a.md', 'Eerst.\nTen minste ≥ 5 en "\\u2603".');

test('a character without a glyph is named with its code, at its first place', () => {
  expect(checkGlyphs('<body><p>≥ 5 ≥</p></body>', measure, [source])).toMatchObject([
    { rule: 'glyph-missing', message: expect.stringContaining('"≥" (U+2265)'), place: { line: 2, column: 12 } },
  ]);
});

test('a character written as an escape is found too', () => {
  expect(checkGlyphs('<body>☃</body>', measure, [source])).toMatchObject([{ place: { line: 2, column: 20 } }]);
});

test('what is not printed is not looked at', () => {
  expect(
    checkGlyphs('<head><title>≥</title></head><body title="≥"><style>≥</style>goed\u00AD\u200B</body>', measure, []),
  ).toEqual([]);
});

test('all that Dutch needs is there', () => {
  expect(
    checkGlyphs('<body>Één café, “zo’n” ‘ding’ – 5 — 10 % § € … ↑ Türkiye Curaçao Oekraïne</body>', measure, []),
  ).toEqual([]);
});
