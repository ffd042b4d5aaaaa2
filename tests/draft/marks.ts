// The marks of a draft as they stand in its file: what each page has that the final one has not, and where.

import { openPdf, type PdfFile } from '../../src/pdf/file.ts';
import { decodeStream } from '../../src/pdf/filters.ts';
import { type Box, readPages } from '../../src/pdf/pages.ts';
import { isArray, isStream, type PdfValue } from '../../src/pdf/values.ts';

/** A line number as it is painted. */
export interface PaintedNumber {
  readonly number: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

/** The marks of a page; lengths in points. */
export interface PageMarks {
  /** The bytes of the page's own content, as they stand in the file. */
  readonly own: Buffer;
  /** What is painted after it. */
  readonly added: string;
  readonly word: Box | undefined;
  readonly line: Box | undefined;
  readonly numbers: readonly PaintedNumber[];
}

/** The marks of every page. */
export function marksOf(bytes: Uint8Array): PageMarks[] {
  const file = openPdf(bytes);
  return readPages(file).map(({ dictionary, resources }) => {
    const contents = dictionary.entries.get('Contents') ?? null;
    const streams = isArray(contents) ? contents : [];
    const [own, after] = [file.resolve(streams[1]), file.resolve(streams[2])];
    const added = isStream(after) ? Buffer.from(decodeStream(after, file.resolve)).toString('latin1') : '';
    const forms = file.get(resources, 'XObject');
    return {
      own: Buffer.from(isStream(own) ? own.raw : []),
      ...{
        added,
        word: placed('ConceptWoord', added, { file, forms }),
        line: placed('ConceptRegel', added, { file, forms }),
      },
      numbers: numbersIn(added, widthOf(file.get(forms, 'Concept0'), file)),
    };
  });
}

interface Forms {
  readonly file: PdfFile;
  readonly forms: PdfValue;
}

/** The box of a form where it is painted. */
function placed(name: string, content: string, { file, forms }: Forms): Box | undefined {
  const found = new RegExp(`((?:[-.\\d]+ ){6})cm /${name} Do`).exec(content);
  if (!found) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = (found[1] ?? '').trim().split(' ').map(Number);
  const [left = 0, bottom = 0, right = 0, top = 0] = boxOf(file.get(forms, name), file);
  const corners = [left, right].flatMap(x => [bottom / 3, top / 1.5].map(y => [a * x + c * y + e, b * x + d * y + f]));
  const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)];
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

function boxOf(form: PdfValue, file: PdfFile): number[] {
  const box = file.get(form, 'BBox');
  return isArray(box) ? box.map(Number) : [];
}

/** The advance of a digit: its box is wider by a tenth of its height on both sides. */
function widthOf(form: PdfValue, file: PdfFile): number {
  const [left = 0, , right = 0] = boxOf(form, file);
  return right + left;
}

function numbersIn(content: string, digit: number): PaintedNumber[] {
  return [...content.matchAll(/q 1 0 0 1 ([-.\d]+) ([-.\d]+) cm ((?:\/Concept\d Do[- .\dcm]*)+) Q/g)].map(
    ([, x, y, digits = '']) => {
      const number = [...digits.matchAll(/\/Concept(\d) Do/g)].map(([, one]) => one).join('');
      const left = Number(x);
      return { number: Number(number), left, right: left + digit * number.length, baseline: Number(y) };
    },
  );
}
