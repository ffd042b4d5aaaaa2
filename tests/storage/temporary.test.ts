// Temporary folders: those of dead processes go at the next start, those of living ones and of strangers stay.

import { existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { describeSelf, nameOf } from '../../src/storage/owner.ts';
import { makeTemporary, removeTemporary, sweepBeside } from '../../src/storage/temporary.ts';
import { createFolder } from '../commands/project.ts';

const self = describeSelf(process.pid);
const prefix = 'proef-';

test.runIf(existsSync('/proc/self/stat'))(
  'a sweep takes the folders of the dead, and of those of whom nothing is known only the old',
  async () => {
    const parent = createFolder();
    const own = await makeTemporary(parent, prefix, self);
    const other = await makeTemporary(parent, prefix, self);
    const dead = nameOf({ ...self, started: '1' });
    const elsewhere = nameOf({ ...self, space: 'elders' });
    const names = [`${dead}-aaaaaa`, `${elsewhere}-nieuw`, `${elsewhere}-oud`, 'zonder-naam', 'zonder-naam-oud'];
    for (const name of names) mkdirSync(join(parent, prefix + name, 'diep'), { recursive: true });
    for (const name of names.filter(one => one.endsWith('oud'))) utimesSync(join(parent, prefix + name), 0, 0);
    mkdirSync(join(parent, 'van-een-ander'));
    await sweepBeside(own, { prefix, self });
    const kept = [
      `${prefix}${elsewhere}-nieuw`,
      `${prefix}zonder-naam`,
      'van-een-ander',
      basename(own),
      basename(other),
    ];
    expect(readdirSync(parent)).toEqual(kept.toSorted());
    await removeTemporary(own);
    expect(readdirSync(parent)).not.toContain(basename(own));
  },
);
