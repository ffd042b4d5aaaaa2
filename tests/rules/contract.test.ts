import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { checkContract } from '../../src/rules/contract.ts';

const place = { file: 'data/2023/verslag/publication.yaml', line: 1, column: 1 };

const table =
  '<table><tr><td rowspan="2">&nbsp;</td><th id="p" scope="colgroup">Per jaar</th></tr><tr><th id="k" scope="col" headers="p">2023</th></tr><tr><th id="r" scope="row">Man</th><td headers="p k r">8</td></tr></table>';
const figure = `<figure role="group" aria-labelledby="t"><figcaption id="t">Figuur 1</figcaption><svg role="img" aria-label="Een lijn."><svg><path d="M0 0"/></svg></svg>${table}<span aria-hidden="true"><svg></svg></span></figure>`;
const note =
  '<p>Kijk<sup class="note-call"><a id="c" href="#n">1</a></sup></p><ol><li id="n">Noot <a href="#c" aria-label="Terug">↑</a></li></ol>';
const style =
  '@page { @top-left { content: "Deel 1" } } @media screen { p { display: flex } p::after { content: "x" } } .row { display: flex } .a p, .b { columns: auto } li::before { content: "– " }';
const sound = `<!doctype html><html lang="nl"><head><title>Verslag</title><meta name="description" content="Een verslag."><style>${style}</style></head>
<body><!-- <q>geen</q> --><h1>Verslag</h1><main><h2 id="h">Deel</h2><p>Zie <a href="#h">hier</a> en <em lang="en-GB">there</em>.</p><h3>Kop</h3>${figure}<h2>Noten</h2>${note}<img src="data:," alt=""></main></body></html>`;

function breaches(html: string, text = ''): string[] {
  const sources = [createSource('templates/mini/publication.hbs', text)];
  return checkContract(html, { sources, place }).map(({ rule, message }) => `${rule}: ${message}`);
}

/** The sound document with one thing in it written differently. */
function changed(from: string, to: string): string {
  expect(sound).toContain(from);
  return sound.replace(from, to);
}

test('a sound document keeps the contract', () => {
  expect(breaches(sound)).toEqual([]);
});

test.each([
  ['no language', 'html-document: The document does not say its language.', ' lang="nl"', ''],
  ['no title', 'html-document: The document has no title, or more than one.', 'Verslag</title>', ' </title>'],
  ['two titles', 'html-document: The document has no title, or more than one.', '</title>', '</title><title>b</title>'],
  ['no description', 'html-document: The document has no description.', 'Een verslag.', ''],
  [
    'a second h1',
    'html-heading: The document has 2 headings h1; it must have one.',
    '<main>',
    '<main><h1>Nog een</h1>',
  ],
  ['no h1', 'html-heading: The document has 0 headings h1; it must have one.', '<h1>Verslag</h1>', ''],
  ['a heading without words', 'html-heading: A heading h3 has no words.', '<h3>Kop</h3>', '<h3> <b>\u00AD</b></h3>'],
  ['a level skipped', 'html-heading: The heading "Kop" is an h4, and skips a level.', '<h3>Kop</h3>', '<h4>Kop</h4>'],
  ['a quotation by element', 'html-element: <q> loses its meaning in the PDF.', 'Zie ', '<q>Zie</q> '],
  ['fixed lines', 'html-element: <pre> loses its meaning in the PDF.', '<h3>', '<pre>a</pre><h3>'],
  [
    'a block in a paragraph',
    'html-nesting: <div> cannot stand in <p>: the browser closes that before it.',
    'Zie ',
    '<div>Zie</div> ',
  ],
  ['an element that is not closed', 'html-nesting: <b> is not closed where it should be.', 'Zie ', '<b>Zie '],
  ['an end too many', 'html-nesting: </b> closes nothing.', 'Zie ', 'Zie</b> '],
  ['a paragraph in a list', 'html-list: <p> stands in a list, outside its items.', '<ol>', '<ol><p>a</p>'],
  ['an item without a list', 'html-list: An item stands outside a list.', '<h3>', '<div><li>a</li></div><h3>'],
  [
    'a language that is lost',
    'html-language: The PDF does not keep the language of <span>.',
    'Zie ',
    '<span lang="en">See</span> ',
  ],
  ['a language that is none', 'html-language: "Engels" is no language.', 'lang="en-GB"', 'lang="Engels"'],
  [
    'a role for notes',
    'html-role: The role doc-backlink takes the links or items from the tags of the PDF.',
    'aria-label="Terug"',
    'aria-label="Terug" role="doc-backlink"',
  ],
  ['an empty cell', 'html-table: A cell of a table is empty, and is lost in the PDF.', '>8</td>', '></td>'],
  ['a head without a scope', 'html-table: The head "Man" of a table has no scope.', ' scope="row"', ''],
  ['a table without heads', 'html-table: A table has no heads.', '<h3>', '<table><tr><td>1</td></tr></table><h3>'],
  [
    'a cell that does not name its heads',
    'html-table: The cell "8" stands under two rows of heads, and does not name them.',
    ' headers="p k r"',
    '',
  ],
  [
    'a cell that names heads of another table',
    'html-table: The cell "8" stands under two rows of heads, and does not name them.',
    'headers="p k r"',
    'headers="p k h"',
  ],
  [
    'a figure that is no group',
    'html-figure: A figure is no group: the PDF would have it twice.',
    '<figure role="group"',
    '<figure',
  ],
  ['a figure without a name', 'html-figure: A figure has no name.', ' aria-labelledby="t"', ''],
  [
    'a figure without a caption',
    'html-figure: A figure has no caption.',
    '<figcaption id="t">Figuur 1</figcaption>',
    '<p id="t">Figuur 1</p>',
  ],
  [
    'a figure of two drawings',
    'html-figure: A figure has 2 drawings that are read out.',
    '<svg role',
    '<svg role="img" aria-label="Een punt."></svg><svg role',
  ],
  ['a drawing without words', 'html-figure: A drawing is neither described nor hidden.', ' aria-label="Een lijn."', ''],
  [
    'a drawing that is not hidden',
    'html-figure: A drawing is neither described nor hidden.',
    ' aria-hidden="true"',
    '',
  ],
  ['an image without alt', 'html-image: An image has no alt.', ' alt=""', ''],
  ['an id twice', 'html-id: The id "h" is there twice, or empty.', '<h3>', '<h3 id="h">'],
  [
    'a reference to nothing',
    'html-id: <p> refers to the id "x", which is not there.',
    '<p>Zie',
    '<p aria-describedby="x">Zie',
  ],
  ['a link to nothing', 'html-link: The link to "#x" leads nowhere.', 'href="#h"', 'href="#x"'],
  ['a link without words', 'html-link: The link to "#h" has no words.', '>hier<', '> <'],
  ['a note without a way back', 'html-note: The note "1" has no link back to its call.', 'href="#c"', 'href="#h"'],
  [
    'words in a style sheet',
    'html-style: The style of li::before adds words that are not read out.',
    '"– "',
    '"Noot "',
  ],
  [
    'a count in a style sheet',
    'html-style: The style of li::before adds words that are not read out.',
    '"– "',
    'counter(noot)',
  ],
  [
    'text in a layer',
    'html-style: The style "opacity: 0.5" paints in a layer of its own, whose text the tags of a PDF do not hold.',
    'columns: auto',
    'opacity: 0.5; fill-opacity: 0.5',
  ],
  [
    'a paragraph in a layer by itself',
    'html-style: The style "mix-blend-mode: multiply" paints in a layer of its own, whose text the tags of a PDF do not hold.',
    '<p>Zie',
    '<p style="opacity: 1; mix-blend-mode: multiply">Zie',
  ],
  [
    'paragraphs in columns',
    'html-style: .a p sets a paragraph in columns, flex or grid; the PDF then has no paragraph.',
    'columns: auto',
    'columns: 2',
  ],
  [
    'a paragraph in columns by itself',
    'html-style: The style of a paragraph sets it in columns, flex or grid; the PDF then has no paragraph.',
    '<p>Zie',
    '<p style="display:grid">Zie',
  ],
])('%s breaks it', (_, message, from, to) => {
  expect(breaches(changed(from, to))).toContain(message);
});

test.each([
  ['by its tag', '<h3 class="kop" id="k">Kop</h3>', '<p>a</p>\n<h4 class="kop" id="k">', 2],
  ['by its class', '<h3 class="kop" id="k">Kop</h3>', '<p>a</p>\n<h4 class="kop{{#if a}} a{{/if}}">', 2],
  ['by its name, the only one like it', '<h3 id="k">Kop</h3>', '\n\n<h4 id="{{id}}">', 3],
  ['by its words', '<h3 id="k">Een kop in een tekst</h3>', '## Een kop in een tekst', 1],
])('a breach is told at the template or text it comes from, found %s', (_, heading, text, line) => {
  const html = changed('<h3>Kop</h3>', heading.replaceAll('h3', 'h4'));
  const sources = [createSource('templates/mini/publication.hbs', text)];
  const [found] = checkContract(html, { sources, place });
  expect(found?.place).toMatchObject({ file: 'templates/mini/publication.hbs', line });
});

test('a breach of which nothing is found is told at the publication, and one place is told once', () => {
  const html = changed('<h3>Kop</h3>', '<div><p style="columns:2">a</p><p style="columns:2">b</p></div>');
  const found = checkContract(html, { sources: [], place });
  expect(found.map(one => one.place)).toEqual([place]);
});

test.for([
  ['slachtoffers', 'Did you mean "#daders--slachtoffers-van-daders" or "#slachtoffers"?'],
  ['slachtofers', 'Did you mean "#slachtoffers"?'],
  ['iets-heel-anders', 'A heading has an id such as "#daders--slachtoffers-van-daders".'],
])('a link to #%s is told where it may lead', ([target = '', offered = '']) => {
  const html = sound
    .replace(
      '<h2 id="h">Deel</h2>',
      '<h2 id="daders--slachtoffers-van-daders">Deel</h2><h3 id="slachtoffers">Deel</h3>',
    )
    .replace('href="#h"', target === 'slachtoffers' ? 'href="#Slachtoffers"' : `href="#${target}"`);
  const [found] = checkContract(html, { sources: [createSource('templates/mini/publication.hbs', '')], place });
  expect(found?.rule).toBe('html-link');
  expect(found?.hints.join(' ')).toContain(offered);
});
