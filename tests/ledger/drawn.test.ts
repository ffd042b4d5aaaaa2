import { expect, test } from 'vitest';
import type { DrawnText } from '../../src/document/restore.ts';
import type { ChartKind, Table } from '../../src/edition/edition.ts';
import { readEdition } from '../../src/edition/read.ts';
import { groundDrawn } from '../../src/ledger/drawn.ts';
import { caseMachine } from '../project.ts';

const { value: edition } = readEdition(2023, caseMachine('sound').files);

/** What the texts of the figure of `delen`, drawn as this kind of chart, stand on: `ground basis text`, and its cells. */
function grounded(
  texts: readonly (string | Partial<DrawnText>)[],
  figure = 'delen',
  chart: ChartKind = 'columns',
  changed: ReadonlyMap<string, Table> = new Map(),
) {
  const [publication] = edition?.publications ?? [];
  const known = publication?.figures.get(figure);
  if (!edition || !publication || !known) throw new Error('The case sound cannot be read.');
  const figures = new Map([...publication.figures, [figure, { ...known, chart }]]);
  const common = { figure: `figuur-${figure}`, isScale: false, section: ['Kop'] };
  const drawn = texts.map(one => ({ text: '', ...common, ...(typeof one === 'string' ? { text: one } : one) }));
  return groundDrawn(drawn, { ...publication, figures }, new Map([...edition.tables, ...changed]));
}

function said(...parameters: Parameters<typeof grounded>): string[] {
  return grounded(...parameters).map(({ statement: { ground, basis, text, quantity, verdict } }) => {
    const cells = quantity?.cells.map(cell => `${cell.row} ${cell.column}`).join(', ');
    return [text, ground, basis ?? cells, ...(verdict === 'holds' ? [] : [verdict])].filter(Boolean).join(': ');
  });
}

test('a value of the table is computed from its cell, at the figure', () => {
  expect(grounded(['8'])).toMatchObject([
    {
      ...{ id: '', figure: 'figuur-delen', section: ['Kop'] },
      statement: {
        ...{ form: 'number', ground: 'computed', text: '8', verdict: 'holds' },
        quantity: { cells: [{ table: 'delen', row: 'Man', column: '2023' }] },
        place: { file: 'data/2023/verslag/publication.yaml', line: 15 },
      },
    },
  ]);
});

test('a share of a column is computed from the row and those drawn with it', () => {
  expect(said(['70%'])).toEqual(['70%: computed: Man 2022, Vrouw 2022']);
});

test('a value and a share in one text are two numbers', () => {
  expect(said(['8; 70%', 'Man; 8'])).toEqual([
    '8: computed: Man 2023',
    '70%: computed: Man 2022, Vrouw 2022',
    '8: computed: Man 2023',
  ]);
});

test('labels of the table and the scale count nothing', () => {
  expect(said(['2022', { text: '5,5', isScale: true }])).toEqual([
    '2022: structural: opschrift in een grafiek',
    '5,5: structural: schaal van een grafiek',
  ]);
});

test('a number of no cell and no share stands on nothing', () => {
  expect(said(['77', '71%', '77; 8'])).toEqual([
    '77: unbound: fails',
    '71%: unbound: fails',
    '77: unbound: fails',
    '8: computed: Man 2023',
  ]);
});

test('a value of another table is no ground, except for a specification of its own', () => {
  expect(said(['18'])).toEqual(['18: unbound: fails']);
  expect(said(['18'], 'eigen', 'specification')).toEqual(['18: computed: Slachtoffers 2022']);
  expect(said(['8'], 'eigen', 'specification')).toEqual(['8: computed: Man 2023']);
});

test('a specification of its own may draw the total of a column, when no row is that total, and no shares', () => {
  const apart = (id: string) => {
    const table = edition?.tables.get(id);
    return table ? new Map([[id, { ...table, relations: [] }]]) : new Map();
  };
  expect(said(['24'], 'eigen', 'specification', apart('delen'))).toEqual([
    '24: computed: Man 2023, Vrouw 2023, Totaal 2023',
  ]);
  expect(said(['24'], 'eigen', 'specification')).toEqual(['24: unbound: fails']);
  expect(said(['24'], 'delen', 'columns', apart('delen'))).toEqual(['24: unbound: fails']);
  expect(said(['100%'], 'eigen', 'specification')).toEqual(['100%: unbound: fails']);
});

test('a value that is drawn more than once is each time the next cell that has it', () => {
  expect(said(['7', '7', '7'])).toEqual([
    '7: computed: Man 2022',
    '7: computed: Totaal Noord',
    '7: computed: Totaal Noord',
  ]);
});

test('a drawing that belongs to no figure stands on nothing', () => {
  expect(said([{ text: '8', figure: 'figuur-weg' }])).toEqual(['8: unbound: fails']);
});
