// A comparison for programs: the same values as JSON, without the bytes of pictures.

import type { Comparison } from '../diff/comparison.ts';

/**
 * The comparison as JSON text, two spaces deep and with a line end behind it: its keys and their order are those of
 * `Comparison` in src/diff/comparison.ts; a picture of a page has its width and height in pixels, and what it shows.
 */
export function reviewJson(comparison: Comparison): string {
  const bare = (key: string, value: unknown): unknown => (key === 'png' ? undefined : value);
  return `${JSON.stringify(comparison, bare, 2)}\n`;
}
