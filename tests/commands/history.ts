// The history of a small project: commits and tags that a test makes.

import { execFileSync } from 'node:child_process';

/** What a test does with git in a folder. */
export interface History {
  git(...words: string[]): string;
  /** Commits all that is there; gives the commit's full name. */
  commit(message: string): string;
}

/** A repository in a folder that is none yet; every commit has the same author and moment. */
export function beginHistory(folder: string): History {
  const own = ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'tag.gpgSign=false'];
  const moment = '2024-04-26T10:00:00Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: moment, GIT_COMMITTER_DATE: moment };
  const git = (...words: string[]): string =>
    execFileSync('git', [...own, ...words], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  git('init', '--quiet', '--initial-branch=main');
  return {
    git,
    commit(message) {
      git('add', '.');
      git('commit', '--quiet', '--message', message);
      return git('rev-parse', 'HEAD');
    },
  };
}
