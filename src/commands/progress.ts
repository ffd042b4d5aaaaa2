// Progress: a live list in a terminal, plain lines elsewhere; which publication, which phase, how long.

import type { Machine } from './machine.ts';

/** One thing that is being made; its work says which phase it is in. */
export interface Job<T> {
  readonly title: string;
  readonly work: (phase: (name: string) => void) => Promise<T>;
  /** What to say of the result: undefined for success, else what went wrong in two words. */
  readonly verdict: (result: T) => string | undefined;
}

/** Runs all jobs side by side, showing progress, and gives their results in order; a job that throws, throws. */
export async function runJobs<T>(jobs: readonly Job<T>[], machine: Machine): Promise<T[]> {
  return machine.terminal ? runInTerminal(jobs, machine) : runInLines(jobs, machine);
}

async function runInLines<T>(jobs: readonly Job<T>[], { say, now }: Machine): Promise<T[]> {
  const start = now();
  return Promise.all(
    jobs.map(async ({ title, work, verdict }) => {
      const result = await work(phase => say(`${title}: ${phase}`));
      say(`${title}: ${verdict(result) ?? 'done'} (${seconds(now() - start)})`);
      return result;
    }),
  );
}

async function runInTerminal<T>(jobs: readonly Job<T>[], { now }: Machine): Promise<T[]> {
  const { Listr } = await import('listr2');
  const start = now();
  const results: T[] = [];
  const tasks = jobs.map(({ title, work, verdict }, index) => ({
    title,
    task: async (_: unknown, task: { title: string }): Promise<void> => {
      const result = await work(phase => {
        task.title = `${title}: ${phase}`;
      });
      results[index] = result;
      const wrong = verdict(result);
      task.title = `${title} (${seconds(now() - start)})`;
      if (wrong !== undefined) throw new Stopped(`${title}: ${wrong}`);
    },
  }));
  const list = new Listr(tasks, { concurrent: true, exitOnError: false, collectErrors: false });
  try {
    await list.run();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  const broken = list.errors?.find(({ error }) => !(error instanceof Stopped));
  if (broken) throw broken.error;
  return results;
}

/** Marks a job as failed in the list; its diagnostics are reported elsewhere. */
class Stopped extends Error {}

/** A duration in seconds with one decimal: `1.2 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
