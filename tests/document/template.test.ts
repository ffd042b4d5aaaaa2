import { expect, test } from 'vitest';
import { blockNames, cssString, readTemplates } from '../../src/document/template.ts';
import { plainText } from '../../src/prose/typography.ts';
import { inMemory } from '../project.ts';

test.each([
  ['Herkomst', '"Herkomst"'],
  ['Een "citaat" \\ streep', '"Een \\"citaat\\" \\\\ streep"'],
  ['slacht\u00ADof\u00ADfers', '"slachtoffers"'],
  ['Vorm &amp; <em>herkomst</em>', '"Vorm & herkomst"'],
  ['twee\nregels', '"twee regels"'],
  ['&lt;5 en &gt;3', '"\\3c 5 en >3"'],
  ['&lt;/style&gt;', '"\\3c /style>"'],
])('"%s" is the CSS string %s', (html, expected) => {
  expect(cssString(html)).toBe(expected);
});

test('no text can end the style element or the string', () => {
  for (const text of ['</style>', '&lt;/style&gt;', '"; } x { y: "', '\\', 'a\n"b', '&quot;'])
    expect(cssString(text)).toMatch(/^"(?:[^"\\\n<]|\\.)*"$/);
});

test('the words of HTML are its text', () => {
  expect(plainText('<p class="x">A &lt;b&gt; &amp;amp; 1 < 2</p>')).toBe('A <b> &amp; 1 < 2');
});

test('a kind has its own templates before the shared ones', () => {
  const files = inMemory({
    'templates/shared/figure.hbs': 'gedeeld {{x}}',
    'templates/shared/blocks/kader.hbs': 'kader',
    'templates/mini/figure.hbs': 'eigen {{x}}',
    'templates/mini/publication.hbs': '{{> figure}} {{> blocks/kader}}',
  });
  const { templates, diagnostics } = readTemplates('mini', files);
  expect(diagnostics).toEqual([]);
  expect(templates.render('publication', { x: '<1>' })).toBe('eigen &lt;1&gt; kader');
  expect(templates.renderings.map(({ context }) => context)).toEqual([{ x: '<1>' }]);
});

test('the blocks of a kind are the templates in its folder blocks, with whether they print a title', () => {
  const files = inMemory({
    'templates/shared/blocks/kader.hbs': '<h3>{{{title}}}</h3>{{{body}}}',
    'templates/mini/blocks/pijl.hbs': '{{{body}}}',
    'templates/mini/publication.hbs': '',
  });
  const { templates } = readTemplates('mini', files);
  expect([...blockNames(templates)]).toEqual([
    ['kader', true],
    ['pijl', false],
  ]);
});

test('templates that include one another in a circle are cut, not followed', () => {
  const files = inMemory({
    'templates/mini/publication.hbs': 'A{{> een}}',
    'templates/mini/een.hbs': 'B{{> twee}}',
    'templates/mini/twee.hbs': 'C{{> een}}',
  });
  const { templates, diagnostics } = readTemplates('mini', files);
  expect(diagnostics.map(one => [one.rule, one.place?.file])).toEqual([
    ['template-construct', 'templates/mini/een.hbs'],
    ['template-construct', 'templates/mini/twee.hbs'],
  ]);
  expect(templates.render('publication', {})).toBe('A');
});
