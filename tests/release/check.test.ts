import { expect, test } from 'vitest';
import { openArchive } from '../../src/release/archive.ts';
import { checkRelease, compareContents } from '../../src/release/check.ts';
import { sha256 } from '../../src/release/digest.ts';
import { decodeText, encode, names } from '../../src/release/file.ts';
import { smallPdf } from '../verapdf/small.ts';
import { contentsOf, smallRelease } from './small.ts';

const archive = 'jaarcijfers-2023-v2023.1.zip';
type Contents = Map<string, Uint8Array>;

function faultsAfter(tamper: (contents: Contents) => void): string[] {
  const contents = contentsOf(smallRelease());
  tamper(contents);
  return checkRelease(contents, 'folder').faults.map(({ file, message }) => `${file} ${message}`);
}

const put = (path: string, content: string | Uint8Array) => (contents: Contents) =>
  void contents.set(path, typeof content === 'string' ? encode(content) : content);

const edit = (path: string, from: string, to: string) => (contents: Contents) => {
  const text = decodeText(contents.get(path) ?? new Uint8Array());
  expect(text).toContain(from);
  contents.set(path, encode(text.replaceAll(from, to)));
};

/** Changes a file, and all sums of it that stand anywhere. */
const forge = (path: string, content: Uint8Array) => (contents: Contents) => {
  const [before, after] = [sha256(contents.get(path) ?? ''), sha256(content)];
  contents.set(path, content);
  for (const name of [names.manifest, names.provenance]) edit(name, before, after)(contents);
  edit(names.manifest, `"size": ${smallPdf().length}`, `"size": ${content.length}`)(contents);
};

test('a release passes as a folder, with what a validator said, and as an archive', () => {
  expect(faultsAfter(() => {})).toEqual([]);
  const { folder, contents } = openArchive(contentsOf(smallRelease()).get(archive) ?? new Uint8Array());
  expect(folder).toBe('jaarcijfers-2023-v2023.1');
  expect(checkRelease(contents, 'archive').faults).toEqual([]);
});

test.each<[string, (contents: Contents) => void, string[]]>([
  ['a changed byte', edit('blad.html', '12', '13'), ['blad.html has another SHA-256 than SHA256SUMS says']],
  [
    'a longer file',
    put('blad-csv/oogst.csv', 'appels\n1200\n'),
    ['blad-csv/oogst.csv has 12 bytes, and manifest.json says 10'],
  ],
  ['a lost file', contents => void contents.delete('blad.pdf'), ['blad.pdf is not there']],
  ['a file too many', put('virus.exe', 'x'), ['virus.exe is not in SHA256SUMS']],
  ['a hidden file', put('.gitignore', 'x'), ['.gitignore is not in SHA256SUMS']],
  ['no sums', contents => void contents.delete(names.sums), ['SHA256SUMS is not there']],
  ['no manifest', contents => void contents.delete(names.manifest), ['manifest.json is not there']],
  ['no provenance', contents => void contents.delete(names.provenance), [`${names.provenance} is not there`]],
  ['no archive', contents => void contents.delete(archive), [`${archive} is not there`]],
  ['no sum of the archive', contents => void contents.delete(`${archive}.sha256`), [`${archive}.sha256 is not there`]],
  [
    'another sum of the archive',
    put(`${archive}.sha256`, `${'0'.repeat(64)}  ${archive}\n`),
    ['.sha256 is not the sum of the archive'],
  ],
  [
    'a sum less',
    edit(names.sums, '  blad.html\n', ''),
    ['blad.html is not in SHA256SUMS', 'SHA256SUMS has no sum on line'],
  ],
  [
    'another commit in the provenance',
    edit(names.provenance, '0123456789', '9876543210'),
    ['speaks of another version or commit'],
  ],
  [
    'another version in the manifest',
    edit(names.manifest, '"version": "v2023.1"', '"version": "v2023.2"'),
    ['names an archive of another version'],
  ],
  ['an archive that is none', put(archive, 'PK'), [`${archive} cannot be opened: it is no ZIP`]],
  [
    'a verdict on another PDF',
    put(
      names.validation,
      JSON.stringify({ note: '', validator: null, files: [{ path: 'blad.pdf', sha256: '0', verdicts: [] }] }),
    ),
    ['validation.json speaks of another blad.pdf'],
  ],
  ['a validation of nothing', put(names.validation, '{}'), ['validation.json does not say what a validator found']],
  [
    'a PDF that claims less',
    forge('blad.pdf', smallPdf(undefined, { archive: 3 })),
    ['blad.pdf claims PDF/UA-1, PDF/A-3a, and manifest.json says PDF/UA-1, PDF/A-2a'],
  ],
  [
    'a PDF that breaks a rule',
    forge('blad.pdf', smallPdf('language')),
    ['blad.pdf breaks the rule language of the inspector'],
  ],
  ['a PDF that is none', forge('blad.pdf', encode('%PDF-')), ['blad.pdf cannot be read as a PDF']],
])('%s is found', (_, tamper, expected) => {
  const faults = faultsAfter(tamper).join('\n');
  for (const message of expected) expect(faults).toContain(message);
});

test('an archive of another release beside the files is found', () => {
  const other = contentsOf(smallRelease({}, 'Er zijn 13 appels.'));
  const faults = faultsAfter(contents => {
    for (const name of [archive, `${archive}.sha256`]) contents.set(name, other.get(name) ?? new Uint8Array());
  });
  expect(faults).toContain(`${archive} holds another blad.html than the one beside it`);
  expect(faults.filter(fault => !fault.startsWith(archive))).toEqual([]);
});

test('a release is compared with a build, file by file', () => {
  const [given, built] = [contentsOf(smallRelease()), contentsOf(smallRelease({}, 'Er zijn 13 appels.'))];
  expect(compareContents(given, given)).toEqual([]);
  given.set('los.txt', new Uint8Array());
  given.delete('blad.pdf');
  const found = compareContents(given, built).map(({ file, message }) => `${file} ${message}`);
  expect(found).toContain('blad.html is other than a build makes it (from byte 27)');
  expect(found).toContain('los.txt is not made by a build');
  expect(found).toContain('blad.pdf is not there, and a build makes it');
});
