// The texts of a publication, wherever they stand in it.

import type { Publication, Text } from './edition.ts';

/** All texts in their order: that of the cover first, those that introduce a part before those in it. */
export function textsOf({ cover, contents }: Pick<Publication, 'contents' | 'cover'>): Text[] {
  const inside = contents.flatMap(section =>
    section.kind === 'text' ? [section.text] : [...(section.intro ? [section.intro] : []), ...section.texts],
  );
  return [...(cover ? [cover] : []), ...inside];
}
