// Runs another program to its end.

import { execFile } from 'node:child_process';

/** The variables that a program is started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How a program ended: with an exit code, or not at all, and then why. */
export interface Ended {
  readonly code?: number;
  /** Reads on after "could not be run: "; only when there is no exit code. */
  readonly why?: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where, with what, and for at most how many milliseconds a program runs. */
export interface RunOptions {
  readonly env: Environment;
  readonly timeout: number;
}

/** What a program prints and how it ends; never rejects. In its locale file names are UTF-8, also where none is set. */
export async function run(program: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const { timeout } = options;
  const settings = { env: { ...options.env, LC_ALL: 'C.UTF-8' }, timeout, maxBuffer: 2 ** 28 };
  return new Promise(resolve => {
    execFile(program, [...args], settings, (problem, stdout, stderr) => {
      const code = problem ? problem.code : 0;
      if (typeof code === 'number') resolve({ code, stdout, stderr });
      else resolve({ why: whyNot(problem, timeout), stdout, stderr });
    });
  });
}

function whyNot(problem: Error | null, timeout: number): string {
  if (!problem) return 'no reason is known';
  if ('killed' in problem && problem.killed && !('code' in problem && problem.code))
    return `it took more than ${timeout / 1000} s`;
  if ('code' in problem && problem.code === 'ENOENT') return 'there is none';
  return problem.message.split('\n')[0] ?? problem.message;
}
