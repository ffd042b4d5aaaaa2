// Editions written as the YAML of their tables, for the rules on what tables say of each other.

import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type EarlierEditions, earlierEditions } from '../../src/edition/earlier.ts';
import type { Edition } from '../../src/edition/edition.ts';
import type { Files } from '../../src/edition/files.ts';
import { readEdition } from '../../src/edition/read.ts';
import { inMemory } from '../project.ts';

/** The year of the edition that a test is about. */
export const year = 2024;

/** Tables by id, or by year and id (`2023/vormen`); each without its title, unit and source. */
export type TypedTables = Readonly<Record<string, string>>;

/** The edition of 2024 with these tables, and what is before it; the tables of 2024 must be sound. */
export function editionOf(tables: TypedTables): { edition: Edition; earlier: EarlierEditions } {
  const files = filesOf(tables);
  const { value, diagnostics } = readEdition(year, files);
  const mistakes = diagnostics.filter(({ place }) => place?.file !== `data/${year}/edition.yaml`);
  if (!value || mistakes.length > 0) throw new Error(`The tables of the test are wrong: ${JSON.stringify(mistakes)}`);
  return { edition: value, earlier: earlierEditions(year, files) };
}

function filesOf(tables: TypedTables): Files {
  const texts = Object.entries(tables).map(([name, text]) => {
    const [id = '', of = String(year)] = name.split('/').toReversed();
    return [`data/${of}/tables/${id}.yaml`, `title: T\nunit: slachtoffers\nsource: S\n${text}`];
  });
  return inMemory(Object.fromEntries(texts));
}

/** What a diagnostic underlines: the place and the further places, each as `id:line words → text`. */
export function underlined({ place, related = [] }: Diagnostic): string[] {
  return [{ message: '', place }, ...related].map(({ message, place: at }) => {
    const text = at?.text?.slice(at.column - 1, at.column - 1 + (at.length ?? 1)) ?? '';
    const file = at?.file.replace(/^data\/(?:2024\/)?(?:tables\/)?/, '').replace('tables/', '');
    return [`${file}:${at?.line}`, message, text].filter(part => part !== '').join(' | ');
  });
}
