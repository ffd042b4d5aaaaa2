// The office's concepts: what its tables count, the groups counted apart, and the words by which a text names them.

import type { YamlPath } from '../edition/yaml.ts';
import type { Form } from '../language/vocabulary-form.ts';
import { createLexicon, find, type Lexicon } from '../language/vocabulary-scan.ts';
import { wordsOf } from '../language/vocabulary-words.ts';

/** A group that is counted apart, such as `minderjarig`; two groups of one dimension that are not nested share nobody. */
export interface Group {
  readonly id: string;
  /** The feature it is a value of, such as `leeftijd`. */
  readonly dimension: string;
  /** The wider group of the same dimension that it is a part of. */
  readonly within?: string;
  /** The group of another dimension that all groups of its dimension are a part of. */
  readonly implies?: string;
}

/** Words of a text that name groups or what is counted, from `start` up to `end`. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The group they name; none for words that only name what is counted, or all of it. */
  readonly group?: Group;
  /** The statistics that the words are said of: `verdachten` of suspects before and behind a judge. */
  readonly statistics: readonly string[];
}

/** The concepts of one office. */
export interface Concepts {
  /** Ids of what is counted. */
  readonly statistics: readonly string[];
  readonly groups: ReadonlyMap<string, Group>;
  /** The words of a text that name a concept, in order, never overlapping. */
  named(text: string): readonly Named[];
  /** The groups that a label names by itself, one for each dimension that has it. */
  labelled(label: string): readonly Group[];
  /** Whether a label sets no group apart, such as `Totaal`. */
  isWhole(label: string): boolean;
  /** Whether everything that a statistic counts has a dimension. */
  has(statistic: string | undefined, dimension: string): boolean;
  /** Whether the words of a sentence tell that it speaks of a statistic. */
  tells(sentence: string, statistic: string): boolean;
  /** Whether a text has words for a group. */
  isNameable(group: string): boolean;
  /** Whether a group is another or a part of it. */
  isWithin(group: string, other: string): boolean;
}

/** Words of the file: a form, and the group or the statistic it names, or that it sets no group apart. */
export interface Line {
  readonly form: Form;
  readonly names: { readonly group: Group } | { readonly statistic: string } | { readonly whole: true };
  readonly path: YamlPath;
}

/** A form by which a sentence tells that it speaks of a statistic. */
export interface Sign {
  readonly form: Form;
  readonly statistic: string;
}

/** What concepts are made of. */
export interface Parts {
  readonly statistics: readonly string[];
  readonly groups: readonly Group[];
  readonly lines: readonly Line[];
  /** Words by which a sentence tells of a statistic; one that is not here needs none. */
  readonly signs: readonly Sign[];
  /** Groups by their labels in lower case. */
  readonly labels: ReadonlyMap<string, readonly Group[]>;
  /** Labels in lower case. */
  readonly wholes: ReadonlySet<string>;
  /** The statistics that have a dimension; a dimension that is not here is of all. */
  readonly reach: ReadonlyMap<string, readonly string[]>;
}

interface Meant {
  readonly form: Form;
  readonly group?: Group;
  readonly statistics: readonly string[];
}

/** The concepts that these parts make. */
export function createConcepts({ statistics, groups, lines, signs, labels, wholes, reach }: Parts): Concepts {
  const byId = new Map(groups.map(group => [group.id, group]));
  const meant = meantBy(lines);
  const lexicon = lexiconOf(meant);
  const signed = new Map(
    [...Map.groupBy(signs, ({ statistic }) => statistic)].map(([id, own]) => [id, lexiconOf(own)]),
  );
  const nameable = new Set(lines.flatMap(({ names }) => ('group' in names ? [names.group.id] : [])));
  let last: { text: string; named: readonly Named[] } | undefined;
  const isWithin = (id: string, other: string): boolean => {
    for (let at = byId.get(id), steps = 0; at && steps < groups.length; steps += 1) {
      if (at.id === other) return true;
      at = at.within === undefined ? undefined : byId.get(at.within);
    }
    return false;
  };
  const named = (text: string): readonly Named[] => {
    if (last?.text !== text)
      last = {
        text,
        named: find(wordsOf(text), lexicon).flatMap(({ entry: { value }, parts: [part] }) => {
          const { group, statistics: of } = value;
          return part
            ? [{ ...part, text: text.slice(part.start, part.end), ...(group && { group }), statistics: of }]
            : [];
        }),
      };
    return last.named;
  };
  const labelled = (label: string): readonly Group[] => {
    const known = labels.get(label.toLowerCase()) ?? [];
    const [only] = named(label);
    const isAll = only?.group !== undefined && only.start === 0 && only.end === label.length;
    return isAll && only.group && !known.includes(only.group) ? [...known, only.group] : known;
  };
  return {
    ...{ statistics, groups: byId, named, isWithin },
    labelled: remembered(labelled),
    tells: (sentence, statistic) => {
      const own = signed.get(statistic);
      return own === undefined || find(wordsOf(sentence), own).length > 0;
    },
    isNameable: group => nameable.has(group),
    isWhole: label => wholes.has(label.toLowerCase()),
    has: (statistic, dimension) => {
      const of = reach.get(dimension);
      return of === undefined || (statistic !== undefined && of.includes(statistic));
    },
  };
}

function lexiconOf<T extends { readonly form: Form }>(values: readonly T[]): Lexicon<T> {
  return createLexicon(values.map(value => ({ form: value.form, fixed: false, value })));
}

function remembered<T>(make: (label: string) => T): (label: string) => T {
  const known = new Map<string, T>();
  return label => {
    const found = known.get(label) ?? make(label);
    known.set(label, found);
    return found;
  };
}

/** Forms with all that they name: one group, or one or more statistics. */
function meantBy(lines: readonly Line[]): Meant[] {
  const meant = new Map<string, Meant>();
  for (const { form, names } of lines) {
    const { statistics = [], ...before } = meant.get(form.text) ?? { form };
    const more = 'group' in names ? { group: names.group } : {};
    meant.set(form.text, {
      ...before,
      ...more,
      statistics: 'statistic' in names ? [...statistics, names.statistic] : statistics,
    });
  }
  return [...meant.values()];
}

/** The concepts of an office that has none: nothing is named, and nothing held against it. */
export const noConcepts: Concepts = createConcepts({
  ...{
    statistics: [],
    groups: [],
    lines: [],
    signs: [],
    labels: new Map(),
    wholes: new Set<string>(),
    reach: new Map(),
  },
});
