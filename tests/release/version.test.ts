import { expect, test } from 'vitest';
import { versionsOf } from '../../src/release/version.ts';

const tag = (name: string, commit: string) => ({ name, commit });

test('the first release of a year is to be .1', () => {
  expect(versionsOf(2023, 'a', [tag('v2022.4', 'b'), tag('v2023-concept2', 'b'), tag('v2023.0', 'b')])).toEqual({
    version: 'v2023.1',
    isTagged: false,
  });
});

test('without a tag here it is the next, and the last one came before it', () => {
  const tags = [tag('v2023.9', 'b'), tag('v2023.10', 'c'), tag('v2024.12', 'a')];
  const previous = { version: 'v2023.10', commit: 'c' };
  expect(versionsOf(2023, 'a', tags)).toEqual({ version: 'v2023.11', isTagged: false, previous });
});

test('a tag here is the version, whichever of the year it is', () => {
  const previous = { version: 'v2023.1', commit: 'b' };
  expect(versionsOf(2023, 'a', [tag('v2023.1', 'b'), tag('v2023.2', 'a')])).toEqual({
    ...{ version: 'v2023.2', isTagged: true, previous },
  });
});
