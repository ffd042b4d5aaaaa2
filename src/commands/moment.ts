// The moment that the files of a publication carry: never that of the build.

import type { Environment } from '../browser/browser.ts';
import { UsageError } from './selection.ts';

/** Gives the moment of a day of publication (yyyy-mm-dd). */
export type MomentOf = (date: string) => Date;

/**
 * Noon UTC of the day, or the seconds since 1970 of SOURCE_DATE_EPOCH for every day
 * (reproducible-builds.org/specs/source-date-epoch); throws a UsageError when that is no moment.
 */
export function readMoments(env: Environment): MomentOf {
  const moment = readEpoch(env);
  return date => moment ?? new Date(`${date}T12:00:00Z`);
}

/** The moment of SOURCE_DATE_EPOCH; undefined where it is not set. Throws a UsageError when it is no moment. */
export function readEpoch({ SOURCE_DATE_EPOCH: epoch }: Environment): Date | undefined {
  if (epoch === undefined || epoch === '') return undefined;
  const moment = new Date(/^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN);
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999)
    throw new UsageError(`SOURCE_DATE_EPOCH is no moment: ${epoch}`, [
      'Set it to seconds since 1970, or remove it to use the date of publication.',
    ]);
  return moment;
}
