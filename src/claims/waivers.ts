// Known differences: published values that the tables contradict, and that an edition keeps for a stated reason.

import type { KnownDifference } from '../edition/edition.ts';

/** The known differences of one publication, and which of them were met. */
export interface Waivers {
  /** The known difference for a text's words as printed, against what the tables give; it then counts as met. */
  find(file: string, printed: string, computed: string): KnownDifference | undefined;
  /** The known differences that nothing in the texts matched. */
  unmet(): readonly KnownDifference[];
}

/** The known differences, none of them met yet. */
export function createWaivers(differences: readonly KnownDifference[]): Waivers {
  const met = new Set<KnownDifference>();
  return {
    find: (file, printed, computed) => {
      const found = differences.find(
        one => file.endsWith(`/${one.text}.md`) && one.printed === printed && one.computed === computed,
      );
      if (found) met.add(found);
      return found;
    },
    unmet: () => differences.filter(one => !met.has(one)),
  };
}
