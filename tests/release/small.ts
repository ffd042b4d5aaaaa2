// A release of one publication of one empty page, made of values: no file of it is written.

import { assembleRelease, type Release } from '../../src/release/assemble.ts';
import { encode, mediaTypeOf, type ReleaseFile } from '../../src/release/file.ts';
import type { ReleaseHead } from '../../src/release/head.ts';
import { readLock } from '../../src/release/packages.ts';
import { smallPdf } from '../verapdf/small.ts';

/** The head of a first release. */
export const head: ReleaseHead = {
  reportingYear: 2023,
  version: 'v2023.1',
  commit: '0123456789abcdef0123456789abcdef01234567',
  moment: new Date('2024-05-01T10:00:00Z'),
};

/** A lockfile with a scope, a second version of one package, two licences, and a package for makers only. */
export const lockfile = JSON.stringify({
  ...{ name: 'proef', version: '0.1.0', lockfileVersion: 3 },
  packages: {
    '': {
      name: 'proef',
      version: '0.1.0',
      license: 'EUPL-1.2',
      dependencies: { '@huis/letters': '1.0.0', deeg: '^2.0.0' },
    },
    'node_modules/@huis/letters': {
      ...{ version: '1.0.0', license: 'OFL-1.1', integrity: 'sha512-AAEC' },
      dependencies: { deeg: '^1.0.0' },
    },
    'node_modules/@huis/letters/node_modules/deeg': { version: '1.4.0', license: 'MIT OR Apache-2.0' },
    'node_modules/deeg': { version: '2.1.0', license: 'ISC', peerDependencies: { gist: '*' } },
    'node_modules/toets': { version: '3.0.0', license: 'MIT', dev: true },
  },
});

/** A release of a publication with a text of its own in its HTML. */
export function smallRelease(changes: Partial<ReleaseHead> = {}, text = 'Er zijn 12 appels.'): Release {
  const file = (path: string, content: Uint8Array): ReleaseFile => ({ path, mediaType: mediaTypeOf(path), content });
  return assembleRelease({
    head: { ...head, ...changes },
    publications: [{ id: 'blad', title: 'Blad', date: '2024-05-01', pages: 1 }],
    files: [
      file('blad.pdf', smallPdf()),
      file('blad.html', encode(`<!doctype html><p>${text}</p>`)),
      file('blad-csv/oogst.csv', encode('appels\n12\n')),
    ],
    inputs: [{ path: 'data/2023/edition.yaml', sha256: 'a'.repeat(64) }],
    program: { sources: 'b'.repeat(64), 'package.json': 'c'.repeat(64), 'package-lock.json': 'd'.repeat(64) },
    lock: readLock(lockfile),
    node: '24.21.0',
    browser: { package: '@sparticuz/chromium', version: '153.0.0', says: 'HeadlessChrome/153.0.8010.0' },
    notes: '# Toelichting\n',
  });
}

/** The files of a release by path, to be changed by a test. */
export function contentsOf({ files }: Release): Map<string, Uint8Array> {
  return new Map(files.map(({ path, content }) => [path, content]));
}
