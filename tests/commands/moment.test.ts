import { expect, test } from 'vitest';
import { readMoments } from '../../src/commands/moment.ts';
import { UsageError } from '../../src/commands/selection.ts';

test('files carry noon of their day of publication, or the moment that the environment names', () => {
  expect(readMoments({})('2024-10-17').toISOString()).toBe('2024-10-17T12:00:00.000Z');
  expect(readMoments({ SOURCE_DATE_EPOCH: '' })('2024-10-17').toISOString()).toBe('2024-10-17T12:00:00.000Z');
  expect(readMoments({ SOURCE_DATE_EPOCH: '1700000000' })('2024-10-17').toISOString()).toBe('2023-11-14T22:13:20.000Z');
});

test.for(['morgen', '-1', '1.5', '99999999999999', '999999999999'])('%s is no moment', epoch => {
  expect(() => readMoments({ SOURCE_DATE_EPOCH: epoch })).toThrow(UsageError);
});
