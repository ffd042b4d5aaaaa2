// A project as a repository of git, for tests: commits without a name of anybody's.

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Runs git in a project. */
export type Git = (...words: readonly string[]) => string;

/** Git in a folder, which need not be a repository yet; with further variables, such as the moment of its commits. */
export function openGit(folder: string, variables: Readonly<Record<string, string>> = {}): Git {
  const own = ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'tag.gpgSign=false'];
  const env = { ...process.env, ...variables };
  return (...words) => execFileSync('git', [...own, ...words], { encoding: 'utf8', env }).trim();
}

/** Commits all files of a repository; gives the name of the commit. */
export function commitAll(git: Git, message: string): string {
  git('add', '--all', '.');
  git('commit', '--quiet', '--message', message);
  return git('rev-parse', 'HEAD');
}

/** The variables of a machine with git and no other program, so that no veraPDF is started. */
export function gitOnly(folder: string): Record<string, string> {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, 'git'), { force: true });
  symlinkSync(execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim(), join(bin, 'git'));
  return { PATH: bin, JAVA_HOME: '' };
}
