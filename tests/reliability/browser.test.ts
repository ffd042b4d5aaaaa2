// A browser killed in the middle of a real build: tried once more with the same bytes, or reported with what it made.

import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BrowserProgram, browsers } from '../../src/browser/browser.ts';
import { thisMachine } from '../../src/browser/print.ts';
import { createFolder, createProject, filesIn, run, writeFile } from '../commands/project.ts';

async function firstBrowser(): Promise<BrowserProgram> {
  for await (const { value } of browsers(thisMachine(process.env))) if (value) return value;
  throw new Error('This machine has no browser');
}

/** A browser that dies, or crashes its page, at the first print of so many starts; each start leaves a file in a folder. */
async function fragile(way: 'dies' | 'crashes', starts: number): Promise<{ program: string; log: string }> {
  const { path, env } = await firstBrowser();
  const log = createFolder();
  const script = `#!${process.execPath}
    const { spawn } = require('node:child_process');
    const fs = require('node:fs');
    const number = fs.readdirSync(${JSON.stringify(log)}).length;
    fs.writeFileSync(${JSON.stringify(log)} + '/' + process.pid, '');
    const child = spawn(${JSON.stringify(path)}, process.argv.slice(2), {
      env: { ...process.env, ...${JSON.stringify(env)} },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 4],
    });
    const end = () => { child.kill('SIGKILL'); process.exit(1); };
    child.on('exit', end);
    fs.createReadStream('', { fd: 3 }).on('end', end).on('data', message => {
      const isBad = number < ${starts} && message.includes('Page.printToPDF');
      if (!isBad) child.stdio[3].write(message);
      else if (${JSON.stringify(way)} === 'dies') end();
      else child.stdio[3].write(message.toString().replace(/"method":"Page.printToPDF","params":\\{.*?\\}/, '"method":"Page.crash","params":{}'));
    });`;
  const program = join(createFolder(), 'browser');
  writeFile(program, script);
  chmodSync(program, 0o755);
  return { program, log };
}

test.for(['dies', 'crashes'] as const)('a browser that %s once is replaced, and the files are the same', async way => {
  const project = createProject();
  const temporary = createFolder();
  expect((await run(project, ['build', '2023', '--out', 'gewoon'])).status).toBe(0);
  const { program, log } = await fragile(way, 1);
  const env = { PUPPETEER_EXECUTABLE_PATH: program, TMPDIR: temporary };
  const { status, stderr } = await run(project, ['build', '2023'], env);
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(/^2023 blad-2023: the browser stopped \(.+\), once more in a new one$/m);
  expect(stderr).not.toContain('browser-died');
  expect(readdirSync(log)).toHaveLength(2);
  expect(filesIn(join(project, 'output'))).toEqual(filesIn(join(project, 'gewoon')));
  expect(readdirSync(temporary)).toEqual([]);
});

test('a browser that dies twice is reported with the publication and the phase, and the old output stays', async () => {
  const project = createProject({ 'output/2023/blad-2023.pdf': 'vorige' });
  const temporary = createFolder();
  const { program, log } = await fragile('dies', 9);
  const env = { PUPPETEER_EXECUTABLE_PATH: program, TMPDIR: temporary };
  const { status, stderr } = await run(project, ['build', '2023'], env);
  expect(status).toBe(1);
  expect(stderr.match(/^error /gm)).toHaveLength(1);
  expect(stderr).toMatch(/browser-died .*It was making 2023 blad-2023 \(.+\), for the second time, in a new browser\./);
  expect(readdirSync(log)).toHaveLength(2);
  expect(filesIn(join(project, 'output'))).toEqual({ '2023/blad-2023.pdf': 'vorige' });
  expect(readdirSync(temporary)).toEqual([]);
  expect(processesNaming(temporary)).toEqual([]);
});

function processesNaming(folder: string): string[] {
  const ids = existsSync('/proc') ? readdirSync('/proc').filter(name => /^\d+$/.test(name)) : [];
  const lines = ids.map(id => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  });
  return lines.filter(line => line.includes(folder));
}
