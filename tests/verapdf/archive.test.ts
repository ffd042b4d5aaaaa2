import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchArchive } from './archive.ts';
import { archive, emptyMachine, type Machine, serve } from './machine.ts';

let machine: Machine;
let server: Server = createServer();
beforeEach(() => {
  machine = emptyMachine();
});
afterEach(() => {
  machine.remove();
  server.close();
  server.closeAllConnections();
});

async function open(bytes?: Uint8Array): Promise<string[]> {
  const opened = await serve(bytes);
  server = opened.server;
  machine.env['MAVEN_REPOSITORY'] = opened.address;
  return opened.asked;
}

const kept = (): string[] => readdirSync(machine.cache);

test('the archive is fetched once, and kept', async () => {
  const asked = await open(archive);
  const path = await fetchArchive(machine);
  expect(path).toBe(join(machine.cache, 'judge-1.2.jar'));
  expect(readFileSync(path ?? '')).toEqual(archive);
  expect(await fetchArchive(machine)).toBe(path);
  expect(asked).toEqual(['/maven2/org/example/judge/1.2/judge-1.2.jar']);
  expect(machine.begun).toEqual([`Fetching ${machine.env['MAVEN_REPOSITORY']}org/example/judge/1.2/judge-1.2.jar`]);
  expect(kept()).toEqual(['judge-1.2.jar']);
  expect(machine.told).toEqual([]);
});

test('an archive with another checksum is not used, nor kept', async () => {
  await open(Buffer.from('not the archive'));
  expect(await fetchArchive(machine)).toBeUndefined();
  expect(machine.told[0]).toMatch(/what it gave \(15 bytes, SHA-256 \w{64}\) is not judge-1.2.jar \(SHA-256 \w{64}\)/);
  expect(() => kept()).toThrow('ENOENT');
});

test('a damaged archive in the cache is fetched again', async () => {
  await open(archive);
  mkdirSync(machine.cache);
  writeFileSync(join(machine.cache, 'judge-1.2.jar'), 'arch');
  expect(readFileSync((await fetchArchive(machine)) ?? '')).toEqual(archive);
  expect(machine.told[0]).toContain('judge-1.2.jar is damaged, and is fetched again');
});

test('on a closed network it says which ways were tried', async () => {
  expect(await fetchArchive(machine)).toBeUndefined();
  expect(machine.told).toEqual([
    'veraPDF did not come from http://127.0.0.1:65535: connect ECONNREFUSED 127.0.0.1:65535.',
    'veraPDF did not come through Maven (mvn): there is none.',
  ]);
});

test('a repository that never answers is left', async () => {
  await open();
  expect(await fetchArchive({ ...machine, timeout: 200 })).toBeUndefined();
  expect(machine.told[0]).toContain('it did not answer in time');
});

test('what Maven copies is used when the repository gives nothing', async () => {
  machine.install(
    'mvn',
    `for arg; do case "$arg" in -DoutputDirectory=*) out="\${arg#*=}";; -Dartifact=*) name="\${arg#*=}";; esac; done
[ "$name" = org.example:judge:1.2 ] && /bin/mkdir -p "$out" && printf ${archive} > "$out/judge-1.2.jar"`,
  );
  expect(readFileSync((await fetchArchive(machine)) ?? '')).toEqual(archive);
  expect(kept()).toEqual(['judge-1.2.jar']);
});

test('what Maven complains of is told', async () => {
  machine.install('mvn', "echo '[ERROR] Cannot access central'; exit 1");
  expect(await fetchArchive(machine)).toBeUndefined();
  expect(machine.told[1]).toBe('veraPDF did not come through Maven (mvn): Cannot access central.');
});
