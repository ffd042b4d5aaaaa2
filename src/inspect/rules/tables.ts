// Rules on tables: their parts, the relations of their cells, and that every row is as wide as the others.

import type { StructureElement } from '../../pdf/structure.ts';
import { nameOf } from '../../pdf/values.ts';
import type { Inspection } from '../inspection.ts';
import { atElement, childrenOf, type Finding, ofType, type Rule, standardType } from '../rule.ts';

/** The rows of a table, from its head to its foot. */
export function rowsOf(inspection: Inspection, table: StructureElement): readonly StructureElement[] {
  return childrenOf(table).flatMap(child => {
    const type = standardType(inspection, child.type);
    if (type === 'TR') return [child];
    return ['THead', 'TBody', 'TFoot'].includes(type) ? rowsOf(inspection, child) : [];
  });
}

/** The cells of a row. */
export function cellsOf(inspection: Inspection, row: StructureElement): readonly StructureElement[] {
  return childrenOf(row).filter(({ type }) => ['TH', 'TD'].includes(standardType(inspection, type)));
}

/** The ids of header cells to which a cell refers. */
export function headersOf({ attributes }: StructureElement): readonly string[] {
  const headers = attributes.get('Table.Headers');
  return Array.isArray(headers) ? headers.filter(one => typeof one === 'string') : [];
}

/** The scope of a header cell: Row, Column or Both; empty for one without. */
export function scopeOf({ attributes }: StructureElement): string {
  return nameOf(attributes.get('Table.Scope')) ?? '';
}

/** How many rows or columns a cell takes. */
export function spanOf({ attributes }: StructureElement, key: 'RowSpan' | 'ColSpan'): number {
  const span = attributes.get(`Table.${key}`);
  return typeof span === 'number' && span > 0 ? span : 1;
}

const tableParts: Rule = {
  id: 'table-parts',
  source: 'ISO 32000-1 14.8.4.3.4',
  title: 'The rows of a table stand in its head, body or foot',
  check: inspection =>
    ofType(inspection, 'Table').flatMap(table => {
      const strays = childrenOf(table).filter(
        ({ type }) => !['THead', 'TBody', 'TFoot', 'Caption'].includes(standardType(inspection, type)),
      );
      return strays.slice(0, 1).map(stray => atElement(inspection, stray, `${stray.type} directly in a table`));
    }),
};

const tableHeaders: Rule = {
  id: 'table-headers',
  source: 'PDF/UA-1 7.5',
  title: 'Header cells have a scope, and cells refer to header cells of their table',
  check: inspection =>
    ofType(inspection, 'Table').flatMap(table => {
      const cells = rowsOf(inspection, table).flatMap(row => cellsOf(inspection, row));
      const heads = cells.filter(({ type }) => standardType(inspection, type) === 'TH');
      const ids = new Set(heads.map(({ id }) => id));
      return [
        ...(heads.length === 0 ? [atElement(inspection, table, 'table without header cells')] : []),
        ...heads
          .filter(head => scopeOf(head) === '')
          .map(head => atElement(inspection, head, 'header cell without a scope')),
        ...cells
          .filter(cell => headersOf(cell).some(id => !ids.has(id)))
          .map(cell => atElement(inspection, cell, 'cell that refers to a header cell that is not in its table')),
      ];
    }),
};

const tableGrid: Rule = {
  id: 'table-grid',
  source: 'PDF/UA-1 7.2',
  title: 'All rows of a table have as many columns',
  check: inspection =>
    ofType(inspection, 'Table').flatMap((table): Finding[] => {
      const widths = widthsOf(rowsOf(inspection, table).map(row => cellsOf(inspection, row)));
      const [first = 0] = widths;
      const odd = widths.findIndex(width => width !== first);
      if (odd < 0) return [];
      return [atElement(inspection, table, `row ${odd + 1} has ${widths[odd]} columns and row 1 has ${first}`)];
    }),
};

/** The columns of each row, with those that cells of rows above reach into. */
function widthsOf(rows: readonly (readonly StructureElement[])[]): number[] {
  const reaching: number[] = [];
  return rows.map((cells, index) => {
    const own = cells.reduce((sum, cell) => sum + spanOf(cell, 'ColSpan'), 0);
    for (const cell of cells)
      for (let row = index + 1; row < index + spanOf(cell, 'RowSpan'); row++)
        reaching[row] = (reaching[row] ?? 0) + spanOf(cell, 'ColSpan');
    return own + (reaching[index] ?? 0);
  });
}

const headsOnce: Rule = {
  id: 'table-heads-once',
  source: 'jaarcijfers',
  title: 'The head of a table that runs over pages is said once',
  check: inspection =>
    ofType(inspection, 'TH').flatMap((head): Finding[] => {
      const pages = new Set(head.kids.flatMap(kid => (kid.kind === 'content' ? [kid.page] : childPages(kid))));
      return pages.size > 1 ? [atElement(inspection, head, `header cell on ${pages.size} pages`)] : [];
    }),
};

function childPages(kid: StructureElement['kids'][number]): number[] {
  if (kid.kind !== 'element') return [kid.page];
  return kid.kids.flatMap(childPages);
}

/** The rules on tables. */
export const tableRules: readonly Rule[] = [tableParts, tableHeaders, tableGrid, headsOnce];
