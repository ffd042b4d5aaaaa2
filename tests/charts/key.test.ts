import { expect, test } from 'vitest';
import { legendKeys } from '../../src/charts/key.ts';
import { lineStyles } from '../../src/charts/swatch.ts';
import { houseTheme } from './fixture.ts';

const theme = houseTheme();

test('a key shows the fill and edge of its row, hidden from screen readers', () => {
  const [man, vrouw] = legendKeys('stacked-percentages', ['Man', 'Vrouw'], theme);
  expect(vrouw).toMatchObject({ row: 'Vrouw' });
  expect(vrouw?.svg).toContain(`fill="${theme.series[0]?.fill}"`);
  expect(man?.svg).toContain(`stroke="${theme.series[1]?.edge}"`);
  expect(man?.svg).toMatch(/^<svg [^>]*aria-hidden="true"/);
});

test('a line key shows its dash and its symbol', () => {
  const keys = legendKeys('line', ['A', 'B', 'C'], theme);
  expect(keys[0]?.svg).not.toContain('stroke-dasharray');
  expect(keys[2]?.svg).toContain('stroke-dasharray="8,2.5"');
  expect(new Set(keys.map(key => key.svg)).size).toBe(3);
});

test("a key shows its row's own dash, never the dots of an uncertain stretch", () => {
  const labels = ['A', 'B', 'C', 'D', 'E'];
  const dashes = lineStyles(labels, theme).map(({ dash }) => dash.join(','));
  const shown = legendKeys('line', labels, theme).map(({ svg }) => /stroke-dasharray="([^"]*)"/.exec(svg)?.[1] ?? '');
  expect(shown).toEqual(dashes);
  expect(shown).not.toContain('1.5,2.5');
});

test('tables and own specifications have no keys', () => {
  expect(legendKeys('table', ['A'], theme)).toEqual([]);
  expect(legendKeys('specification', ['A'], theme)).toEqual([]);
});
