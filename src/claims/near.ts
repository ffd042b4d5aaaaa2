// The numbers of a sentence as a word of judgement sees them: two years of one number are a change.

import type { Place } from '../diagnostics/diagnostic.ts';
import type { Table } from '../edition/edition.ts';
import type { Meaning } from '../language/vocabulary.ts';
import { differenceOf, sumOf } from '../statistics/arithmetic.ts';
import type { CellReference } from '../statistics/cell.ts';
import { isFailure } from '../statistics/quantity.ts';
import { isOfChange, looksBack } from './meanings.ts';
import { type Derivation, derive, isChange } from './result.ts';
import type { Span } from './sentences.ts';
import { endsWithFrom, endsWithTo } from './span-words.ts';
import type { Statement } from './statement.ts';
import { latestYear, yearOf, yearsOn } from './subject.ts';

/** A mark of a number in a sentence. */
export interface NearNumber extends Span {
  readonly derivation: Derivation;
  /** The other numbers that a judgement is said of. */
  readonly more?: readonly Derivation[];
  /** What the author lets a judgement compare it with. */
  readonly against?: readonly Derivation[];
  /** Whether it prints as a number or as a judgement of it. */
  readonly form: Statement['form'];
  /** The words that it prints. */
  readonly words: string;
  readonly expression: string;
  readonly place: Place;
  /** The change from the earliest to the latest year in which the sentence gives this number. */
  readonly change?: Derivation;
  /** The number in the latest year in which the sentence gives it. */
  readonly latest?: Derivation;
}

type Tables = ReadonlyMap<string, Table>;

/**
 * The numbers of a sentence; those that it gives for several years know the change between these: from the earliest to the
 * latest, but from `van` to `naar` where it says so.
 */
export function withChanges(numbers: readonly NearNumber[], tables: Tables, text = ''): NearNumber[] {
  return numbers.map((number, index) => {
    if (isChange(number.derivation)) return number;
    const years = numbers.flatMap((other, at) => {
      const distance = yearsApart(number.derivation, other.derivation, tables);
      return distance === undefined ? [] : [{ distance, at, derivation: other.derivation }];
    });
    const sorted = years.toSorted((a, b) => a.distance - b.distance);
    const [first, last] = spanOf(index, numbers, { years, text }) ?? [sorted[0], sorted.at(-1)];
    if (!first || !last || first.distance === last.distance) return number;
    const latest = sorted.at(-1)?.derivation ?? number.derivation;
    return { ...number, change: changeBetween(first.derivation, last.derivation), latest };
  });
}

interface InYear {
  /** How many years later than the number. */
  readonly distance: number;
  /** Its place among the numbers. */
  readonly at: number;
  readonly derivation: Derivation;
}

/** `van 953 naar 307 en daarna naar 354`: from the number behind `van` to the next, and to one behind `naar` from the one before. */
function spanOf(
  index: number,
  numbers: readonly NearNumber[],
  { years, text }: { readonly years: readonly InYear[]; readonly text: string },
): readonly [InYear, InYear] | undefined {
  const own = years.find(({ at }) => at === index);
  const before = (at: number): string => text.slice(0, numbers[at]?.start);
  const isEnd = (at: number): boolean => endsWithTo(before(at));
  const earlier = isEnd(index) ? years.findLast(({ at, distance }) => at < index && distance < 0) : undefined;
  const later = endsWithFrom(before(index))
    ? years.find(({ at, distance }) => at > index && distance > 0 && isEnd(at))
    : undefined;
  if (!own) return undefined;
  if (earlier) return [earlier, own];
  return later ? [own, later] : undefined;
}

/** The years that a sentence names with a change, and the reporting year. */
export interface SaidYears {
  /** The year that the change is of: `een daling in 2022`. */
  readonly of?: number | undefined;
  /** The year that it is compared with: `lager dan in 2021`. */
  readonly base?: number | undefined;
  readonly reporting: number;
}

/** The number as a change of, and since, the years that the sentence names; a number that is no change has one of each. */
export function inSaidYears({ of, base, reporting }: SaidYears, number: NearNumber, tables: Tables): NearNumber {
  const { derivation } = number;
  const { first, second: last = derivation } = number.change?.sides ?? {};
  const [own, latest] = [derivation, last].map(one => latestYear(one, tables));
  if (own === undefined || latest === undefined) return number;
  const at = (year: number): Derivation => derivation.remake(yearsOn(year - own, tables));
  const changed = (from: Derivation, to: Derivation): NearNumber => ({ ...number, change: changeBetween(from, to) });
  if (base === undefined) return of === undefined || of === latest ? number : changed(at(of - 1), at(of));
  if (of !== undefined) return changed(at(base), at(of));
  if (base !== own) return changed(at(base), derivation);
  if (!first) return changed(derivation, at(reporting));
  return own === latest ? changed(derivation, first) : changed(derivation, last);
}

function changeBetween(first: Derivation, last: Derivation): Derivation {
  return derive([first, last], ([from, to]) => (from && to ? differenceOf(from, to) : sumOf([])), 'difference');
}

/** How many years later the other is of the same number; undefined when it is another number. */
export function yearsApart(own: Derivation, other: Derivation, tables: Tables): number | undefined {
  const [mine, theirs] = [own, other].map(one => identityOf(one, tables));
  if (!mine || !theirs || mine.key !== theirs.key) return undefined;
  return theirs.year - mine.year;
}

/** What a number is of, whatever its year, and that year (0 when it has none); a share is of its part in its whole. */
function identityOf({ calculation, sides }: Derivation, tables: Tables): { key: string; year: number } {
  const years = calculation.cells.map(cell => yearOf(cell, tables) ?? 0);
  const year = Math.max(0, ...years);
  const groups = sides ? [sides.first, sides.second].map(one => one.calculation.cells) : [calculation.cells];
  const keys = groups.map(cells =>
    cells
      .map(cell => keyOf(cell, year, tables))
      .toSorted()
      .join('\t'),
  );
  const kind = isFailure(calculation) ? 'failure' : calculation.measure;
  return { year, key: [kind, sides?.kind ?? '', ...keys].join('\t\t') };
}

function keyOf(cell: CellReference, year: number, tables: Tables): string {
  const own = yearOf(cell, tables);
  const label = (text: string): string => (own !== undefined && text === String(own) ? String(own - year) : text);
  return `${cell.table}\n${label(cell.row)}\n${label(cell.column)}`;
}

/**
 * What a word with a meaning says something about: the change that a sentence gives, its last year for a word that looks
 * back year by year, or the number itself.
 */
export function subjectFor(meaning: Meaning, { derivation, change, latest }: NearNumber): Derivation {
  if (looksBack(meaning)) return latest ?? derivation;
  return change && isOfChange(meaning) ? change : derivation;
}
