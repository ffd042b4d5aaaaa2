// What a PDF carries besides its pages: read, listed, and judged as veraPDF judges it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inspect } from '../../src/inspect/inspection.ts';
import { report } from '../../src/inspect/report.ts';
import { judge as judgeFile } from '../../src/inspect/rules.ts';
import { summarise } from '../../src/inspect/summary.ts';
import { type Judge, validatePublications } from '../../src/verapdf/judge.ts';
import { findJudge } from '../verapdf/find.ts';
import { smallPdf } from '../verapdf/small.ts';
import { carrying, judged } from './carried.ts';

const judge = await findJudge();
const folder = mkdtempSync(join(tmpdir(), 'jaarcijfers-carried-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rules on attachments and layers that a file breaks. */
function broken(bytes: Uint8Array): string[] {
  return judgeFile(inspect(bytes))
    .filter(({ rule, findings }) => /^(?:attachment|optional-content)/.test(rule.id) && findings.length > 0)
    .map(({ rule }) => rule.id)
    .sort();
}

test.for(carrying)('the inspector judges: $name', ({ bytes, broken: expected }) => {
  expect(broken(bytes)).toEqual(expected);
});

describe.skipIf(!judge)('veraPDF', () => {
  test('judges all of them alike, by the rules that it has', async () => {
    const paths = carrying.map(({ bytes }, index) => {
      const path = join(folder, `${index}.pdf`);
      writeFileSync(path, bytes);
      return path;
    });
    const verdicts = Map.groupBy(await validatePublications(judge as Judge, paths), ({ path }) => path);
    const has = new Set(Object.values(judged));
    const outside = carrying.map(({ name }, index) => {
      const failures = (verdicts.get(paths[index] ?? '') ?? []).flatMap(verdict => verdict.failures);
      return [name, ...new Set(failures.map(({ rule }) => judged[rule] ?? `another rule: ${rule}`))].sort();
    });
    const own = carrying.map(({ name, broken: rules }) => [name, ...rules.filter(rule => has.has(rule))].sort());
    expect(outside).toEqual(own);
  }, 300_000);
});

test('PDF/A-1 permits no attachments', () => {
  const objects = ['<</Length 1>>\nstream\na\nendstream', '<</F(a)/UF(a)/Desc(a)/EF<</F 7 0 R>>>>'];
  const catalog = '/Names<</EmbeddedFiles<</Names[(a)8 0 R]>>>>';
  expect(broken(smallPdf(undefined, { archive: 1, objects, catalog }))).toEqual(['attachments-permitted']);
});

test('a file in an annotation is listed by its page, and one that cannot be read is told', () => {
  const annotation = '<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/Contents(Bijlage)/FS 8 0 R>>';
  const objects = ['<</Filter/FlateDecode/Length 2>>\nstream\nab\nendstream', '<</F(a)/UF<FEFF00EB>/EF<</F 7 0 R>>>>'];
  const bytes = smallPdf(undefined, { archive: 2, page: `/Annots[${annotation}]`, objects });
  const [attachment, ...others] = inspect(bytes).attachments;
  expect(others).toEqual([]);
  expect(attachment).toMatchObject({ object: 8, name: 'ë', names: { F: 'a', UF: 'ë' }, isListed: true });
  expect(broken(bytes)).toEqual(['attachment-contents', 'attachment-descriptions', 'attachments-permitted']);
  expect(report(summarise(inspect(bytes)), { tree: false })).toMatch(
    /^Attachments\n {2}ë \(no media type, unreadable\)$/m,
  );
});

test('the report and the JSON list attachments and layers', () => {
  const [first, layers] = ['an attached file', 'layers'].map(wanted => {
    const found = carrying.find(({ name }) => name === wanted);
    return summarise(inspect(found?.bytes ?? new Uint8Array()));
  });
  const lines = (summary: typeof first): string => (summary ? report(summary, { tree: false }) : '');
  expect(lines(first)).toMatch(/^Attachments\n {2}a\.csv \(text\/csv, 4 bytes, Data\): Een tabel\.$/m);
  expect(lines(first)).toMatch(/^ {2}says that it follows PDF\/UA-1 and PDF\/A-3a$/m);
  expect(first?.attachments).toEqual([
    {
      ...{ name: 'a.csv', mediaType: 'text/csv', size: 4, relationship: 'Data', description: 'Een tabel.' },
      modified: 'D:20240101120000Z',
    },
  ]);
  expect(layers?.layers).toEqual([
    { name: 'Rood', shown: true },
    { name: 'Blauw', shown: false },
  ]);
  expect(lines(layers)).toMatch(/^Layers\n {2}Rood \(shown\)\n {2}Blauw \(hidden\)$/m);
  expect(lines(layers)).not.toContain('Attachments');
});
