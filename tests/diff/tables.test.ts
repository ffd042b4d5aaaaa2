import { expect, test } from 'vitest';
import type { TableChange } from '../../src/diff/comparison.ts';
import { compareEditions } from '../../src/diff/tables.ts';
import { readEdition } from '../../src/edition/read.ts';
import { soundMachine } from '../project.ts';

const table = `title: Geplukte kisten
unit: kisten
source: Boomgaard De Proef
referenceDate: 2024-02-01
notes:
  - Gevallen fruit telt niet mee.
  - Zonder de peren van de buren.
columns: [2022, 2023]
rows:
  Appels: [1200, 1234]
  Peren:  [10, <5]
  Pruimen: [7, 0]
  Samen: [1217, .]
remarks:
  - { row: Samen, columns: [2023], missing: nog niet opgeteld }
relations:
  - sum: rows
    for: [2022]
    of: [Appels, Peren, Pruimen]
    equals: { row: Samen }
`;

function compare(before: string | undefined, after: string | undefined): TableChange[] {
  const edition = (text: string | undefined) => {
    const path = 'data/2023/tables/oogst.yaml';
    const { value, diagnostics } = readEdition(2023, soundMachine(text === undefined ? {} : { [path]: text }).files);
    expect(diagnostics.filter(({ place }) => place?.file === path)).toEqual([]);
    return value;
  };
  return compareEditions(edition(before), edition(after));
}

function changed(...edits: readonly (readonly [string, string])[]): TableChange | undefined {
  const text = edits.reduce((all, [from, to]) => {
    expect(all).toContain(from);
    return all.replace(from, to);
  }, table);
  const [only, ...others] = compare(table, text);
  expect(others).toEqual([]);
  return only;
}

function cellsOf(change: TableChange | undefined): string[] {
  return (change?.cells ?? []).map(({ row, column, old, new: now, difference }) => {
    const by = difference ? ` (${[difference.units, difference.percent].filter(Boolean).join(', ')})` : '';
    return `${row}, ${column}: ${old?.printed ?? 'geen'} → ${now?.printed ?? 'geen'}${by}`;
  });
}

function facetsOf(change: TableChange | undefined): string[] {
  return (change?.facets ?? []).map(({ name, old, new: now }) => `${name}: ${old ?? 'geen'} → ${now ?? 'geen'}`);
}

test('the same table has no changes', () => {
  expect(compare(table, table)).toEqual([]);
  expect(compare(table, `# een opmerking\n${table.replace('[1200, 1234]', '[1200,  1234]')}`)).toEqual([]);
});

test('a cell has its difference in units and per cent, exactly', () => {
  expect(cellsOf(changed(['1234', '1301']))).toEqual(['Appels, 2023: 1.234 → 1.301 (+67, +5,4%)']);
  expect(cellsOf(changed(['[7, 0]', '[8, 0]'], ['1217', '1218']))).toEqual([
    'Pruimen, 2022: 7 → 8 (+1, +14,3%)',
    'Samen, 2022: 1.217 → 1.218 (+1, +0,1%)',
  ]);
  expect(cellsOf(changed(['[7, 0]', '[7, 2]']))).toEqual(['Pruimen, 2023: 0 → 2 (+2)']);
});

test('between uncertain cells the difference is all that it may be', () => {
  expect(cellsOf(changed(['[10, <5]', '[10, 7]']))).toEqual(['Peren, 2023: <5 → 7 (+3 tot +6, +75,0% tot +600,0%)']);
  expect(cellsOf(changed(['[10, <5]', '[10, <10]']))).toEqual([
    'Peren, 2023: <5 → <10 (−3 tot +8, −75,0% tot +800,0%)',
  ]);
});

test('a value that is missing, suppressed or revised says so before and after', () => {
  const filled = changed(
    ['[1217, .]', '[1217, 1241]'],
    ['missing: nog niet opgeteld', 'provisional: de telling loopt nog'],
  );
  expect(filled?.cells[0]).toMatchObject({
    old: { printed: 'n.b.', disclosure: 'missing', status: 'final', remark: 'nog niet opgeteld' },
    new: { printed: '1.241', disclosure: 'published', status: 'provisional', remark: 'de telling loopt nog' },
  });
  expect(filled?.cells[0]?.difference).toBe(undefined);
  const suppressed = changed(['[1200, 1234]', '[1200, <5]']);
  expect(suppressed?.cells[0]).toMatchObject({ old: { disclosure: 'published' }, new: { disclosure: 'suppressed' } });
});

test('a status that changes alone is a change of the cell', () => {
  const only = changed([
    'remarks:',
    'remarks:\n  - { row: Appels, columns: [2022], revised: nagekeken, previous: 1199 }',
  ]);
  expect(only?.cells).toMatchObject([
    { old: { printed: '1.200', status: 'final' }, new: { printed: '1.200', status: 'revised' } },
  ]);
  expect(only?.cells[0]?.difference).toBeUndefined();
});

test('what is said of the whole table is compared by name', () => {
  expect(facetsOf(changed(['Boomgaard De Proef', 'De Proef'], ['2024-02-01', '2024-03-01']))).toEqual([
    'bron: Boomgaard De Proef → De Proef',
    'peildatum: 1 februari 2024 → 1 maart 2024',
  ]);
  expect(facetsOf(changed(['referenceDate: 2024-02-01\n', '']))).toEqual(['peildatum: 1 februari 2024 → geen']);
});

test('notes and declared sums are compared one by one', () => {
  expect(facetsOf(changed(['Gevallen fruit telt niet mee.', 'Gevallen fruit telt mee.']))).toEqual([
    'noot 1: Gevallen fruit telt niet mee. → Gevallen fruit telt mee.',
  ]);
  expect(facetsOf(changed(['  - Gevallen fruit telt niet mee.\n', '']))).toEqual([
    'noot 1: Gevallen fruit telt niet mee. → geen',
  ]);
  expect(
    facetsOf(changed(['    equals: { row: Samen }', '    within: { row: Samen }\n    because: er is meer'])),
  ).toEqual([
    'telverband 1: De som van de rijen Appels, Peren en Pruimen (bij 2022) is oogst, rij Samen, dezelfde kolom → De som van de rijen Appels, Peren en Pruimen (bij 2022) is hoogstens oogst, rij Samen, dezelfde kolom: er is meer',
  ]);
});

test('rows come, go, move and are renamed', () => {
  expect(cellsOf(changed(['  Pruimen: [7, 0]', '  Pruimen: [7, 0]\n  Kersen: [0, 3]']))).toEqual([
    'Kersen, 2022: geen → 0',
    'Kersen, 2023: geen → 3',
  ]);
  const renamed = changed(['  Peren:  ', '  Stoofperen: '], ['of: [Appels, Peren', 'of: [Appels, Stoofperen']);
  expect(cellsOf(renamed)).toEqual([]);
  expect(facetsOf(renamed)).toContain('opschrift van een rij: Peren → Stoofperen');
  const moved = changed(['  Appels: [1200, 1234]\n', ''], ['  Samen:', '  Appels: [1200, 1234]\n  Samen:']);
  expect(cellsOf(moved)).toEqual([]);
  expect(facetsOf(moved)).toEqual([
    'volgorde van de rijen: Appels, Peren, Pruimen, Samen → Peren, Pruimen, Appels, Samen',
  ]);
});

test('a table that comes or goes has all its cells', () => {
  const [added] = compare(undefined, table);
  expect(added).toMatchObject({ kind: 'added', table: 'oogst', year: 2023 });
  expect(cellsOf(added)).toHaveLength(8);
  const [removed] = compare(table, undefined);
  expect(removed?.kind).toBe('removed');
  expect(new Set([...(removed?.cells ?? []), ...(added?.cells ?? [])].map(({ id }) => id)).size).toBe(8);
});
