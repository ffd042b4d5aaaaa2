// The editors' pages: every example prints what its page says, and no expression, option or rule is left out.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { goldenFolders } from '../golden.ts';
import { edition2023, workOut2023 } from './edition.ts';
import { type Page, readGuide, readPages } from './page.ts';

/** What the texts could name, and which options each call could have had. */
const seen = vi.hoisted(() => ({ names: new Set<string>(), options: new Map<string, Set<string>>() }));

vi.mock('../../src/prose/names.ts', async load => {
  const real = await load<typeof import('../../src/prose/names.ts')>();
  const checkNames: typeof real.checkNames = (template, known) => {
    for (const name of [...known.helpers, ...known.printable, ...known.values]) seen.names.add(name);
    return real.checkNames(template, known);
  };
  return { ...real, checkNames };
});

vi.mock('../../src/prose/call.ts', async load => {
  const real = await load<typeof import('../../src/prose/call.ts')>();
  const checkOptions: typeof real.checkOptions = (call, known) => {
    seen.options.set(call.name, new Set([...(seen.options.get(call.name) ?? []), ...known]));
    return real.checkOptions(call, known);
  };
  return { ...real, checkOptions };
});

const pages = readPages();
const guide = readGuide();
const goldens = fileURLToPath(new URL('../output', import.meta.url));

/** Pages on something else than one name. */
const subjects = [
  ...['README', 'een-cel', 'toevoegingen', 'gecontroleerd', 'aangehaald'],
  ...['woorden', 'structureel', 'bekende-verschillen'],
];

/** Names that only stand behind an option, and are explained there. */
const answers = ['ja', 'nee'];

test.each([...pages, guide])('the examples of $name print what it says', page => {
  const printed = page.examples.map(example => ({ ...example, printed: printedBy(example.typed, page) }));
  expect(printed).toEqual(page.examples);
  expect(page.texts.map(text => printedBy(text, page)).filter(text => text.startsWith('fout: '))).toEqual([]);
});

/** What is printed, with the sources and known differences that the page declares. */
function printedBy(typed: string, { sources, differences }: Page): string {
  const declared = { ...(sources.size > 0 ? { sources } : {}), ...(differences.length > 0 ? { differences } : {}) };
  const { text, diagnostics } = workOut2023(typed, declared, differences[0]?.text);
  const rules = new Set(diagnostics.map(({ rule }) => rule));
  return rules.size > 0 ? `fout: ${[...rules].join(', ')}` : text;
}

test('every name that a text can use has a page with an example, and every page a name', () => {
  workOut2023('{{jaar}}');
  const tables = [...edition2023().edition.tables.keys()];
  const names = [...seen.names].filter(name => !tables.includes(name) && !answers.includes(name));
  expect(pages.map(({ name }) => name).sort()).toEqual([...names, ...subjects].sort());
  expect(names.filter(name => !pageOf(name).examples.some(({ typed }) => typed.includes(name)))).toEqual([]);
  expect(answers.filter(name => !pageOf('toevoegingen').text.includes(`=${name}\``))).toEqual([]);
});

test('every option of every expression stands on its page, or on the page on options that it links to', () => {
  for (const page of pages) for (const { typed } of page.examples) printedBy(typed, page);
  const missing = [...seen.options].flatMap(([name, options]) => {
    const { text, links } = pageOf(subjectOf(name, options));
    const read = links.includes('toevoegingen.md') ? text + pageOf('toevoegingen').text : text;
    return [...options].filter(option => !read.includes(`\`${option}=`)).map(option => `${name} ${option}`);
  });
  expect(seen.options.size).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

/** The page on a call: of its helper, of tables, or of words between quotes. */
function subjectOf(name: string, options: ReadonlySet<string>): string {
  if (edition2023().edition.tables.has(name)) return 'een-cel';
  if (seen.names.has(name)) return name;
  return options.has('bron') ? 'aangehaald' : 'gecontroleerd';
}

function pageOf(name: string): Page {
  const page = pages.find(one => one.name === name);
  if (!page) throw new Error(`There is no page ${name}.`);
  return page;
}

test('the index names every page, and no link leads nowhere', () => {
  const named = pages.map(({ name }) => `${name}.md`).filter(file => file !== 'README.md');
  expect([...new Set(pageOf('README').links)].sort()).toEqual(named.sort());
  const dead = [...pages, guide].flatMap(({ name, folder, links }) =>
    links.filter(link => !existsSync(join(folder, link))).map(link => `${name}: ${link}`),
  );
  expect(dead).toEqual([]);
});

test('the guide explains every rule that a case reports to a writer', () => {
  const reports = goldenFolders('diagnostics.txt').map(name =>
    readFileSync(join(goldens, name, 'diagnostics.txt'), 'utf8'),
  );
  const rules = reports.flatMap(report =>
    [...report.matchAll(/^(?:error|warning|notice) ([a-z-]+) /gm)].map(one => `${one[1]}`),
  );
  expect(rules.length).toBeGreaterThan(100);
  const ofLayout = /^(?:template|theme|font)-|^html-(?!link|table|element)/;
  expect([...new Set(rules)].filter(rule => !ofLayout.test(rule) && !guide.text.includes(`\`${rule}\``))).toEqual([]);
});

test('a page is short, and begins with what it is about', () => {
  for (const { name, text } of pages) {
    expect(text.split('\n').length, name).toBeLessThanOrEqual(name === 'README' ? 80 : 50);
    if (!subjects.includes(name)) expect(text.split('\n')[0]).toBe(`# ${name}`);
  }
});
