// data/begrippen.yaml → the concepts, with every mistake in it.

import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import { validate } from '../edition/validate.ts';
import { parseYaml, placeOf, type YamlFile, type YamlPath } from '../edition/yaml.ts';
import { type Form, readForms } from '../language/vocabulary-form.ts';
import { type Concepts, createConcepts, type Group, type Line } from './concepts.ts';
import { type ConceptsSpec, conceptsSpec } from './schema.ts';

/** The concepts in a YAML file; what is wrong with its shape, its words or its names are diagnostics. */
export function readConcepts(source: Source): Outcome<Concepts> {
  const parsed = parseYaml(source);
  if (!parsed.file) return { diagnostics: parsed.diagnostics };
  const { value: spec, diagnostics } = validate(parsed.file, conceptsSpec);
  if (!spec) return { diagnostics: [...parsed.diagnostics, ...diagnostics] };
  const groups = groupsOf(spec);
  const { lines, wrong } = linesOf(spec, groups, parsed.file);
  const signs = signsOf(spec, parsed.file);
  const found = [
    ...wrong,
    ...signs.wrong,
    ...repeatedWords(lines, parsed.file),
    ...strangeNames(spec, groups, parsed.file),
  ];
  const value = createConcepts({
    ...{ statistics: Object.keys(spec.tellingen), groups: groups.map(({ group }) => group), lines },
    signs: signs.lines.map(({ form, statistic }) => ({ form, statistic })),
    labels: labelsOf(groups),
    wholes: new Set((spec.geheel?.opschriften ?? []).map(label => label.toLowerCase())),
    reach: new Map(Object.entries(spec.kenmerken).flatMap(([id, { bij }]) => (bij ? [[id, bij] as const] : []))),
  });
  return { value, diagnostics: [...parsed.diagnostics, ...found] };
}

/** A group with what the file says of it. */
interface Placed {
  readonly group: Group;
  readonly spec: ConceptsSpec['kenmerken'][string]['waarden'][string];
  readonly path: YamlPath;
}

function groupsOf({ kenmerken }: ConceptsSpec): Placed[] {
  return Object.entries(kenmerken).flatMap(([dimension, { waarden, 'houdt-in': implies }]) =>
    Object.entries(waarden).map(([id, spec]) => ({
      group: {
        ...{ id, dimension },
        ...(spec.binnen === undefined ? {} : { within: spec.binnen }),
        ...(implies === undefined ? {} : { implies }),
      },
      spec,
      path: ['kenmerken', dimension, 'waarden', id],
    })),
  );
}

function linesOf(
  spec: ConceptsSpec,
  groups: readonly Placed[],
  file: YamlFile,
): { lines: Line[]; wrong: Diagnostic[] } {
  const { opschriften: _labels, woorden: wholes = [] } = spec.geheel ?? {};
  const texts = [
    ...wholes.map((text, at) => ({ text, names: { whole: true as const }, path: ['geheel', 'woorden', at] })),
    ...Object.entries(spec.tellingen).flatMap(([statistic, { woorden }]) =>
      woorden.map((text, at) => ({ text, names: { statistic }, path: ['tellingen', statistic, 'woorden', at] })),
    ),
    ...groups.flatMap(({ group, spec: { woorden = [] }, path }) =>
      woorden.map((text, at) => ({ text, names: { group }, path: [...path, 'woorden', at] })),
    ),
  ];
  return readLines(texts, file);
}

function signsOf({ tellingen }: ConceptsSpec, file: YamlFile) {
  const texts = Object.entries(tellingen).flatMap(([statistic, spec]) =>
    (spec['herkenbaar-aan'] ?? []).map((text, at) => ({
      ...{ text, statistic },
      path: ['tellingen', statistic, 'herkenbaar-aan', at],
    })),
  );
  return readLines(texts, file);
}

/** Lines with their forms, and what is wrong with those that cannot be read. */
function readLines<T extends { readonly text: string; readonly path: YamlPath }>(
  texts: readonly T[],
  file: YamlFile,
): { lines: (T & { readonly form: Form })[]; wrong: Diagnostic[] } {
  const read = texts.map(line => ({ line, forms: readForms(line.text) }));
  return {
    lines: read.flatMap(({ line, forms }) => ('mistake' in forms ? [] : forms.forms.map(form => ({ ...line, form })))),
    wrong: read.flatMap(({ line: { text, path }, forms }) =>
      'mistake' in forms
        ? [mistake('word-form', `"${text}" cannot be read: ${forms.mistake}.`, placeOf(file, path), writeIt)]
        : [],
    ),
  };
}

const writeIt = 'Write it as the top of the file says.';

function mistake(rule: string, message: string, place: Diagnostic['place'] & object, ...hints: string[]): Diagnostic {
  return { severity: 'error', rule, message, place, hints };
}

/** Words that name two groups name none; of statistics several may share a word. */
function repeatedWords(lines: readonly Line[], file: YamlFile): Diagnostic[] {
  const seen = new Map<string, Line>();
  return lines.flatMap(line => {
    const before = seen.get(line.form.text);
    if (!before) seen.set(line.form.text, line);
    if (!before || ('statistic' in line.names && 'statistic' in before.names)) return [];
    const message = `"${line.form.text}" stands under ${nameOf(before)} and under ${nameOf(line)}.`;
    const hint = 'Take it out in one of the two places; words name one group.';
    return [mistake('word-repeated', message, placeOf(file, line.path), hint)];
  });
}

function nameOf({ names }: Line): string {
  if ('whole' in names) return 'geheel';
  return 'group' in names ? names.group.id : names.statistic;
}

/** Names that stand for nothing, and groups that bear the name of another. */
function strangeNames(spec: ConceptsSpec, groups: readonly Placed[], file: YamlFile): Diagnostic[] {
  const statistics = Object.keys(spec.tellingen);
  const wrongReach = Object.entries(spec.kenmerken).flatMap(([id, { bij = [] }]) =>
    bij.flatMap((name, at) => unknown('statistic', name, statistics, placeOf(file, ['kenmerken', id, 'bij', at]))),
  );
  const ids = groups.map(({ group }) => group.id);
  const wrongImplied = Object.entries(spec.kenmerken).flatMap(([id, { 'houdt-in': name }]) =>
    name === undefined ? [] : unknown('group', name, ids, placeOf(file, ['kenmerken', id, 'houdt-in'])),
  );
  const wrongWithin = groups.flatMap(({ group, path }) => {
    const known = groups.filter(one => one.group.dimension === group.dimension && one.group !== group);
    const names = known.map(one => one.group.id);
    return group.within === undefined ? [] : unknown('group', group.within, names, placeOf(file, [...path, 'binnen']));
  });
  const repeated = groups.filter(({ group }, at) => groups.findIndex(one => one.group.id === group.id) < at);
  return [
    ...wrongReach,
    ...wrongImplied,
    ...wrongWithin,
    ...repeated.map(({ group, path }) =>
      mistake(
        'concept-repeated',
        `The name "${group.id}" is given to two groups.`,
        placeOf(file, path),
        `Give each a name of its own, such as ${group.dimension}-${group.id}.`,
      ),
    ),
  ];
}

function unknown(
  what: 'statistic' | 'group',
  name: string,
  known: readonly string[],
  place: Diagnostic['place'] & object,
): Diagnostic[] {
  if (known.includes(name)) return [];
  return [mistake('unknown-concept', `There is no ${what} "${name}" here.`, place, ...hintsFor(name, known))];
}

function hintsFor(name: string, known: readonly string[]): string[] {
  const hints = suggestionHints(name, known);
  return hints.length > 0 ? hints : ['Name one that the file has.'];
}

function labelsOf(groups: readonly Placed[]): Map<string, Group[]> {
  const labels = new Map<string, Group[]>();
  for (const { group, spec } of groups)
    for (const label of spec.opschriften ?? []) {
      const key = label.toLowerCase();
      labels.set(key, [...(labels.get(key) ?? []), group]);
    }
  return labels;
}
