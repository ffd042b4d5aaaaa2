// Has veraPDF, the reference validator, judge PDFs as PDF/UA-1, and as PDF/A-2a or, where they say so, PDF/A-3a.
// Usage: npm run verapdf [-- [--if-available] [--fetch | <file or folder>…]]
// With --fetch veraPDF is only made ready, for a release, which itself fetches nothing.

import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Judge, validatePublications } from '../../src/verapdf/judge.ts';
import { findJudge } from './find.ts';
import { conclusion, verdictLines } from './print.ts';

const exitCodes = { valid: 0, notValid: 1, usage: 2, bug: 3, notValidated: 4 } as const;
const usage = 'Usage: npm run verapdf -- [--if-available] [--fetch | <file or folder>…]';
const output = fileURLToPath(new URL('../../output', import.meta.url));

/** What the caller can mend. */
class UsageError extends Error {}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (problem) {
  const isUsage = problem instanceof UsageError;
  const text = problem instanceof Error ? (isUsage ? problem.message : problem.stack) : String(problem);
  process.stderr.write(`${text}\n${isUsage ? `${usage}\n` : ''}`);
  process.exitCode = isUsage ? exitCodes.usage : exitCodes.bug;
}

async function main(args: readonly string[]): Promise<number> {
  const { ifAvailable, fetchOnly, paths } = readArguments(args);
  const files = fetchOnly ? [] : [...new Set((await Promise.all(paths.map(pdfsAt))).flat())];
  if (files.length === 0 && !fetchOnly)
    throw new UsageError(`There is no PDF in ${paths.map(nameOf).join(', ')}. Build one first: npm start`);
  const told: string[] = [];
  const judge = await findJudge({ begin: print, tell: line => told.push(line) });
  if (judge) return judgeAll(judge, files);
  for (const line of told) print(line);
  print(
    'NOT VALIDATED: there is no veraPDF here. It takes Java 11 or newer and Maven Central, or a mirror in ' +
      'MAVEN_REPOSITORY; or verapdf on the PATH (https://verapdf.org).',
  );
  return ifAvailable ? exitCodes.valid : exitCodes.notValidated;
}

async function judgeAll(judge: Judge, files: readonly string[]): Promise<number> {
  print(judge.name);
  if (files.length === 0) return exitCodes.valid;
  const verdicts = await validatePublications(judge, files);
  for (const verdict of verdicts) verdictLines(verdict, nameOf).forEach(print);
  print(conclusion(verdicts, nameOf));
  return verdicts.every(verdict => verdict.isCompliant) ? exitCodes.valid : exitCodes.notValid;
}

interface Arguments {
  readonly ifAvailable: boolean;
  readonly fetchOnly: boolean;
  readonly paths: readonly string[];
}

function readArguments(args: readonly string[]): Arguments {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const options = { 'if-available': flag, fetch: flag };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.fetch && positionals.length > 0) throw new UsageError('--fetch judges nothing: leave out the files.');
    const paths = positionals.length > 0 ? positionals : [output];
    return { ifAvailable: values['if-available'], fetchOnly: values.fetch, paths };
  } catch (problem) {
    throw new UsageError(problem instanceof Error ? problem.message : String(problem));
  }
}

/** A file whatever its name, and of a folder all that is called .pdf, in the order of their names. */
async function pdfsAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UsageError(`There is no ${path}.`);
  if (!found.isDirectory()) return [resolve(path)];
  const names = await readdir(path, { recursive: true });
  return names
    .filter(name => /\.pdf$/i.test(name))
    .toSorted()
    .map(name => resolve(join(path, name)));
}

function nameOf(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') ? path : short || '.';
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
