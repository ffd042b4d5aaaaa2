import { expect, test } from 'vitest';
import { finish } from '../../src/pdf/finish.ts';

const printed = `%PDF-1.4
<</Title (Jaar \\(node00000001\\))
/CreationDate (D:20261122011444+00'00')
/ModDate (D:20261122011445+00'00')>>
<</ID (node00000108) /A <</Headers [(node00000090)]>>>> <</Names [(node00000090) 1 0 R (node00000108) 2 0 R]>>`;

function finished(date: string): string {
  return Buffer.from(finish(Buffer.from(printed, 'latin1'), date)).toString('latin1');
}

test('the dates become that of publication, and nothing moves', () => {
  const text = finished('2024-10-18');
  expect(text).toContain("/CreationDate (D:20241018120000+00'00')");
  expect(text).toContain("/ModDate (D:20241018120000+00'00')");
  expect(text).toHaveLength(printed.length);
});

test('structure ids are counted from 1 in their own order, outside text only', () => {
  expect(finished('2024-10-18').split('\n').at(-1)).toBe(
    '<</ID (node00000002) /A <</Headers [(node00000001)]>>>> <</Names [(node00000001) 1 0 R (node00000002) 2 0 R]>>',
  );
  expect(finished('2024-10-18')).toContain('(Jaar \\(node00000001\\))');
});

test('the bytes given stay as they are, and finishing twice changes nothing', () => {
  const bytes = Buffer.from(printed, 'latin1');
  const once = finish(bytes, '2024-10-18');
  expect(bytes.toString('latin1')).toBe(printed);
  expect(finish(once, '2024-10-18')).toEqual(once);
});

test('a date that is no ISO date is refused', () => {
  expect(() => finished('18-10-2024')).toThrow('ISO');
});
