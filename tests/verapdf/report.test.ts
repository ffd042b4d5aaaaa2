import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReport } from '../../src/verapdf/report.ts';

/** What veraPDF 1.28.2 wrote on a factsheet as printed, on a sound file and on a broken one, less times and counts. */
const report = readFileSync(new URL('report-ua1.json', import.meta.url), 'utf8');

/** The report with one passage replaced, which must be there. */
function altered(from: string, to: string): string {
  expect(report).toContain(from);
  return report.replace(from, to);
}

test('a report has a verdict per file, with the rules that fail by clause', () => {
  const [factsheet, sound, broken] = readReport(report, 'ua1');
  expect(factsheet).toMatchObject({ path: '/proef/factsheet.pdf', profile: 'ua1', isCompliant: false });
  expect(factsheet?.failures.map(({ rule, count }) => [rule, count])).toEqual([
    ['7.1-3', 160],
    ['7.1-5', 4],
    ['7.1-8', 1],
  ]);
  expect(factsheet?.failures[1]?.first).toEqual({
    message: 'Non-standard structure type Strong is not mapped to a standard type',
    context:
      'root/document[0]/StructTreeRoot[0](16 0 obj PDStructTreeRoot)/K[0](17 0 obj SEDocument Document)' +
      '/K[1](23 0 obj SENonStruct NonStruct)/K[0](24 0 obj SEArt Art)/K[1](32 0 obj SENonStandard Strong)',
  });
  expect(sound).toEqual({ path: '/proef/sound.pdf', profile: 'ua1', isCompliant: true, failures: [] });
  expect(broken).toMatchObject({ path: '/proef/broken.pdf', isCompliant: false, failures: [] });
  expect(broken?.problem).toBe(
    "Couldn't parse stream – Document doesn't contain startxref keyword in the last 1024 bytes",
  );
});

test('clauses are in the order of their numbers', () => {
  const text = altered('"clause": "7.1"', '"clause": "7.18.1"').replace('"clause": "7.1"', '"clause": "7.2"');
  expect(readReport(text, 'ua1')[0]?.failures.map(({ rule }) => rule.split('-')[0])).toEqual(['7.1', '7.2', '7.18.1']);
});

test('a judgement that did not come to its end is not one', () => {
  const [verdict] = readReport(altered('"jobEndStatus": "normal"', '"jobEndStatus": "timeout"'), 'ua1');
  expect(verdict).toMatchObject({ isCompliant: false, failures: [], problem: 'it ended as "timeout"' });
});

test.each([
  ['another profile', report, '2a', 'by "PDF/UA-1 validation profile" and not by PDF/A-2a'],
  ['a file that passes with failed rules', altered('"compliant": false', '"compliant": true'), 'ua1', 'contradicts'],
  ['rules that are not listed', altered('"failedRules": 3', '"failedRules": 4'), 'ua1', '3 failed rules, counts 4'],
  ['a lost key', altered('"compliant"', '"isCompliant"'), 'ua1', 'compliant'],
  ['XML', '<?xml version="1.0"?><report/>', 'ua1', 'veraPDF wrote no JSON: <?xml'],
  ['nothing', '', 'ua1', 'veraPDF wrote no report'],
] as const)('a report with %s is refused', (_, text, profile, message) => {
  expect(() => readReport(text, profile)).toThrow(message);
});
