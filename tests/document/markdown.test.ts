import { expect, test } from 'vitest';
import { type Environment, type Heading, type ImageRequest, toEnv } from '../../src/document/environment.ts';
import { createMarkdown, slug } from '../../src/document/markdown.ts';

const markdown = createMarkdown();

interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly images: readonly ImageRequest[];
  readonly misplaced: readonly number[];
}

/** A text rendered with plain boxes and quotes; soft hyphens are left out. */
function render(text: string, options: Partial<Environment> = {}): Rendered {
  const headings: Heading[] = [];
  const images: ImageRequest[] = [];
  const misplaced: number[] = [];
  const environment: Environment = {
    ...{ docId: 'tekst', topLevel: 2, headings, numbered: false, firstLine: 1, boxes: 0 },
    box: ({ title, body, level }) => `<box level="${level}" title="${title}">${body}</box>\n`,
    quote: (body, speaker) => `<quote speaker="${speaker}">${body}</quote>\n`,
    image: request => `<img ${images.push(request)}>`,
    misplaced: index => misplaced.push(index),
    named: words => words,
    count: number => number,
    questions: { count: 0, open: [] },
    asked: heading => (heading.kind === 'question' ? `V${heading.number}` : `A${heading.numbers.join('+')}`),
    reference: id => `<a href="#${id}">x</a>`,
    ...options,
  };
  return { html: markdown.render(text, toEnv(environment)).replaceAll('\u00AD', ''), headings, images, misplaced };
}

test('headings take the level of their place in the document, and ids of their own', () => {
  const { html, headings } = render('# Titel\n\n## Eén ding\n\n### Diep\n\n## Eén ding\n');
  expect(html).toContain('<h2 id="tekst--titel">Titel</h2>');
  expect(html).toContain('<h3 id="tekst--een-ding">Eén ding</h3>');
  expect(html).toContain('<h4 id="tekst--diep">Diep</h4>');
  expect(headings.map(({ id, level, line }) => ({ id, level, line }))).toEqual([
    { id: 'tekst--titel', level: 1, line: 1 },
    { id: 'tekst--een-ding', level: 2, line: 3 },
    { id: 'tekst--diep', level: 3, line: 5 },
    { id: 'tekst--een-ding--2', level: 2, line: 7 },
  ]);
});

test('texts whose names begin alike cannot share an id', () => {
  const ids = [render('# En geslacht', { docId: 'leeftijd' }), render('# Geslacht', { docId: 'leeftijd-en' })];
  expect(new Set(ids.map(({ headings }) => headings[0]?.id)).size).toBe(2);
});

test('a level below six does not exist in HTML', () => {
  expect(render('###### Diep', { topLevel: 3 }).html).toContain('<h6 ');
});

test.each([
  ['Herkomst & vorm: 2023', 'herkomst-vorm-2023'],
  ['Één café', 'een-cafe'],
  ['???', 'kop'],
  [`${'lang '.repeat(30)}`, 'lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang'],
])('the slug of "%s" is "%s"', (words, expected) => {
  expect(slug(words)).toBe(expected);
});

test('only findings are numbered, and only when asked', () => {
  const text = '# Titel\n\n## Een\n\n### Diep\n\n## Twee';
  expect(
    [...render(text, { numbered: true }).html.matchAll(/(\d)\.\s?<\/span>\s?(\w+)/g)].map(([, n, w]) => [n, w]),
  ).toEqual([
    ['1', 'Een'],
    ['2', 'Twee'],
  ]);
  expect(render(text).html).not.toContain('heading-number');
});

test('a box is rendered on its own, one level below its heading, with its notes inside', () => {
  const { html } = render(
    '## Kop\n\nBuiten.[^a]\n\n::: kader Een *titel*\nBinnen.[^a]\n\n[^a]: Noot binnen.\n:::\n\nNa.\n\n[^a]: Noot buiten.',
  );
  const box = /<box level="4" title="Een <em>titel<\/em>">([\s\S]*)<\/box>/.exec(html)?.[1] ?? '';
  expect(box).toContain('Noot binnen.');
  expect(box).not.toContain('Noot buiten.');
  expect(html.replace(box, '')).toContain('Noot buiten.');
  const ids = [...html.matchAll(/id="([^"]+)"/g)].map(match => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('text, lists and quotations may stand in a box', () => {
  const { html } = render('::: kader T\n- een\n- twee\n\n> Zeg.\n> — Ik\n:::');
  expect(html).toMatch(/<box[\s\S]*<li>een<\/li>[\s\S]*<quote speaker="Ik">[\s\S]*<\/box>/);
});

test.each(['—', '–'])('a quotation ends with its speaker after %s', dash => {
  const { html } = render(`> Dit is *erg*.\n> ${dash} Conny Rijken, rapporteur`);
  expect(html).toContain('<quote speaker="Conny Rijken, rapporteur"><p>Dit is <em>erg</em>.</p>');
  expect(html).not.toContain('<blockquote');
});

test('a quotation without a speaker has none, and one of a single line keeps it', () => {
  expect(render('> Eén zin\n> en nog een.').html).toContain('<quote speaker="null"><p>Eén zin en nog een.</p>');
  expect(render('> — Ik').html).toContain('<quote speaker="null"><p>— Ik</p>');
});

test('notes are numbered links there and back; a note that is called twice has two calls', () => {
  const { html } = render('A.[^x] B.[^y] C.[^x]\n\n[^x]: Eerste.\n\n[^y]: Tweede.');
  const ids = [...html.matchAll(/id="([^"]+)"/g)].map(match => match[1]);
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(match => match[1]);
  expect(ids).toEqual([
    'noot-tekst-1-roep',
    'noot-tekst-2-roep',
    'noot-tekst-1-roep-2',
    'noot-tekst-1',
    'noot-tekst-2',
  ]);
  expect(links.every(link => ids.includes(link))).toBe(true);
  expect(links.filter(link => link?.includes('-roep'))).toEqual([
    'noot-tekst-1-roep',
    'noot-tekst-1-roep-2',
    'noot-tekst-2-roep',
  ]);
});

test('the number of a note stays with a question mark, after which a line might end', () => {
  const { html } = render('Wat nu?[^x] Dit.[^x]\n\n[^x]: Eerste.');
  expect(html).toMatch(/^<p>Wat nu<span class="note-sign">\?<sup [^>]*><a .*?<\/a><\/sup><\/span> Dit\.<sup /);
});

test('a line break in the file is a space', () => {
  expect(render('Een zin\nop twee regels.').html).toBe('<p>Een zin op twee regels.</p>\n');
});

test('straight quotes become curly ones', () => {
  expect(render(`"Zo'n" 'ding'`).html).toBe('<p>“Zo’n” ‘ding’</p>\n');
});

test('HTML is text, and links cannot run scripts', () => {
  expect(render('<b>x</b> & <script>y</script>').html).toBe(
    '<p>&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;y&lt;/script&gt;</p>\n',
  );
  expect(render('[x](javascript:alert(1))').html).not.toContain('href');
});

test('an image is asked for with its alternative and the line of its paragraph', () => {
  const { images } = render('Tekst.\n\n![Een "kaart"](kaart.png)');
  expect(images).toEqual([{ path: 'kaart.png', alternative: 'Een "kaart"', line: 3 }]);
});

test('a paragraph of block inserts loses its tags; elsewhere they are misplaced', () => {
  const alone = render('Tekst.\n\n\uE0020\uE003 \uE0021\uE003\n\nTekst.');
  expect(alone.html).toBe('<p>Tekst.</p>\n\uE0020\uE003 \uE0021\uE003\n<p>Tekst.</p>\n');
  expect(alone.misplaced).toEqual([]);
  expect(render('Zie \uE0020\uE003.').misplaced).toEqual([0]);
  expect(render('## \uE0021\uE003').misplaced).toEqual([1]);
  expect(render('- \uE0022\uE003').misplaced).toEqual([2]);
  expect(render('    \uE0023\uE003').misplaced).toEqual([3]);
  expect(render('::: kader T\nZie \uE0024\uE003.\n:::').misplaced).toEqual([4]);
});

test('a quotation within a quotation is said once, and lists in one stay tight', () => {
  const { html } = render('> a\n> > b\n>\n> c\n> — X');
  expect(html).toBe('<quote speaker="X"><p>a</p>\n<quote speaker="null"><p>b</p>\n</quote>\n<p>c</p>\n</quote>\n');
  expect(render('> - a\n> - b').html).toContain('<li>a</li>');
});

test('notes of the text do not get into the title of a box', () => {
  const { html } = render('A.[^a]\n\n::: kader T\nB.\n:::\n\n[^a]: Noot.');
  expect(html).toContain('title="T"');
  expect(html.match(/Noot\./g)).toHaveLength(1);
});

test('questions are counted, an answer is to all that are open, and their blocks and notes stay those of the text', () => {
  const text = `::: vraag
Waarom?[^a]

Waartoe?
:::

::: antwoord
Daarom.

- Een punt
:::

::: vraag
Wie?
:::

::: vraag
Wat?
:::

::: antwoord
Niemand.[^b]
:::

Na afloop.

[^a]: Noot a.
[^b]: Noot b.
`;
  const { html, headings } = render(text);
  expect(headings.map(({ html: words, level, line }) => [words, level, line])).toEqual([
    ['V1', 2, 1],
    ['A1', 3, 7],
    ['V2', 2, 13],
    ['V3', 2, 17],
    ['A2+3', 3, 21],
  ]);
  expect(html).toContain('<h3 class="question-title" id="tekst--v1">V1</h3>\n<p class="question">Waarom');
  expect(html).toContain('<p class="question">Waartoe?</p>\n<h4 class="answer-title"');
  expect(html).toContain('<p class="answer">Daarom.</p>\n<ul class="answer">\n<li>Een punt</li>');
  expect(html).toContain('<p>Na afloop.</p>');
  expect(html.match(/class="note-call"/g)).toHaveLength(2);
  expect(html.match(/<ol class="notes">/g)).toHaveLength(1);
});

test('a question that is never closed ends with the text', () => {
  expect(render('::: vraag\nWaarom?').html).toContain('<p class="question">Waarom?</p>');
});

test('references are links in brackets that stay with the word before them; anything else in brackets is text', () => {
  const { html } = render('Zo staat het er [@nos; @pers-2]. En [@Nos], [ @nos], [1].');
  expect(html).toContain(
    'er\u00A0<span class="reference">[<a href="#nos">x</a>, <a href="#pers-2">x</a>]</span>. En [@Nos], [ @nos], [1].',
  );
});

test('a box may have any name, which says what sets it', () => {
  const names: string[] = [];
  const box: Environment['box'] = ({ name, title }) => `${names.push(`${name}/${title}`)}`;
  render('::: schema De aanpak\n- Doel\n:::\n\n::: citaat\nTekst\n:::\n', { box });
  expect(names).toEqual(['schema/De aanpak', 'citaat/']);
});
