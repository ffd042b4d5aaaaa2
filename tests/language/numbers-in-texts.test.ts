// The numbers of the house's own texts: every one stands where it is said to, and the years and dates are structural.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scanNumbers } from '../../src/language/numbers.ts';
import { type StructuralRule, structuralSpans } from '../../src/language/structural.ts';

const data = new URL('../../data/', import.meta.url);
const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md'));

/** The text as the scanners get it: a mark in the place of every expression. */
function textOf(file: string): string {
  let index = 0;
  return readFileSync(new URL(file, data), 'utf8').replace(/\{\{[\s\S]*?\}\}/g, () => `\uE000${index++}\uE001`);
}

function structuralIn(text: string): { text: string; rule: StructuralRule }[] {
  return structuralSpans(text, { units: ['slachtoffers', 'zaken', 'verdachten'] }).map(({ start, end, rule }) => ({
    text: text.slice(start, end),
    rule,
  }));
}

test.each(files)('%s', file => {
  const text = textOf(file);
  for (const { start, end, text: written } of scanNumbers(text)) expect(text.slice(start, end)).toBe(written);
  expect(scanNumbers(text).filter(token => /[\uE000\uE001]/.test(token.text))).toEqual([]);
});

test.each([
  ['introductie.md', 'december 2024', 'date'],
  ['vervolging.md', '2023-2026', 'period'],
  ['artikel.md', '18 oktober', 'date'],
])('%s has %s', (name, written, rule) => {
  const file = files.find(one => one.endsWith(`/${name}`)) ?? '';
  expect(structuralIn(textOf(file))).toContainEqual({ text: written, rule });
});
