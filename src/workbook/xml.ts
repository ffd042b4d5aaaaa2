// XML of the parts of a workbook: texts that survive it, and references to cells.

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text in XML; what XML cannot hold is replaced. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[[\p{Cc}\uFFFE\uFFFF]--[\t\n\r]]/gv, '\uFFFD')
    .replace(/[&<>"]/g, one => entities[one] ?? one);
}

/** A text of a cell (ECMA-376, 22.9.2.19): what XML cannot hold, or would change, as `_x000D_`. */
export function escapeCellText(text: string): string {
  return escapeXml(coded(text, /[[\p{Cc}\uFFFE\uFFFF]--[\t\n]]/gv));
}

/** The same in an attribute, where XML makes a space of a line end: the head of a column in its table. */
export function escapeCellAttribute(text: string): string {
  return escapeXml(coded(text, /[\p{Cc}\uFFFE\uFFFF]/gv));
}

/** Characters by their codes, and what looks like such a code by that of its first character. */
function coded(text: string, characters: RegExp): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(characters, one => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** The reference of a cell, both from 1: `AB12`. */
export function cellReference(row: number, column: number): string {
  return columnLetters(column) + row;
}

/** `A` to `Z`, then `AA` and so on, from 1. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : columnLetters(Math.floor((column - 1) / 26)) + last;
}

/** The name of a sheet as formulas and links write it: `'Inhoud'`. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A part of a package: the XML declaration and its root element. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
