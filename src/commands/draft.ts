// What a draft is told of itself by the machine, and that only a draft may be made of an edition that is not final.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Draft } from '../document/draft.ts';
import type { Edition } from '../edition/edition.ts';
import type { Machine } from './machine.ts';
import { readEpoch } from './moment.ts';

/** Gives the draft of an edition. */
export type DraftOf = (edition: Edition) => Draft;

/** Drafts of this moment, or of SOURCE_DATE_EPOCH, and of the commit; throws a UsageError when that is no moment. */
export async function readDrafts({ env, today, repository }: Machine): Promise<DraftOf> {
  const moment = readEpoch(env) ?? new Date(Math.floor(today().getTime() / 1000) * 1000);
  const found = await repository.head();
  const [version, changed] = [found?.commit.slice(0, shortened), found?.changed ?? false];
  return ({ embargo }) => ({ version, changed, moment, ...(embargo === undefined ? {} : { embargo }) });
}

/** Characters of a commit that are enough to know it by. */
const shortened = 7;

/** An error where an edition is not final; one whose edition.yaml cannot be read has other errors. */
export function checkFinal({ reportingYear, status, statusPlace }: Edition): Diagnostic[] {
  if (status === 'final' || !statusPlace) return [];
  return [
    {
      severity: 'error',
      rule: 'edition-not-final',
      message: `The edition of ${reportingYear} is a draft, so it cannot be built as if it were final.`,
      place: statusPlace,
      hints: [
        `Build it as a draft: npx jaarcijfers build ${reportingYear} --draft`,
        'When the office has approved it, write `status: final`.',
      ],
    },
  ];
}

/** The ending of the names of a draft's files: never those of the final ones. */
export const draftEnding = '.concept';
