import { expect, test } from 'vitest';
import { frameOf } from '../../src/charts/frame.ts';
import { context, measure, tableOf } from './fixture.ts';

const { text: styles } = context.theme;
const text = {
  measure,
  header: { family: styles.family, ...styles.header },
  cell: { family: styles.family, ...styles.cell },
};
const syllables = (word: string) => word.split(/(?<=uitbui|Inter|Binnen|Arbeids)/);
const size = { width: 642.52, labelWidth: 188.98, height: 180 };
const years = ['2019', '2020', '2021', '2022', '2023'];
const forms = ['Binnenlandse seksuele uitbuiting', 'Internationale seksuele uitbuiting', 'Arbeidsuitbuiting', 'Overig'];
const panels = [
  { title: 'Per jaar', columns: years },
  { title: 'Per vorm in 2023', columns: forms },
];
const table = tableOf(panels, { Onbekend: '123 264 147 162 90 0 <5 90 12-13', Man: '8 9 10 1234 12 5 6 7 8' });

test('columns follow each other from the label to the right edge, with one gap between panels', () => {
  const frame = frameOf(table, size, text);
  expect(frame.columns[0]?.left).toBe(188.98);
  expect(frame.columns.at(-1)?.right).toBe(642.52);
  frame.columns.slice(1).forEach(({ left }, index) => {
    expect(left - (frame.columns[index]?.right ?? 0)).toBeCloseTo(index === 4 ? frame.gap : 0, 6);
  });
});

test('panels span their columns and keep their titles', () => {
  const frame = frameOf(table, size, text);
  expect(frame.panels.map(panel => panel.title)).toEqual(['Per jaar', 'Per vorm in 2023']);
  expect(frame.panels[0]).toMatchObject({ left: 188.98, right: frame.columns[4]?.right });
  expect(frame.panels[1]).toMatchObject({ left: frame.columns[5]?.left, right: 642.52 });
});

test('years are narrower than forms, and equal among themselves', () => {
  const widths = frameOf(table, size, { ...text, syllables }).columns.map(({ left, right }) => right - left);
  expect(Math.max(...widths.slice(0, 5)) - Math.min(...widths.slice(0, 5))).toBeLessThan(0.02);
  expect(widths[5]).toBeGreaterThan((widths[0] ?? 0) * 1.3);
});

test('every column holds its longest number and its longest piece of a word', () => {
  const frame = frameOf(table, { ...size, width: 560 }, { ...text, syllables });
  frame.columns.forEach(({ label, left, right, numbers }) => {
    const pieces = label.split(' ').flatMap(word => syllables(word));
    const widest = Math.max(numbers, ...pieces.map(piece => measure.width(piece, text.header)));
    expect(right - left).toBeGreaterThan(widest);
  });
});

test('numbers are measured without ranges, which stand apart from the digits', () => {
  const { columns } = frameOf(table, size, text);
  expect(columns[3]?.numbers).toBeCloseTo(measure.width('1.234', text.cell), 1);
  expect(columns.at(-1)?.numbers).toBeCloseTo(measure.width('8', text.cell), 1);
});
