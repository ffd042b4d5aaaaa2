import { expect, test } from 'vitest';
import { blockInserts, createInserts, isBlockInsert, withoutMarks } from '../../src/document/inserts.ts';

const place = { file: 'a.md', line: 1, column: 1 };

test('marks come back as what they stand for, in any order', () => {
  const inserts = createInserts();
  const first = inserts.keep({ kind: 'inline', html: '<b>1</b>', place });
  const second = inserts.keep({ kind: 'block', html: '<figure>', place: { ...place, line: 2 } });
  expect(inserts.restore(`${second} ${first} ${first}`)).toBe('<figure> <b>1</b> <b>1</b>');
  expect(inserts.placeOf(1)).toMatchObject({ line: 2 });
});

test('a mark in an insert is not restored once more', () => {
  const inserts = createInserts();
  const first = inserts.keep({ kind: 'inline', html: '\uE0000\uE001', place });
  expect(inserts.restore(first)).toBe('\uE0000\uE001');
});

test('a text holds no marks of its own, neither as characters nor as entities', () => {
  expect(withoutMarks('a\uE0000\uE001b')).toBe('a0b');
  expect(withoutMarks('&#xE000;0&#XE001; &#57344;&#xF8FF; &#x41;&#8364;&nbsp;')).toBe('0  &#x41;&#8364;&nbsp;');
});

test('block inserts are told from inline ones', () => {
  expect(isBlockInsert('\uE0020\uE003\n\uE0021\uE003 ')).toBe(true);
  expect(isBlockInsert('\uE0000\uE001')).toBe(false);
  expect(isBlockInsert('a \uE0020\uE003')).toBe(false);
  expect(blockInserts('a \uE00212\uE003 \uE0000\uE001 \uE0023\uE003')).toEqual([12, 3]);
});
