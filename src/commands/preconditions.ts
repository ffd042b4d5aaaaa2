// What must hold before anything is released, and can be said without a browser: git, tools, status, embargo, the check.

import { arch, platform } from 'node:os';
import { hasEmbedded } from '../browser/embedded.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { inOrder } from '../diagnostics/report.ts';
import type { Edition } from '../edition/edition.ts';
import { clockTime, formatClock } from '../locale/date.ts';
import { check } from './check.ts';
import { type Condition, failed, passed, skipped, type Verdict } from './checklist.ts';
import type { Machine } from './machine.ts';
import type { Program } from './program.ts';
import type { Standing } from './standing.ts';

/** What the conditions look at; `diagnostics` receives what the check finds. */
export interface Grounds {
  readonly year: number;
  readonly standing: Standing;
  readonly edition: Edition;
  readonly program: Program;
  /** The version of the Node.js that runs. */
  readonly node: string;
  readonly embargoed: boolean;
  /** With the files of the standing. */
  readonly machine: Machine;
  readonly diagnostics: Diagnostic[];
}

/** The conditions that need no browser, in the order of the list. */
export function groundConditions(grounds: Grounds): Condition[] {
  const rules: { found?: Promise<readonly Diagnostic[]> } = {};
  const checked = (): Promise<readonly Diagnostic[]> => {
    rules.found ??= runCheck(grounds);
    return rules.found;
  };
  return [
    { title: 'Everything is committed', check: () => judgeTree(grounds.standing) },
    { title: 'Node.js, browser and packages are those of the lockfile', check: () => judgeTools(grounds) },
    { title: 'The edition is final', check: () => judgeStatus(grounds.edition) },
    { title: 'The embargo has passed', check: () => judgeEmbargo(grounds) },
    { title: 'The check finds no errors', check: async () => judgeCheck(await checked()) },
    { title: 'No waiver is out of date', check: async () => judgeWaivers(grounds.edition, await checked()) },
  ];
}

function judgeTree({ commit, changes, isShallow, versions }: Standing): Verdict {
  if (commit === undefined || !versions)
    return failed('there is no commit', 'Make the project a git repository, and commit all of it.');
  if (isShallow)
    return failed(
      'this clone has only the end of the history, and the last release may stand before it',
      'Fetch the rest: git fetch --unshallow --tags (in a CI: fetch-depth: 0, or GIT_DEPTH: 0).',
    );
  if (changes.length > 0)
    return failed(
      `${changes.length} ${changes.length === 1 ? 'file differs' : 'files differ'} from the commit`,
      `Commit ${listed(changes)}, or put ${changes.length === 1 ? 'it' : 'them'} aside: git stash --include-untracked`,
    );
  return passed(`${commit.slice(0, 7)}, ${versions.isTagged ? 'tagged' : 'to be'} ${versions.version}`);
}

const most = 5;

function listed(names: readonly string[]): string {
  const rest = names.length - most;
  return `${names.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function judgeTools({ program, node, machine: { env } }: Grounds): Verdict {
  const { strays, lock } = program;
  const pinned = lock.packages.find(({ name }) => name === 'node')?.version ?? '';
  const hints = [
    ...(node === pinned
      ? []
      : [`Run it on Node.js ${pinned}, which comes with the project: npx node src/launch.cjs release …`]),
    ...(env['PUPPETEER_EXECUTABLE_PATH']
      ? ['Unset PUPPETEER_EXECUTABLE_PATH: another browser makes other bytes.']
      : []),
    ...(hasEmbedded(platform(), arch())
      ? []
      : [
          'Release on Linux (x64): there the browser comes with the packages, so that every machine makes the same bytes.',
        ]),
    ...(strays.length === 0
      ? []
      : [`Run npm ci: ${listed(strays)} ${strays.length === 1 ? 'is' : 'are'} not installed as pinned.`]),
  ];
  if (hints.length === 0) return passed(`Node.js ${node}`);
  return failed('another machine could not make the same bytes again', ...hints);
}

function judgeStatus({ status, reportingYear }: Edition): Verdict {
  if (status === 'final') return passed();
  return failed(
    'its status is draft',
    `When the office has approved it, write \`status: final\` in data/${reportingYear}/edition.yaml and commit that.`,
  );
}

function judgeEmbargo({ edition: { embargo }, embargoed, machine }: Grounds): Verdict {
  if (embargo === undefined) return passed('there is none');
  const until = `until ${embargo}, Dutch time`;
  if (embargoed) return passed(`released under embargo ${until}, as the manifest and the notes say`);
  if (clockTime(machine.today()) >= embargo) return passed(`it was ${until}`);
  return failed(
    `it is ${until}`,
    `Wait (${formatClock(embargo)}), or add --embargoed to make the files before it; these say that they are under embargo.`,
  );
}

async function runCheck({ year, machine, diagnostics }: Grounds): Promise<readonly Diagnostic[]> {
  const found = inOrder((await check([String(year)], machine)).diagnostics);
  diagnostics.push(...found);
  return found;
}

/** Said of a waiver that matches nothing: the text, the tables or both were put right since. */
function isStale({ rule, severity }: Diagnostic): boolean {
  return severity === 'error' && rule === 'difference-unmet';
}

function judgeCheck(found: readonly Diagnostic[]): Verdict {
  const errors = found.filter(one => one.severity === 'error' && !isStale(one));
  const warnings = found.filter(one => one.severity === 'warning');
  if (errors.length > 0) return failed(counted(errors.length, 'error'), 'Correct what is reported below.');
  return passed(warnings.length === 0 ? '' : `${counted(warnings.length, 'warning')}, reported below`);
}

function judgeWaivers({ publications }: Edition, found: readonly Diagnostic[]): Verdict {
  const stale = found.filter(isStale);
  const used = found.filter(({ rule }) => rule === 'known-difference').length;
  const declared = publications.reduce((sum, { differences }) => sum + differences.length, 0);
  if (stale.length > 0)
    return failed(
      `${counted(stale.length, 'waiver')} of ${declared}`,
      'Take them out of `differences` in edition.yaml, or correct them: see below.',
    );
  if (used < declared && hasErrors(found)) return skipped('the mistakes above may hide some');
  return passed(declared === 0 ? 'there is none' : `${declared} in use`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
