// What `release` and `verify` say when they are done, in lines.

import { names } from '../release/file.ts';
import { type CheckedCondition, conditionLine } from './checklist.ts';
import type { Released } from './release.ts';
import type { Verified } from './verify.ts';

/** What to do about each condition that is not met. */
export function conditionHints(conditions: readonly CheckedCondition[]): string[] {
  return conditions
    .filter(({ kind }) => kind === 'failed')
    .flatMap(condition => ['', conditionLine(condition), ...condition.hints.map(hint => `  hint: ${hint}`)]);
}

/** Where a release is, and how to name its commit. */
export function releasedLines({ folder, version, commit, archive, files, isTagged, isValidated }: Released): string[] {
  const short = commit.slice(0, 7);
  return [
    `${folder}  ${version} of commit ${short}: ${files} files, all of them also in ${archive}`,
    ...(isValidated ? [] : ['Not validated by veraPDF, which is not on this machine; validation.json says so.']),
    ...(isTagged
      ? []
      : [`Name the commit once it is published: git tag --annotate ${version} --message ${version} ${short}`]),
    'The files are not signed.',
  ];
}

/** What was found, file by file; and what that does not say. */
export function verifiedLines({ manifest, files, faults, rebuilt }: Verified): string[] {
  const bad = new Set(faults.map(({ file }) => file)).size;
  const name = manifest ? `${manifest.version} of commit ${manifest.commit.slice(0, 7)}` : 'a release';
  return [
    ...faults.map(({ file, message }) => `✗ ${file} ${message}`),
    ...(bad > 0 ? [`${name}: ${bad} of ${files} files ${bad === 1 ? 'is' : 'are'} not as they should be.`] : []),
    ...(bad === 0 ? [`✓ ${name}: ${files} files, as ${names.sums} and ${names.manifest} say.`] : []),
    ...(manifest?.embargo ? [`Released under embargo until ${manifest.embargo.until}, Dutch time.`] : []),
    ...(rebuilt === undefined ? [onlyItself] : []),
    ...(rebuilt !== undefined && bad === 0 ? [`✓ Built again ${rebuilt}: every byte is the same.`] : []),
    ...(rebuilt !== undefined && bad > 0 ? [`Built again ${rebuilt}.`] : []),
  ];
}

const onlyItself =
  'This holds the release against itself: who changes a file may change its sum too. --rebuild, in a clone of the project, builds it again.';
