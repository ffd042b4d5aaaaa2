import { expect, test } from 'vitest';
import { billOf } from '../../src/release/bill.ts';
import { sha256 } from '../../src/release/digest.ts';
import { decodeText, names } from '../../src/release/file.ts';
import { headOf, readManifest } from '../../src/release/manifest.ts';
import { readLock } from '../../src/release/packages.ts';
import { readSums } from '../../src/release/sums.ts';
import { contentsOf, head, lockfile, smallRelease } from './small.ts';

const textOf = (path: string, of = smallRelease()): string => decodeText(contentsOf(of).get(path) ?? new Uint8Array());

test('a release is the same bytes every time, and others for another commit', () => {
  const [one, same, other] = [smallRelease(), smallRelease(), smallRelease({ commit: 'f'.repeat(40) })].map(contentsOf);
  expect(one).toEqual(same);
  expect(other?.get(names.bill)).not.toEqual(one?.get(names.bill));
});

test('the sums are those of every file but themselves and the archive', () => {
  const contents = contentsOf(smallRelease());
  const { digests, wrong } = readSums(textOf(names.sums));
  expect(wrong).toEqual([]);
  const outside = [names.sums, 'jaarcijfers-2023-v2023.1.zip', 'jaarcijfers-2023-v2023.1.zip.sha256'];
  expect([...digests.keys()].toSorted()).toEqual(
    [...contents.keys()].filter(path => !outside.includes(path)).toSorted(),
  );
  for (const [path, digest] of digests) expect(sha256(contents.get(path) ?? ''), path).toBe(digest);
});

test('sums are read as sha256sum writes them, and nothing else is', () => {
  const digest = 'a'.repeat(64);
  expect(readSums(`${digest}  een naam.pdf\n${digest} *b\n`).digests.size).toBe(2);
  expect(readSums(`${digest}  a\n\n${digest}  a\nonzin\n`).wrong).toEqual([2, 3, 4]);
});

test('the manifest says of each file its size, sum, pages and conformance, and gives its head back', () => {
  const read = readManifest(textOf(names.manifest));
  if (typeof read === 'string') throw new Error(read);
  expect(read.files.find(({ path }) => path === 'blad.pdf')).toMatchObject({
    ...{ mediaType: 'application/pdf', pages: 1 },
    conformance: { claims: ['PDF/UA-1', 'PDF/A-2a'], inspector: 'passed' },
  });
  expect(read.files.map(({ path }) => path)).toEqual([
    'blad-csv/oogst.csv',
    'blad.html',
    'blad.pdf',
    names.bill,
    names.notes,
  ]);
  expect(headOf(read)).toEqual(head);
  const more = {
    previous: { version: 'v2023.1', commit: 'e'.repeat(40) },
    version: 'v2023.2',
    epoch: 5,
    embargo: '2024-05-02 06:00',
  };
  const second = readManifest(textOf(names.manifest, smallRelease(more)));
  expect(typeof second === 'string' ? second : headOf(second)).toEqual({ ...head, ...more });
});

test.each([
  ['no JSON', 'hallo', 'it is no JSON'],
  ['another format', '{"format":"x"}', 'format'],
  [
    'a commit that could be an option of git',
    textOf(names.manifest).replaceAll(head.commit, '--upload-pack=x'),
    'commit',
  ],
])('a manifest with %s is refused', (_, text, reason) => {
  expect(readManifest(text)).toEqual(expect.stringContaining(reason));
});

test('the bill has what the program needs to run, each version once, with its licence, digest and needs', () => {
  const bill = JSON.parse(JSON.stringify(billOf(head, readLock(lockfile))));
  const refs = bill.components.map((one: Record<string, unknown>) => one['purl']);
  expect(refs).toEqual(['pkg:npm/%40huis/letters@1.0.0', 'pkg:npm/deeg@1.4.0', 'pkg:npm/deeg@2.1.0']);
  expect(bill.components[0]).toMatchObject({
    ...{ group: '@huis', name: 'letters', version: '1.0.0', licenses: [{ license: { id: 'OFL-1.1' } }] },
    hashes: [{ alg: 'SHA-512', content: '000102' }],
  });
  expect(bill.components[1].licenses).toEqual([{ expression: 'MIT OR Apache-2.0' }]);
  expect(bill.dependencies).toEqual([
    { ref: 'pkg:npm/proef@0.1.0', dependsOn: ['pkg:npm/%40huis/letters@1.0.0', 'pkg:npm/deeg@2.1.0'] },
    { ref: 'pkg:npm/%40huis/letters@1.0.0', dependsOn: ['pkg:npm/deeg@1.4.0'] },
    { ref: 'pkg:npm/deeg@1.4.0', dependsOn: [] },
    { ref: 'pkg:npm/deeg@2.1.0', dependsOn: [] },
  ]);
  expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(bill.metadata.timestamp).toBe('2024-05-01T10:00:00.000Z');
});

test('the provenance speaks of every file, the commit and the packages', () => {
  const statement = JSON.parse(textOf(names.provenance));
  const subjects = statement.subject.map((one: { name: string }) => one.name);
  expect(subjects).toContain('blad.pdf');
  expect(subjects).toContain(names.manifest);
  const { resolvedDependencies } = statement.predicate.buildDefinition;
  expect(resolvedDependencies).toContainEqual(expect.objectContaining({ digest: { gitCommit: head.commit } }));
  expect(resolvedDependencies).toContainEqual({ uri: 'pkg:npm/%40huis/letters@1.0.0', digest: { sha512: '000102' } });
});
