// The command `new`: a reporting year made from an earlier one; nothing that is there is ever overwritten.

import { join } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { readEdition, reportingYears } from '../edition/read.ts';
import { type Clash, clashIn, type RenewedFile, renewYear } from '../renewal/year.ts';
import { holding, isThere } from './files.ts';
import type { Machine } from './machine.ts';
import { prepareHouse } from './prepare.ts';
import { checkPublicationIds, UsageError } from './selection.ts';

/** What to make: a year, from which other one (the latest before it when not named), and which publications (all when none). */
export interface NewRequest {
  readonly year: string;
  readonly from?: string;
  readonly publications: readonly string[];
}

/** What was made, what stood there already and was left, and what is wrong with the year it is made from. */
export interface MadeYear {
  readonly from: number;
  readonly to: number;
  readonly made: readonly RenewedFile[];
  /** Paths of files that were there. */
  readonly left: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a year; throws a UsageError for a year that cannot be made, a source that is not there, or an unknown publication. */
export function makeYear(request: NewRequest, machine: Machine): MadeYear {
  const { files, root, processId } = machine;
  const { from, to } = stepIn(request, reportingYears(files));
  checkPublicationIds(request.publications, [from], machine);
  const { house, diagnostics: ofHouse } = prepareHouse(machine);
  const { value: edition, diagnostics: ofEdition } = readEdition(from, files);
  const diagnostics = [...ofHouse, ...ofEdition];
  if (!house || !edition || hasErrors(diagnostics)) return { from, to, made: [], left: [], diagnostics };
  const asked = request.publications;
  const publications = edition.publications.filter(({ id }) => asked.length === 0 || asked.includes(id));
  refuseClash(clashIn({ edition, publications, to, files }), to);
  const all = renewYear({ edition, publications, to, files, vocabulary: house.vocabulary });
  const made = holding(join(root, 'data'), processId, folder => {
    const lacking = all.filter(({ path }) => !isThere(join(root, path)));
    folder.place({ files: lacking.map(({ path, content }) => ({ path: join(root, path), content })) });
    return lacking;
  });
  const left = all.filter(file => !made.includes(file)).map(({ path }) => path);
  return { from, to, made, left, diagnostics: diagnostics.filter(({ severity }) => severity !== 'error') };
}

/** From which year to which; throws a UsageError when there is no way between them. */
function stepIn({ year, from: asked }: NewRequest, known: readonly number[]): { from: number; to: number } {
  const there = known.length > 0 ? `data/ has ${known.join(', ')}.` : 'Make the first year by hand: see the guide.';
  if (!/^[12]\d{3}$/.test(year))
    throw new UsageError(`"${year}" is no year.`, ['Write the reporting year to make, such as 2025.']);
  const to = Number(year);
  const from = asked === undefined ? known.filter(one => one < to).at(-1) : known.find(one => String(one) === asked);
  if (from === undefined && asked !== undefined) throw new UsageError(`There is no reporting year ${asked}.`, [there]);
  if (from === undefined) throw new UsageError(`There is no reporting year before ${to} to make it from.`, [there]);
  if (from >= to)
    throw new UsageError(`${to} does not come after ${from}, the year to make it from.`, [
      `Name a later year to make, or an earlier one behind --from; ${there}`,
    ]);
  return { from, to };
}

/** Throws a UsageError when the files of two publications would come to stand in one folder. */
function refuseClash(clash: Clash | undefined, to: number): void {
  if (!clash) return;
  const { publication, there } = clash;
  throw new UsageError(
    `data/${to}/${there.id} is there already, and is a ${there.kind}; ${publication.id} is a ${publication.kind}.`,
    [`Make other publications of ${to} with --publication, or the next year: npx jaarcijfers new ${Number(to) + 1}.`],
  );
}
