import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { ArchiveError, isSafePath, limits, openArchive, packArchive } from '../../src/release/archive.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const files = [
  { path: 'b.txt', content: strToU8('twee') },
  { path: 'a/é.txt', content: strToU8('een') },
];
const options = { folder: 'uitgave', moment: new Date('2024-05-01T22:30:00Z') };

test('an archive is the same bytes in every zone and order, and opens again', () => {
  const packed = packArchive(files, options);
  for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Amsterdam']) {
    process.env.TZ = other;
    expect(packArchive(files.toReversed(), options), other).toEqual(packed);
  }
  const { folder, contents } = openArchive(packed);
  expect(folder).toBe('uitgave');
  expect([...contents.keys()]).toEqual(['a/é.txt', 'b.txt']);
  expect(contents.get('b.txt')).toEqual(strToU8('twee'));
});

function refusal(entries: Record<string, string>, most = limits): string {
  const zip = zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));
  try {
    openArchive(zip, most);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(ArchiveError);
    return error instanceof Error ? error.message : '';
  }
}

test.each(['../elders', 'a/../../elders', '/etc/passwd', 'a\\b', 'C:/x', 'a//b', './a', 'a/\u0000', 'a/__proto__'])(
  'the path %j is refused',
  path => {
    expect(isSafePath(path)).toBe(false);
    expect(refusal({ 'a/goed': 'x', [path]: 'x' })).toContain('a path that leads elsewhere');
  },
);

test('what is no archive of one release is refused', () => {
  expect(refusal({ los: 'x' })).toContain('do not stand in one folder');
  expect(refusal({ 'a/x': 'x', 'b/x': 'x' })).toContain('do not stand in one folder: b/x');
  expect(() => openArchive(strToU8('<html>geen zip</html>'))).toThrow('it is no ZIP');
  expect(() => openArchive(new Uint8Array())).toThrow(ArchiveError);
  const packed = packArchive(files, options);
  expect(() => openArchive(packed.subarray(0, packed.length - 30))).toThrow(ArchiveError);
});

test('an archive that would grow too much is refused before it does', () => {
  const bomb = { 'a/nullen': '0'.repeat(1_000_000) };
  expect(refusal(bomb, { ...limits, total: 999_999 } as never)).toContain('would unpack to more than 1 MB');
  expect(refusal({ 'a/1': '', 'a/2': '' }, { ...limits, files: 1 } as never)).toContain('holds more than 1 files');
  expect(refusal(bomb, { ...limits, archive: 10 } as never)).toContain('it has more than');
});

test('a name that comes twice is refused', () => {
  const zip = Buffer.from(zipSync({ 'a/x': strToU8('1'), 'a/y': strToU8('2') }));
  const twice = Buffer.from(zip.toString('latin1').replaceAll('a/y', 'a/x'), 'latin1');
  expect(() => openArchive(twice)).toThrow('it holds a/x twice');
});
