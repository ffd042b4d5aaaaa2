// A list of titled conditions, all of them checked one after another: a live list in a terminal, plain lines elsewhere.

import type { Machine } from './machine.ts';

/** How a condition was met. */
export interface Verdict {
  /** A skipped one could not be checked, for a reason that is reported elsewhere or that may be. */
  readonly kind: 'passed' | 'failed' | 'skipped';
  /** What was found, in a few words; may be empty. */
  readonly said: string;
  /** What to do about it; empty unless it failed. */
  readonly hints: readonly string[];
}

/** A condition. */
export interface Condition {
  /** What holds when it is met: `The edition is final`. */
  readonly title: string;
  readonly check: (phase: (name: string) => void) => Promise<Verdict> | Verdict;
}

/** A condition that was checked. */
export interface CheckedCondition extends Verdict {
  readonly title: string;
}

/** A verdict in one call. */
export function passed(said = ''): Verdict {
  return { kind: 'passed', said, hints: [] };
}

/** A condition that is not met, and what to do. */
export function failed(said: string, ...hints: readonly string[]): Verdict {
  return { kind: 'failed', said, hints };
}

/** A condition that could not be checked, and why. */
export function skipped(said: string): Verdict {
  return { kind: 'skipped', said, hints: [] };
}

/** Checks all conditions in their order, showing progress; one that throws, throws. */
export async function runChecklist(
  conditions: readonly Condition[],
  machine: Machine,
): Promise<readonly CheckedCondition[]> {
  return machine.terminal ? runInTerminal(conditions) : runInLines(conditions, machine);
}

const signs = { passed: '✓', failed: '✗', skipped: '–' } as const;

/** A checked condition in a line: `✗ The edition is final: its status is draft`. */
export function conditionLine({ kind, title, said }: CheckedCondition): string {
  return `${signs[kind]} ${sayWith(title, said)}`;
}

function sayWith(title: string, said: string): string {
  return said === '' ? title : `${title}: ${said}`;
}

async function runInLines(conditions: readonly Condition[], { say }: Machine): Promise<CheckedCondition[]> {
  const found: CheckedCondition[] = [];
  for (const { title, check } of conditions) {
    const checked = { title, ...(await check(() => {})) };
    say(conditionLine(checked));
    found.push(checked);
  }
  return found;
}

async function runInTerminal(conditions: readonly Condition[]): Promise<CheckedCondition[]> {
  const { Listr } = await import('listr2');
  const found: CheckedCondition[] = [];
  const broken: unknown[] = [];
  const tasks = conditions.map(({ title, check }) => ({
    title,
    task: async (_: unknown, task: { title: string; skip(message: string): void }): Promise<void> => {
      const checked = { title, ...(await attempt(check, name => (task.title = `${title}: ${name}`), broken)) };
      found.push(checked);
      task.title = sayWith(title, checked.said);
      if (checked.kind === 'skipped') task.skip(task.title);
      if (checked.kind === 'failed') throw new Unmet(task.title);
    },
  }));
  await new Listr(tasks, { concurrent: false, exitOnError: false, collectErrors: false }).run();
  if (broken.length > 0) throw broken[0];
  return found;
}

/** Marks a condition as not met in the list; what to do is said after it. */
class Unmet extends Error {}

async function attempt(check: Condition['check'], phase: (name: string) => void, broken: unknown[]): Promise<Verdict> {
  try {
    return await check(phase);
  } catch (error) {
    broken.push(error);
    throw error;
  }
}
