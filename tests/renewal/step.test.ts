// Years in titles, labels and texts: which move a step on, and which are facts that stay.

import { expect, test } from 'vitest';
import { advance } from '../../src/renewal/step.ts';

const step = { from: 2023, to: 2024 };

test.each([
  ['Slachtoffers in 2023', 'Slachtoffers in 2024'],
  ['Per vorm, 2019-2023 samen', 'Per vorm, 2020-2024 samen'],
  ['2019 – 2023', '2020 – 2024'],
  ['van 2019 tot en met 2023', 'van 2020 tot en met 2024'],
  ['in 2022 en 2023', 'in 2023 en 2024'],
  ['sinds 2019', 'sinds 2020'],
  ['Vanaf 2019 geteld', 'Vanaf 2020 geteld'],
])('%s moves', (before, after) => {
  expect(advance(before, step, { last: [2023], first: 2019 })).toBe(after);
});

test.each([
  ['Veiligheidsagenda 2023-2026'],
  ['stand van 26 april 2023'],
  ['stand van 2023-04-26'],
  ['Kamerstukken 2023/24'],
  ['de nieuwe telling in 2021'],
  ['in 2019'],
  ['zaak 120234'],
  ['2014-2018'],
])('%s stays', text => {
  expect(advance(text, step, { last: [2023], first: 2019 })).toBe(text);
});
