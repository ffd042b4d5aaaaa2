// One pair of pages: whether it is the same, moved or changed, and its pictures when it differs.

import type { PlacedBox } from '../passages/passage.ts';
import type { PagePair } from './comparison.ts';
import { createMarker } from './page-marks.ts';
import type { PageMatch } from './page-matching.ts';
import { pictureOf, type Sheets } from './page-sheets.ts';
import { type Both, type Judging, otherThan, type Side, type Survey, sides, survey } from './page-survey.ts';

/** A pair whose pictures may still be packed. */
export interface JudgedPair extends Omit<PagePair, 'images'> {
  readonly images: Promise<PagePair['images']>;
}

/** Judges pairs one by one. */
export interface Judge {
  /** Begins to draw what a pair will need. */
  prepare(match: PageMatch): void;
  judge(match: PageMatch): Promise<JudgedPair>;
}

/** A judge of pairs of two files. */
export function createJudge(judging: Judging): Judge {
  const known = survey(judging);
  const marker = createMarker(known);
  return {
    prepare({ old, new: own }) {
      if (old !== undefined && own !== undefined && known.isAlike(old, own)) return;
      for (const [side, page] of [
        ['old', old],
        ['new', own],
      ] as const)
        if (page !== undefined) judging.sheets[side].sheet(page).catch(() => {}); // said when it is asked for
    },
    async judge(match) {
      const marks = await Promise.all(
        sides.map(side => {
          const page = match[side];
          return page === undefined ? [] : marker.marksOn({ side, page, partner: match[otherThan(side)] });
        }),
      );
      const [old = [], own = []] = marks;
      const kind = kindOf(match, old.length + own.length > 0, known);
      const isShown = kind !== 'same' && kind !== 'moved';
      const images = isShown ? picture(match, judging.sheets) : Promise.resolve(undefined);
      return { ...match, kind, outlines: { old, new: own }, images };
    },
  };
}

function kindOf({ old, new: own }: PageMatch, isMarked: boolean, known: Survey): PagePair['kind'] {
  if (old === undefined) return 'added';
  if (own === undefined) return 'removed';
  if (isMarked) return 'changed';
  return hasMoved(old, own, known) ? 'moved' : 'same';
}

/** What moves less than this, in points, stands where it stood. */
const rest = 1;

/** Whether a word or drawing of the pages stands elsewhere in the other file. */
function hasMoved(old: number, own: number, { wordsOn, drawingsOn }: Survey): boolean {
  const pages = { old, new: own };
  const isElsewhere = (side: Side): boolean =>
    [...(wordsOn[side].get(pages[side]) ?? []), ...(drawingsOn[side].get(pages[side]) ?? [])].some(pair => {
      if (!pair.old || !pair.new) return false;
      return pair.old.box.page !== old || pair.new.box.page !== own || isFar(pair.old.box, pair.new.box);
    });
  return sides.some(isElsewhere);
}

function isFar(a: PlacedBox, b: PlacedBox): boolean {
  return Math.abs(a.left - b.left) > rest || Math.abs(a.top - b.top) > rest;
}

async function picture({ old, new: own }: PageMatch, sheets: Both<Sheets>): Promise<NonNullable<PagePair['images']>> {
  const take = async (side: Side, page: number | undefined) =>
    page === undefined ? undefined : pictureOf(page, sheets[side]);
  const [before, after] = await Promise.all([take('old', old), take('new', own)]);
  return { ...(before ? { old: before } : {}), ...(after ? { new: after } : {}) };
}
