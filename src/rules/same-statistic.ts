// Rule `same-statistic`: what is counted of the same population in the same year is one number, in whatever table it stands.

import type { Concepts } from '../concepts/concepts.ts';
import { type Printed, printedIn } from '../concepts/printed.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Volume } from '../edition/shelf.ts';
import { typeCell } from '../edition/typed.ts';
import { intervalOf, overlaps } from '../statistics/interval.ts';
import type { ObservedValue } from '../statistics/observation.ts';
import { explainedPairs, pairKey } from './explained.ts';
import { formerValue } from './former.ts';
import { related } from './marks.ts';
import { pasteRevision } from './paste.ts';

/**
 * A diagnostic for every cell that cannot have the value of another with the same statistic, population, measure and
 * period, in the same edition or in the nearest earlier one that has it. A later one may be marked as revised. Cells
 * whose labels no concept explains are left alone, and so are those that a declared relation holds together, and those
 * that the rule `revision` compares. Only what touches one of the years `asked` is said.
 */
export function checkSameStatistic(
  volumes: readonly Volume[],
  asked: ReadonlySet<number>,
  concepts: Concepts,
): Diagnostic[] {
  const printed = volumes.toSorted((a, b) => a.year - b.year).flatMap(volume => printedIn(volume, concepts));
  const explained = explainedPairs(volumes);
  const byStatistic = Map.groupBy(printed, ({ key }) => key);
  return [...byStatistic.values()].flatMap(same =>
    same.flatMap((now, at) => {
      const before = comparable(now, same.slice(0, at)).filter(
        then =>
          (asked.has(now.year) || asked.has(then.year)) && !explained.has(pairKey(now, then)) && !isRepeated(now, then),
      );
      const other = before.find(then => !agree(now, then, same));
      return other ? [different(now, other)] : [];
    }),
  );
}

/** Those of the same edition, and of the nearest earlier one. */
function comparable(now: Printed, before: readonly Printed[]): readonly Printed[] {
  const earlier = before.filter(({ year }) => year < now.year).at(-1)?.year;
  return before.filter(({ year }) => year === now.year || year === earlier);
}

/** Whether it is the same cell of the same table in another edition, which the rule `revision` looks at. */
function isRepeated(now: Printed, then: Printed): boolean {
  const [a, b] = [now.cell, then.cell];
  return now.year !== then.year && a.table === b.table && a.row === b.row && a.column === b.column;
}

/** Whether both can have one value, the later as it was before a revision that its edition tells of. */
function agree(now: Printed, then: Printed, same: readonly Printed[]): boolean {
  const [value, other] = [now, then].map(({ cell }) => cell.observation.value);
  if (!value || !other || canBeSame(value, other)) return true;
  if (now.year === then.year) return false;
  const revised = same.filter(({ year }) => year === now.year).map(({ cell }) => formerValue(cell.observation));
  return revised.some(former => former !== undefined && canBeSame(former, other));
}

function canBeSame(a: ObservedValue, b: ObservedValue): boolean {
  const [one, other] = [intervalOf(a), intervalOf(b)];
  return !one || !other || overlaps(one, other);
}

function different(now: Printed, then: Printed): Diagnostic {
  const isLater = now.year !== then.year;
  const where = isLater ? ` of the edition of ${then.year}` : '';
  const mark = `Or mark it as revised, under \`remarks\`: ${pasteRevision(now.cell, typeCell(then.cell.observation.value))}`;
  return {
    severity: 'error',
    rule: 'same-statistic',
    message: `Row ${cellSaid(now)}, and row ${cellSaid(then)} in the table ${then.cell.table}${where}; both count ${now.said}.`,
    place: now.cell.observation.place,
    related: related('the same statistic', [then.cell.observation.place]),
    hints: [
      'Correct the one that is wrong.',
      ...(isLater ? [mark] : []),
      'When they differ in what they count, let the tables say so: another `statistic` or `population` (data/begrippen.yaml may get a new one), or a relation with its reason under `because`.',
    ],
  };
}

function cellSaid({ cell: { row, column, observation } }: Printed): string {
  return `"${row}", column "${column}" has ${typeCell(observation.value)}`;
}
