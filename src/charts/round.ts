// Lengths in px as a drawing writes them.

/** Rounds px to two decimals, so that drawings have the same bytes everywhere. */
export function hundredth(px: number): number {
  return Math.round(px * 100) / 100;
}
