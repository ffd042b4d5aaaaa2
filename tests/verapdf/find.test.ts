import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { archiveName, pinned, presentJudge } from '../../src/verapdf/find.ts';
import { findJudge } from './find.ts';
import { archive, emptyMachine, type Machine, writeProgram } from './machine.ts';

let machine: Machine;
beforeEach(() => {
  machine = emptyMachine();
});
afterEach(() => machine.remove());

const java = (version: string): string => `echo 'openjdk version "${version}" 2025-04-15' >&2`;

function fillCache(): void {
  mkdirSync(machine.cache);
  writeFileSync(join(machine.cache, 'judge-1.2.jar'), archive);
}

test('verapdf on the PATH comes first', async () => {
  machine.install('verapdf', 'echo "veraPDF 1.30.1"');
  machine.install('java', java('17.0.15'));
  expect(await findJudge(machine)).toMatchObject({
    name: 'veraPDF 1.30.1, from the PATH',
    program: 'verapdf',
    args: [],
  });
});

test.each([
  ['an old verapdf', 'echo "veraPDF 1.24.1"', 'veraPDF 1.24.1, and 1.28 or newer is asked for'],
  ['one that does not start', 'echo "no Java" >&2; exit 3', 'it ended with exit code 3, saying "no Java"'],
])('%s is passed over for the archive', async (_, script, message) => {
  fillCache();
  machine.install('verapdf', script);
  machine.install('java', java('11.0.2'));
  expect(await findJudge(machine)).toMatchObject({
    name: 'veraPDF 1.2, with Java 11.0.2',
    program: 'java',
    args: ['-cp', join(machine.cache, 'judge-1.2.jar'), 'org.verapdf.apps.GreenfieldCliWrapper'],
  });
  expect(machine.told.join()).toContain(message);
});

test('the Java of JAVA_HOME comes before the one on the PATH', async () => {
  fillCache();
  const home = join(machine.cache, 'home');
  writeProgram(join(home, 'bin', 'java'), java('21'));
  machine.install('java', java('17.0.15'));
  machine.env['JAVA_HOME'] = home;
  expect((await findJudge(machine))?.program).toBe(join(home, 'bin', 'java'));
  machine.env['JAVA_HOME'] = join(home, 'lost');
  expect((await findJudge(machine))?.program).toBe('java');
});

test('without Java there is no judge, and nothing is fetched', async () => {
  expect(await findJudge(machine)).toBeUndefined();
  expect(machine.begun).toEqual([]);
  expect(machine.told).toEqual([
    'No use of verapdf on the PATH: there is none.',
    'No use of java: there is none.',
    'There is no Java 11 or newer in JAVA_HOME or on the PATH.',
  ]);
});

test('Java 8 is too old', async () => {
  fillCache();
  machine.install('java', java('1.8.0_402'));
  expect(await findJudge(machine)).toBeUndefined();
  expect(machine.told).toContain('java is Java 1.8.0_402, and 11 or newer is asked for.');
});

test('without an archive there is no judge', async () => {
  machine.install('java', java('17.0.15'));
  expect(await findJudge(machine)).toBeUndefined();
  expect(machine.told.at(-1)).toContain('did not come through Maven');
});

test('a program that hangs is left', async () => {
  machine.install('verapdf', 'exec /bin/sleep 20');
  expect(await findJudge({ ...machine, timeout: 200 })).toBeUndefined();
  expect(machine.told[0]).toBe('No use of verapdf on the PATH: it took more than 0.2 s.');
});

test('a release takes only what is there: nothing is fetched, and an archive with another checksum is not run', async () => {
  machine.install('java', java('17.0.15'));
  expect(await presentJudge(machine)).toBeUndefined();
  mkdirSync(machine.cache);
  writeFileSync(join(machine.cache, archiveName(pinned)), archive);
  expect(await presentJudge(machine)).toBeUndefined();
  expect(machine.begun).toEqual([]);
  machine.install('verapdf', 'echo "veraPDF 1.30.1"');
  expect((await presentJudge(machine))?.program).toBe('verapdf');
});
