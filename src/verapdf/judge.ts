// Has veraPDF judge files: all of them in one run for a profile, because it takes a second to start.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readXmp } from '../inspect/xmp.ts';
import { openPdf } from '../pdf/file.ts';
import { isStream, PdfError } from '../pdf/values.ts';
import { type Profile, readReport, type Verdict } from './report.ts';
import { type Ended, type Environment, run } from './run.ts';

/** A veraPDF that runs here. */
export interface Judge {
  /** For people: version, and where it was found. */
  readonly name: string;
  readonly program: string;
  /** What comes before veraPDF's own arguments. */
  readonly args: readonly string[];
  readonly env: Environment;
}

const timeout = 600_000;

/** The verdict on each file, in the order given; throws when veraPDF itself fails, or has no word on a file. */
export async function validate(judge: Judge, paths: readonly string[], profile: Profile): Promise<Verdict[]> {
  const files = [...new Set(paths.map(path => resolve(path)))];
  if (files.length === 0) return [];
  const options = ['--flavour', profile, '--format', 'json', '--maxfailuresdisplayed', '1', '--nonpdfext'];
  const ended = await run(judge.program, [...judge.args, ...options, ...files], { env: judge.env, timeout });
  const verdicts = new Map(read(ended, profile).map(verdict => [verdict.path, verdict]));
  return files.map(file => {
    const verdict = verdicts.get(file);
    if (!verdict) throw new Error(`veraPDF has no word on ${file}. Is it there?\n${ended.stderr}`);
    return verdict;
  });
}

/** The verdicts on each file as a publication: first PDF/UA-1, then the part of PDF/A that it says it follows. */
export async function validatePublications(judge: Judge, paths: readonly string[]): Promise<Verdict[]> {
  const files = [...new Set(paths.map(path => resolve(path)))];
  const archives = await Promise.all(files.map(archiveProfile));
  const asked = (['ua1', '2a', '3a'] as const).map(
    profile => [profile, files.filter((_, index) => profile === 'ua1' || profile === archives[index])] as const,
  );
  const verdicts = await Promise.all(asked.map(([profile, some]) => validate(judge, some, profile)));
  const byFile = Map.groupBy(verdicts.flat(), ({ path }) => path);
  return files.flatMap(file => byFile.get(file) ?? []);
}

/** PDF/A-3a for a file that says so; PDF/A-2a for all others, also for those that say nothing or cannot be read. */
async function archiveProfile(path: string): Promise<Profile> {
  try {
    const file = openPdf(await readFile(path));
    const metadata = file.get(file.catalog, 'Metadata');
    return isStream(metadata) && readXmp(file, metadata).get('pdfaid:part') === '3' ? '3a' : '2a';
  } catch (problem) {
    if (problem instanceof PdfError) return '2a'; // veraPDF says what is wrong with it
    throw problem;
  }
}

function read(ended: Ended, profile: Profile): Verdict[] {
  if (ended.why) throw new Error(`veraPDF could not be run: ${ended.why}.\n${ended.stderr}`);
  try {
    return readReport(ended.stdout, profile);
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new Error(`${reason}\nveraPDF ended with exit code ${ended.code}:\n${ended.stderr}`, { cause: problem });
  }
}
