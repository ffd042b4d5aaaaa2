// A folder that all test files of a run share, for what is dear to make: it is made empty before them, and removed after.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Absolute path of the shared folder. */
    shared: string;
  }
}

/** Makes the folder; gives what removes it. */
export function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'jaarcijfers-gedeeld-'));
  provide('shared', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
