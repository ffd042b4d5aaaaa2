import { expect, test } from 'vitest';
import { axisOptions, percentageAxis, valueAxis } from '../../src/charts/axis.ts';
import { tableOf } from './fixture.ts';

const ticks = (highest: number) => valueAxis(highest).ticks.map(tick => tick.text);

test('the axis ends at the first round number above the highest value, in few steps', () => {
  expect(ticks(705)).toEqual(['0', '250', '500', '750']);
  expect(ticks(215)).toEqual(['0', '50', '100', '150', '200', '250']);
  expect(ticks(1368)).toEqual(['0', '500', '1.000', '1.500']);
  expect(ticks(300)).toEqual(['0', '100', '200', '300']);
});

test('counts have whole ticks, also when they are few', () => {
  expect(ticks(3)).toEqual(['0', '1', '2', '3']);
  expect(ticks(1)).toEqual(['0', '1']);
  expect(ticks(0)).toEqual(['0', '1']);
});

test('the highest value always fits, in at most five steps, for every count to five thousand', () => {
  for (let highest = 3; highest <= 5000; highest += 7) {
    const axis = valueAxis(highest);
    expect(axis.top).toBeGreaterThanOrEqual(highest);
    expect(axis.top).toBeLessThanOrEqual(highest * 1.7);
    expect(axis.ticks.length).toBeLessThanOrEqual(6);
  }
});

test('shares run to 100%, percentages and means say what they are', () => {
  expect(percentageAxis().ticks.map(tick => tick.text)).toEqual(['0%', '25%', '50%', '75%', '100%']);
  expect(axisOptions(tableOf(['2023'], { Man: '34%' }).rows)).toEqual({ suffix: '%', decimals: 0 });
  expect(axisOptions(tableOf(['2023'], { Man: '28.3' }).rows)).toEqual({ suffix: '', decimals: 1 });
});
