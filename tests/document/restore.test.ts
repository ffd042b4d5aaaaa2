import { describe, expect, test } from 'vitest';
import { createMarks, type Marks } from '../../src/claims/marks.ts';
import type { Statement } from '../../src/claims/statement.ts';
import { type Restored, restore } from '../../src/document/restore.ts';

const place = { file: 'data/2023/verslag/a.md', line: 3, column: 5 };

interface Desk {
  readonly marks: Marks;
  /** A mark of a number. */
  number(text: string, ground?: Statement['ground']): string;
  /** A mark of words that state nothing. */
  words(text: string): string;
  block(html: string): string;
}

function desk(): Desk {
  const marks = createMarks();
  const statementOf = (text: string, ground: Statement['ground']): Statement => ({
    ...{ form: 'number', ground, text, place, verdict: 'holds' },
  });
  return {
    marks,
    number: (text, ground = 'computed') =>
      marks.keep({ kind: 'inline', text, place, statement: statementOf(text, ground) }),
    words: text => marks.keep({ kind: 'inline', text, place }),
    block: html => marks.keep({ kind: 'block', html, place }),
  };
}

/** A body made with marks, restored. */
function body(make: (desk: Desk) => string): Restored {
  const own = desk();
  return restore(`<body>${make(own)}</body>`, own.marks);
}

function inner({ html }: Restored): string {
  return html.replace(/^<body>|<\/body>$/g, '').replaceAll('\u00AD', '');
}

describe('the words of a mark', () => {
  test('stand in an element with its ground, and are counted', () => {
    const restored = body(({ number }) => `<p>Er zijn ${number('12')} en ${number('7', 'cited')}.</p>`);
    expect(inner(restored)).toBe(
      '<p>Er zijn <span id="n1" data-n="computed">12</span> en <span id="n2" data-n="cited">7</span>.</p>',
    );
    expect(restored.occurrences.map(({ id, statement }) => [id, statement.text])).toEqual([
      ['n1', '12'],
      ['n2', '7'],
    ]);
  });

  test('that state nothing stand as they are', () => {
    const restored = body(({ words }) => `<p>${words('bureau & co')}</p>`);
    expect(inner(restored)).toBe('<p>bureau &amp; co</p>');
    expect(restored.occurrences).toEqual([]);
  });

  test('are hyphenated, unless they are whole', () => {
    const { marks, words } = desk();
    const whole = marks.keep({ kind: 'inline', text: 'slachtoffers', place, whole: true });
    const { html } = restore(`<body>${words('slachtoffers')} ${whole}</body>`, marks);
    expect(html).toBe('<body>slacht\u00ADof\u00ADfers slachtoffers</body>');
  });

  test('are no markup', () => {
    expect(inner(body(({ number }) => `<p>${number('<5 & "x"')}</p>`))).toBe(
      '<p><span id="n1" data-n="computed">&lt;5 &amp; &quot;x&quot;</span></p>',
    );
  });

  test('are not read as another mark', () => {
    const { marks, words, number } = desk();
    const [first, second] = [number('12'), words('\uE0000\uE001')];
    expect(restore(`<body>${second}</body>`, marks).occurrences).toEqual([]);
    expect(restore(`<body>${first}</body>`, marks).occurrences).toHaveLength(1);
  });
});

describe('outside the running text a mark is bare words, and no occurrence', () => {
  test('in the title of the document and other elements of its head', () => {
    const { marks, number } = desk();
    const head = `<title>Verslag ${number('2023')}</title><meta content="${number('<5 "x"')}">`;
    const { html, occurrences } = restore(`<head>${head}</head><body></body>`, marks);
    expect(html).toBe('<head><title>Verslag 2023</title><meta content="&lt;5 &quot;x&quot;"></head><body></body>');
    expect(occurrences).toEqual([]);
  });

  test('in an attribute', () => {
    const restored = body(({ number }) => `<img alt="van ${number('"12"')}" src="a.png">`);
    expect(inner(restored)).toBe('<img alt="van &quot;12&quot;" src="a.png">');
    expect(restored.occurrences).toEqual([]);
  });

  test('in a style sheet, where quotes and slashes mean something', () => {
    const restored = body(({ number }) => `<style>@page { content: "${number('12 "a" \\ </style>')}"; }</style>`);
    expect(inner(restored)).toBe('<style>@page { content: "12 \\"a\\" \\\\ \\3c /style>"; }</style>');
    expect(restored.occurrences).toEqual([]);
  });

  test('in a comment', () => {
    expect(inner(body(({ number }) => `<!-- ${number('12')} --><p></p>`))).toBe('<!-- 12 --><p></p>');
  });
});

describe('a running head', () => {
  test('prints its numbers in the margins of pages: listed once, as numbers of the layout without an element', () => {
    const { marks, number } = desk();
    const [twelve, seven] = [number('12'), number('7')];
    const style = `<style>@page { content: "${twelve} \\"${seven}" } @page a { content: "${twelve}" }</style>`;
    const { html, occurrences } = restore(`<head>${style}</head><body>${number('12')}</body>`, marks);
    expect(html).toContain('<head><style>@page { content: "12 \\"7" } @page a { content: "12" }</style></head>');
    expect(occurrences.map(({ id, statement, section }) => [id, statement.text, statement.basis, section])).toEqual([
      ['', '12', 'lopende kop of voet', []],
      ['', '7', 'lopende kop of voet', []],
      [expect.stringMatching(/^n\d+$/), '12', undefined, []],
    ]);
    expect(occurrences[0]?.statement.ground).toBe('structural');
  });

  test('whose words state nothing is not listed', () => {
    const { marks, words } = desk();
    expect(restore(`<head><style>${words('kamer 5')}</style></head><body></body>`, marks).occurrences).toEqual([]);
  });
});

describe('blocks', () => {
  test('are put in with the marks in them, also in blocks within blocks', () => {
    const restored = body(({ number, block }) => {
      const within = block(`<figure id="figuur-a">${number('12')}</figure>`);
      return block(`<aside>${within}${number('7')}</aside>`);
    });
    expect(inner(restored)).toBe(
      '<aside><figure id="figuur-a"><span id="n1" data-n="computed">12</span></figure><span id="n2" data-n="computed">7</span></aside>',
    );
    expect(restored.occurrences.map(({ figure }) => figure)).toEqual(['figuur-a', undefined]);
  });
});

describe('the section of an occurrence', () => {
  test('is every heading above it, from the outermost', () => {
    const restored = body(
      ({ number }) =>
        `<h1>Verslag</h1><h2>Deel</h2><h4>Klein</h4><p>${number('1')}</p><h3>Nieuw</h3><p>${number('2')}</p><h2>Slot</h2><p>${number('3')}</p>`,
    );
    expect(restored.occurrences.map(one => one.section)).toEqual([
      ['Verslag', 'Deel', 'Klein'],
      ['Verslag', 'Deel', 'Nieuw'],
      ['Verslag', 'Slot'],
    ]);
  });

  test('of a number in a heading is the whole heading, with its numbers and without its markup', () => {
    const restored = body(({ number }) => `<h2>Van ${number('10')} naar <em>${number('12')}</em> &amp; meer</h2>`);
    const section = ['Van 10 naar 12 & meer'];
    expect(restored.occurrences.map(one => one.section)).toEqual([section, section]);
  });
});

describe('links', () => {
  test('a number in a link is listed, but is itself no place to point at', () => {
    const restored = body(({ number }) => `<a href="#b">Vorm ${number('12')}</a> ${number('7')}`);
    expect(inner(restored)).toBe(
      '<a href="#b">Vorm <span id="n1" data-n="link">12</span></a> <span id="n2" data-n="computed">7</span>',
    );
    expect(restored.occurrences[0]).toMatchObject({ id: 'n1', statement: { ground: 'computed' } });
  });
});

describe('lists', () => {
  test('the numbers of a numbered list are structural, each at its own item', () => {
    const { occurrences } = body(
      ({ number }) =>
        `<ol><li id="a">${number('12')}</li><li>x<ul><li>y</li></ul></li><li>z</li></ol><ol><li>w</li></ol>`,
    );
    expect(occurrences.map(({ id, statement }) => [id, statement.ground, statement.text])).toEqual([
      ['a', 'structural', '1.'],
      ['n2', 'computed', '12'],
      ['', 'structural', '2.'],
      ['', 'structural', '3.'],
      ['', 'structural', '1.'],
    ]);
    expect(occurrences[0]?.statement.basis).toBe('nummer in een lijst');
  });

  test('a list with marks has none', () => {
    expect(body(() => '<ul><li>x</li></ul>').occurrences).toEqual([]);
  });
});

describe('drawings', () => {
  const drawing =
    '<svg role="img"><text>18; 34%</text><g data-scale="y"><g><text>40</text></g></g><text>Man</text></svg>';

  test('their texts with a digit are listed with their figure, those of the scale apart', () => {
    const { drawn, occurrences, strays } = body(
      () => `<h1>Kop</h1><figure id="figuur-a">${drawing}<p>Bron</p></figure>`,
    );
    expect(drawn).toEqual([
      { text: '18; 34%', figure: 'figuur-a', isScale: false, section: ['Kop'] },
      { text: '40', figure: 'figuur-a', isScale: true, section: ['Kop'] },
    ]);
    expect([occurrences, strays]).toEqual([[], []]);
  });

  test('behind a scale the numbers are of the drawing again', () => {
    const scaled = '<svg><g data-scale><text>1</text></g><g><text>2</text></g></svg>';
    expect(body(() => scaled).drawn.map(one => one.isScale)).toEqual([true, false]);
  });

  test('a mark in a drawing is bare words', () => {
    const restored = body(({ number }) => `<svg><text>${number('12')}</text></svg><p>${number('7')}</p>`);
    expect(inner(restored)).toBe('<svg><text>12</text></svg><p><span id="n1" data-n="computed">7</span></p>');
    expect(restored.drawn).toMatchObject([{ text: '12' }]);
  });
});

describe('strays', () => {
  test('are the digits that no mark gave', () => {
    const { strays } = body(({ number }) => `<p>Bel 0800-1234, ${number('12')} x9 ${number('7')}5 &gt; 3&nbsp;4</p>`);
    expect(strays).toEqual(['0800', '1234', '9', '5', '3', '4']);
  });

  test('are not in tags, style, comments, page numbers or words that state nothing', () => {
    const html = '<p id="a1" class="b2">x</p><style>p { margin: 3mm }</style><!-- 4 --><span id="pagina-a">0</span>';
    expect(body(({ words }) => `${html}${words('kamer 5')}`).strays).toEqual([]);
    expect(body(() => '<span id="pagina-a">0</span><span>6</span>').strays).toEqual(['6']);
  });

  test('are not in the head', () => {
    expect(restore('<title>2023</title><body></body>', createMarks()).strays).toEqual([]);
  });
});
