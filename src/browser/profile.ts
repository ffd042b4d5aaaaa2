// The profile a browser writes into while it runs: one for each run, and gone afterwards.

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const profilePrefix = 'jaarcijfers-profile-';

/** A new, empty profile in the temporary folder; profiles that killed runs left there the day before are removed. */
export async function makeProfile(temporary: string): Promise<string> {
  const profile = await mkdtemp(join(temporary, profilePrefix));
  const { mtimeMs: now } = await stat(profile);
  const others = (await readdir(temporary)).filter(name => name.startsWith(profilePrefix));
  for (const path of others.map(name => join(temporary, name))) {
    const other = await stat(path).catch(() => undefined);
    if (other && now - other.mtimeMs > 86_400_000) await removeProfile(path);
  }
  return profile;
}

/** Removes a profile; what the system still holds on to is left for a later run. */
export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => undefined);
}
