// The lines of a text by offset.

/** The offset of the first character of the line that an offset stands on. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the end of the line that an offset stands on: of its line feed, or of the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The offset behind the line feed of that line. */
export function nextLine(text: string, offset: number): number {
  return Math.min(text.length, lineEnd(text, offset) + 1);
}

/** The number of the line that an offset stands on, from 1. */
export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
