// Where the program itself is installed, whether it runs as it is written or packed.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder of the program's package.json. */
export const installation: string = packageAbove(dirname(fileURLToPath(import.meta.url)));

function packageAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The package.json of jaarcijfers is gone.');
  return packageAbove(parent);
}
