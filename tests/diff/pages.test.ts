// Pages compared: matched by what stands on them, and what differs on them outlined.

import { expect, test } from 'vitest';
import type { Outline, PagesComparison, TextChange } from '../../src/diff/comparison.ts';
import { comparePages, type PagesOptions, type PrintedFile } from '../../src/diff/pages.ts';
import type { PlacedBox } from '../../src/passages/passage.ts';
import { rasterOf } from '../../src/raster/raster.ts';
import { project } from '../publications/editions.ts';
import { chart, column, folio, paints, says, typeset } from './typeset.ts';

const raster = rasterOf(project);

/** For files of which no page may be drawn. */
const undrawn: PagesOptions['raster'] = () => Promise.reject(new Error('Nothing had to be drawn.'));

function compare(old: PrintedFile, own: PrintedFile, more: Partial<PagesOptions> = {}): Promise<PagesComparison> {
  return comparePages({ old, new: own, changes: [], raster, ...more });
}

/** A line for each pair: the pages, what became of them, and what is outlined on each. */
function told({ pairs }: PagesComparison): string[] {
  const list = (outlines: readonly Outline[]): string => outlines.map(tell).join(', ');
  return pairs.map(({ old, new: own, kind, outlines }) => {
    const marks =
      outlines.old.length + outlines.new.length > 0 ? `: ${list(outlines.old)} | ${list(outlines.new)}` : '';
    return `${old ?? '-'} ${own ?? '-'} ${kind}${marks}`;
  });
}

function tell({ what, change, left, bottom, right, top }: Outline): string {
  const place = [left, bottom, right, top].map(one => Math.round(one)).join(' ');
  return `${what}${change === undefined ? '' : ` ${change}`} [${place}]`;
}

function change(more: Partial<TextChange> = {}): TextChange {
  return { id: 't1', kind: 'changed', what: 'paragraph', cause: 'text', pieces: [], cells: [], ...more };
}

function boxesOf({ text }: PrintedFile, ...words: readonly string[]): PlacedBox[] {
  const all = text.passages.flatMap(passage => passage.words).filter(word => words.includes(word.text));
  return all.flatMap(({ boxes }) => boxes);
}

const texts = [
  ['In dit jaar zijn er meer', 'appels geplukt dan ooit', 'in deze boomgaard.'],
  ['De peren bleven daar', 'ver bij achter, want het', 'was te droog voor peren.'],
  ['Over kersen zwijgt het', 'jaarverslag, zoals men', 'van ouds gewend is.'],
] as const;
const page = (text: readonly string[], number: number) => [...column(text), folio(number)];
const three = typeset(texts.map((text, index) => page(text, index + 1)));

test('the same file twice: every page is the same, and none is drawn', async () => {
  const { old, new: own, pairs } = await compare(three, three, { raster: undrawn });
  expect([old, own, pairs.every(({ images }) => images === undefined)]).toEqual([3, 3, true]);
  expect(told({ old, new: own, pairs })).toEqual(['1 1 same', '2 2 same', '3 3 same']);
});

test('an inserted page is one page more, and shifts nothing; a removed one stands behind the page that it followed', async () => {
  const inserted = ['Dit is een bladzijde die', 'er nog niet was.'];
  const four = typeset([texts[0], inserted, texts[1], texts[2]].map((text, index) => page(text, index + 1)));
  const added = await compare(three, four);
  expect(told(added)).toEqual(['1 1 same', '- 2 added', '2 3 same', '3 4 same']);
  expect(Object.keys(added.pairs[1]?.images ?? {})).toEqual(['new']);
  expect(told(await compare(four, three))).toEqual(['1 1 same', '2 - removed', '3 2 same', '4 3 same']);
});

test('a page that stands elsewhere is the same page', async () => {
  const turned = typeset([texts[2], texts[0], texts[1]].map((text, index) => page(text, index + 1)));
  expect(told(await compare(three, turned))).toEqual(['3 1 same', '1 2 same', '2 3 same']);
});

test('text that flows over to the next page keeps pages matched, and what stands around it goes along', async () => {
  const rule = (y: number) => paints('0.6 0.6 0.6', [40, y, 300, 0.5]);
  const before = typeset([
    [...column([...texts[0], ...texts[1]]), rule(350.3), rule(300)],
    [...column(texts[2]), rule(402)],
  ]);
  const after = typeset([
    [...column([...texts[0], ...texts[1]].slice(0, 5), 410.4), rule(300)],
    [...column([...texts[1].slice(2), ...texts[2]]), rule(430.3), rule(386)],
  ]);
  expect(told(await compare(before, after))).toEqual(['1 1 moved', '2 2 moved']);
});

test('changed words are outlined line by line, numbers that follow from others are not', async () => {
  const after = typeset([page(['In dit jaar zijn er zeer', 'veel appels gegeten dan', 'in deze boomgaard.'], 1)]);
  const before = typeset([page(texts[0], 1)]);
  const place = (file: PrintedFile, ...words: string[]) => ({ page: 1, section: [], boxes: boxesOf(file, ...words) });
  const rewritten = change({
    old: place(before, 'meer', 'geplukt', 'dan', 'ooit'),
    new: place(after, 'zeer', 'veel', 'gegeten'),
  });
  expect(told(await compare(before, after, { changes: [rewritten] }))).toEqual([
    '1 1 changed: text t1 [150 437 174 449], text t1 [78 421 169 433] | ' +
      'text t1 [150 437 174 449], text t1 [39 421 63 433], text t1 [106 421 147 433]',
  ]);
  const renumbered = change({ cause: 'numbering', old: place(before, 'meer'), new: place(after, 'zeer') });
  expect(told(await compare(before, after, { changes: [renumbered] }))).toEqual(['1 1 moved']);
});

test('a drawing in another colour is outlined where it differs, one that only moved is not', async () => {
  const before = typeset([[...column(texts[0]), chart('Twee kolommen', [60, 200])]]);
  const recoloured = typeset([[...column(texts[0]), chart('Twee kolommen', [60, 200], '0.6 0.2 0.1')]]);
  expect(told(await compare(before, recoloured))).toEqual([
    '1 1 changed: drawing [118 198 152 257] | drawing [118 198 152 257]',
  ]);
  const moved = typeset([[...column(texts[0]), chart('Twee kolommen', [60.4, 120.7])]]);
  expect(told(await compare(before, moved))).toEqual(['1 1 moved']);
  const overleaf = typeset([column(texts[0]), [...column(texts[1]), chart('Twee kolommen', [80, 120], '0.6 0.2 0.1')]]);
  const two = typeset([[...column(texts[0]), chart('Twee kolommen', [60, 200])], column(texts[1])]);
  expect(told(await compare(two, overleaf))).toEqual([
    '1 1 changed: drawing [118 198 152 257] | ',
    '2 2 changed:  | drawing [138 118 172 177]',
  ]);
});

test('a drawing that says otherwise has the id of that change; one that was not there is outlined as a whole', async () => {
  const before = typeset([[...column(texts[0]), chart('Vijf appels', [60, 200])]]);
  const after = typeset([[...column(texts[0]), chart('Zes appels', [60, 200]), chart('Peren', [200, 200])]]);
  const place = (file: PrintedFile, word: string) => ({ page: 1, section: [], boxes: boxesOf(file, word).slice(0, 1) });
  const changes = [change({ what: 'drawing', cause: 'figures', old: place(before, 'Vijf'), new: place(after, 'Zes') })];
  expect(told(await compare(before, after, { changes }))).toEqual([
    '1 1 changed: drawing t1 [60 200 160 260] | drawing t1 [60 200 160 260], drawing [200 200 300 260]',
  ]);
});

test('the same words in another weight, size or colour are a change of the look', async () => {
  const before = typeset([column(texts[0])]);
  const styled = (style: Parameters<typeof says>[2]) =>
    typeset([[...column(texts[0].slice(0, 2)), says(texts[0][2], [40, 408], style)]]);
  const looks = 'look [39 405 141 417] | look [39 405 141 417]';
  expect(told(await compare(before, styled({ face: 'B' })))).toEqual([`1 1 changed: ${looks}`]);
  expect(told(await compare(before, styled({ colour: '0.75 0.3 0.15' })))).toEqual([`1 1 changed: ${looks}`]);
  expect(told(await compare(before, styled({ size: 12 })))).toEqual([
    '1 1 changed: look [39 405 141 417] | look [39 404 161 418]',
  ]);
});

test('words that only moved by a part of a pixel, or to another line, look the same', async () => {
  const before = typeset([column(texts[0])]);
  const shifted = typeset([
    [
      says('In dit jaar zijn er', [40.3, 440.4]),
      says('meer appels geplukt dan ooit', [40.3, 424.1]),
      says('in deze boomgaard.', [40.2, 407.7]),
    ],
  ]);
  expect(told(await compare(before, shifted))).toEqual(['1 1 moved']);
});

test('rules, boxes and backgrounds that differ are a change of the look', async () => {
  const tint = (colour: string) => paints(colour, [0, 250, 400, 250]);
  const rule = paints('0.4 0.4 0.4', [40, 300, 200, 0.75]);
  const before = typeset([[tint('0.95 0.93 0.9'), ...column(texts[0]), rule]]);
  expect(told(await compare(before, typeset([[tint('0.95 0.93 0.9'), ...column(texts[0])]])))).toEqual([
    '1 1 changed: look [38 298 242 303] | look [38 298 242 303]',
  ]);
  expect(told(await compare(before, typeset([[tint('0.8 0.9 0.85'), ...column(texts[0]), rule]])))).toEqual([
    '1 1 changed: look [0 249 400 500] | look [0 248 400 500]',
  ]);
});

test('furniture is never a difference, whichever file has it, nor is the number of a note', async () => {
  const note = says('3', [162, 444], { size: 6 });
  const before = typeset([[...column(texts[0]), folio(1)]]);
  const after = typeset([[...column(texts[0]), folio(12), folio(88, [370, 300]), { content: note.content }]]);
  expect(told(await compare(before, after))).toEqual(['1 1 same']);
});

test('pages that are turned and cropped are outlined as they are shown', async () => {
  const turned = {
    entries: '/Rotate 90/CropBox[20 100 380 480]',
    box: { left: 20, bottom: 100, right: 380, top: 480 },
  };
  const before = typeset([{ items: column(texts[0]), ...turned }]);
  const after = typeset([{ items: column(['In dit jaar zijn er geen', ...texts[0].slice(1)]), ...turned }]);
  const place = (file: PrintedFile, word: string) => ({ page: 1, section: [], boxes: boxesOf(file, word) });
  const changes = [change({ old: place(before, 'meer'), new: place(after, 'geen') })];
  const made = await compare(before, after, { changes });
  expect(told(made)).toEqual(['1 1 changed: text t1 [337 206 349 230] | text t1 [337 206 349 230]']);
  const picture = made.pairs[0]?.images?.new;
  expect(picture?.box).toEqual({ left: 0, bottom: 0, right: 380, top: 360 });
  expect([picture?.width, picture?.height]).toEqual([528, 500]);
});

test('pages without words are matched by how they look', async () => {
  const scan = (x: number, y: number, more: readonly ReturnType<typeof paints>[] = []) => [
    paints('0.2 0.2 0.2', [x, y, 120, 90]),
    paints('0.5 0.5 0.5', [400 - x, 500 - y, 60, 40]),
    ...more,
  ];
  const spot = paints('0 0 0', [200, 450, 12, 12]);
  const before = typeset([scan(50, 60), scan(200, 300)]);
  const after = typeset([scan(50, 60), scan(120, 200), scan(200, 300, [spot])]);
  expect(told(await compare(before, after))).toEqual([
    '1 1 same',
    '- 2 added',
    '2 3 changed: look [198 448 214 464] | look [198 448 214 464]',
  ]);
});

test('pages of another size differ as a whole', async () => {
  const wide = typeset([
    { items: column(texts[0]), entries: '/CropBox[0 0 400 460]', box: { left: 0, bottom: 0, right: 400, top: 460 } },
  ]);
  expect(told(await compare(typeset([column(texts[0])]), wide))).toEqual([
    '1 1 changed: look [0 0 400 500] | look [0 0 400 460]',
  ]);
});

test('a publication that was not there has pages added only, and progress is told', async () => {
  const done: string[] = [];
  const onPage = (now: number, total: number): void => void done.push(`${now}/${total}`);
  const made = await comparePages({ old: undefined, new: three, changes: [], raster, onPage });
  expect([made.old, made.new, ...told(made)]).toEqual([0, 3, '- 1 added', '- 2 added', '- 3 added']);
  expect(made.pairs.every(({ images }) => images?.new && !images.old)).toBe(true);
  expect(done).toEqual(['1/3', '2/3', '3/3']);
});

test('a page that cannot be drawn ends the comparison with what is wrong', async () => {
  const broken: PagesOptions['raster'] = bytes => raster(bytes.subarray(0, 30));
  const after = typeset([column(['Een heel andere tekst'])]);
  await expect(compare(three, after, { raster: broken })).rejects.toThrow('This PDF cannot be drawn');
});
