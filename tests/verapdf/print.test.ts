import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReport } from '../../src/verapdf/report.ts';
import { conclusion, placeOf, verdictLines } from './print.ts';

const verdicts = readReport(readFileSync(new URL('report-ua1.json', import.meta.url), 'utf8'), 'ua1');
const nameOf = (path: string): string => path.replace('/proef/', '');

test('a file and profile have a line, and each rule that fails', () => {
  expect(verdicts.flatMap(verdict => verdictLines(verdict, nameOf))).toEqual([
    'FAIL  PDF/UA-1  factsheet.pdf: 3 rules fail',
    '      7.1-3         160 checks: Content shall be marked as Artifact or tagged as real content. First: page 1, contentItem 1 (12 0 obj).',
    '      7.1-5         4 checks: All non-standard structure types shall be mapped to the nearest functionally equivalent standard type, as defined in… First: Document/NonStruct/Art/Strong (32 0 obj).',
    '      7.1-8         1 check: The Catalog dictionary of a conforming file shall contain the Metadata key whose value is a metadata stream as defined… First: the document.',
    'pass  PDF/UA-1  sound.pdf',
    "FAIL  PDF/UA-1  broken.pdf: could not be judged: Couldn't parse stream – Document doesn't contain startxref keyword in the last 1024 bytes",
  ]);
});

test('the conclusion names what fails', () => {
  const others = verdicts.slice(0, 2).map(verdict => ({ ...verdict, profile: '2a' as const }));
  expect(conclusion([...verdicts, ...others], nameOf)).toBe(
    'NOT VALID: veraPDF fails 3 of 5 judgements: factsheet.pdf (PDF/UA-1, PDF/A-2a), broken.pdf (PDF/UA-1).',
  );
  expect(conclusion([...verdicts.slice(1, 2), ...others.slice(1)], nameOf)).toBe(
    'VALID: veraPDF passes 1 file (PDF/UA-1, PDF/A-2a).',
  );
});

test.each([
  ['root', 'the document'],
  ['root/document[0]', 'the document'],
  ['root/document[0]/pages[1](9 0 obj PDPage)', 'page 2 (9 0 obj)'],
  ['root/document[0]/pages[1](9 0 obj PDPage)/annots[3](10 0 obj PDLinkAnnot)', 'page 2, annots 4 (10 0 obj)'],
  [
    'root/document[0]/metadata[0](5 0 obj PDMetadata)/XMPPackage[0]/Properties[0](http://purl.org/dc/elements/1.1/ - dc:title)',
    'metadata/XMPPackage/Properties (5 0 obj)',
  ],
  [
    'root/document[0]/StructTreeRoot[0](1 0 obj PDStructTreeRoot)/K[0](2 0 obj SEDocument Document)/K[0](3 0 obj SEL L)/K[0](4 0 obj SELI LI)/K[0](5 0 obj SELBody LBody)/K[0](6 0 obj SEP P)',
    '…/L/LI/LBody/P (6 0 obj)',
  ],
])('%s is a place for people', (context, place) => {
  expect(placeOf(context)).toBe(place);
});
