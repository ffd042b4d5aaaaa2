// Ids of changes: readable, fit for HTML, and never the same twice.

/** Gives each change an id made of words; a second one of the same words is counted on. */
export function createIdentifiers(): (...words: readonly (string | number)[]) => string {
  const used = new Map<string, number>();
  return (...words) => {
    const id = words
      .map(word => slug(String(word)))
      .filter(Boolean)
      .join('-');
    const count = (used.get(id) ?? 0) + 1;
    used.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

function slug(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
