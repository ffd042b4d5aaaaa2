// All rules on what the tables of an edition say of each other and of earlier editions.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EarlierEditions } from '../edition/earlier.ts';
import type { Edition } from '../edition/edition.ts';
import { checkConstants } from './constants.ts';
import { checkEarlierSums } from './earlier.ts';
import { checkNotes } from './notes.ts';
import { checkOpen } from './open.ts';
import { checkPooledPanels } from './pooled.ts';
import { checkRevisions } from './revision.ts';
import { checkShares } from './shares.ts';
import { checkSums } from './sums.ts';

/** What is wrong with an edition's tables; `broken` are those that could not be read, and what needs them waits. */
export function checkTables(edition: Edition, broken: readonly string[], earlier: EarlierEditions): Diagnostic[] {
  return [
    ...checkOpen(edition),
    ...checkSums(edition, broken),
    ...checkConstants(edition),
    ...checkShares(edition, broken),
    ...checkEarlierSums(edition, earlier),
    ...checkRevisions(edition, earlier),
    ...checkPooledPanels(edition),
    ...checkNotes(edition),
  ];
}
