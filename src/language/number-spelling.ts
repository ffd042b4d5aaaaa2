// Where words begin and end, for the patterns that look for numbers in a text.

/**
 * The letters and digits of which words are made, as the inside of a character class: those of the alphabets of Europe
 * with their accents. Few ranges, for a class of Unicode properties is slow to compile.
 */
export const wordSigns = '0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff';

/** White space within a number: spaces, also those that do not break, or a single line end. */
export const gap = '(?:[ \\t\\u00a0\\u2009\\u202f]+|[ \\t]*\\r?\\n[ \\t]*(?!\\s))';

/** Nothing that makes a word longer follows. */
export const wordEnd = `(?![${wordSigns}])`;

/** Nothing that makes a word longer comes before. */
export const wordStart = `(?<![${wordSigns}])`;

/**
 * The text in small letters, every character where it was. Patterns are held against this: folding the case of large
 * character classes is slow.
 */
export function inSmallLetters(text: string): string {
  return text.replaceAll('\u0130', 'i').toLowerCase();
}
