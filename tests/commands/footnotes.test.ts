// Notes stand at the foot of the page that calls them, in real prints: many, long, in lists and quotes, beside figures.

import { expect, test } from 'vitest';
import { buildReport, letters, type NotedPage, type NotedReport } from './footnotes.ts';

const words =
  'de rapporteur schrijft dat meldingen bij het centrum komen en daar gelezen worden door medewerkers'.split(' ');

/** Sentences, lists, quotes and notes by chance, the same ones for a seed. */
function createWriter(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 7) % limit;
  };
  const sentence = (length: number): string => {
    const chosen = Array.from({ length }, () => words[below(words.length)] ?? '');
    return `Zo ${chosen.join(' ')}.`;
  };
  const notes: string[] = [];
  const note = (length: number): string => `[^${notes.push(sentence(length))}]`;
  const call = (): string => note(below(9) === 0 ? 60 + below(100) : 6 + below(30));
  const said = (): string => sentence(8 + below(20)) + (below(3) === 0 ? call() : '');
  const paragraph = (): string => Array.from({ length: 2 + below(5) }, said).join(' ');
  const block = (): string => {
    const kind = below(12);
    if (kind === 0) return `## ${sentence(5).slice(0, -1)}\n\n${paragraph()}`;
    if (kind === 1) return Array.from({ length: 3 + below(4) }, () => `- ${said()}`).join('\n');
    if (kind === 2) return `> ${sentence(20)}${call()} ${sentence(10)}`;
    if (kind === 3) return `1. ${paragraph()}\n\n   ${paragraph()}\n\n2. ${paragraph()}`;
    if (kind === 4) return `- ${said()}\n  - ${said()}\n  - ${said()}`;
    return paragraph();
  };
  const finish = (blocks: readonly string[]): string =>
    [...blocks, ...notes.map((text, at) => `[^${at + 1}]: ${text}`)].join('\n\n').concat('\n');
  return { below, sentence, note, paragraph, block, finish };
}

/** A text of blocks by chance, with key figures before some paragraphs and figures after some when asked. */
function written(seed: number, blocks: number, withFigures = false): string {
  const { below, block, finish } = createWriter(seed);
  let figures = 0;
  const beside = (own: string): string => {
    if (!withFigures || !own.startsWith('Zo')) return own;
    const kind = below(5);
    if (kind === 0) return `{{kerncijfer (oogst "Appels") "kisten appels, ${own.slice(3, 12 + below(60))}"}}\n\n${own}`;
    figures += 1;
    return kind === 1 ? `${own}\n\n{{figuur "oogst-${figures}"}}` : own;
  };
  return finish(['# Antwoorden', ...Array.from({ length: blocks }, () => beside(block()))]);
}

/** Numbers of the notes that begin on a page. */
function begun(page: NotedPage): number[] {
  return page.notes.flatMap(({ text }) => /^(\d+)\./.exec(text)?.[1] ?? []).map(Number);
}

/** Every note is on the page of its call, at the foot, clear of the text; nothing is lost or out of order. */
async function expectSound(report: NotedReport, source: string): Promise<void> {
  const { pages, pdf } = report;
  if (process.env['KEEP']) process.stderr.write(pages.map(p => p.notes.at(-1)?.y.toFixed(2)).join(' ') + '\n');
  const seen = new Set<string>();
  for (const page of pages) {
    const fresh = page.calls.filter(name => !seen.has(name));
    for (const name of page.calls) seen.add(name);
    const numbers = [...new Set(fresh)].map(name => Number(name.split('-').at(-1)));
    expect(begun(page), `page ${page.number}`).toEqual(numbers.toSorted((a, b) => a - b));
    for (const name of new Set(fresh)) {
      expect((await pdf.target(name)).page, name).toBe(page.number);
      expect((await pdf.target(`${name}-roep`)).page, name).toBe(page.number);
    }
    const last = page.notes.at(-1);
    if (last) expect(last.y, `foot of page ${page.number}`).toBeCloseTo(65.8, 0);
    const [lowest, highest] = [page.text.at(-1)?.y ?? 842, page.notes[0]?.y ?? 0];
    expect(lowest - highest, `white above the notes of page ${page.number}`).toBeGreaterThan(26);
    for (const lines of [page.text, page.notes])
      for (const [at, line] of lines.entries())
        if (at > 0) expect((lines[at - 1]?.y ?? 842) - line.y, `${page.number}: ${line.text}`).toBeGreaterThan(8);
  }
  const [body = '', ...notes] = source.split(/\n\n(?=\[\^1\]: )/);
  expect(letters(pages.flatMap(page => page.text.map(line => line.text)).join(''))).toBe(letters(body));
  expect(letters(pages.flatMap(page => page.notes.map(line => line.text)).join(''))).toBe(letters(notes.join('')));
  expect(report.diagnostics.filter(({ rule }) => rule === 'notes-at-end')).toEqual([]);
}

const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 2) }, (_, at) => at + 1);

test.for(seeds)('a text with notes everywhere (%i)', async seed => {
  const source = written(seed, 45);
  if (process.env['KEEP']) (await import('node:fs')).writeFileSync('output/exp/src.md', source);
  const r = await buildReport([source]);
  if (process.env['KEEP']) (await import('node:fs')).writeFileSync('output/exp/k.pdf', r.bytes);
  await expectSound(r, source);
});

test.for(seeds)('a text with notes, figures and key figures (%i)', async seed => {
  const source = written(seed + 100, 30, true);
  const r = await buildReport([source]);
  if (process.env['KEEP']) (await import('node:fs')).writeFileSync(`output/exp/f${seed}.pdf`, r.bytes);
  if (process.env['KEEP'])
    process.stderr.write(
      JSON.stringify(r.diagnostics.filter(d => d.rule === 'notes-at-end')) +
        r.pages.map(p => p.notes.at(-1)?.y.toFixed(2)).join(' ') +
        '\n',
    );
});
