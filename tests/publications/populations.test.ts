// Sentences about who is counted, against the tables of 2023 and 2024: the true pass, the false are reported.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportedIn } from './years.ts';

interface Line {
  readonly year: number;
  /** The rules that report it; none for a true one. */
  readonly rules: string;
  readonly sentence: string;
}

/** `2024 | other-population | …`, with ¶ for an empty line. */
function linesOf(name: string): Line[] {
  const lines = readFileSync(new URL(`sentences/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map(line => {
    const [year = '', ...rest] = line.split(' | ');
    const [sentence = '', rules = ''] = rest.toReversed();
    return { year: Number(year), rules, sentence: sentence.replaceAll('¶', '\n\n') };
  });
}

function rulesOf({ year, sentence }: Line): string {
  return [...new Set(reportedIn(year, sentence).map(({ rule }) => rule))].toSorted().join(',');
}

test.each([...linesOf('populations-true'), ...linesOf('populations-true-further')])(
  'true of $year: $sentence',
  line => {
    expect(rulesOf(line)).toBe('');
  },
);

test.each([...linesOf('populations-false'), ...linesOf('populations-false-further')])(
  'false of $year, by $rules: $sentence',
  line => {
    expect(rulesOf(line)).toBe(line.rules);
  },
);
