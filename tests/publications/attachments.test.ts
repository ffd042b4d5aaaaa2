// The real editions with their open data attached: the files beside them byte for byte, and the PDFs as veraPDF wants them.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { inspect } from '../../src/inspect/inspection.ts';
import { judge as judgeFile } from '../../src/inspect/rules.ts';
import { summarise } from '../../src/inspect/summary.ts';
import { type Judge, validatePublications } from '../../src/verapdf/judge.ts';
import { machineAt } from '../commands/machine.ts';
import { findJudge } from '../verapdf/find.ts';
import { project } from './editions.ts';

const judge = await findJudge();
const out = mkdtempSync(join(tmpdir(), 'jaarcijfers-bijlagen-'));
const years = ['2023', '2024'] as const;
const publications = years.map(year => `jaarcijfers-mensenhandel-${year}`);
const pdfOf = (year: string): string => join(out, year, `jaarcijfers-mensenhandel-${year}.pdf`);

beforeAll(async () => {
  const { diagnostics } = await build({ years, publications, out, attach: true }, machineAt(project));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
}, 120_000);
afterAll(() => rmSync(out, { recursive: true }));

test.for(years)('the PDF over %s carries every table, as the files beside it are', year => {
  const { attachments } = inspect(readFileSync(pdfOf(year)));
  const names = readdirSync(join(out, year), { recursive: true, encoding: 'utf8' });
  const beside = names.filter(name => /-csv\/|\.xlsx$/.test(name.replaceAll('\\', '/')));
  expect(attachments.map(({ name }) => name).sort()).toEqual(beside.map(name => basename(name)).sort());
  expect(attachments.length).toBeGreaterThan(5);
  for (const path of beside) {
    const content = attachments.find(({ name }) => name === basename(path))?.streams[0]?.content();
    expect(Buffer.compare(content ?? Buffer.from(''), readFileSync(join(out, year, path))), path).toBe(0);
  }
});

test.for(years)('the PDF over %s keeps every rule of the inspector', year => {
  const broken = judgeFile(inspect(readFileSync(pdfOf(year)))).filter(({ findings }) => findings.length > 0);
  expect(broken.map(({ rule }) => rule.id)).toEqual([]);
});

test.for(years)('every table of a figure in the PDF over %s leads to the file of its data', year => {
  const { tables } = summarise(inspect(readFileSync(pdfOf(year))));
  const own = tables.filter(({ data }) => data.length > 0);
  expect(own.length).toBeGreaterThan(0);
  for (const { caption, data, rows } of own) {
    expect(data, caption).toHaveLength(1);
    const csv = readFileSync(join(out, year, `jaarcijfers-mensenhandel-${year}-csv`, data[0] ?? ''), 'utf8');
    for (const { kind, text } of rows.flat().filter(cell => cell.kind === 'header' && cell.scope === 'Row'))
      expect(csv.replaceAll('""', '"'), `${kind} ${text}`).toContain(text.replace(/\s*\d+$/, ''));
  }
});

test('any reader of PDFs finds them', async () => {
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdfOf('2024'))), verbosity: 0 }).promise;
  const found = (await document.getAttachments()) ?? new Map();
  const own = inspect(readFileSync(pdfOf('2024'))).attachments;
  expect([...found.keys()].sort()).toEqual(own.map(({ name }) => name).sort());
  for (const { name, description, streams } of own) {
    expect(found.get(name)).toMatchObject({ filename: name, description });
    const content = (await document.getAttachmentContent(name)) ?? Buffer.from('');
    expect(Buffer.compare(content, streams[0]?.content() ?? Buffer.from('niets')), name).toBe(0);
  }
});

test.skipIf(!judge)(
  'veraPDF passes both as PDF/UA-1 and PDF/A-3a',
  async () => {
    const verdicts = await validatePublications(judge as Judge, years.map(pdfOf));
    expect(verdicts.map(({ profile, failures, problem }) => [profile, failures, problem])).toEqual(
      years.flatMap(() => ['ua1', '3a'].map(profile => [profile, [], undefined])),
    );
  },
  300_000,
);
