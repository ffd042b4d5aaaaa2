// The texts of all cells of a workbook, each kept once.

import { escapeCellText, xmlPart } from './xml.ts';

/** The texts of a workbook's cells. */
export interface Strings {
  /** The index of a text. */
  of(text: string): number;
  /** The part that holds them all. */
  part(): string;
}

/** Most UTF-16 units in a cell. */
const most = 32_767;

/** Collects the texts while the sheets are written. */
export function createStrings(): Strings {
  const indexes = new Map<string, number>();
  let uses = 0;
  return {
    of: whole => {
      uses += 1;
      const text = whole.length > most ? `${whole.slice(0, most - 1)}…` : whole;
      const index = indexes.get(text) ?? indexes.size;
      indexes.set(text, index);
      return index;
    },
    part: () => {
      const items = [...indexes.keys()].map(text => `<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`);
      return xmlPart(
        `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${items.length}">${items.join('')}</sst>`,
      );
    },
  };
}
