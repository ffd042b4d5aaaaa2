// The house's look as a Vega-Lite configuration, with Dutch numbers and dates.

import { months } from '../locale/date.ts';
import type { ChartTheme } from './theme.ts';

/** Numbers and dates as Vega formats them in Dutch. */
const locale = {
  number: { decimal: ',', thousands: '.', grouping: [3], currency: ['€\u00a0', ''], minus: '\u2212' },
  time: {
    dateTime: '%a %e %B %Y %X',
    date: '%d-%m-%Y',
    time: '%H:%M:%S',
    periods: ['AM', 'PM'],
    days: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    shortDays: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'],
    months,
    shortMonths: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  },
} as const;

/** Vega-Lite configuration for every chart; a figure's own specification may override it. */
export function chartConfig(theme: ChartTheme): object {
  const { axis, label, header, family } = theme.text;
  const marks = { color: theme.series[0]?.fill, font: family };
  return {
    aria: false,
    font: family,
    background: null,
    locale,
    view: { stroke: null },
    mark: { ...marks, opacity: 1, tooltip: null },
    text: { color: theme.ink, fontSize: label.size, fontWeight: label.weight },
    rule: { color: theme.ink },
    axis: {
      domainColor: theme.ink,
      grid: false,
      gridColor: theme.grid,
      gridWidth: 0.75,
      labelColor: theme.muted,
      labelFontSize: axis.size,
      labelFontWeight: axis.weight,
      labelLimit: 0,
      ticks: false,
      title: null,
      labelPadding: 6,
      titleColor: theme.ink,
      titleFontSize: header.size,
      titleFontWeight: header.weight,
      titleLimit: 0,
    },
    axisX: { labelAngle: 0 },
    axisQuantitative: { domain: false, grid: true, tickCount: 5 },
    legend: {
      labelColor: theme.ink,
      labelFontSize: axis.size,
      labelLimit: 0,
      title: null,
      titleColor: theme.ink,
      titleFontSize: header.size,
    },
    title: { color: theme.ink, fontSize: label.size, fontWeight: label.weight, anchor: 'start' },
    range: {
      category: theme.series.map(swatch => swatch.fill),
      ordinal: theme.sequence.map(swatch => swatch.fill),
      ramp: theme.sequence.map(swatch => swatch.fill),
    },
  };
}
