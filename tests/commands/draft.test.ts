// Drafts of a small project: when one must be made, where it goes, what it says of itself, and that it is reproducible.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import type { Machine } from '../../src/commands/machine.ts';
import type { Revision } from '../../src/commands/repository.ts';
import { inspect } from '../../src/inspect/inspection.ts';
import { summarise } from '../../src/inspect/summary.ts';
import { noRepository } from '../project.ts';
import { readPdf } from '../publications/pdf.ts';
import { machineAt } from './machine.ts';
import { createProject, filesIn, run, writeFile } from './project.ts';

const shared = fileURLToPath(new URL('../../templates/shared/', import.meta.url));
const notice = Object.fromEntries(
  ['draft.hbs', 'draft.css'].map(name => [`templates/shared/${name}`, readFileSync(join(shared, name), 'utf8')]),
);
const status = (word: string, more = ''): string => `reportingYear: 2023\nstatus: ${word}\n${more}`;

let project: string;
beforeEach(() => {
  project = createProject(notice);
});

/** Builds the drafts of 2023, and gives its files by their endings. */
async function draft(changes: Partial<Machine> = {}): Promise<Record<string, string>> {
  const request = { years: ['2023'], publications: [], out: 'output', draft: true };
  const { diagnostics } = await build(request, machineAt(project, [], changes));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return filesIn(join(project, 'output', '2023'));
}

const pdf = (): Uint8Array => new Uint8Array(readFileSync(join(project, 'output/2023/blad-2023.concept.pdf')));
const html = (): string => readFileSync(join(project, 'output/2023/blad-2023.concept.html'), 'utf8');

/** The first words that a screen reader says. */
function said(): string {
  const words: string[] = [];
  const visit = ({ text = '', kids }: ReturnType<typeof summarise>['tree'][number]): void => {
    words.push(text);
    for (const kid of kids) visit(kid);
  };
  for (const root of summarise(inspect(pdf())).tree) visit(root);
  return words.join(' ').replace(/\s+/g, ' ');
}

test('an edition that is not final cannot be built without --draft: an error at its status, and nothing is written', async () => {
  writeFile(join(project, 'data/2023/edition.yaml'), status('draft'));
  const all = await run(project, ['build']);
  expect({ status: all.status, stdout: all.stdout }).toEqual({ status: 1, stdout: '' });
  expect(all.stderr.match(/^error /gm)).toHaveLength(1);
  expect(all.stderr).toContain('error edition-not-final');
  expect(all.stderr).toContain('data/2023/edition.yaml:2:9');
  expect(all.stderr).toContain('npx jaarcijfers build 2023 --draft');
  expect(existsSync(join(project, 'output'))).toBe(false);
  expect((await run(project, ['build', '2022'])).status).toBe(0);
  expect((await run(project, ['build', '-p', 'blad-2022'])).status).toBe(0);
});

test('a check does not mind that an edition is not final', async () => {
  writeFile(join(project, 'data/2023/edition.yaml'), status('draft'));
  expect((await check([], machineAt(project))).diagnostics).toEqual([]);
});

test('an edition.yaml that cannot be read is one mistake, not two', async () => {
  writeFile(join(project, 'data/2023/edition.yaml'), status('concept'));
  const { diagnostics } = await build({ years: ['2023'], publications: [], out: 'output' }, machineAt(project));
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['wrong-value']);
});

test('a draft has names of its own, and leaves the final files as they are', async () => {
  expect((await run(project, ['build', '2023'])).status).toBe(0);
  const before = filesIn(join(project, 'output'));
  const { status: code, stdout } = await run(project, ['build', '2023', '--draft']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^output\/2023\/blad-2023\.concept\.pdf {2}1 page, /);
  const endings = ['html', 'ledger.csv', 'ledger.json', 'pdf'].map(one => `2023/blad-2023.concept.${one}`);
  const after = filesIn(join(project, 'output'));
  expect(Object.keys(after).filter(name => !(name in before))).toEqual(endings);
  expect(Object.fromEntries(Object.entries(after).filter(([name]) => name in before))).toEqual(before);
});

function at(revision: Revision): Partial<Machine> {
  return { repository: { ...noRepository, head: () => Promise.resolve(revision) } };
}

test('the same commit and moment give the same bytes; at another moment only times differ', async () => {
  const revision = { commit: '48e99d2aaaabbbb', changed: false };
  const own = at(revision);
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1795352700' };
  const first = await draft({ ...own, env });
  expect(await draft({ ...own, env, today: () => new Date('2030-01-01T00:00:00Z') })).toEqual(first);
  const [before, page] = [said(), html()];
  expect(before).toContain('Versie 48e99d2, gemaakt op 22 november 2026, 14.05 uur.');
  await draft({ ...own, today: () => new Date('2026-11-23T08:30:00Z') });
  const moved = (text: string): string => text.replaceAll('22 november 2026, 14.05', '23 november 2026, 09.30');
  expect(said()).toBe(moved(before));
  expect(html()).toBe(moved(page));
});

test('an embargo stands in the notice, in the ledger and in print, by the Dutch clock', async () => {
  writeFile(join(project, 'data/2023/edition.yaml'), status('draft', 'embargo: 2024-10-17 06:00\n'));
  await draft(at({ commit: '48e99d2aaaa', changed: true }));
  const words =
    /^ ?Dit is een concept: niet verspreiden\. .* Versie 48e99d2, met wijzigingen die nog niet zijn vastgelegd, gemaakt op 22 november 2026, 13\.05 uur\. Embargo tot 17 oktober 2024, 06\.00 uur\./;
  expect(said()).toMatch(words);
  expect(html()).toContain('<strong>Embargo tot 17 oktober 2024, 06.00 uur.</strong>');
  const ledger = JSON.parse(readFileSync(join(project, 'output/2023/blad-2023.concept.ledger.json'), 'utf8'));
  expect(ledger.draft).toEqual({
    ...{ version: '48e99d2', changed: true, moment: '2026-11-22T12:05:00.000Z', embargo: '2024-10-17 06:00' },
  });
  expect(Buffer.from(pdf()).toString('latin1')).toContain(
    '<xmpMM:VersionID>48e99d2 met niet-vastgelegde wijzigingen</xmpMM:VersionID>',
  );
});

test('without a commit the version is unknown, and a moment is that of the Netherlands, in summer too', async () => {
  await draft({ today: () => new Date('2026-07-01T22:30:10.250Z') });
  expect(said()).toContain('Versie onbekend, gemaakt op 2 juli 2026, 00.30 uur.');
  expect(summarise(inspect(pdf())).metadata['xmp:CreateDate']).toBe('2026-07-01T22:30:10Z');
});

test('a project without the notice is told so, and only when it makes a draft', async () => {
  project = createProject();
  const request = { years: ['2023'], publications: [], out: 'output' };
  const { diagnostics, written } = await build({ ...request, draft: true }, machineAt(project));
  expect(written).toEqual([]);
  expect(diagnostics.map(({ rule, place }) => `${rule} ${place?.file}`)).toEqual([
    'missing-file templates/shared/draft.hbs',
  ]);
  expect((await build(request, machineAt(project))).diagnostics).toEqual([]);
});

test('the notice stands at the head of the first page; at its foot where a text begins at the very head', async () => {
  const heightOf = async (): Promise<number> => {
    await draft();
    const { pages } = await readPdf(pdf());
    return pages[0]?.items.find(({ text }) => text.startsWith('Dit is een concept'))?.y ?? Number.NaN;
  };
  const millimetre = 72 / 25.4;
  expect(await heightOf()).toBeGreaterThan(195 * millimetre);
  writeFile(join(project, 'templates/leaflet/style.css'), '@page { size: A5; margin: 2mm 2mm 30mm }\n');
  expect(await heightOf()).toBeLessThan(15 * millimetre);
});
