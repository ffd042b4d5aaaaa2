// A table of the year after, as a person would have typed it: series, panels, rows of years, odd layouts.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyOf, cellsIn, head, renewed, tableOf } from './fixture.ts';

/** A table as it stands, and what it is a year later. */
function becomes(before: string, after: string): void {
  const made = renewed(head + before);
  expect(bodyOf(made)).toBe(after);
  tableOf(made.text);
}

test('a series loses its oldest year and gets an open newest one; alignment and comments stay', () => {
  becomes(
    `# From the register.
columns: [2019, 2020, 2021, 2022, 2023]
rows:
  Appels:   [331, 154, 95, 106, 120] # all of them
  # Pears were counted anew in 2021.
  'Peren: rijp': [  6,  <5,  0,   0,  <5]
`,
    `# From the register.
columns: [2020, 2021, 2022, 2023, 2024]
rows:
  Appels:   [154, 95, 106, 120, ?] # all of them
  # Pears were counted anew in 2021.
  'Peren: rijp': [ <5,  0,   0,  <5, ?]
`,
  );
});

test('two years become the next two', () => {
  becomes('columns: [2022,2023]\nrows: { Appels: [1,2] }\n', 'columns: [2023,2024]\nrows: { Appels: [2,?] }\n');
});

test('a single year has no cells that stay', () => {
  becomes('columns: [2023]\nrows:\n  Appels: [ 72]\n', 'columns: [2024]\nrows:\n  Appels: [?]\n');
});

test('of a series with gaps the oldest year goes too', () => {
  becomes(
    'columns: [2010, 2015, 2022, 2023]\nrows:\n  Appels: [1, 2, 3, 4]\n',
    'columns: [2015, 2022, 2023, 2024]\nrows:\n  Appels: [2, 3, 4, ?]\n',
  );
});

test('a series that lags a year behind, and one that runs back, move on as well', () => {
  becomes(
    'columns: [2020, 2021, 2022]\nrows:\n  Appels: [1, 2, 3]\n',
    'columns: [2021, 2022, 2023]\nrows:\n  Appels: [2, 3, ?]\n',
  );
  becomes(
    'columns: [2023, 2022, 2021]\nrows:\n  Appels: [3, 2, 1]\n',
    'columns: [2024, 2023, 2022]\nrows:\n  Appels: [?, 3, 2]\n',
  );
});

test('a series that ended long ago stays, like all that has no year', () => {
  for (const yaml of [
    'columns: [1990, 2000]\nrows:\n  Appels: [1, 2]\n',
    'columns: [Aantal]\nrows:\n  Appels: [1]\n',
  ]) {
    const { text, open, toConfirm } = renewed(head + yaml);
    expect({ text, open }).toEqual({ text: head + yaml, open: 0 });
    expect(toConfirm).toEqual([{ line: 1, what: 'names no year that moves: it is the same as in 2023' }]);
  }
});

test('quoted years, block lists, spaces within brackets and lists over several lines are kept as they were typed', () => {
  becomes(
    `columns: ["2022", '2023']\nrows:\n  Appels: [ 1, 2 ]\n`,
    `columns: ['2023', '2024']\nrows:\n  Appels: [ 2, ? ]\n`,
  );
  becomes(
    `columns:
  - 2021
  - 2022 # corona
  - 2023
rows:
  Appels:
    - 1
    - 2 # counted twice
    - 3
`,
    `columns:
  - 2022 # corona
  - 2023
  - 2024
rows:
  Appels:
    - 2 # counted twice
    - 3
    - ?
`,
  );
  becomes(
    'columns: [2021, 2022,\n  2023]\nrows:\n  Appels: [1, 2,\n    3]\n',
    'columns: [2022, 2023,\n  2024]\nrows:\n  Appels: [2, 3,\n    ?]\n',
  );
});

test('rows of years: the oldest row goes with the comment on it, the newest comes below, a total is open', () => {
  becomes(
    `columns: [Appels, Peren]
rows:
  # 2021: before the new trees.
  2021: [219,  46]
  # Since then another way of counting.
  2022: [216,  59]
  '2023': [203, 143]
  Nieuw sinds 2021: [7, 8]
  Totaal: [638, 248]
`,
    `columns: [Appels, Peren]
rows:
  # Since then another way of counting.
  2022: [216,  59]
  '2023': [203, 143]
  '2024': [  ?,   ?]
  Nieuw sinds 2022: [?, ?]
  Totaal: [  ?,   ?]
`,
  );
});

test('rows of years that run back get the newest on top; in a list of one line they change places', () => {
  becomes(
    'columns: [Appels]\nrows:\n  2023: [3]\n  2022: [2]\n',
    'columns: [Appels]\nrows:\n  2024: [?]\n  2023: [3]\n',
  );
  becomes('columns: [Appels]\nrows: { 2022: [2], 2023: [3] }\n', 'columns: [Appels]\nrows: { 2023: [3], 2024: [?] }\n');
});

test('years in columns and in rows move both, and a cell stays when both stay', () => {
  becomes(
    'columns: [2022, 2023]\nrows:\n  2022: [1, 2]\n  2023: [3, 4]\n',
    'columns: [2023, 2024]\nrows:\n  2023: [4, ?]\n  2024: [?, ?]\n',
  );
});

test('panels: the series moves, a panel of the reporting year or of pooled years is open, with its title moved on', () => {
  becomes(
    `panels:
  Per jaar:                      [2021, 2022, 2023]
  Per soort in 2023:             [Zoet, Zuur]
  "Per vorm, 2021-2023 samen":   [Rond]
rows:
  Appels: [ 1, 22, 333,  4, <5, 600]
`,
    `panels:
  Per jaar:                      [2022, 2023, 2024]
  Per soort in 2024:             [Zoet, Zuur]
  "Per vorm, 2022-2024 samen":   [Rond]
rows:
  Appels: [22, 333, ?, ?, ?, ?]
`,
  );
});

test('labels and measures that name the years move with them, and their cells are open', () => {
  becomes(
    `measures: { Gemiddelde 2019-2023: mean }
columns: [2023, Gemiddelde 2019-2023, Eerdere jaren]
rows:
  Appels: [174, 177.0, 12]
`,
    `measures: { Gemiddelde 2020-2024: mean }
columns: [2024, Gemiddelde 2020-2024, Eerdere jaren]
rows:
  Appels: [?, ?, ?]
`,
  );
});

test('a row whose label names the year is open, as wide as it was; the others keep their years', () => {
  becomes(
    'columns: [2022, 2023]\nrows:\n  Appels:         [100, 200]\n  Nieuw in 2023:  [  5,   6]\n',
    'columns: [2023, 2024]\nrows:\n  Appels:         [200, ?]\n  Nieuw in 2024:  [  ?, ?]\n',
  );
});

test('the title moves, the reference date is asked for, and a note or a source with a year is to be confirmed', () => {
  const before = `title: Geplukte kisten in 2023, sinds 2021
unit: kisten
source: Boomgaard, jaarverslag 2023
referenceDate: 2024-04-26
notes:
  - In 2023 zijn de peren anders geteld.
columns: [2021, 2022, 2023]
rows:
  Appels: [1, 2, 3]
`;
  const { text, toConfirm, open, isUndated } = renewed(before);
  expect(text).toBe(
    before
      .replace('in 2023, sinds 2021', 'in 2024, sinds 2022')
      .replace('2024-04-26', "'?'")
      .replace('[2021, 2022, 2023]', '[2022, 2023, 2024]')
      .replace('[1, 2, 3]', '[2, 3, ?]'),
  );
  expect({ open, isUndated }).toEqual({ open: 1, isUndated: true });
  expect(toConfirm).toEqual([
    { line: 3, what: 'the source names a year' },
    { line: 5, what: 'a note names a year' },
  ]);
  expect(tableOf(text).openDate).toMatchObject({ line: 4 });
});

test('a table without a year is open when it is held against another table of its year', () => {
  const yaml = `${head}columns: [Aantal]\nrows:\n  Appels: [1]\nrelations:\n  - sum: rows\n    within: { table: bomen, row: 2023, column: Aantal }\n    because: Er zijn ook peren.\n`;
  const bomen = `${head}columns: [Aantal]\nrows:\n  2022: [4]\n  2023: [5]\n`;
  const { text, open } = renewed(yaml, undefined, { 'data/2023/tables/bomen.yaml': bomen });
  expect(open).toBe(1);
  expect(text).toContain('Appels: [?]');
  expect(text).toContain('{ table: bomen, row: 2024, column: Aantal }');
});

test('two years on, two years are open', () => {
  const { text } = renewed(`${head}columns: [2021, 2022, 2023]\nrows:\n  Appels: [1, 2, 3]\n`, {
    from: 2023,
    to: 2025,
  });
  expect(text).toContain('columns: [2023, 2024, 2025]\nrows:\n  Appels: [3, ?, ?]');
});

/** A series of counts in a layout of chance. */
const anySeries = fc
  .record({
    years: fc.uniqueArray(fc.integer({ min: 2000, max: 2022 }), { maxLength: 7 }),
    rows: fc.uniqueArray(fc.constantFrom('Appels', 'Peren', 'Kersen: zoet', 'Noten'), { minLength: 1 }),
    cells: fc.array(fc.constantFrom('0', '7', '<5', '1234', '170-180', '10'), { minLength: 40, maxLength: 40 }),
    width: fc.integer({ min: 1, max: 8 }),
    isBlock: fc.boolean(),
    quote: fc.constantFrom('', "'", '"'),
  })
  .map(({ years, rows, cells, width, isBlock, quote }) => {
    const labels = [...years.toSorted((a, b) => a - b), 2023].map(String);
    const list = (items: readonly string[], indent: string): string =>
      isBlock
        ? `\n${items.map(item => `${indent}- ${item}\n`).join('')}`
        : ` [${items.map(item => item.padStart(width)).join(', ')}]\n`;
    const body = rows.map((row, index) => {
      const own = labels.map((_, at) => cells[(index * 9 + at) % cells.length] ?? '0');
      return `  # a comment on ${row}\n  "${row}":${list(own, '    ')}`;
    });
    return `${head}columns:${list(
      labels.map(label => quote + label + quote),
      '  ',
    )}rows:\n${body.join('')}`;
  });

test('without its newest year the later table is the former without its oldest', () => {
  fc.assert(
    fc.property(anySeries, yaml => {
      const [before, after] = [tableOf(yaml), tableOf(renewed(yaml).text)];
      expect(after.columns).toEqual([...before.columns.slice(1), '2024']);
      const kept = new Map([...cellsIn(after)].filter(([key]) => !key.endsWith('| 2024')));
      const former = new Map([...cellsIn(before)].filter(([key]) => !key.endsWith(`| ${before.columns[0]}`)));
      expect([...kept]).toEqual([...former]);
      const newest = [...cellsIn(after)].filter(([key]) => key.endsWith('| 2024'));
      expect(new Set(newest.map(([, cell]) => cell))).toEqual(new Set(['?']));
    }),
    { numRuns: 200, seed: 2024 },
  );
});
