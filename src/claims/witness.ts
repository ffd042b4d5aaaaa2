// What bears a judgement out: the change it is said of, or the number and all that it is compared with.

import { amongOf, yearsOf } from '../language/judge-rank.ts';
import type { Meaning } from '../language/vocabulary.ts';
import { growthOf, pointsOf } from '../statistics/arithmetic.ts';
import { type CellReference, distinctCells } from '../statistics/cell.ts';
import { isFailure, type Quantity } from '../statistics/quantity.ts';
import type { Surroundings } from './holding.ts';
import type { Derivation } from './result.ts';
import type { Statement } from './statement.ts';
import { subjectsOf } from './subject.ts';

const ofChanges: readonly Meaning['kind'][] = ['direction', 'size', 'continuity', 'streak', 'first', 'strongest'];
const ofRivals: readonly Meaning['kind'][] = ['order', 'lead', 'strongest'];
const ofSeries: readonly Meaning['kind'][] = ['continuity', 'streak', 'first'];

/** The number that judgements are said of, and every cell that they were held against. */
export function witnessOf(
  meanings: readonly Meaning[],
  derivations: readonly Derivation[],
  { tables, rivals, after, since, among, period }: Omit<Surroundings, 'alongside' | 'together'>,
): Pick<Statement, 'quantity' | 'cells' | 'operation'> {
  const kinds = meanings.map(meaning => meaning.kind);
  const has = (some: readonly Meaning['kind'][]): boolean => kinds.some(kind => some.includes(kind));
  const subjects = derivations.flatMap(derivation => subjectsOf(derivation, tables, rivals).slice(0, rivals ? 1 : 2));
  const fields = meanings.flatMap(meaning =>
    meaning.kind === 'extreme'
      ? [
          amongOf(meaning.among, {
            ...(among && { among }),
            ...(since && { since }),
            ...(rivals && { against: 'rivals' }),
          }),
        ]
      : [],
  );
  const isOfRivals = rivals !== undefined || has(ofRivals) || fields.some(field => field !== 'years');
  const isOfYears = fields.some(field => field !== 'rivals');
  const limits = { ...(since !== undefined && { since }), ...(period && { period }) };
  const isOfChange = has(ofChanges) && rivals === undefined;
  const cells = subjects.flatMap(subject => [
    ...subject.quantity.cells,
    ...(isOfChange && subject.change ? [...subject.change.from.cells, ...subject.change.to.cells] : []),
    ...(has(ofSeries) ? subject.series.flatMap(({ quantity }) => quantity.cells) : []),
    ...(isOfYears ? yearsOf(subject, limits).flatMap(({ quantity }) => quantity.cells) : []),
    ...(isOfRivals ? subject.rivals.flatMap(({ quantity }) => quantity.cells) : []),
  ]);
  const followed: readonly CellReference[] = after?.calculation.cells ?? [];
  const [subject] = subjects;
  const change = isOfChange && derivations.length === 1 ? sizeOf(subject?.change) : undefined;
  return {
    ...(change ?? (subject ? { quantity: subject.quantity } : {})),
    cells: distinctCells([...cells, ...followed]),
  };
}

function sizeOf(
  change: { readonly from: Quantity; readonly to: Quantity } | undefined,
): Pick<Statement, 'quantity' | 'operation'> | undefined {
  if (!change) return undefined;
  const isShare = change.from.measure === 'percentage';
  const size = (isShare ? pointsOf : growthOf)(change.from, change.to);
  return isFailure(size) ? undefined : { quantity: size, operation: isShare ? 'difference' : 'growth' };
}
