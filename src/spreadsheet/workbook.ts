// The bytes of a spreadsheet file → its sheets; the library that reads workbooks is loaded only here.

import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { readCsv } from './csv.ts';
import { type CellContent, createSheet, type FoundCell, positionKey, type Range, type Sheet } from './grid.ts';
import { hiddenInOds, type OdsHidden, raiseInOds } from './ods.ts';
import { raisedText } from './raised.ts';
import { shownNumber } from './shown.ts';

type Library = typeof import('@e965/xlsx');

/** A file that cannot be read as a spreadsheet: why, and what to do. */
export class UnreadableFile extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

const saveAgain = 'Open it in a spreadsheet program and save it as .xlsx, .ods or .csv.';

/** The sheets of a file with this name, in order; throws an UnreadableFile. */
export async function readSheets(bytes: Uint8Array, name: string): Promise<Sheet[]> {
  if (bytes.length === 0) throw new UnreadableFile('The file is empty.', 'Ask for the file again.');
  const kind = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (['csv', 'tsv', 'tab', 'txt'].includes(kind)) return [csvSheet(bytes, name)];
  if (!['xlsx', 'xlsm', 'ods'].includes(kind)) throw unknownKind(kind);
  if (isCompound(bytes))
    throw new UnreadableFile(
      'It is protected with a password, or an old workbook inside.',
      'Open it, and save a copy as .xlsx or .ods without a password.',
    );
  if (!isWorkbook(bytes)) throw new UnreadableFile(`It is no .${kind} file inside, whatever its name says.`, saveAgain);
  return sheetsOf(await openWorkbook(bytes, kind === 'ods'));
}

/** Older kinds of workbooks do not tell which digits are raised: 34 with a note 1 would be read as 341. */
function unknownKind(kind: string): UnreadableFile {
  return new UnreadableFile(
    kind === ''
      ? 'The name of the file does not say of which kind it is.'
      : `A file that ends in .${kind} is not read.`,
    saveAgain,
  );
}

function csvSheet(bytes: Uint8Array, name: string): Sheet {
  if (isWorkbook(bytes) || (bytes.includes(0) && !isUtf16(bytes)))
    throw new UnreadableFile('It is no text file inside, whatever its name says.', saveAgain);
  return readCsv(bytes, name.replace(/\.\w+$/, ''));
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Whether the bytes begin as those of a ZIP archive, which workbooks are. */
function isWorkbook(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0x50, 0x4b, 3, 4]);
}

/** A workbook with a password is a compound file, as the workbooks of old are. */
function isCompound(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

interface OpenWorkbook {
  readonly library: Library;
  readonly book: WorkBook;
  readonly fromOds: boolean;
  readonly hidden: readonly OdsHidden[];
}

async function openWorkbook(bytes: Uint8Array, isOds: boolean): Promise<OpenWorkbook> {
  const library = await import('@e965/xlsx');
  const options = { type: 'buffer', cellDates: false, cellNF: true, cellStyles: true, cellHTML: true } as const;
  try {
    const source = isOds ? raiseInOds(bytes, library.CFB) : bytes;
    const book = library.read(source, options);
    return { library, book, fromOds: isOds, hidden: isOds ? hiddenInOds(bytes, library.CFB) : [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason))
      throw new UnreadableFile('It is protected with a password.', 'Open it, and save a copy without a password.');
    throw new UnreadableFile(`It cannot be read as a spreadsheet: ${reason}.`, saveAgain);
  }
}

function sheetsOf({ library, book, fromOds, hidden }: OpenWorkbook): Sheet[] {
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name] ?? {};
    const aside = hidden.find(one => one.name === name);
    return createSheet(cellsOf(sheet, { library, from1904, fromOds }), {
      name,
      hidden: aside?.sheet ?? (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
      hiddenRows: aside?.rows ?? hiddenIndexes(sheet['!rows']),
      hiddenColumns: aside?.columns ?? hiddenIndexes(sheet['!cols']),
    });
  });
}

function cellsOf(sheet: WorkSheet, reading: Reading): FoundCell[] {
  const merges = mergesOf(sheet);
  return Object.entries(sheet).flatMap(([key, cell]: [string, CellObject]): FoundCell[] => {
    const content = key.startsWith('!') ? undefined : contentOf(cell, reading);
    if (!content) return [];
    const { r: row, c: column } = reading.library.utils.decode_cell(key);
    const merged = merges.get(positionKey({ row, column }));
    return [{ position: { row, column }, content, ...(merged ? { merged } : {}) }];
  });
}

/** The merged ranges by the position of their first cell, which holds what they show. */
function mergesOf(sheet: WorkSheet): Map<string, Range> {
  const ranges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    first: { row: s.r, column: s.c },
    last: { row: e.r, column: e.c },
  }));
  return new Map(ranges.map(range => [positionKey(range.first), range]));
}

function hiddenIndexes(lines: readonly ({ readonly hidden?: boolean } | null | undefined)[] = []): number[] {
  return [...lines.keys()].filter(index => lines[index]?.hidden === true);
}

interface Reading {
  readonly library: Library;
  /** Whether the workbook counts its days from 1904. */
  readonly from1904: boolean;
  readonly fromOds: boolean;
}

function contentOf(cell: CellObject, reading: Reading): CellContent | undefined {
  if (cell.t === 'z' || cell.v === undefined || cell.v === null)
    return cell.f === undefined ? undefined : { kind: 'error', text: 'holds a formula that was never worked out' };
  if (cell.t === 'n') return numberOf(cell, Number(cell.v), reading);
  if (cell.t === 'e') return { kind: 'error', text: `holds the error ${cell.w ?? '#VALUE!'}` };
  const text = raisedText(cell.h, String(cell.t === 'b' ? (cell.w ?? cell.v) : cell.v)).trim();
  return text === '' ? undefined : { kind: 'text', text };
}

function numberOf(cell: CellObject, value: number, reading: Reading): CellContent | undefined {
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  const shown = shownBy(cell, value, reading);
  if (reading.library.SSF.is_date(format)) return dateOf(value, { format, shown }, reading);
  return shown.trim() === '' ? undefined : shownNumber(value, shown);
}

/** The library takes the language of a number format, as in `[$-413]0`, for a currency; OpenDocument has the text itself. */
function shownBy({ z: format, w: text }: CellObject, value: number, { library, fromOds }: Reading): string {
  if (fromOds || typeof format !== 'string' || !format.includes('[$-')) return text ?? String(value);
  return library.SSF.format(format.replace(/\[\$-[^\]]*\]/g, ''), value);
}

function dateOf(value: number, how: { format: string; shown: string }, { library, from1904 }: Reading): CellContent {
  const parts = library.SSF.parse_date_code(value, { date1904: from1904 });
  if (!parts) return { kind: 'error', text: 'holds a date that does not exist' };
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
  const isYearOnly = /y/i.test(how.format) && !/[dmhs]/i.test(how.format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
  return { kind: 'date', text: how.shown, date, yearOnly: isYearOnly };
}
