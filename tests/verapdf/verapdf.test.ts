import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type Judge, validate, validatePublications } from '../../src/verapdf/judge.ts';
import type { Profile } from '../../src/verapdf/report.ts';
import { findJudge } from './find.ts';
import { writeProgram } from './machine.ts';
import { type Part, smallPdf } from './small.ts';

const program = fileURLToPath(new URL('verapdf.ts', import.meta.url));
const judge = await findJudge({ timeout: 20_000 });
const folder = mkdtempSync(join(tmpdir(), 'jaarcijfers-verapdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, without?: Part, archive = 2): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, smallPdf(without, { archive }));
  return path;
}

function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { status: number | null; last: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env });
  return { status, last: stdout.trim().split('\n').at(-1) ?? '', stderr };
}

test('without a judge it says so, and fails only when one is asked for', () => {
  const path = write('alone/sound.pdf');
  const env = { PATH: folder };
  expect(start([path], env)).toMatchObject({
    status: 4,
    last: expect.stringMatching(/^NOT VALIDATED: there is no veraPDF/),
  });
  expect(start([path, '--if-available'], env)).toMatchObject({
    status: 0,
    last: expect.stringMatching(/^NOT VALIDATED/),
  });
});

test.each([
  ['a folder without PDFs', [join(folder, 'empty')], 'There is no PDF in'],
  ['a lost file', [join(folder, 'lost.pdf')], 'There is no '],
  ['an unknown option', ['--fast'], "Unknown option '--fast'"],
  ['a file that --fetch would not look at', ['--fetch', 'a.pdf'], '--fetch judges nothing'],
])('%s is wrong use', (_, args, message) => {
  mkdirSync(join(folder, 'empty'), { recursive: true });
  const { status, stderr } = start(args, {});
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain('Usage: npm run verapdf');
});

test('--fetch makes a judge ready and judges nothing; without one it fails', () => {
  expect(start(['--fetch'], { PATH: folder })).toMatchObject({ status: 4 });
});

test.skipIf(!judge)('--fetch names the judge', () => {
  expect(start(['--fetch'], process.env)).toEqual({ status: 0, last: judge?.name, stderr: expect.any(String) });
});

/** Rules that fail, by profile, for a part that is left out. */
const broken: [Part, Record<'ua1' | '2a', string[]>][] = [
  ['metadata', { ua1: ['7.1-8'], '2a': ['6.6.2.1-1'] }],
  ['language', { ua1: ['7.2-33'], '2a': [] }],
  ['title', { ua1: ['7.1-9'], '2a': [] }],
  ['id', { ua1: [], '2a': ['6.1.3-1'] }],
];

test.skipIf(!judge).each(['ua1', '2a'] as const)(
  'veraPDF names the rule that each lost part breaks: %s',
  async profile => {
    const paths = [write('één heel.pdf'), ...broken.map(([part]) => write(`${part}.pdf`, part))];
    const verdicts = await validate(judge as Judge, paths, profile);
    expect(verdicts.map(({ path }) => path)).toEqual(paths);
    const rules = verdicts.map(({ failures }) => failures.map(({ rule }) => rule));
    expect(rules).toEqual([[], ...broken.map(([, expected]) => expected[profile])]);
    expect(verdicts.map(({ isCompliant }) => isCompliant)).toEqual(rules.map(({ length }) => length === 0));
  },
);

test.skipIf(!judge)(
  'each file is judged by the part of PDF/A that it says it follows',
  async () => {
    const paths = [write('parts/drie.pdf', undefined, 3), write('parts/twee.pdf'), write('parts/geen.pdf', 'metadata')];
    const verdicts = await validatePublications(judge as Judge, paths);
    expect(verdicts.map(({ path, profile, isCompliant }) => [paths.indexOf(path), profile, isCompliant])).toEqual([
      ...[[0, 'ua1', true] as const, [0, '3a', true] as const],
      ...[[1, 'ua1', true] as const, [1, '2a', true] as const],
      ...[[2, 'ua1', false] as const, [2, '2a', false] as const],
    ]);
  },
  120_000,
);

/** A verapdf on a PATH of its own, which passes a file as PDF/UA-1 and finds this many broken rules as PDF/A. */
function pretend(path: string, brokenRules: number): NodeJS.ProcessEnv {
  const name = join(folder, `pretended-${brokenRules}`, 'verapdf');
  writeProgram(name, `[ "$1" = --version ] && echo "veraPDF 1.28.2" || /bin/cat "$0-$2.json"`);
  const rule = { clause: '6.1.3', testNumber: 1, status: 'failed', failedChecks: 1, description: 'An ID', checks: [] };
  const judgements: readonly (readonly [Profile, string, number])[] = [
    ['ua1', 'PDF/UA-1', 0],
    ['2a', 'PDF/A-2A', brokenRules],
    ['3a', 'PDF/A-3A', brokenRules],
  ];
  for (const [profile, title, count] of judgements) {
    const details = { failedRules: count, ruleSummaries: Array(count).fill(rule) };
    const result = { jobEndStatus: 'normal', profileName: `${title} profile`, compliant: count === 0, details };
    const job = { itemDetails: { name: path }, validationResult: [result] };
    writeFileSync(`${name}-${profile}.json`, JSON.stringify({ report: { jobs: [job] } }));
  }
  return { PATH: join(name, '..') };
}

test('the program passes what passes both profiles, and fails the rest', () => {
  const path = write('both/deep/judged.pdf');
  expect(start([join(folder, 'both')], pretend(path, 0))).toMatchObject({
    status: 0,
    last: 'VALID: veraPDF passes 1 file (PDF/UA-1, PDF/A-2a).',
  });
  for (const flags of [[], ['--if-available']])
    expect(start([...flags, path], pretend(path, 1))).toMatchObject({
      status: 1,
      last: expect.stringMatching(/^NOT VALID: veraPDF fails 1 of 2 judgements: .*judged\.pdf \(PDF\/A-2a\)\.$/),
    });
});

test('it says by which profiles it judged', () => {
  const path = write('three/judged.pdf', undefined, 3);
  expect(start([join(folder, 'three')], pretend(path, 0)).last).toBe(
    'VALID: veraPDF passes 1 file (PDF/UA-1, PDF/A-3a).',
  );
});

test('a judge that talks nonsense is neither a pass nor a fail', () => {
  const path = write('nonsense/judged.pdf');
  const { status, stderr } = start([path, '--if-available'], pretend(write('nonsense/other.pdf'), 0));
  expect(status).toBe(3);
  expect(stderr).toContain(`veraPDF has no word on ${path}`);
});

test.skipIf(!judge)('a file that is not there is not passed over', async () => {
  await expect(validate(judge as Judge, [join(folder, 'lost.pdf')], 'ua1')).rejects.toThrow('veraPDF');
});
