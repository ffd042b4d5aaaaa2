// The order of blocks on pages: full pages, nothing lost, text and figures each in their own order.

import { expect, test } from 'vitest';
import { arrange, type Block } from '../../src/document/arrange.ts';

const text = (height: number): Block => ({ kind: 'text', height, marginTop: 0, marginBottom: 0 });
const heading = (height = 30): Block => ({ kind: 'heading', height, marginTop: 20, marginBottom: 10 });
const figure = (height: number): Block => ({ kind: 'float', height, marginTop: 10, marginBottom: 10 });
const aside = (height: number): Block => ({ kind: 'aside', height, marginTop: 0, marginBottom: 0 });

const page = 1000;

test('blocks that fit stay in their order', () => {
  expect(arrange({ start: 100, blocks: [heading(), text(200), figure(300), text(200)] }, page)).toEqual([0, 1, 2, 3]);
});

test('a figure that does not fit lets the text after it go first, until the page is full', () => {
  const blocks = [text(700), figure(500), text(100), text(100), text(300), text(100)];
  expect(arrange({ start: 0, blocks }, page)).toEqual([0, 2, 3, 4, 1, 5]);
});

test('a small gap at the foot of a page is not worth moving a figure', () => {
  expect(arrange({ start: 0, blocks: [text(970), figure(500), text(100)] }, page)).toEqual([0, 1, 2]);
});

test('figures keep their order, also when a later one would fit', () => {
  const blocks = [text(700), figure(500), text(50), figure(100), text(600)];
  const order = arrange({ start: 0, blocks }, page);
  expect(order.indexOf(1)).toBeLessThan(order.indexOf(3));
});

test('a heading takes the first lines of its text to the next page, and a waiting figure stands above it', () => {
  const blocks = [text(800), figure(400), text(100), heading(), text(300)];
  expect(arrange({ start: 0, blocks }, page)).toEqual([0, 2, 1, 3, 4]);
});

test('a figure stands below the margin note beside a short text', () => {
  const blocks = [text(600), aside(150), text(40), figure(280), text(200)];
  expect(arrange({ start: 0, blocks }, page)).toEqual([0, 1, 2, 4, 3]);
});

test('a page with notes holds less, and those of lines that go to the next page go along', () => {
  const noted = (height: number, notes: number): Block => ({ ...text(height), notes });
  expect(arrange({ start: 0, blocks: [noted(600, 0), figure(300), text(100)] }, page)).toEqual([0, 1, 2]);
  expect(arrange({ start: 0, blocks: [noted(600, 200), figure(300), text(100)] }, page)).toEqual([0, 2, 1]);
  expect(arrange({ start: 0, blocks: [text(900), noted(200, 200), figure(500), text(50)] }, page)).toEqual([
    0, 1, 2, 3,
  ]);
  expect(arrange({ start: 0, blocks: [text(900), noted(200, 200), figure(700), text(50)] }, page)).toEqual([
    0, 1, 3, 2,
  ]);
});

test('a figure without text after it stays last', () => {
  expect(arrange({ start: 0, blocks: [text(800), figure(400)] }, page)).toEqual([0, 1]);
});

test('a figure higher than a page is still set once', () => {
  expect(arrange({ start: 0, blocks: [text(100), figure(1500), text(100)] }, page).toSorted()).toEqual([0, 1, 2]);
});

test('whatever the blocks, all are set once, texts in order and figures in order', () => {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let run = 0; run < 300; run += 1) {
    const makers = [text, figure, text, aside, heading];
    const blocks = Array.from({ length: 1 + next(20) }, () => (makers[next(5)] ?? text)(20 + next(500)));
    const order = arrange({ start: next(200), blocks }, page);
    expect(order.toSorted((a, b) => a - b)).toEqual(blocks.map((_, index) => index));
    for (const isFloat of [true, false]) {
      const own = order.filter(index => (blocks[index]?.kind === 'float') === isFloat);
      expect(own).toEqual(own.toSorted((a, b) => a - b));
    }
  }
});
