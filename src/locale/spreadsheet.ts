// Texts that a spreadsheet program takes for something else when it opens a CSV file: formulas, dates, times, numbers.

const formula = /^[=@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]|^[+-](?!\d+(?:[.,]\d+)*%?$)/;

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:\\d\\d|1[89]\\d\\d|2\\d\\d\\d)';
const between = '\\s*[-/]\\s*';
/** Months in Dutch and in English, in full and shortened. */
const monthName = [
  'jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|june?|juni|july?|juli',
  'aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
].join('|');
const namedMonth = `(?:${monthName})\\.?`;

/** In any order that a language has: `5-8` and `12-17` are days, `12-39` and `2023-12` are months of a year. */
const dates = [
  `${day}${between}${month}`,
  `${month}${between}${day}`,
  `${month}${between}${year}`,
  `(?:1[89]|2\\d)\\d\\d${between}${month}`,
  `\\d{1,4}\\s*[-/.]\\s*\\d{1,2}\\s*[-/.]\\s*\\d{1,4}`,
  `(?:${day}[\\s.-]+)?${namedMonth}[\\s-]+\\d{1,4}`,
  `${day}[\\s.-]+${namedMonth}`,
];

const date = new RegExp(`^(?:${dates.join('|')})$`, 'iu');

const others = [
  /^\d+\s+\d+\/\d+$/, // a fraction: 1 1/2
  /^\d{1,4}:\d\d(?::\d\d)?$/,
  /^\d+(?:[.,]\d+)?e[+-]?\d+$/i,
  /^0\d+$/,
  /^\d{16,}$/,
  /^(?:true|false|waar|onwaar)$/i,
];

/** Whether a spreadsheet program would take a text from a CSV file for a formula, or show it as something else than it says. */
export function isMistakable(text: string): boolean {
  if (formula.test(text)) return true;
  const trimmed = text.trim();
  return date.test(trimmed) || others.some(one => one.test(trimmed));
}
