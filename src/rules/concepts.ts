// Rules `unknown-concept` and `other-population` on tables: they name the office's concepts, and their titles tell no other story.

import type { Concepts, Named } from '../concepts/concepts.ts';
import { describeTable } from '../concepts/describe.ts';
import { areApart, covers, type Population, populationSaid } from '../concepts/population.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { Edition, Table } from '../edition/edition.ts';

/** A diagnostic for every concept that data/begrippen.yaml does not have, and for titles that name another population. */
export function checkConcepts({ tables, publications }: Edition, concepts: Concepts): Diagnostic[] {
  return [
    ...[...tables.values()].flatMap(table => [
      ...unknownConcepts(table, concepts),
      ...strangeTitle({ title: table.title, place: table.place }, table, concepts),
    ]),
    ...publications.flatMap(({ figures }) =>
      [...figures.values()].flatMap(({ title, titlePlace, table }) =>
        title === table.title ? [] : strangeTitle({ title, place: titlePlace }, table, concepts),
      ),
    ),
  ];
}

function unknownConcepts(
  { statistic, population = [], conceptPlaces = [], place }: Table,
  concepts: Concepts,
): Diagnostic[] {
  const names = [
    ...(statistic === undefined ? [] : [{ name: statistic, what: 'statistic', known: concepts.statistics }]),
    ...population.map(name => ({ name, what: 'group', known: [...concepts.groups.keys()] })),
  ];
  return names.flatMap(({ name, what, known }, at) => {
    if (known.includes(name)) return [];
    const hints = suggestionHints(name, known);
    const add = `Add it to data/begrippen.yaml, with the words that name it.`;
    return [
      {
        ...({ severity: 'error', rule: 'unknown-concept' } as const),
        message: `There is no ${what} "${name}" in data/begrippen.yaml.`,
        place: conceptPlaces[at] ?? place,
        hints: hints.length > 0 ? hints : [add],
      },
    ];
  });
}

interface Title {
  readonly title: string;
  readonly place: Place;
}

/** A title may name the groups that all cells count, or those that rows and columns are of; any other is a mistake. */
function strangeTitle({ title, place }: Title, table: Table, concepts: Concepts): Diagnostic[] {
  if (table.statistic === undefined) return [];
  const { population, rows, columns } = describeTable(table, concepts);
  const labelled = [...rows.values(), ...columns.values()].map(label => label.population);
  const isOf = ({ group }: Named): boolean => {
    if (!group || !concepts.has(table.statistic, group.dimension)) return true;
    const own = population.get(group.dimension);
    if (own && covers([group.id], own, concepts)) return true;
    return labelled.some(one => namesAny(one, group, concepts));
  };
  const strange = concepts.named(title).filter(named => !isOf(named));
  return strange.map(({ text, group }) => ({
    ...({ severity: 'error', rule: 'other-population', place } as const),
    message: `The title says "${text}", and the table counts ${populationSaid(population)}.`,
    hints: [
      `If all its cells are of that group, say so in the table: population: [${[...(table.population ?? []), group?.id].join(', ')}].`,
      'Or take the words out of the title.',
    ],
  }));
}

function namesAny(population: Population, group: NonNullable<Named['group']>, concepts: Concepts): boolean {
  const labelled = population.get(group.dimension);
  return labelled !== undefined && !areApart([group.id], labelled, concepts);
}
