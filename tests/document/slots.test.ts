import { expect, test } from 'vitest';
import { type ContentsEntry, pageNumbers, slotOf } from '../../src/document/contents.ts';
import { fillSlots } from '../../src/document/slots.ts';

test('slots are filled by id, wherever the id stands in the tag', () => {
  const html = '<span id="a">00</span> <span class="x" id="b">00</span> <span>00</span>';
  expect(fillSlots(html, { a: '3', b: '12' })).toBe(
    '<span id="a">3</span> <span class="x" id="b">12</span> <span>00</span>',
  );
});

test('slots that are not named keep their text', () => {
  expect(fillSlots('<span id="a">00</span>', { b: '1' })).toBe('<span id="a">00</span>');
});

test('every heading that was found gets its page; one that was not is left out', () => {
  const entry = (id: string): ContentsEntry => ({ id, level: 1, html: id, slot: slotOf(id) });
  const pages = new Map([
    ['een', 3],
    ['twee', 14],
  ]);
  expect(pageNumbers([entry('een'), entry('twee'), entry('drie')], pages)).toEqual({
    'pagina-een': '3',
    'pagina-twee': '14',
  });
});
