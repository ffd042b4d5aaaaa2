// Dates and times of day: days that exist, months, quarters, weeks, decades and centuries.

import { isCalendarDate, months } from '../locale/date.ts';
import { gap, wordEnd, wordSigns, wordStart } from './number-spelling.ts';
import { ordinalOf, plainWord } from './number-words.ts';
import {
  digitEnd,
  digitStart,
  mark,
  matchesOf,
  type Prose,
  type Stretch,
  stretchesOf,
  stretchOf,
  year,
} from './structural-grammar.ts';

const shortMonths = '(?:jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\\.';
const month = `(?:(?:${months.join('|')})${wordEnd}|${shortMonths})`;
const day = '(?:0?[1-9]|[12]\\d|3[01])e?';
const days = `${day}(?:[-\\u2013]${day}|${gap}(?:tot|tot${gap}en${gap}met|t/m)${gap}${day}|(?:,${gap}${day})*${gap}(?:en|of)${gap}${day})?`;

/** `26 april 2024`, `17 en 18 oktober`, `1 t/m 5 mei`; and `oktober 2024`, `oktober en november 2024`. */
const written = new RegExp(
  `${digitStart}${days}${gap}${month}(?:${gap}${year})?|${wordStart}${month}(?:${gap}${year})`,
  'g',
);
const daysBefore = new RegExp(`^([\\s\\S]*?\\d)e?${gap}(${month})(?:${gap}(\\d{4}))?$`);

/** `26-04-2024`, `26/4/2024`, `26.04.2024`. */
const dayFirst = new RegExp(`${digitStart}(\\d{1,2})([-/.])(\\d{1,2})\\2(${year})`, 'g');
/** `2024-04-26`. */
const yearFirst = new RegExp(`${digitStart}(\\d{4}-\\d{2}-\\d{2})${digitEnd}(?![-/]\\d)`, 'g');

const century = new RegExp(`${wordStart}(?:(\\d{1,2})(?:e|ste|de)|([${wordSigns}]+))[ \\u00a0-]eeuw`, 'g');
/** `de jaren negentig`, `begin jaren 90`, `jaren '90`. */
const decade = new RegExp(
  `${wordStart}(?:(?<=${wordStart}(?:de|begin|midden|einde?)${gap})jaren${gap}(?:[2-9]0${digitEnd}|(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig${wordEnd})|jaren${gap}['\\u2019][2-9]0${digitEnd})`,
  'g',
);
const inOrder = `(?:eerste|tweede|derde|vierde|laatste|[1-4]e)`;
const stretchOfYear = new RegExp(
  `${wordStart}(?:${inOrder}(?:${gap}(?:en|of)${gap}${inOrder})?${gap}(?:kwartaal|halfjaar)${wordEnd}|(?:eerste|tweede|[12]e)${gap}helft(?=${gap}van${gap}(?:${year}|${mark}|${month}|het${gap}jaar))|q[1-4]${gap}${year})`,
  'g',
);
const numbered = new RegExp(
  `(?<=${wordStart}(?:in|van|vanaf|sinds|tot|na|voor|t/m)${gap})(?:week${gap}(?:[1-4]\\d|5[0-3]|[1-9])|kwartaal${gap}[1-4])${digitEnd}`,
  'g',
);

/** The dates of a text: days and months with or without a year, quarters, weeks, decades and centuries. */
export function findDates({ small: text, isCounted }: Prose): Stretch[] {
  const inMonths = matchesOf(text, written).filter(match => areDays(match[0]));
  const numeric = matchesOf(text, dayFirst).filter(([, d = '', , m = '', y = '']) => isDay(y, m, d));
  const iso = matchesOf(text, yearFirst).filter(([, date = '']) => isCalendarDate(date));
  const centuries = matchesOf(text, century).filter(
    ([, digits, word = '']) => digits !== undefined || ordinalOf(plainWord(word)) !== undefined,
  );
  const named = [...matchesOf(text, decade), ...matchesOf(text, numbered)].map(stretchOf);
  return [
    ...inMonths.flatMap(match => (isCounted(match.index + match[0].length) ? withoutYear(match) : [stretchOf(match)])),
    ...[...numeric, ...iso, ...centuries].map(stretchOf),
    ...named.filter(({ end }) => !isCounted(end)),
    ...stretchesOf(text, stretchOfYear),
  ];
}

/** `op 18 oktober 2000 meldingen` has a day and a number of things. */
function withoutYear(match: RegExpExecArray): Stretch[] {
  const day = match[0].replace(/\s+\d{4}$/, '');
  return /\d/.test(day) ? [{ start: match.index, end: match.index + day.length }] : [];
}

/** Whether a written date has days that its month has; a month without a day always is one. */
function areDays(date: string): boolean {
  const [, days, name = '', written] = daysBefore.exec(date) ?? [];
  if (days === undefined) return true;
  const number = months.findIndex(one => one.startsWith(name.slice(0, 3).replace('mrt', 'maa'))) + 1;
  return (days.match(/\d+/g) ?? []).every(digits => isDay(written ?? leapYear, String(number), digits));
}

const leapYear = '2024';

function isDay(inYear: string, month: string, day: string): boolean {
  return isCalendarDate(`${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const clock = '(?:[01]?\\d|2[0-3])[.:][0-5]\\d';
const hours = new RegExp(
  `${digitStart}(?:${clock}(?:(?:${gap}?[-\\u2013]${gap}?|${gap}(?:tot|en)${gap})${clock})*${gap}?(?:uur|u)${wordEnd}|(?:[01]\\d|2[0-3]):[0-5]\\d${digitEnd})`,
  'g',
);

/** Times of day: `10.30 uur`, `9.00 tot 17.00 uur`, `10:30`. */
export function findTimes({ small: text }: Prose): Stretch[] {
  return stretchesOf(text, hours);
}
