// One cell of a sheet → the cell as it is typed in a table, or why its meaning is not certain.

import { type CellMeasure, isMistake, readCell } from '../edition/cell.ts';
import type { GridCell } from '../spreadsheet/grid.ts';
import { folded, splitMark } from './label.ts';

/** What the sheet says of a value. */
export type CellReading =
  | { readonly kind: 'value'; readonly typed: string; readonly mark?: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'mistake'; readonly message: string; readonly hint: string };

/** How the cells of a column are to be read. */
export interface ReadingOptions {
  readonly how: CellMeasure;
  /** What signs of the agency mean, by their folded text: `-` is `0`. */
  readonly signs: ReadonlyMap<string, string>;
}

/** Reads a cell; nothing when there is none or it is empty. */
export function readDelivered(cell: GridCell | undefined, options: ReadingOptions): CellReading {
  const sign = options.signs.get(folded(cell?.text ?? ''));
  if (sign !== undefined && cell?.kind !== 'error') return checked(sign, options.how);
  if (!cell) return { kind: 'nothing' };
  if (cell.merged !== undefined)
    return mistake(
      `belongs to the merged cells ${cell.merged}: one value for several`,
      'Take the cells apart in a copy of the file, and give each its own value.',
    );
  switch (cell.kind) {
    case 'error':
      return mistake(
        cell.text,
        'Ask the agency for the file with its values, or open it in a spreadsheet program, work it out and save it.',
      );
    case 'date':
      return mistake(
        `is a date, ${cell.date}, shown as "${cell.text}"; spreadsheet programs make dates of ranges such as 5-8`,
        'Ask the agency what stood there; in a copy of the file set the cell to text and type that.',
      );
    case 'number':
      return readNumber(cell, options.how);
    case 'text':
      return readText(cell.text, options);
  }
}

function mistake(message: string, hint: string): CellReading {
  return { kind: 'mistake', message, hint };
}

const mostDecimals = 3;

function readNumber(cell: GridCell & { kind: 'number' }, how: CellMeasure): CellReading {
  const { text, percent, exact } = cell;
  if (percent !== (how.measure === 'percentage')) return percent ? strayPercentage(text, how) : bareShare(text, how);
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  if (how.measure === 'count' && !exact)
    return mistake(
      `shows ${text}, but holds decimals that it does not show`,
      'Ask the agency for whole numbers; a count has no decimals.',
    );
  if (how.measure !== 'count' && decimals > mostDecimals)
    return mistake(
      `shows ${decimals} decimals`,
      'Set in a copy of the file how many decimals are published (number format), and save it.',
    );
  return checked(text, how);
}

function strayPercentage(text: string, { measure }: CellMeasure): CellReading {
  const holds = measure === 'mean' ? 'means' : 'counts';
  return mistake(
    `is a percentage, ${text}, and this column holds ${holds}`,
    'Check whether the right block of the sheet was read (--range), or say `measure: percentage` in the table.',
  );
}

/** A share without its sign may be a fraction of one or a number per cent; above one it can only be the second. */
function bareShare(text: string, how: CellMeasure): CellReading {
  const value = Number(text);
  if (how.measure !== 'percentage') return checked(text, how);
  if (value > 0 && value <= 1)
    return mistake(
      `shows ${text} without a sign: it may be ${text}% or ${Number((value * 100).toPrecision(12))}%`,
      'Set the cells to the number format for percentages in a copy of the file, and save it.',
    );
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  if (decimals > mostDecimals)
    return mistake(
      `shows ${decimals} decimals`,
      'Set in a copy of the file how many decimals are published (number format), and save it.',
    );
  return checked(`${text}%`, how);
}

function readText(shown: string, options: ReadingOptions): CellReading {
  const text = shown
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  if (text === '') return { kind: 'nothing' };
  const { text: bare, mark } = splitMark(text);
  const sign = options.signs.get(folded(bare));
  const read = sign === undefined ? readPlain(bare, options.how) : checked(sign, options.how);
  return read.kind === 'value' && mark !== undefined ? { ...read, mark } : read;
}

function readPlain(text: string, how: CellMeasure): CellReading {
  if (/^n\.? ?b\.?$|^\.$|^niet bekend$/i.test(text)) return { kind: 'value', typed: '.' };
  const below = /^(?:<|minder dan) ?(\d+)$/i.exec(text)?.[1];
  if (below !== undefined) return checked(`<${below}`, how);
  const range = /^([\d.]+) ?(?:-|t\/m|tot en met) ?([\d.]+)$/i.exec(text);
  const [low, high] = [wholeNumber(range?.[1] ?? ''), wholeNumber(range?.[2] ?? '')];
  if (low !== undefined && high !== undefined) return checked(`${low}-${high}`, how);
  const percentage = /^([\d.,]+) ?%$/.exec(text)?.[1];
  if (percentage !== undefined) return readTextNumber(percentage, how, '%');
  if (/^\d[\d.,]*$|^\d{1,3}(?: \d{3})+$/.test(text)) return readTextNumber(text, how, '');
  return unclear(text);
}

/** A whole number, its thousands parted by points, spaces or nothing. */
function wholeNumber(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  return /^[1-9]\d{0,2}(?:[. ]\d{3})+$/.test(text) ? text.replace(/[. ]/g, '') : undefined;
}

function readTextNumber(text: string, how: CellMeasure, sign: '' | '%'): CellReading {
  const isShare = sign === '%';
  if (isShare && how.measure !== 'percentage') return strayPercentage(`${text}%`, how);
  const typed = how.measure === 'count' ? wholeNumber(text) : dutchDecimal(text);
  if (typed === undefined) return unclearNumber(text + sign, how);
  return how.measure === 'percentage' && !isShare ? bareShare(typed, how) : checked(typed + sign, how);
}

/** A number with a decimal comma, or with a point that can part no thousands; undefined when it may be either. */
function dutchDecimal(text: string): string | undefined {
  const comma = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(text);
  if (comma && (comma[2] !== undefined || !text.includes('.')))
    return `${comma[1]?.replaceAll('.', '')}${comma[2] === undefined ? '' : `.${comma[2]}`}`;
  return /^\d+\.(?:\d{1,2}|\d{4,})$/.test(text) ? text : undefined;
}

function unclearNumber(text: string, { measure }: CellMeasure): CellReading {
  const kind = measure === 'count' ? 'a whole number' : 'a number with decimals';
  return mistake(
    `"${text}" is not certainly ${kind}: a point parts thousands in Dutch, and a comma decimals`,
    'Set the cells to numbers in a copy of the file, or say with --read what it means, such as --read "1,234=1234".',
  );
}

function unclear(text: string): CellReading {
  const meaning = `Say what the agency means by it, such as --read "${text}=0", --read "${text}=<5" or --read "${text}=." (missing).`;
  if (/^\d+[)\]]$|^\d+ \d{1,2}[)\]]?$/.test(text))
    return mistake(
      `"${text}" may be a number with the number of a note behind it`,
      `Say what it is, such as --read "${text}=${text.replace(/\D/g, '').slice(0, -1)}".`,
    );
  return mistake(`"${text}" does not certainly say a value`, meaning);
}

function checked(typed: string, how: CellMeasure): CellReading {
  const read = readCell(typed, how);
  if (!isMistake(read)) return { kind: 'value', typed };
  const isBounds = /^<|^\d+-\d+$/.test(typed);
  const hint = isBounds ? `Ask the agency what it should be, and say it with --read "${typed}=…".` : read.hint;
  return mistake(`holds what a table cannot: ${lowerFirst(read.message).replace(/\.$/, '')}`, hint);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
