import { expect, test } from 'vitest';
import type { Edition, Figure, Publication } from '../../src/edition/edition.ts';
import { checkNotes } from '../../src/rules/notes.ts';
import { editionOf, type TypedTables, underlined } from './tables.ts';

const because = 'Een slachtoffer kan bij meer dan één vorm meetellen.';
const totals = 'columns: [2024]\nrows:\n  Slachtoffers: [<5]\n';

function forms(cells: readonly [string, string], more = ''): string {
  return `columns: [2024]\nrows:\n  Arbeid: [${cells[0]}]\n  Seks: [${cells[1]}]\n${more}relations:\n  - sum: rows\n    exceeds: { table: totaal, rows: all }\n    because: ${because}\n`;
}

/** The edition with a publication that shows these tables as figures. */
function shown(tables: TypedTables, figures: readonly string[] = Object.keys(tables)): Edition {
  const { edition } = editionOf(tables);
  const entries = figures.map(id => [id, { id, table: edition.tables.get(id) } as Figure] as const);
  return { ...edition, publications: [{ figures: new Map(entries) } as unknown as Publication] };
}

test('a figure whose rows add up to more than their whole needs a note, and the reason is offered as one', () => {
  const [found, ...others] = checkNotes(shown({ vormen: forms(['3', '2']), totaal: totals }));
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    severity: 'error',
    rule: 'note-required',
    message:
      'In column "2024" the rows add up to 3 ("Arbeid") + 2 ("Seks") = 5, more than the whole in the table totaal, 1 to 4 ("Slachtoffers"), and no note under the table vormen tells readers why.',
    hints: [`Add under \`notes\`: - ${because}`],
  });
  expect(found && underlined(found)).toEqual([
    ...['vormen.yaml:6 | 3', 'vormen.yaml:7 | added to it | 2', 'totaal.yaml:6 | the whole | <5'],
    'vormen.yaml:9 | declared here | sum: rows',
  ]);
});

test.each([
  ['the table has a note', forms(['3', '2'], 'notes: [Let op.]\n'), ['vormen']],
  ['it need not be more', forms(['3', '<5']), ['vormen']],
  ['it is no figure', forms(['3', '2']), ['totaal']],
])('no note is needed when %s', (_, table, figures) => {
  expect(checkNotes(shown({ vormen: table, totaal: totals }, figures))).toEqual([]);
});

test('no note is needed when the sum is less', () => {
  const within = forms(['1', '0']).replace('exceeds', 'within');
  expect(checkNotes(shown({ vormen: within, totaal: totals }))).toEqual([]);
});

test('a sum that should be equal and is more is a mistake of another kind', () => {
  const equals = forms(['3', '2']).replace('exceeds', 'equals');
  expect(checkNotes(shown({ vormen: equals, totaal: totals }))).toEqual([]);
});

test('a table with several such sums is named once', () => {
  const twice = `${forms(['3', '2'])}  - sum: rows\n    exceeds: { value: 4 }\n    because: Zo.\n`;
  expect(checkNotes(shown({ vormen: twice, totaal: totals }))).toHaveLength(1);
});

test('a fixed number that is exceeded needs a note too', () => {
  const percentages =
    'measure: percentage\ncolumns: [2024]\nrows:\n  Arbeid: [60%]\n  Seks: [70%]\nrelations:\n  - sum: rows\n    exceeds: { value: 100 }\n    because: Meer antwoorden waren mogelijk.\n';
  expect(checkNotes(shown({ vormen: percentages })).map(({ message }) => message)).toEqual([
    'In column "2024" the rows add up to 59,5% to 60,5% ("Arbeid") + 69,5% to 70,5% ("Seks") = 129% to 131%, more than 100%, and no note under the table vormen tells readers why.',
  ]);
});

test('a whole that is not there is no reason for a note', () => {
  expect(checkNotes(shown({ vormen: forms(['3', '2']) }))).toEqual([]);
  const named = forms(['3', '2']).replace('rows: all', 'row: Slachtofers');
  expect(checkNotes(shown({ vormen: named, totaal: totals }))).toEqual([]);
});
