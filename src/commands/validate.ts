// The PDFs of publications not yet written, judged by a veraPDF that is on this machine.

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { installation } from '../browser/installation.ts';
import { sha256 } from '../release/digest.ts';
import { type Validation, validationNote } from '../release/validation.ts';
import { describeSelf } from '../storage/owner.ts';
import { makeTemporary, removeTemporary, sweepBeside } from '../storage/temporary.ts';
import { cacheIn, presentJudge } from '../verapdf/find.ts';
import { validatePublications } from '../verapdf/judge.ts';
import { profiles, type Verdict } from '../verapdf/report.ts';
import type { Machine } from './machine.ts';
import type { PrintedPublication } from './print.ts';

/** What veraPDF said, and a hint for each rule that a file breaks. */
export interface Validated {
  readonly validation: Validation;
  readonly failures: readonly string[];
}

const prefix = 'jaarcijfers-judged-';

/** Has the PDFs judged as what they claim to be; without a judge the validation says so. */
export async function validatePrinted(
  printed: readonly PrintedPublication[],
  { env, processId, isRunning }: Pick<Machine, 'env' | 'processId' | 'isRunning'>,
): Promise<Validated> {
  const search = { env, timeout: 60_000, tell: () => {}, cache: cacheIn(installation) };
  const judge = await presentJudge(search);
  const self = describeSelf(processId, isRunning);
  const folder = await makeTemporary(tmpdir(), prefix, self);
  try {
    await sweepBeside(folder, { prefix, self });
    const files = printed.map(one => ({ id: one.prepared.publication.id, pdf: one.pdf }));
    for (const { id, pdf } of judge ? files : []) writeFileSync(join(folder, `${id}.pdf`), pdf);
    const verdicts = judge
      ? await validatePublications(
          judge,
          files.map(({ id }) => join(folder, `${id}.pdf`)),
        )
      : [];
    const of = (id: string): Verdict[] => verdicts.filter(({ path }) => basename(path) === `${id}.pdf`);
    const validation: Validation = {
      note: validationNote,
      validator: judge ? judge.name : null,
      files: files.map(({ id, pdf }) => ({
        ...{ path: `${id}.pdf`, sha256: sha256(pdf) },
        verdicts: of(id).map(({ profile, isCompliant }) => ({ profile: profiles[profile], isCompliant })),
      })),
    };
    return { validation, failures: files.flatMap(({ id }) => of(id).flatMap(verdict => failuresOf(id, verdict))) };
  } finally {
    await removeTemporary(folder);
  }
}

function failuresOf(id: string, { profile, isCompliant, failures, problem }: Verdict): string[] {
  if (isCompliant) return [];
  const name = `${id}.pdf as ${profiles[profile]}`;
  if (problem !== undefined) return [`Look at ${name}: veraPDF could not judge it, ${problem}.`];
  return failures.map(
    ({ rule, count, first }) => `Correct ${name}: rule ${rule}, ${count} times; first: ${first.message}`,
  );
}
