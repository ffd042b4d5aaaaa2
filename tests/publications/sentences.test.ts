// Sentences as they are written about figures, held against the tables of 2023: the true pass, the false are reported.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { edition2023 } from '../prose/edition.ts';
import { work } from './mutation-texts.ts';

function linesOf(name: string): string[] {
  return readFileSync(new URL(`sentences/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
}

/** The rules that report a sentence, sorted, each once. */
function reportedBy(sentence: string): string {
  const source = createSource('data/2023/proef/zin.md', sentence);
  const { diagnostics } = work({ text: 'zin', line: 1, source }, edition2023().edition.tables);
  return [...new Set(diagnostics.map(({ rule }) => rule))].toSorted().join(',');
}

test.each(linesOf('true'))('true: %s', sentence => {
  expect(reportedBy(sentence)).toBe('');
});

test.each(linesOf('false').map(line => line.split(' | ')))('false, by %s: %s', (rules = '', sentence = '') => {
  expect(reportedBy(sentence)).toBe(rules);
});
