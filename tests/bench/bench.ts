// How long a build and a check take, beside a bare Puppeteer script that prints the same HTML, and how much memory.
// Usage: npm run bench [-- <year> [<runs>]]

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserArguments } from '../../src/browser/arguments.ts';
import { openPrinter } from '../../src/browser/print.ts';
import { timeFinish, timeGrowth } from './finish.ts';
import { watchMemory } from './memory.ts';

const [year = '2023', runCount = '5'] = process.argv.slice(2);
const launcher = fileURLToPath(new URL('../../src/launch.cjs', import.meta.url));
const bareScript = fileURLToPath(new URL('bare.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'jaarcijfers-bench-'));

try {
  await bench();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const browser = await describeBrowser();
  const out = join(folder, 'year');
  await build(year, out); // the first one fills the caches
  const html = await htmlFiles(out);
  if (html.length === 0) throw new Error(`The build of ${year} wrote no HTML into ${out}.`);
  const builds: number[] = [];
  const bares: number[] = [];
  for (let run = 0; run < Number(runCount); run++) {
    builds.push(await build(year, join(folder, `build-${run}`)));
    bares.push(await timed([bareScript, browser, folder, ...html]));
  }
  print(`build ${year} (${html.length} publications)`, milliseconds(builds));
  print('bare Puppeteer, same HTML', milliseconds(bares));
  print('ratio (aim: at most 2)', (median(builds) / median(bares)).toFixed(2));
  await benchDiff(median(builds));
  print(`check ${year}, once Node.js is up (aim: under 1 s)`, `${await checkTime()} ms`);
  await benchFinish();
  print('build of all years, once', milliseconds([await timed([launcher, 'build', '--out', join(folder, 'all')])]));
  print('peak memory (aim: at most 600 MB)', await peakMemory([year]));
  print('peak memory, all years', await peakMemory([]));
}

/** Two builds compared of which every page is set otherwise, so that all are drawn; and the same from their sources. */
async function benchDiff(build: number): Promise<void> {
  const [old, out] = [join(folder, 'old'), join(folder, 'diff')];
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const name of ['data', 'templates']) await cp(join(root, name), join(old, name), { recursive: true });
  await appendFile(join(old, 'templates', 'shared', 'base.css'), '\np { letter-spacing: 0.01em }\n');
  await timed([launcher, 'build', year], old);
  const diffs: number[] = [];
  const wholes: number[] = [];
  for (let run = 0; run < Number(runCount); run++) {
    diffs.push(await timed([launcher, 'diff', join(old, 'output'), join(folder, `build-${run}`), '--out', out]));
    wholes.push(await timed([launcher, 'diff', old, '--year', year, '--out', out]));
  }
  print('diff of two builds, all pages drawn', milliseconds(diffs));
  print('diff to build (aim: under 3)', (median(diffs) / build).toFixed(2));
  print('diff of two states, both built first', milliseconds(wholes));
}

/** Finishing beside the print itself. */
async function benchFinish(): Promise<void> {
  const times = await timeFinish(Number(year), Number(runCount) + 1);
  print(`print, ${times.pages} pages`, milliseconds(times.print));
  print('finish (aim: 200 ms, at most print)', milliseconds(times.finish));
  print('inspect', milliseconds(times.inspect));
  const share = ((times.finished / times.printed) * 100).toFixed(0);
  print('size when finished (at most 110%)', `${share}% of ${Math.round(times.printed / 1024)} kB`);
  print('finish 120 pages, beside 30 (4: linear)', (await timeGrowth(120)).toFixed(1));
}

/** The shortest of some checks, less the shortest start of Node.js, in milliseconds: other work only adds to either. */
async function checkTime(): Promise<number> {
  const checks: number[] = [];
  const starts: number[] = [];
  for (let run = 0; run < Number(runCount) + 1; run++) {
    checks.push(await timed([launcher, 'check', year]));
    starts.push(await timed(['--eval', '0']));
  }
  return Math.round(Math.min(...checks) - Math.min(...starts));
}

async function build(reportingYear: string, out: string): Promise<number> {
  return timed([launcher, 'build', reportingYear, '--out', out]);
}

/** The same browser and arguments that a build uses, as the bare script takes them. */
async function describeBrowser(): Promise<string> {
  const { value: printer, diagnostics } = await openPrinter({ env: process.env });
  if (!printer) throw new Error(diagnostics.map(diagnostic => diagnostic.message).join('\n'));
  await printer.close();
  const args = browserArguments({ profile: join(folder, 'profile'), sandbox: printer.sandbox });
  print('browser', `${printer.version} (${printer.program.kind})`);
  return JSON.stringify({ path: printer.program.path, env: printer.program.env, args });
}

async function htmlFiles(out: string): Promise<string[]> {
  const names = await readdir(out, { recursive: true });
  return names.filter(name => name.endsWith('.html')).map(name => join(out, name));
}

async function timed(args: readonly string[], cwd?: string): Promise<number> {
  const begin = performance.now();
  await finished(start(args, cwd), args);
  return performance.now() - begin;
}

async function peakMemory(years: readonly string[]): Promise<string> {
  const args = [launcher, 'build', ...years, '--out', join(folder, 'memory')];
  const child = start(args);
  const peak = await watchMemory(child.pid ?? 0, finished(child, args));
  if (!peak) return 'not measured (no /proc here)';
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  return `${megabytes(peak.proportional)} (${megabytes(peak.resident)} with shared pages counted in every process)`;
}

function start(args: readonly string[], cwd?: string): ChildProcess {
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], ...(cwd === undefined ? {} : { cwd }) });
}

async function finished(child: ChildProcess, args: readonly string[]): Promise<void> {
  let log = '';
  child.stderr?.on('data', chunk => {
    log += chunk;
  });
  const [code] = await once(child, 'close');
  const isChanged = code === 1 && args[1] === 'diff';
  if (code !== 0 && !isChanged) throw new Error(`"node ${args.join(' ')}" ended with exit code ${code}:\n${log}`);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function milliseconds(times: readonly number[]): string {
  const all = times.map(time => Math.round(time));
  return `${Math.round(median(times))} ms${times.length > 1 ? `, median of ${all.join(' ')}` : ''}`;
}

function print(label: string, value: string): void {
  process.stdout.write(`${label.padEnd(42)}${value}\n`);
}
