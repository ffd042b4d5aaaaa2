// Rule `html-table`: every cell says something, and every cell can be read with its heads.

import type { Breach } from './breach.ts';
import { type Element, type Markup, within, wordsIn } from './markup.ts';

const scopes = ['row', 'col', 'rowgroup', 'colgroup'];

/** Tables have heads with a scope and no empty cells; under two rows of heads each cell names its own. */
export function checkTables({ elements }: Markup): Breach[] {
  return elements.filter(({ name }) => name === 'table').flatMap(checkTable);
}

function checkTable(table: Element): Breach[] {
  const cells = within(table).filter(({ name }) => name === 'th' || name === 'td');
  const heads = cells.filter(({ name }) => name === 'th');
  const empty = cells.filter(one => wordsIn(one) === '' && !within(one).some(({ name }) => name === 'img'));
  const bare = heads.filter(({ attributes }) => !scopes.includes(attributes.get('scope') ?? ''));
  const say = (message: string, hint: string, at: Element): Breach => ({ rule: 'html-table', message, hint, at });
  const noHeads = say('A table has no heads.', 'Make the cells of its first row <th scope="col">.', table);
  return [
    ...(heads.length > 0 ? [] : [noHeads]),
    ...empty.map(one =>
      say(
        'A cell of a table is empty, and is lost in the PDF.',
        'Write what it says, such as a dash; for a corner without words write &nbsp;.',
        one.parent && wordsIn(one.parent) !== '' ? one.parent : table,
      ),
    ),
    ...bare.map(one =>
      say(
        `The head "${wordsIn(one)}" of a table has no scope.`,
        'Write scope="col" for a column, scope="row" for a row.',
        table,
      ),
    ),
    ...underTwoRows(table, heads).map(one =>
      say(
        `The cell "${wordsIn(one)}" stands under two rows of heads, and does not name them.`,
        'Give every head an id, and the cell headers="…" with the ids of all its heads.',
        table,
      ),
    ),
  ];
}

/** The cells below two rows of heads that name none, or a head that is not in the table. */
function underTwoRows(table: Element, heads: readonly Element[]): Element[] {
  const rows = within(table).filter(({ name }) => name === 'tr');
  const headRows = rows.filter(row =>
    row.children.some(({ attributes }) => /^col/.test(attributes.get('scope') ?? '')),
  );
  if (headRows.length < 2) return [];
  const ids = heads.map(({ attributes }) => attributes.get('id'));
  const names = (one: Element): string[] => one.attributes.get('headers')?.split(' ') ?? [];
  return rows
    .filter(row => !headRows.includes(row))
    .flatMap(row => row.children.filter(({ name }) => name === 'td'))
    .filter(one => names(one).length < 2 || names(one).some(id => !ids.includes(id)));
}
