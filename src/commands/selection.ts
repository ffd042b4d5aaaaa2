// Which years and publications a command was asked for, held against what there is.

import { suggestionHints } from '../diagnostics/suggest.ts';
import { reportingYears } from '../edition/read.ts';
import type { Machine } from './machine.ts';

/** The operator's mistake: said in one line, with a hint. */
export class UsageError extends Error {
  readonly hints: readonly string[];

  constructor(message: string, hints: readonly string[]) {
    super(message);
    this.hints = hints;
  }
}

/** The asked years, or all of them; throws a UsageError for a year without a folder. */
export function selectYears(asked: readonly string[], { files }: Machine): number[] {
  const known = reportingYears(files);
  if (known.length === 0)
    throw new UsageError('There is no reporting year in data/.', [
      'Run this in the folder that holds data/ and templates/.',
    ]);
  const stray = asked.find(year => !known.map(String).includes(year));
  if (stray !== undefined)
    throw new UsageError(`There is no reporting year ${stray}.`, [`data/ has ${known.join(', ')}.`]);
  return asked.length > 0 ? known.filter(year => asked.includes(String(year))) : known;
}

/** Throws a UsageError for a publication that has no folder in any of the years; one with mistakes is there. */
export function checkPublicationIds(asked: readonly string[], years: readonly number[], { files }: Machine): void {
  const folders = years.flatMap(year =>
    files.list(`data/${year}`).filter(name => name.endsWith('/') && name !== 'tables/'),
  );
  const known = folders.map(name => name.slice(0, -1));
  const stray = asked.find(id => !known.includes(id));
  if (stray !== undefined) throw new UsageError(`There is no publication ${stray}.`, suggestionHints(stray, known));
}
