// Notes in a printed report: a project of one text, built by the real command, and its pages read back line by line.

import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../src/commands/build.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { project as own } from '../publications/editions.ts';
import { type Pdf, readPdf } from '../publications/pdf.ts';
import type { TextItem } from '../publications/structure.ts';
import { machineAt } from './machine.ts';
import { createProject } from './project.ts';

/** A line of print; lengths in points from the lower left corner of the page. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** A page without its margins. */
export interface NotedPage {
  readonly number: number;
  /** Running text, headings and quotes. */
  readonly text: readonly Line[];
  readonly notes: readonly Line[];
  /** Figures and key figures. */
  readonly others: readonly Line[];
  /** Destinations of the calls on it, in order. */
  readonly calls: readonly string[];
}

/** A report of one or more texts, printed. */
export interface NotedReport {
  readonly pdf: Pdf;
  readonly bytes: Uint8Array;
  readonly html: string;
  /** The pages of its texts. */
  readonly pages: readonly NotedPage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds a report of these texts, with the figures that they show, of any name. */
export async function buildReport(texts: readonly string[]): Promise<NotedReport> {
  const figures = [...texts.join('\n').matchAll(/\{\{figuur "([^"]*)"/g)].map(([, id]) => id);
  const declared = figures.map(id => `  ${id}: { title: Oogst per soort, chart: columns, table: oogst }\n`).join('');
  const root = createProject({
    'data/2022/edition.yaml': undefined,
    'data/2022/tables/oogst.yaml': undefined,
    'data/2022/blad-2022/publication.yaml': undefined,
    'data/2023/blad-2023/tekst.md': undefined,
    'data/2023/blad-2023/publication.yaml': `kind: report\ntitle: Vragen\ndescription: Antwoorden op vragen.\npublisher: Boomgaard\ndate: 2024-05-01\nkeywords: [oogst]\npercentage: sign\nwords: { kicker: Proef }\ntables: [oogst]\n${declared && `figures:\n${declared}`}contents:\n${texts.map((_, at) => `  - text: t${at}\n`).join('')}`,
    ...Object.fromEntries(texts.map((text, at) => [`data/2023/blad-2023/t${at}.md`, text])),
  });
  cpSync(join(own, 'templates'), join(root, 'templates'), { recursive: true });
  const out = join(root, 'output');
  const { written, diagnostics } = await build({ years: ['2023'], publications: [], out }, machineAt(root));
  if (written.length === 0)
    throw new Error(
      diagnostics
        .map(({ message }) => message)
        .slice(0, 3)
        .join('\n'),
    );
  const base = join(out, '2023', 'blad-2023');
  const bytes = new Uint8Array(readFileSync(`${base}.pdf`));
  const pdf = await readPdf(bytes);
  return { pdf, bytes, html: readFileSync(`${base}.html`, 'utf8'), pages: pagesOf(pdf), diagnostics };
}

/** Where the text area of a page of the report ends, in points from its foot. */
const foot = (22 / 25.4) * 72;
const head = 842 - (25 / 25.4) * 72;
/** Sizes of print in points: notes, and running text with its headings and quotes. */
const sizes = { notes: [7.8], text: [10, 12, 14.5, 27], raised: [5.3, 6.8, 8.16, 9.86] };

function isOf(kind: keyof typeof sizes, size: number): boolean {
  return sizes[kind].some(one => Math.abs(one - size) < 0.1);
}

function pagesOf(pdf: Pdf): NotedPage[] {
  return pdf.pages.slice(2).map(({ number, items, links }) => {
    const lines = linesOf(items.filter(({ y }) => y > foot - 6 && y < head));
    return {
      number,
      notes: lines.filter(({ size }) => isOf('notes', size)),
      text: lines.filter(({ size }) => isOf('text', size)),
      others: lines.filter(({ size }) => !isOf('notes', size) && !isOf('text', size)),
      calls: links.map(({ destination }) => destination).filter(name => /^noot-.*\d$/.test(name) && !/roep/.test(name)),
    };
  });
}

/** Raised numbers are left out: they belong to no line of their own. */
function linesOf(items: readonly TextItem[]): Line[] {
  const printed = items.filter(({ text, height }) => text.trim() !== '' && !isOf('raised', height));
  const rows = Map.groupBy(printed, ({ y, height }) => `${y.toFixed(1)} ${height.toFixed(1)}`);
  return [...rows.values()]
    .map(row => {
      const [first, ...more] = row.toSorted((a, b) => a.x - b.x);
      const text = [first?.text, ...more.map(one => one.text)].join('');
      return { x: first?.x ?? 0, y: first?.y ?? 0, size: first?.height ?? 0, text };
    })
    .sort((a, b) => b.y - a.y);
}

/** The letters of lines or Markdown, in order: words may be hyphenated in print. */
export function letters(text: string): string {
  return text.replace(/\[\^[^\]]*\]:?/g, '').replace(/[^\p{L}]/gu, '');
}
