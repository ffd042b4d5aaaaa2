import { expect, test } from 'vitest';
import { blockInserts, createMarks, isBlockInsert, plainly, unbroken, withoutMarks } from '../../src/claims/marks.ts';

const place = { file: 'a.md', line: 1, column: 1 };

test('marks come back as what they stand for, in any order', () => {
  const marks = createMarks();
  const first = marks.keep({ kind: 'inline', text: '1', place });
  const second = marks.keep({ kind: 'block', html: '<figure>', place: { ...place, line: 2 } });
  expect(plainly(`${second}a ${first} ${first}`, marks)).toBe('a 1 1');
  expect(marks.at(1)).toMatchObject({ html: '<figure>', place: { line: 2 } });
});

test('a mark in an insert is not replaced once more', () => {
  const marks = createMarks();
  const first = marks.keep({ kind: 'inline', text: '\uE0000\uE001', place });
  expect(plainly(first, marks)).toBe('\uE0000\uE001');
});

test('words of a heading keep their value and are never broken', () => {
  const marks = createMarks();
  const first = marks.keep({ kind: 'inline', text: 'mensenhandel', place });
  const whole = unbroken(`Over ${first}`, marks);
  expect(whole).not.toContain(first);
  expect(plainly(whole, marks)).toBe('Over mensenhandel');
  expect(marks.at(1)).toMatchObject({ whole: true });
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

test('in plain words a block leaves nothing, and a mark of nothing neither', () => {
  const marks = createMarks();
  const block = marks.keep({ kind: 'block', html: '<figure>', place });
  expect(plainly(`a${block}b`, marks)).toBe('ab');
  expect(plainly('a\uE0007\uE001b', marks)).toBe('ab');
  expect(marks.at(7)).toBeUndefined();
});

test('words of a heading keep what they state, and a block in it stays the same mark', () => {
  const marks = createMarks();
  const statement = { form: 'number', ground: 'computed', text: '12', place, verdict: 'holds' } as const;
  const number = marks.keep({ kind: 'inline', text: '12', place, statement });
  const block = marks.keep({ kind: 'block', html: '<figure>', place });
  unbroken(`${number}${block}`, marks);
  expect(marks.at(2)).toEqual({ kind: 'inline', text: '12', place, statement, whole: true });
  expect(marks.at(3)).toEqual({ kind: 'block', html: '<figure>', place });
});

test('a replacement is told the number of its mark', () => {
  const marks = createMarks();
  const all = ['a', 'b', 'c'].map(text => marks.keep({ kind: 'inline', text, place }));
  expect(marks.replace(all.toReversed().join(' '), (_, index) => String(index))).toBe('2 1 0');
});
