// First letters; in Dutch, IJ at the start of a word is one letter.

/**
 * The text with a capital at its start, as a sentence begins: `ijmuiden` gives `IJmuiden`, `één` gives `Eén`. A letter
 * behind an apostrophe leaves the capital to the next word: `'s avonds` gives `'s Avonds`.
 */
export function capitalise(text: string): string {
  return text.replace(/^((?:['’]\p{L}\s+)?[^\p{L}\p{N}]*)(ij|\p{L})/u, (start, before: string, letter: string) => {
    return before + (text.startsWith('éé', start.length - 1) ? 'E' : letter.toUpperCase());
  });
}

/** The text with a small letter at its start, unless its first word is an abbreviation in capitals (`EU-burgers`). */
export function lowerFirst(text: string): string {
  return text.replace(
    /^([^\p{L}\p{N}]*)(IJ(?!\p{Lu})|\p{Lu}(?![\p{Lu}\p{N}]))/u,
    (_, before: string, letter: string) => {
      return before + letter.toLowerCase();
    },
  );
}
