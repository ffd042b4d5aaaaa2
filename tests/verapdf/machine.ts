// A machine of its own for a test: a PATH with made-up programs only, a cache, and a repository.

import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FetchOptions } from './archive.ts';

/** What stands in for the archive. */
export const archive = Buffer.from('archive');

/** A machine, and what it said. */
export interface Machine extends FetchOptions {
  readonly env: Record<string, string>;
  readonly told: string[];
  readonly begun: string[];
  /** Puts a shell script on the PATH. */
  install(name: string, script: string): void;
  remove(): void;
}

/** A machine without any program, whose repository answers nobody. */
export function emptyMachine(): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'jaarcijfers-verapdf-'));
  const told: string[] = [];
  const begun: string[] = [];
  const sha256 = createHash('sha256').update(archive).digest('hex');
  return {
    release: { group: 'org.example', artifact: 'judge', version: '1.2', sha256 },
    cache: join(folder, 'cache'),
    env: { PATH: folder, MAVEN_REPOSITORY: 'http://127.0.0.1:65535' },
    timeout: 10_000,
    told,
    begun,
    tell: line => told.push(line),
    begin: line => begun.push(line),
    install: (name, script) => writeProgram(join(folder, name), script),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** A shell script as a program; its folder is made. */
export function writeProgram(path: string, script: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

/** A repository that answers every request with these bytes, or never. */
export async function serve(bytes?: Uint8Array): Promise<{ address: string; asked: string[]; server: Server }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (bytes) response.end(bytes);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (!at || typeof at === 'string') throw new Error('The server has no port.');
  return { address: `http://127.0.0.1:${at.port}/maven2/`, asked, server };
}
