// The editors' pages on expressions, read: their examples, their blocks of YAML and Markdown, and their links.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { KnownDifference } from '../../src/edition/edition.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A row of a table `| U schrijft | Er staat |`; a further column is not looked at. */
export interface Example {
  /** Its line in the page, from 1. */
  readonly line: number;
  readonly typed: string;
  /** What is printed, or `fout: <rule>`. */
  readonly printed: string;
}

/** One page. */
export interface Page {
  readonly name: string;
  /** The folder that it stands in. */
  readonly folder: string;
  readonly text: string;
  readonly examples: readonly Example[];
  /** What its blocks of YAML say of the publication and the edition. */
  readonly sources: ReadonlyMap<string, string>;
  readonly differences: readonly KnownDifference[];
  /** Its blocks of Markdown. */
  readonly texts: readonly string[];
  /** The files that it links to, as they are written. */
  readonly links: readonly string[];
}

/** All pages on expressions, by name. */
export function readPages(): Page[] {
  const folder = join(repository, 'templates', 'uitdrukkingen');
  const names = readdirSync(folder).filter(name => name.endsWith('.md'));
  return names.sort().map(name => readPage(folder, name.slice(0, -'.md'.length)));
}

/** The editors' guide, as a page. */
export function readGuide(): Page {
  return readPage(join(repository, 'docs'), 'redactie');
}

interface Spec {
  readonly sources?: Readonly<Record<string, string>>;
  readonly differences?: readonly KnownDifference[];
}

function readPage(folder: string, name: string): Page {
  const text = readFileSync(join(folder, `${name}.md`), 'utf8');
  const yaml = blocksOf(text, 'yaml').map(block => parse(block) as Spec);
  return {
    ...{ name, folder, text, examples: examplesOf(text), texts: blocksOf(text, 'markdown') },
    sources: new Map(yaml.flatMap(({ sources }) => Object.entries(sources ?? {}))),
    differences: yaml.flatMap(({ differences }) => differences ?? []),
    links: [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(match => match[1] ?? ''),
  };
}

function examplesOf(text: string): Example[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (!isExample(line, headOf(lines, index))) return [];
    const [, typed = '', printed = ''] = /^\| `(.+?)` \| ([^|]+) \|/.exec(line) ?? [];
    return [{ line: index + 1, typed, printed }];
  });
}

function isExample(line: string, head: string): boolean {
  return line.startsWith('|') && line !== head && !/^\|\s*-/.test(line) && head.startsWith('| U schrijft | Er staat |');
}

/** The first line of the table that a line stands in. */
function headOf(lines: readonly string[], index: number): string {
  const before = lines.slice(0, index + 1).findLastIndex(line => !line.startsWith('|'));
  return lines[before + 1] ?? '';
}

function blocksOf(text: string, language: string): string[] {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return [...text.matchAll(block)].map(match => match[1] ?? '');
}
