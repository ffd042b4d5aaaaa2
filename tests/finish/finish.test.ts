import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finish } from '../../src/finish/finish.ts';
import { type Step, steps } from '../../src/finish/steps.ts';
import { diagnose } from '../../src/inspect/diagnose.ts';
import { inspect } from '../../src/inspect/inspection.ts';
import { PdfError } from '../../src/pdf/values.ts';
import { validatePublications } from '../../src/verapdf/judge.ts';
import type { Verdict } from '../../src/verapdf/report.ts';
import { findJudge } from '../verapdf/find.ts';
import { attachments, html, metadata, type Printed, printDocument, withEmptyLink } from './document.ts';

const judge = await findJudge();
let printed: Printed;
let folder: string;
/** What is finished with every step and its attachments, without one of the steps, or without attachments. */
type Name = Step | 'all' | 'plain';

const files = new Map<Name, Uint8Array>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jaarcijfers-finish-'));
  printed = withEmptyLink(await printDocument(html));
  const { bytes, record } = printed;
  files.set('plain', await finish(bytes, { record, metadata }));
  files.set('all', await finish(bytes, { record, metadata, attachments }));
  for (const step of steps) files.set(step, await finish(bytes, { record, metadata, attachments, without: [step] }));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rules that the inspector finds broken. */
function broken(name: Name): string[] {
  const expected = name === 'plain' ? printed.record : { ...printed.record, attachments };
  const found = diagnose(files.get(name) ?? new Uint8Array(), expected, 'proef');
  return [...new Set(found.map(({ rule }) => rule))].sort();
}

/** What breaks when a step is left out: rules of the inspector, and of veraPDF where it has one. */
const breaks: Readonly<Record<Step, { readonly own: readonly string[]; readonly outside: readonly string[] }>> = {
  artifacts: { own: ['pdf-content-marked'], outside: ['7.1-3'] },
  'repeated-heads': { own: ['pdf-differs', 'pdf-table-heads-once'], outside: [] },
  'soft-hyphens': { own: ['pdf-differs', 'pdf-soft-hyphens'], outside: [] },
  spaces: { own: ['pdf-differs'], outside: [] },
  'flat-structure': { own: ['pdf-structure-meaning'], outside: [] },
  'list-bodies': { own: ['pdf-lists'], outside: ['7.2-20'] },
  'table-parts': { own: ['pdf-table-parts'], outside: [] },
  captions: { own: ['pdf-captions'], outside: [] },
  contents: { own: ['pdf-contents'], outside: [] },
  notes: { own: ['pdf-differs'], outside: [] },
  'role-map': { own: ['pdf-standard-types'], outside: ['6.7.3.4-1', '7.1-5'] },
  'figure-boxes': { own: ['pdf-figure-boxes'], outside: [] },
  'structure-ids': { own: ['pdf-notes'], outside: ['7.9-1'] },
  'empty-links': { own: ['pdf-link-places'], outside: [] },
  'link-descriptions': { own: ['pdf-link-descriptions'], outside: ['7.18.1-2', '7.18.5-2'] },
  bookmarks: { own: ['pdf-bookmarks'], outside: [] },
  attachments: { own: ['pdf-attachments'], outside: [] },
  'associated-files': { own: ['pdf-attachments', 'pdf-attachments-associated'], outside: ['6.8-4'] },
  metadata: {
    own: ['pdf-metadata', 'pdf-pdfa-identifier', 'pdf-pdfua-identifier', 'pdf-title'],
    outside: ['6.6.2.1-1', '6.8-5', '7.1-8'], // judged as PDF/A-2, which permits no such attachments
  },
  'output-intent': { own: ['pdf-output-intent'], outside: ['6.2.4.3-2'] },
  identifier: { own: ['pdf-file-identifier'], outside: ['6.1.3-1'] },
};

test.for(['all', 'plain'] as const)('a finished file keeps every rule and says what its document says: %s', name => {
  expect(broken(name)).toEqual([]);
});

test.for(steps)('without the step %s the inspector names the rule', step => {
  expect(broken(step)).toEqual(breaks[step].own);
});

describe.skipIf(!judge)('veraPDF', () => {
  const verdicts = new Map<string, Verdict[]>();
  beforeAll(async () => {
    const paths = [...files].map(([name, bytes]) => {
      const path = join(folder, `${name}.pdf`);
      writeFileSync(path, bytes);
      return path;
    });
    for (const verdict of judge ? await validatePublications(judge, paths) : [])
      verdicts.set(verdict.path, [...(verdicts.get(verdict.path) ?? []), verdict]);
  }, 120_000);
  const verdictsOf = (name: Name): Verdict[] => verdicts.get(join(folder, `${name}.pdf`)) ?? [];
  const rulesOf = (name: Name): string[] => {
    const own = verdictsOf(name);
    expect(own).toHaveLength(2);
    return [...new Set(own.flatMap(({ failures }) => failures.map(({ rule }) => rule)))].sort();
  };

  test.for([
    ['all', '3a'],
    ['plain', '2a'],
  ] as const)('passes a finished file for PDF/UA-1 and PDF/A: %s', ([name, archive]) => {
    expect(rulesOf(name)).toEqual([]);
    expect(verdictsOf(name).map(({ profile }) => profile)).toEqual(['ua1', archive]);
  });

  test.for(steps)('without the step %s it names what it has a rule for', step => {
    expect(rulesOf(step)).toEqual(breaks[step].outside);
  });
});

test('finishing the same print twice gives the same bytes, and leaves the print as it is', async () => {
  const before = Buffer.from(printed.bytes).toString('latin1');
  expect(await finish(printed.bytes, { record: printed.record, metadata, attachments })).toEqual(files.get('all'));
  expect(Buffer.from(printed.bytes).toString('latin1')).toBe(before);
});

test('another day, title or word gives another identifier', async () => {
  const other = await finish(printed.bytes, {
    record: printed.record,
    metadata: { ...metadata, moment: new Date('2024-10-19T12:00:00Z') },
  });
  const id = (bytes: Uint8Array | undefined): unknown =>
    inspect(bytes ?? new Uint8Array()).file.trailer.entries.get('ID');
  expect(id(other)).not.toEqual(id(files.get('all')));
});

test('a word broken at the end of a line is said whole, and what is invisible is gone', () => {
  const { words, tree } = inspect(files.get('all') ?? new Uint8Array());
  const text = words.withoutLabels(tree?.kids ?? []);
  expect(text).toContain('een lang slachtoffermonitorrapport over uitbuiting in/buiten');
  expect(text).toContain('142 onderzoeken 17 zaken');
});

test('the tree has sections, contents, notes, captions, table parts and the language of a phrase', () => {
  const { elements } = inspect(files.get('all') ?? new Uint8Array());
  const types = elements.map(({ type }) => type);
  for (const type of ['Sect', 'TOC', 'TOCI', 'Reference', 'Note', 'Caption', 'THead', 'TBody', 'LBody', 'Lbl'])
    expect(types, type).toContain(type);
  expect(elements.find(({ type }) => type === 'Em')?.language).toBe('en');
  const labels = elements.filter(({ type }) => type === 'Lbl');
  expect(labels.filter(({ actualText }) => actualText === '•')).toHaveLength(4); // of both lists of bullets
});

test('bookmarks have the words of their headings, without hyphens, special spaces and numbers of notes', () => {
  const { bookmarks } = inspect(files.get('all') ?? new Uint8Array());
  expect(bookmarks.map(({ title }) => title)).toEqual(['Proef van alles', 'Inhoud', 'Eenling', 'Twee']);
});

test('a file that is not tagged, or is no file at all, is refused', async () => {
  const untagged = Buffer.from(printed.bytes)
    .toString('latin1')
    .replace(/\/StructTreeRoot (?=\d)/, '/StructTreeRxxt ');
  const options = { record: printed.record, metadata };
  await expect(finish(Buffer.from(untagged, 'latin1'), options)).rejects.toThrow('not tagged');
  await expect(finish(Buffer.from('aap'), options)).rejects.toThrow(PdfError);
});
