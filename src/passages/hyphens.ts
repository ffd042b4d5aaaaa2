// Words broken at the end of a line, without tags: put together where that is sound, by the words of the document itself.

/** Says of a word broken at the end of a line what it is. */
export interface Joiner {
  /** The whole word of its two parts, the first with its hyphen; undefined where they are two words. */
  join(before: string, next: string): string | undefined;
}

/** Dutch words before which a hyphen stands for what two words have in common: `in- en uitvoer`. */
const between = /^(?:en|of|tot|en\/of|dan|noch|maar|als|versus|and|or|to)$/;

/** For a document with these words. */
export function createJoiner(words: Iterable<string>): Joiner {
  const known = new Set<string>();
  for (const word of words) known.add(plain(word));
  return {
    join(before, next) {
      if (before.endsWith('\u00AD')) return before.slice(0, -1) + next;
      if (!/[\p{L}\d][-\u2010]$/u.test(before) || !/^[\p{L}\d]/u.test(next) || between.test(plain(next)))
        return undefined;
      const [kept, dropped] = [before + next, before.slice(0, -1) + next];
      if (known.has(plain(kept)) && !known.has(plain(dropped))) return kept;
      if (known.has(plain(dropped))) return dropped;
      return /\p{Ll}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(next) ? dropped : kept;
    },
  };
}

/** A word in lower case without the signs around it. */
function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
    .replace('\u2010', '-');
}
