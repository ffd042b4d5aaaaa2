// The publication.yaml of one reporting year → that of a later one: words, figures and tables moved on, a year later in date.

import { isMap, isScalar, isSeq } from 'yaml';
import type { Publication } from '../edition/edition.ts';
import { type Splice, spliced } from '../edition/splice.ts';
import type { YamlFile, YamlPath } from '../edition/yaml.ts';
import { isCalendarDate } from '../locale/date.ts';
import { pairOf, rewritten, scalarAt } from './keys.ts';
import { lineNumber } from './lines.ts';
import { rangeOf, typedLike } from './list.ts';
import { laterLabel } from './slot.ts';
import { advance, namesYear, type Step } from './step.ts';
import type { ToConfirm } from './table.ts';
import { renewWords, type Texting } from './text.ts';

/** A publication.yaml made for the new year. */
export interface RenewedPublication {
  readonly text: string;
  /** How many of its words must be rewritten. */
  readonly marked: number;
  readonly toConfirm: readonly ToConfirm[];
}

/** The publication a step later; `file` is what was typed of it. */
export function renewPublication(file: YamlFile, publication: Publication, texting: Texting): RenewedPublication {
  const { text } = file.source;
  const words = wordsOf(file).map(node => {
    let marked = 0;
    const changes = rewritten(text, node, line => {
      const renewed = renewWords(advance(line, texting.step, { last: [texting.step.from] }), texting);
      marked = renewed.marked;
      return renewed.text;
    });
    return { changes, marked };
  });
  const date = scalarAt(file, ['date']);
  const later = laterDate(publication.date, texting.step);
  const renewed = spliced(text, [
    ...words.flatMap(({ changes }) => changes),
    ...(date ? [{ start: rangeOf(date)[0], end: rangeOf(date)[1], text: typedLike(later, date) }] : []),
    ...tablesOf(file, texting),
    ...figuresOf(file, publication, texting),
  ]);
  const marked = words.reduce((sum, one) => sum + one.marked, 0);
  return { text: renewed, marked, toConfirm: toConfirm(renewed, publication, later) };
}

/** The words with expressions that a publication says about itself. */
function wordsOf(file: YamlFile) {
  const paths: YamlPath[] = [
    ...['title', 'subtitle', 'description'].map(key => [key]),
    ...keysAt(file, ['words']).map(key => ['words', key]),
    ...itemsAt(file, ['contents']).map((_, index) => ['contents', index, 'part']),
  ];
  return paths.flatMap(path => scalarAt(file, path) ?? []);
}

function keysAt(file: YamlFile, path: YamlPath): string[] {
  const node = file.document.getIn(path, true);
  return isMap(node) ? node.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : [];
}

function itemsAt(file: YamlFile, path: YamlPath): readonly unknown[] {
  const node = file.document.getIn(path, true);
  return isSeq(node) ? node.items : [];
}

/** The same day in a later year; of 29 February the day before. */
export function laterDate(date: string, { from, to }: Step): string {
  const [year = '', ...rest] = date.split('-');
  const later = [String(Number(year) + to - from), ...rest].join('-');
  return isCalendarDate(later) ? later : later.replace(/29$/, '28');
}

/** Tables whose id holds the year, where they are listed. */
function tablesOf(file: YamlFile, { idOf }: Texting): Splice[] {
  return itemsAt(file, ['tables']).flatMap(item => (isScalar(item) ? rewritten(file.source.text, item, idOf) : []));
}

/** Figures: their ids and tables, their titles, and the rows that their charts leave out. */
function figuresOf(file: YamlFile, publication: Publication, { step, shapes, idOf }: Texting): Splice[] {
  const { text } = file.source;
  return keysAt(file, ['figures']).flatMap(id => {
    const key = pairOf(file.document.get('figures'), id)?.key;
    const slots = shapes.get(publication.figures.get(id)?.table.id ?? id)?.rows ?? [];
    const change = (path: string, later: (words: string) => string): Splice[] => {
      const node = scalarAt(file, ['figures', id, path]);
      return node ? rewritten(text, node, later) : [];
    };
    return [
      ...(isScalar(key) ? rewritten(text, key, idOf) : []),
      ...change('table', idOf),
      ...change('title', words => advance(words, step, { last: [step.from] })),
      ...itemsAt(file, ['figures', id, 'omit']).flatMap(item =>
        isScalar(item) ? rewritten(text, item, label => laterLabel(label, slots)) : [],
      ),
    ];
  });
}

function toConfirm(text: string, { sources }: Publication, date: string): ToConfirm[] {
  const line = (key: string): number => lineNumber(text, Math.max(0, text.search(new RegExp(`^${key}:`, 'm'))));
  const isDated = [...sources.values()].some(namesYear);
  return [
    { line: line('date'), what: `the date of publication is now ${date}` },
    ...(isDated ? [{ line: line('sources'), what: 'sources name a year' }] : []),
  ];
}
