// What bears a judgement out: the change it is said of, or the number and all that it is compared with.

import type { Subject } from '../language/judge.ts';
import { amongOf, yearsOf } from '../language/judge-rank.ts';
import { sizeOf } from '../language/judge-words.ts';
import type { Meaning } from '../language/vocabulary.ts';
import { type CellReference, distinctCells } from '../statistics/cell.ts';
import { isFailure } from '../statistics/quantity.ts';
import type { Surroundings } from './holding.ts';
import { isOfTime, looksBack } from './meanings.ts';
import type { Derivation } from './result.ts';
import type { Statement } from './statement.ts';
import { subjectsOf } from './subject.ts';

const ofRivals: readonly Meaning['kind'][] = ['order', 'lead', 'strongest'];

/** The number that judgements are said of, and every cell that they were held against. */
export function witnessOf(
  meanings: readonly Meaning[],
  derivations: readonly Derivation[],
  { tables, rivals, after, since, among, period }: Omit<Surroundings, 'alongside' | 'together'>,
): Pick<Statement, 'quantity' | 'cells' | 'operation'> {
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
  const isOfRivals =
    rivals !== undefined ||
    meanings.some(({ kind }) => ofRivals.includes(kind)) ||
    fields.some(field => field !== 'years');
  const isOfYears = fields.some(field => field !== 'rivals');
  const limits = { ...(since !== undefined && { since }), ...(period && { period }) };
  const isOfChange = meanings.some(isOfTime) && rivals === undefined;
  const cells = subjects.flatMap(subject => [
    ...subject.quantity.cells,
    ...(isOfChange && subject.change ? [...subject.change.from.cells, ...subject.change.to.cells] : []),
    ...(meanings.some(looksBack) ? subject.series.flatMap(({ quantity }) => quantity.cells) : []),
    ...(isOfYears ? yearsOf(subject, limits).flatMap(({ quantity }) => quantity.cells) : []),
    ...(isOfRivals ? subject.rivals.flatMap(({ quantity }) => quantity.cells) : []),
  ]);
  const followed: readonly CellReference[] = after?.calculation.cells ?? [];
  const [subject] = subjects;
  const change = isOfChange && derivations.length === 1 ? changeIn(subject?.change) : undefined;
  return {
    ...(change ?? (subject ? { quantity: subject.quantity } : {})),
    cells: distinctCells([...cells, ...followed]),
  };
}

function changeIn(change: Subject['change']): Pick<Statement, 'quantity' | 'operation'> | undefined {
  if (!change) return undefined;
  const size = sizeOf(change);
  if (isFailure(size)) return undefined;
  return { quantity: size, operation: size.measure === 'points' ? 'difference' : 'growth' };
}
