// The drawings of the marks, each in the file once, to be painted on every page in a colour of its own (8.10).

import { deflateSync } from 'node:zlib';
import { type PdfStream, toDictionary, toName } from '../pdf/values.ts';
import { level } from '../pdf/write.ts';
import { digitForm, lineForm, wordForm } from './names.ts';
import type { Letters, Outline } from './outline.ts';

/** What a draft says in the margin of every page: pieces of a line, one behind the other. */
export type DraftLine = readonly { readonly text: string; readonly strong: boolean }[];

/** A drawing by its name, with its size in points. */
export interface Form {
  readonly name: string;
  readonly width: number;
  /** Height of its capitals or digits. */
  readonly height: number;
  readonly stream: PdfStream;
}

/** All drawings of the marks. */
export interface Forms {
  /** The large word, lying, with capitals of a hundred points. */
  readonly word: Form;
  readonly line: Form;
  readonly digits: readonly Form[];
}

/** Size of the letters of the line, in points. */
const lineSize = 7;

/** Draws the marks, with line numbers of a size in points. */
export function drawForms(line: DraftLine, letters: Letters, numberSize: number): Forms {
  const word = letters.outline('CONCEPT', { size: 100 / letters.capital, weight: 600, tracking: 0.14 });
  const digits = Array.from('0123456789', digit => {
    const outline = letters.outline(digit, { size: numberSize, weight: 400 });
    return form(digitForm(digit), outline, numberSize * letters.capital);
  });
  return {
    word: form(wordForm, word, 100),
    line: form(lineForm, join(line, letters), lineSize * letters.capital),
    digits,
  };
}

function join(line: DraftLine, letters: Letters): Outline {
  return line.reduce<Outline>(
    ({ path, width }, { text, strong }) => {
      const piece = letters.outline(text, { size: lineSize, weight: strong ? 600 : 400 });
      return { path: `${path}\nq 1 0 0 1 ${width.toFixed(2)} 0 cm\n${piece.path}\nf Q`, width: width + piece.width };
    },
    { path: '', width: 0 },
  );
}

/** Letters reach at most a third of their height below the line, and half of it above the capitals. */
function form(name: string, { path, width }: Outline, height: number): Form {
  const raw = deflateSync(Buffer.from(path.endsWith('Q') ? path : `${path}\nf`, 'latin1'), { level });
  const dictionary = toDictionary({
    ...{ Type: toName('XObject'), Subtype: toName('Form'), Filter: toName('FlateDecode') },
    BBox: [-height / 10, -height / 2, width + height / 10, height * 1.5].map(value => Math.round(value * 100) / 100),
    Resources: toDictionary({}),
  });
  return { name, width, height, stream: { ...dictionary, raw } };
}
