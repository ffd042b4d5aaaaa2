// The heads above the columns of a sheet, held against the panels of its table.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { GridCell } from '../spreadsheet/grid.ts';
import { type Block, cellAddress } from './block.ts';
import { folded, labelFinder, labelOf } from './label.ts';
import type { Line } from './lines.ts';
import type { Target, TargetPanel } from './target.ts';
import { at, span } from './view.ts';

/**
 * A diagnostic for every head that stands above columns of another panel, and for one that names another year than the
 * panel below it: a head may be worded in its own way, but its years are part of what the numbers are.
 */
export function checkPanels(block: Block, { panels }: Target, columns: readonly Line[]): Diagnostic[] {
  const find = labelFinder(panels.map(panel => panel.title));
  const above = columns.flatMap(column => {
    const panel = panels.find(one => one.columns.includes(column.label));
    const head = headAbove(block, column.index);
    return panel && head ? [{ panel, head }] : [];
  });
  const pairs = new Map(above.map(pair => [`${pair.panel.title}\n${pair.head.row},${pair.head.column}`, pair]));
  return [...pairs.values()].flatMap(({ panel, head }) => {
    const known = find(labelOf(head))?.label;
    if (known === panel.title) return [];
    if (known !== undefined) return [wrongHead(block, head, panel)];
    const years = yearsIn(head.text);
    return years.length > 0 && years.join() !== yearsIn(panel.title).join() ? [wrongHead(block, head, panel)] : [];
  });
}

/** The nearest head above a column: right above it, or to the left where it is written once for several. */
function headAbove({ view, header, stub }: Block, column: number): GridCell | undefined {
  const own = at(view, header, column);
  for (const row of span(Math.max(view.bounds.first.row, header - 2), header - 1).toReversed()) {
    for (const left of span(stub + 1, column).toReversed()) {
      const head = at(view, row, left);
      if (head && head !== own && !isTitle(head, view.bounds.first.column, stub)) return head;
      if (!at(view, header, left)) break;
    }
  }
  return undefined;
}

/** A title is merged over the column of the labels too. */
function isTitle(head: GridCell, first: number, stub: number): boolean {
  return head.merged !== undefined && head.column >= first && head.column <= stub;
}

function yearsIn(text: string): string[] {
  return [...folded(text).matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => year);
}

function wrongHead({ view }: Block, head: GridCell, panel: TargetPanel): Diagnostic {
  return {
    severity: 'error',
    rule: 'import-panel',
    message: `The head "${head.text}" (${cellAddress(view.sheet, head)}) stands above columns of the panel "${panel.title}".`,
    hints: ['Check that this is the delivery for this table; if it is, make the head and the panel say the same.'],
  };
}
