// Notes stand at the foot of the page that calls them, in real prints: many, long, in lists and quotes, beside figures.

import { expect, test } from 'vitest';
import { buildReport, letters, type NotedPage, type NotedReport } from './footnotes.ts';

const words =
  'de rapporteur schrijft dat meldingen bij het centrum komen en daar gelezen worden door medewerkers'.split(' ');

/** Numbers by chance, the same ones for a seed. */
function createChance(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 7) % limit;
  };
}

/** A text of paragraphs, lists, quotes and headings by chance, most of them with notes; with figures when asked. */
function written(seed: number, blocks: number, withFigures = false): string {
  const below = createChance(seed);
  const notes: string[] = [];
  const sentence = (length: number): string =>
    `Zo ${Array.from({ length }, () => words[below(words.length)]).join(' ')}${'.?'[below(2)]}`;
  const call = (): string => `[^${notes.push(sentence(below(9) === 0 ? 60 + below(100) : 6 + below(30)))}]`;
  const said = (): string => sentence(8 + below(20)) + (below(3) === 0 ? call() : '');
  const paragraph = (): string => Array.from({ length: 2 + below(5) }, said).join(' ');
  const keyFigure = (): string => `{{kerncijfer (oogst "Appels") "kisten, ${sentence(below(12))}"}}`;
  const block = (_: unknown, at: number): string => {
    const kind = below(withFigures ? 16 : 12);
    if (kind === 0) return `## ${sentence(5).slice(0, -1)}\n\n${paragraph()}`;
    if (kind === 1) return Array.from({ length: 3 + below(4) }, () => `- ${said()}`).join('\n');
    if (kind === 2) return `> ${sentence(20)}${call()} ${sentence(10)}`;
    if (kind === 3) return `1. ${paragraph()}\n\n   ${paragraph()}\n\n2. ${paragraph()}`;
    if (kind === 4) return `- ${said()}\n  - ${said()}\n  - ${said()}`;
    if (kind === 12 || kind === 13) return `${paragraph()}\n\n{{figuur "oogst-${at}"}}`;
    if (kind === 14 || kind === 15) return `${keyFigure()}\n\n${paragraph()}`;
    return paragraph();
  };
  const body = ['# Antwoorden', ...Array.from({ length: blocks }, block)];
  return [...body, ...notes.map((text, at) => `[^${at + 1}]: ${text}`)].join('\n\n');
}

/** As many words, as a sentence. */
function plain(length: number, word = 'woord'): string {
  return `${Array.from({ length }, () => word).join(' ')}.`;
}

/** Numbers of the notes that begin on a page. */
function begun({ notes }: NotedPage): number[] {
  return notes.flatMap(({ text }) => /^(\d+)\./.exec(text)?.[1] ?? []).map(Number);
}

/** The notes that a page is the first to call. */
function called({ pages }: NotedReport, page: NotedPage): string[] {
  const before = new Set(pages.filter(({ number }) => number < page.number).flatMap(({ calls }) => calls));
  return [...new Set(page.calls)].filter(name => !before.has(name));
}

/** Baseline of the last line of a page of the report. */
const lastLine = 65.7;
/** Left edge of the text column, less the room for numbers and bullets. */
const column = 190;

/** Nothing on a page stands in the way of anything else, and its notes end at its foot. */
function expectClear({ number, text, notes, others }: NotedPage): void {
  const [first, last] = [notes[0], notes.at(-1)];
  if (first && last) {
    const above = [...text, ...others].filter(({ x }) => x > column).map(({ y }) => y);
    expect(Math.min(...above) - first.y, `white above the notes of page ${number}`).toBeGreaterThan(26);
    expect(last.y, `foot of page ${number}`).toBeCloseTo(lastLine, 1);
  }
  for (const lines of [text, notes])
    for (const [at, line] of lines.entries())
      if (at > 0) expect((lines[at - 1]?.y ?? 842) - line.y, `page ${number}: ${line.text}`).toBeGreaterThan(8);
}

/** Every note is on the page of its call, at the foot, clear of the text; nothing is lost or out of order. */
async function expectSound(report: NotedReport, source: string): Promise<void> {
  for (const page of report.pages) {
    const names = called(report, page);
    const numbers = names.map(name => Number(name.split('-').at(-1)));
    expect(begun(page), `page ${page.number}`).toEqual(numbers.toSorted((a, b) => a - b));
    for (const name of names.flatMap(one => [one, `${one}-roep`]))
      expect((await report.pdf.target(name)).page, name).toBe(page.number);
    expectClear(page);
  }
  expectWhole(report, source);
  expect(report.diagnostics).toEqual([]);
}

/** All words of a text are in print, those of its notes in their own order. */
function expectWhole({ pages }: NotedReport, source: string): void {
  const [body = '', ...notes] = source.replace(/\{\{.*?\}\}/g, '').split(/\n\n(?=\[\^1\]: )/);
  const printed = (kind: 'text' | 'notes'): string => pages.flatMap(page => page[kind].map(line => line.text)).join('');
  expect(letters(printed('text'))).toBe(letters(body));
  expect(letters(printed('notes'))).toBe(letters(notes.join('')));
}

const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 3) }, (_, at) => at + 1);

test.for(seeds)('a text with notes everywhere (%i)', async seed => {
  const source = written(seed, 45);
  await expectSound(await buildReport([source]), source);
});

test.for(seeds)('a text with notes, figures and key figures (%i)', async seed => {
  const source = written(seed + 100, 30, true);
  await expectSound(await buildReport([source]), source);
});

test('two texts count their notes each from 1, and a box has notes of its own', async () => {
  const box = '::: kader Titel\nWoord van het kader.[^k]\n\n[^k]: Noot in het kader.\n:::';
  const one = `# Een\n\n${plain(60)}[^1]\n\n${box}\n\n${plain(60)}[^2]\n\n[^1]: ${plain(30)}\n\n[^2]: ${plain(9)}`;
  const report = await buildReport([one, `# Ander\n\n${plain(600)}[^1]\n\n[^1]: ${plain(30)}`]);
  expect(report.pages.map(begun)).toEqual([[1, 1, 2], [], [1]]);
  expect(report.pages[0]?.notes[0]?.text).toContain('Noot in het kader');
  expect(report.pages[2]?.notes.at(-1)?.y).toBeCloseTo(lastLine, 1);
});

test('a note that is called on two pages stands on the first', async () => {
  const source = `# Een\n\n${plain(20)}[^1]\n\n${plain(800)}[^1]\n\n[^1]: ${plain(30, 'noot')}`;
  const report = await buildReport([source]);
  await expectSound(report, source);
  expect(report.pages.map(({ calls }) => calls)).toEqual([['noot-t0-1'], ['noot-t0-1']]);
});

test('one paragraph over many pages, with notes on each', async () => {
  const sentences = Array.from({ length: 60 }, (_, at) => `${plain(30 + (at % 7))}[^${at + 1}]`);
  const notes = sentences.map((_, at) => `[^${at + 1}]: ${plain(20, 'noot')}`);
  const source = `# Een\n\n${[sentences.join(' '), ...notes].join('\n\n')}`;
  const report = await buildReport([source]);
  await expectSound(report, source);
  expect(report.pages.length).toBeGreaterThan(5);
});

test('notes of a heading and of a table', async () => {
  const table = '| kop | kop |\n|---|---|\n| cel[^2] | cel |';
  const text = `## Kop met noot[^1]\n\n${plain(40)}\n\n${table}\n\n${plain(40)}`;
  const report = await buildReport([`# Een\n\n${plain(560)}\n\n${text}\n\n[^1]: ${plain(20)}\n\n[^2]: ${plain(20)}`]);
  expect(report.pages.map(begun)).toEqual([[], [1, 2]]);
  report.pages.forEach(expectClear);
});

test('a note that takes too much of a page stands whole at the end of its text, below it', async () => {
  const body = `${plain(60)}[^1] ${plain(30)}[^2]\n\n${plain(1100)}\n\n${plain(20)}[^3]`;
  const source = `# Een\n\n${body}\n\n[^1]: ${plain(700, 'lang')}\n\n[^2]: ${plain(30, 'kort')}\n\n[^3]: ${plain(50, 'later')}`;
  const report = await buildReport([source]);
  expect(report.pages.map(begun)).toEqual([[2], [], [3], [1]]);
  const printed = report.pages.flatMap(({ notes }) => notes.map(({ text }) => text)).join('');
  expect(printed.match(/lang/g)?.length).toBe(700);
  for (const page of report.pages.slice(0, 3)) expectClear(page);
});

test('a line that calls more notes than a page has room for keeps what fits', async () => {
  const calls = Array.from({ length: 12 }, (_, at) => `[^${at + 1}]`);
  const notes = calls.map(call => `${call}: ${plain(100, 'noot')}`);
  const report = await buildReport([
    `# Een\n\n${plain(60)}\n\nWoord${calls.join(' ')} ${plain(20)}\n\n${notes.join('\n\n')}`,
  ]);
  const numbers = report.pages.flatMap(begun);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(calls.map((_, at) => at + 1));
  expect(report.pages.map(page => begun(page).length)).toEqual([0, 10, 2]);
});

test('in the HTML edition the notes are a list at the end of the text, linked there and back', async () => {
  const { html } = await buildReport([`# Een\n\n${plain(9)}[^1]\n\n${plain(9)}\n\n[^1]: Noot.`]);
  expect(html).toMatch(/<\/p>\n<ol class="notes">\n<li id="noot-t0-1"><p>Noot\. <a [^>]*href="#noot-t0-1-roep"/);
  expect(html).toMatch(/<a id="noot-t0-1-roep" href="#noot-t0-1"/);
  expect(html).not.toContain('foot-space');
});

test('built again, a text with notes has the same bytes', async () => {
  const source = written(5, 20, true);
  const [one, other] = [await buildReport([source]), await buildReport([source])];
  expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
});
