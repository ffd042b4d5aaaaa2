// What an import changes, keeps and advises, in lines for a person.

import { type Block, blockAddress } from '../delivery/block.ts';
import { type CellChange, remarkOn } from '../delivery/change.ts';
import type { CellName, MarkedLine, Placement } from '../delivery/delivered.ts';
import { meaningOf } from '../delivery/facts.ts';
import type { Target } from '../delivery/target.ts';
import { isMistake, readCell } from '../edition/cell.ts';
import { measureOf } from '../edition/table.ts';
import { type Pasted, pasteItem, pasteRevision, toFillIn } from '../rules/paste.ts';
import type { Intake } from './intake.ts';

/** Where the table was found, and where it goes. */
export function headLine(block: Block, { name, path }: { name: string; path: string }): string {
  const turned = block.view.turned ? ', rows and columns turned' : '';
  return `${name}, table at ${blockAddress(block)}${turned} → ${path}`;
}

/** The changed cells as a table, and how many there are. */
export function changeLines(changes: readonly CellChange[], { cells }: Placement): string[] {
  const same = cells.length - changes.length;
  const count = `${counted(changes.length, 'cell')} ${changes.length === 1 ? 'changes' : 'change'}, ${same} ${same === 1 ? 'is' : 'are'} as before.`;
  if (changes.length === 0)
    return [`No cell changes: ${counted(same, 'cell')} ${same === 1 ? 'is' : 'are'} as before.`];
  const rows = changes.map(({ row, column, old, typed, address }) => [row, column, old, typed, address]);
  const widths = [0, 1, 2, 3].map(index => Math.max(...rows.map(row => [...(row[index] ?? '')].length)));
  const pad = (text: string | undefined, index: number): string => (text ?? '').padEnd(widths[index] ?? 0);
  return [
    ...rows.map(
      ([row, column, old, typed, address]) =>
        `  ${pad(row, 0)}  ${pad(column, 1)}  ${(old ?? '').padStart(widths[2] ?? 0)} → ${pad(typed, 3)}  ${address}`,
    ),
    count,
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What the sheet does not have, so that it stays as it was. */
export function keptLines({ absent, empty }: Placement): string[] {
  const absentLine = (what: string, labels: readonly string[]): string[] =>
    labels.length === 0
      ? []
      : [
          `Kept, as the sheet does not have ${labels.length === 1 ? `the ${what}` : `the ${what}s`}: ${labels.map(label => `"${label}"`).join(', ')}.`,
        ];
  return [
    ...absentLine('row', absent.rows),
    ...absentLine('column', absent.columns),
    ...empty.map(({ row, column, address }) => `Kept, as ${address} is empty: row "${row}", column "${column}".`),
  ];
}

/** What is decided on. */
export interface Advice {
  readonly placement: Placement;
  readonly changes: readonly CellChange[];
  readonly target: Target;
  readonly status: Intake['status'];
}

/** Remarks that the changes may ask for, as lines to paste; whether they are true only a person knows. */
export function adviceLines(advice: Advice): string[] {
  return [...markLines(advice), ...revisionLines(advice), ...remarkLines(advice)];
}

function markLines({ placement, target }: Advice): string[] {
  const { sheet } = placement.block.view;
  const marks = [
    ...placement.marked,
    ...placement.cells.flatMap(cell => (cell.mark === undefined ? [] : [{ ...cell, mark: cell.mark }])),
  ];
  return [...Map.groupBy(marks, one => one.mark)].flatMap(([mark, marked]) => {
    const items = marked.flatMap(one => itemsFor(one, target));
    if (items.length === 0) return [];
    const meaning = meaningOf(mark, sheet);
    const says = meaning === undefined ? 'The sheet does not say what it means.' : `The sheet says: "${meaning}".`;
    return [
      `The mark "${mark}" stands at ${marked.map(one => one.address).join(', ')}. ${says}`,
      'If it says that values are provisional, add under `remarks`, with the reason:',
      ...items.map(item => `  ${pasteItem(item)}`),
    ];
  });
}

/** One remark for each row; none on cells that have one. */
function itemsFor(marked: MarkedLine | (CellName & { readonly what?: undefined }), target: Target): Pasted[] {
  const rows = marked.what === undefined ? [marked.row] : marked.what === 'row' ? [marked.label] : target.rows;
  const columns =
    marked.what === undefined ? [marked.column] : marked.what === 'column' ? [marked.label] : target.columns;
  return rows.flatMap(row => {
    const free = columns.filter(column => remarkOn({ row, column }, target) === undefined);
    const isWhole = free.length === target.columns.length;
    return free.length === 0 ? [] : [{ row, ...(isWhole ? {} : { columns: free }), provisional: toFillIn }];
  });
}

/** In a final edition what stood there was published. */
function revisionLines({ changes, target, status }: Advice): string[] {
  const published = changes.filter(change => status === 'final' && isValue(change.old, change, target));
  const free = published.filter(change => remarkOn(change, target) === undefined);
  if (free.length === 0) return [];
  const items = free.map(({ row, column, old }) => `  ${pasteRevision({ row, column }, old)}`);
  return ['This edition is final, so these values were published. Add under `remarks`, with the reason:', ...items];
}

function isValue(typed: string, { column }: CellName, { spec }: Target): boolean {
  const value = readCell(typed, measureOf(spec, column));
  return !isMistake(value) && value.kind !== 'missing';
}

function remarkLines({ changes, target }: Advice): string[] {
  return changes.flatMap(change => {
    const remark = remarkOn(change, target);
    if (!remark || remark.missing !== undefined) return [];
    const kind =
      remark.revised === undefined ? (remark.provisional === undefined ? 'reconstructed' : 'provisional') : 'revised';
    return [
      `Look at the remark \`${kind}\` on row "${change.row}", column "${change.column}": its value changes from ${change.old} to ${change.typed}.`,
    ];
  });
}
