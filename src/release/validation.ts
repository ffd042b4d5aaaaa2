// What an outside validator says of a release's PDFs: it depends on the machine, so it stands outside the sums.

import { z } from 'zod';

const validationSpec = z.strictObject({
  note: z.string(),
  validator: z.string().nullable(),
  files: z.array(
    z.strictObject({
      path: z.string(),
      sha256: z.string(),
      verdicts: z.array(z.strictObject({ profile: z.string(), isCompliant: z.boolean() })),
    }),
  ),
});

/** The content of validation.json: without a validator its files have no verdicts. */
export type Validation = z.infer<typeof validationSpec>;

/** Why the file is not in the sums, for whoever opens it. */
export const validationNote =
  'What veraPDF said on the machine that made this release. Not in SHA256SUMS, manifest.json or the archive, because a machine without veraPDF makes the same release.';

/** Reads a validation.json; undefined when it is none. */
export function readValidation(text: string): Validation | undefined {
  try {
    return validationSpec.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
