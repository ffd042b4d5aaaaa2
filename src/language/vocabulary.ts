// The office's words of judgement: read from YAML, and found in a text with what each of them claims.

import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { validate } from '../edition/validate.ts';
import { parseYaml, placeOf, type YamlFile } from '../edition/yaml.ts';
import type { Nearness } from '../locale/nearness.ts';
import { type Form, readForms } from './vocabulary-form.ts';
import { type Line, linesOf, nearnessOf, withNumber } from './vocabulary-lines.ts';
import type { Meaning, Stretch, WordToken } from './vocabulary-meaning.ts';
import { createLexicon, type Entry, type Found, find } from './vocabulary-scan.ts';
import { vocabularySpec } from './vocabulary-schema.ts';
import { wordsOf } from './vocabulary-words.ts';

export type { Meaning, WordToken } from './vocabulary-meaning.ts';

/** The words of judgement of one office. */
export interface Vocabulary {
  /** The words of judgement in a text, in order, never overlapping; a word within a fixed phrase is none. */
  scan(text: string): readonly WordToken[];
  /** The fixed phrases in a text, in order: what stands in them is neither a number nor a judgement. */
  fixed(text: string): readonly Stretch[];
  /** How near a value must lie to a simple fraction or multiple. */
  readonly nearness: Nearness;
}

/** The vocabulary in a YAML file; what is wrong with its shape or its words are diagnostics. */
export function readVocabulary(source: Source): Outcome<Vocabulary> {
  const parsed = parseYaml(source);
  if (!parsed.file) return { diagnostics: parsed.diagnostics };
  const { value, diagnostics } = validate(parsed.file, vocabularySpec);
  if (!value) return { diagnostics: [...parsed.diagnostics, ...diagnostics] };
  const lines = linesOf(value).map(line => ({ ...line, read: readForms(line.text) }));
  const entries = lines.flatMap(({ read, meaning, path }) =>
    'mistake' in read ? [] : read.forms.map(form => ({ form, meaning, path })),
  );
  const wrong = lines.flatMap(({ read, ...line }) =>
    'mistake' in read ? [strangeForm(parsed, line, read.mistake)] : [],
  );
  return {
    value: createVocabulary(entries, nearnessOf(value)),
    diagnostics: [...parsed.diagnostics, ...wrong, ...repeatedForms(entries, parsed.file)],
  };
}

type FormLine = Pick<Line, 'meaning' | 'path'> & { readonly form: Form };

function createVocabulary(lines: readonly FormLine[], nearness: Nearness): Vocabulary {
  const lexicon = createLexicon<Meaning | undefined>(
    lines.map(
      ({ form, meaning }): Entry<Meaning | undefined> => ({ form, fixed: meaning === undefined, value: meaning }),
    ),
  );
  let last: { text: string; found: Found<Meaning | undefined>[] } | undefined;
  const foundIn = (text: string): Found<Meaning | undefined>[] => {
    if (last?.text !== text) last = { text, found: find(wordsOf(text), lexicon) };
    return last.found;
  };
  return {
    scan: text => foundIn(text).flatMap(found => tokenOf(found, text) ?? []),
    fixed: text =>
      foundIn(text)
        .filter(({ entry }) => entry.fixed)
        .flatMap(({ parts }) => parts)
        .sort((a, b) => a.start - b.start),
    nearness,
  };
}

function tokenOf({ entry, parts, number }: Found<Meaning | undefined>, text: string): WordToken | undefined {
  const [first, ...also] = parts;
  if (!first || !entry.value) return undefined;
  return {
    kind: 'word',
    text: text.slice(first.start, first.end),
    ...first,
    meaning: withNumber(entry.value, number),
    ...(also.length > 0 ? { also } : {}),
  };
}

function strangeForm({ file }: { file?: YamlFile }, { text, path }: Line, mistake: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'word-form',
    message: `"${text}" cannot be read: ${mistake}.`,
    ...(file && { place: placeOf(file, path) }),
    hints: ['Write it as the top of the file says.'],
  };
}

/** Forms that stand in two places, and would have two meanings (`word-repeated`). */
function repeatedForms(lines: readonly FormLine[], file: YamlFile): Diagnostic[] {
  const seen = new Map<string, FormLine>();
  return lines.flatMap(line => {
    const before = seen.get(line.form.text);
    if (!before) seen.set(line.form.text, line);
    return before ? [repeatedForm(line, before, file)] : [];
  });
}

function repeatedForm({ form, path }: FormLine, before: FormLine, file: YamlFile): Diagnostic {
  const [here, there] = [blockOf(path), blockOf(before.path)];
  const where = here === there ? `twice in ${here}` : `in ${there} and in ${here}`;
  return {
    severity: 'error',
    rule: 'word-repeated',
    message: `"${form.text}" stands ${where}.`,
    place: placeOf(file, path),
    hints: ['Take it out in one of the two places; a word has one meaning.'],
  };
}

function blockOf(path: Line['path']): string {
  return path.filter(step => typeof step === 'string' && step !== 'woorden').join(' › ');
}
