// Arithmetic on populations: which groups a number counts, and whether words that name groups can be said of it.

import type { Concepts, Group } from './concepts.ts';

/** The groups that are counted, by dimension; a dimension that is not there is not divided. */
export type Population = ReadonlyMap<string, readonly string[]>;

/** The population of some groups, and of those that they imply: of one dimension they are counted together. */
export function populationOf(groups: readonly Group[], concepts: Concepts): Population {
  const found = new Map<string, readonly string[]>();
  const add = ({ id, dimension }: Group): void => {
    found.set(dimension, [...new Set([...(found.get(dimension) ?? []), id])]);
  };
  for (const group of groups) add(group);
  for (const group of groups.flatMap(({ implies = '' }) => concepts.groups.get(implies) ?? []))
    if (!found.has(group.dimension)) add(group);
  return found;
}

/** Who has all of some populations' features: a later population narrows a dimension that an earlier one has too. */
export function joined(populations: readonly Population[]): Population {
  return new Map(populations.flatMap(population => [...population]));
}

/** Who is in one of some populations: a dimension that one of them does not divide, is not divided. */
export function united(populations: readonly Population[]): Population {
  const [first, ...others] = populations;
  const shared = [...(first ?? [])].filter(([dimension]) => others.every(other => other.has(dimension)));
  return new Map(
    shared.map(([dimension, groups]) => [
      dimension,
      [...new Set([...groups, ...others.flatMap(other => other.get(dimension) ?? [])])],
    ]),
  );
}

/** A text that is the same for two populations when they are the same. */
export function populationKey(population: Population): string {
  const dimensions = [...population].map(([dimension, groups]) => `${dimension}=${groups.toSorted().join('+')}`);
  return dimensions.toSorted().join(' ');
}

/**
 * Whether groups of one dimension that are named together can be said of a number that counts these: they are those or wider ones. Several
 * that are named at once may stand for more than a number counts, when one of them is counted.
 */
export function covers(named: readonly string[], counted: readonly string[], concepts: Concepts): boolean {
  const isNamed = (group: string): boolean => named.some(one => concepts.isWithin(group, one));
  return counted.every(isNamed) || (named.length > 1 && counted.some(isNamed));
}

/** Whether groups share nobody. */
export function areApart(named: readonly string[], counted: readonly string[], { isWithin }: Concepts): boolean {
  return named.every(one => counted.every(other => !isWithin(one, other) && !isWithin(other, one)));
}

/** The groups as messages write them: `minderjarig and criminele-uitbuiting`, or `all` when nothing is divided. */
export function populationSaid(population: Population): string {
  const said = [...population.values()].map(groups => groups.join(' or '));
  return said.length === 0 ? 'all' : said.join(' and ');
}
