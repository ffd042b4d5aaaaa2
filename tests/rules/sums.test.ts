import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Relation, Table } from '../../src/edition/edition.ts';
import { checkSums } from '../../src/rules/sums.ts';
import { tableOf } from '../charts/fixture.ts';
import { editionOf, type TypedTables, underlined } from './tables.ts';

const place = { file: 'data/2023/tables/proef.yaml', line: 1, column: 1 };

/** The messages about the sum of the rows A and B held against the row T, in one column. */
function messages(holds: Relation['holds'], [a, b, whole]: readonly [string, string, string]): string[] {
  const relation: Relation = {
    ...{ direction: 'rows', parts: ['A', 'B'], scope: ['2023'], holds, place },
    whole: { table: 'proef', rows: ['T'], columns: 'same' },
  };
  const table: Table = { ...tableOf(['2023'], { A: a, B: b, T: whole }), relations: [relation] };
  const edition = {
    reportingYear: 2023,
    status: 'final',
    tables: new Map([['proef', table]]),
    publications: [],
  } as const;
  return checkSums(edition).map(({ message }) => message);
}

test.each([
  ['equals', ['1', '2', '3'], true],
  ['equals', ['1', '2', '4'], false],
  ['equals', ['10', '<5', '14'], true],
  ['equals', ['10', '<5', '11'], true],
  ['equals', ['10', '<5', '15'], false],
  ['equals', ['10', '<5', '10'], false],
  ['equals', ['170-180', '20', '195'], true],
  ['equals', ['170-180', '20', '201'], false],
  ['equals', ['~150', '~20', '~180'], true],
  ['equals', ['~150', '~20', '~200'], false],
  ['equals', ['1', '.', '99'], true],
  ['equals', ['100', '.', '99'], false],
  ['equals', ['10', '2', '.'], true],
  ['within', ['100', '.', '99'], false],
  ['exceeds', ['1', '.', '99'], true],
  ['exceeds', ['5', '5', '8'], true],
  ['exceeds', ['5', '5', '10'], true],
  ['exceeds', ['5', '5', '11'], false],
  ['exceeds', ['5', '<5', '9'], true],
  ['within', ['5', '5', '12'], true],
  ['within', ['5', '5', '10'], true],
  ['within', ['5', '5', '9'], false],
  ['within', ['5', '<5', '6'], true],
  ['within', ['5', '<5', '5'], false],
] as const)('%s %o can hold: %s', (holds, cells, expected) => {
  expect(messages(holds, cells).length === 0).toBe(expected);
});

test.each([
  ['equals', ['1', '2', '4'], '1 ("A") + 2 ("B") = 3; that should equal the whole, 4 ("T").'],
  ['equals', ['10', '<5', '15'], '10 ("A") + 1 to 4 ("B") = 11 to 14; that should equal the whole, 15 ("T").'],
  ['equals', ['100', '.', '99'], '100 ("A") + missing ("B") = at least 100; that should equal the whole, 99 ("T").'],
  ['exceeds', ['5', '5', '11'], '5 ("A") + 5 ("B") = 10; that should be at least the whole, 11 ("T").'],
  ['within', ['5', '5', '9'], '5 ("A") + 5 ("B") = 10; that should be at most the whole, 9 ("T").'],
] as const)('%s %o is said with the whole arithmetic', (holds, cells, expected) => {
  expect(messages(holds, cells)).toEqual([`In column "2023" the rows add up to ${expected}`]);
});

function check(tables: TypedTables): Diagnostic[] {
  return checkSums(editionOf(tables).edition);
}

const forms = `columns: [2023, 2024]
rows:
  Seksueel: [162, 135]
  Arbeid:   [ <5, 299]
relations:
  - sum: rows
    equals: { table: leeftijd, rows: all }
`;

test('a sum against another table names the terms of both, and underlines them with the declaration', () => {
  const ages = 'columns: [2023, 2024]\nrows:\n  Onbekend: [90, 400]\n  40+: [75, 30]\n';
  const found = check({ vormen: forms, leeftijd: ages });
  expect(found.map(({ message }) => message)).toEqual([
    'In column "2024" the rows add up to 135 ("Seksueel") + 299 ("Arbeid") = 434; that should equal the whole in the table leeftijd, 400 ("Onbekend") + 30 ("40+") = 430.',
  ]);
  expect(found.flatMap(underlined)).toEqual([
    ...['vormen.yaml:6 | 135', 'vormen.yaml:7 | added to it | 299'],
    ...['leeftijd.yaml:6 | the whole | 400', 'leeftijd.yaml:7 | the whole | 30'],
    'vormen.yaml:9 | declared here | sum: rows',
  ]);
  expect(found[0]?.hints).toEqual([
    'Check the marked cells against the source.',
    'If the sum is not meant to be equal, declare `exceeds` or `within` with its reason under `because`.',
  ]);
});

const panels = `panels:
  Per jaar: [2023, 2024]
  Per regio in 2024: [Noord, Midden, Zuid]
rows:
  Man: [7, 8, 6, <5, 1]
`;

test('a sum of columns is one stretch of its row, and the whole is named by its column', () => {
  const relation =
    'relations:\n  - sum: columns\n    panel: Per regio in 2024\n    within: { column: 2023 }\n    because: Zo.\n';
  const [found, ...others] = check({ delen: panels + relation });
  expect(others).toEqual([]);
  expect(found?.message).toBe(
    'In row "Man" the columns add up to 6 ("Noord") + 1 to 4 ("Midden") + 1 ("Zuid") = 8 to 11; that should be at most the whole, 7 ("2023").',
  );
  expect(found && underlined(found)).toEqual([
    ...['delen.yaml:8 | 6, <5, 1', 'delen.yaml:8 | the whole | 7', 'delen.yaml:10 | declared here | sum: columns'],
  ]);
  expect(found?.hints).toEqual(['Check the marked cells against the source.']);
});

test('columns that do not follow each other are underlined one by one', () => {
  const relation = 'relations:\n  - sum: columns\n    of: [Noord, Zuid]\n    equals: { column: 2024 }\n';
  expect(
    check({ delen: panels + relation })
      .flatMap(underlined)
      .slice(0, 2),
  ).toEqual([...['delen.yaml:8 | 6', 'delen.yaml:8 | added to it | 1']]);
});

test('a single row that should be a cell of another table says so plainly', () => {
  const relation =
    'relations:\n  - sum: rows\n    of: [Arbeid]\n    for: [2024]\n    equals: { table: landen, row: Spanje, column: Arbeid }\n';
  const tables = {
    vormen: `columns: [2024]\nrows:\n  Arbeid: [50]\n${relation}`,
    landen: 'columns: [Totaal, Arbeid]\nrows:\n  Spanje: [51, 49]\n',
  };
  expect(check(tables).map(({ message }) => message)).toEqual([
    'In column "2024" the row "Arbeid" has 50; that should equal the whole in the table landen, 49 ("Spanje", "Arbeid").',
  ]);
});

test('a table or label that is not there is said with the nearest name; only shared labels may be left out', () => {
  const tables = {
    vormen: forms,
    leeftijden: 'columns: [2023, 2025]\nrows:\n  Onbekend: [163, 434]\n',
  };
  expect(check(tables)).toMatchObject([
    {
      rule: 'unknown-table',
      message: 'This sum is held against the table "leeftijd", which is not there.',
      hints: ['Did you mean "leeftijden"?'],
    },
  ]);
  expect(check({ ...tables, vormen: forms.replace('leeftijd,', 'leeftijden,') })).toMatchObject([
    {
      rule: 'unknown-column',
      message: 'This sum is held against the column "2024", which the table leeftijden does not have.',
      hints: ['Did you mean "2023"?', 'Name under `for` only columns that both tables have.'],
    },
  ]);
  const named = forms.replace('leeftijd, rows: all', 'leeftijden, row: Onbeken, column: 2023');
  expect(check({ ...tables, vormen: named })).toMatchObject([
    { rule: 'unknown-row', hints: ['Did you mean "Onbekend"?'] },
  ]);
});

test('a sum with a table that has mistakes of its own waits', () => {
  const { edition } = editionOf({ vormen: forms });
  expect(checkSums(edition, ['leeftijd'])).toEqual([]);
  expect(checkSums(edition)).toHaveLength(1);
});
