import { expect, test } from 'vitest';
import { checkLeftovers } from '../../src/rules/leftovers.ts';

const place = { file: 'data/2023/verslag/publication.yaml', line: 1, column: 1 };
const messages = (body: string): string[] =>
  checkLeftovers(`<html><body><style>{{</style>${body}</body></html>`, place).map(({ message }) => message);

test.each(['[object Object]', 'undefined', 'NaN', '{{value', '{ getal', '}'])('%s is not printed', leftover => {
  expect(messages(`<p>Er zijn ${leftover} slachtoffers.</p>`)).toHaveLength(1);
});

test('the message gives the words before it', () => {
  expect(messages('<p>In 2023 zijn [object Object] slachtoffers gemeld.</p>')).toEqual([
    'The document would print something that is no text: "…In 2023 zijn [object Object]".',
  ]);
});

test('plain text is left alone', () => {
  expect(messages('<p>Een object, een naan en een onbepaald getal.</p>')).toEqual([]);
});
