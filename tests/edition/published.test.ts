// What is published as it is typed: texts of tables, and the address of a licence.

import { expect, test } from 'vitest';
import { readEdition } from '../../src/edition/read.ts';
import { soundMachine } from '../project.ts';

const table = 'data/2023/tables/totaal.yaml';
const publication = 'data/2023/verslag/publication.yaml';
const sound = soundMachine({}).files;

function read(path: string, change: (text: string) => string) {
  return readEdition(2023, soundMachine({ [path]: change(sound.read(path) ?? '') }).files);
}

test.each(['title', 'unit', 'source'])('the %s of a table holds no expression', key => {
  const { diagnostics } = read(table, text => text.replace(new RegExp(`^${key}: .*$`, 'm'), `${key}: In {{jaar}}`));
  expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    expect.stringMatching(/^wrong-value: .*text without expressions/),
  ]);
});

test('nor do its notes and remarks', () => {
  const more = 'notes: ["In {{jaar}}."]\nremarks: [{ row: Vermist, provisional: "{{jaar}}" }]\n';
  const { diagnostics } = read(table, text => text + more);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['wrong-value', 'wrong-value']);
});

test('a licence is an address', () => {
  const address = 'https://creativecommons.org/publicdomain/zero/1.0/deed.nl';
  const { value, diagnostics } = read(publication, text => `${text}licence: ${address}\n`);
  expect(diagnostics).toEqual([]);
  expect(value?.publications[0]?.licence).toBe(address);
  const wrong = read(publication, text => `${text}licence: CC0\n`);
  expect(wrong.diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    expect.stringMatching(/^wrong-value: .*address that begins with https/),
  ]);
});
