// Why a text differs: somebody wrote it, or it follows from changed figures, or only its numbering is another.

import type { PassageKind } from '../passages/passage.ts';
import type { CellChange, TableChange, TextChange } from './comparison.ts';
import { unnumbered } from './numbering.ts';
import type { PairedPublication } from './pairing.ts';
import { cellsBehind, changedCells } from './reach.ts';
import type { StatedSentence } from './statements.ts';

/** What a text was and is, as it is printed. */
export interface TextPair {
  readonly kind: PassageKind;
  readonly old: string;
  readonly new: string;
  /** The page of the new text. */
  readonly page: number;
}

/** A cause, and the ids of the changed cells behind it. */
export type Cause = Pick<TextChange, 'cause' | 'cells'>;

const written: Cause = { cause: 'text', cells: [] };

/** Gives the cause of each change of a publication's texts. */
export function findCauses(
  tables: readonly TableChange[],
  publication: PairedPublication | undefined,
): (pair: TextPair) => Cause {
  const changed = changedCells(tables);
  const sentences = publication ? sentencePairs(publication, changed) : new Map<string, Cause>();
  return pair => {
    if (isRenumbered(pair)) return { cause: 'numbering', cells: [] };
    if (!publication) return written;
    const known = sentences.get(keyOf(pair.old, pair.new));
    if (known) return known;
    const own = cellCause(pair, [...changed.values()], publication);
    if (own.cause === 'figures') return own;
    return pair.kind === 'row' && isReordered(pair, tables)
      ? { cause: 'figures', cells: [] }
      : facetCause(pair, tables);
  };
}

/** Of a row and a drawing: the cells that it prints. */
function cellCause(pair: TextPair, changed: readonly CellChange[], publication: PairedPublication): Cause {
  if (pair.kind === 'row') return rowCause(pair, changed);
  return pair.kind === 'drawing' ? drawingCause(pair, changed, publication) : written;
}

/** Whether two sentences differ in more than their figures. */
export function textMatters(old: StatedSentence | undefined, now: StatedSentence | undefined): boolean {
  return old?.template !== now?.template;
}

/** Sentences that are alike but for what they compute, with the changed cells behind that. */
function sentencePairs(publication: PairedPublication, changed: ReadonlyMap<string, CellChange>): Map<string, Cause> {
  const found = new Map<string, Cause>();
  for (const pair of publication.entries) {
    const before = pair.old && publication.old?.of.get(pair.old);
    const after = pair.new && publication.new?.of.get(pair.new);
    if (!before || !after || textMatters(before, after)) continue;
    const cells = [...cellsBehind(pair, changed).values()].map(({ id }) => id);
    const key = keyOf(before.text, after.text);
    const known = found.get(key)?.cells ?? [];
    const all = [...new Set([...known, ...cells])];
    if (all.length > 0) found.set(key, { cause: 'figures', cells: all });
  }
  return found;
}

/** Without spaces, and without the numbers of sources, which a PDF may say apart. */
function keyOf(old: string, now: string): string {
  return `${old}\n${now}`.replace(/[^\S\n]+/g, '').replace(/\[[\d,]*\]/g, '');
}

/** Whether two texts are alike but for the numbers of figures, tables, chapters, notes and questions. */
export function isRenumbered({ kind, old, new: now }: TextPair): boolean {
  return old !== now && unnumbered(kind, old) === unnumbered(kind, now);
}

/** A row of a table, of which what differs is what the cells of a row of that name differ in. */
function rowCause({ old, new: now }: TextPair, changed: readonly CellChange[]): Cause {
  const has = (text: string, printed: string | undefined): boolean =>
    printed === undefined || text.split(' ').includes(printed);
  const isHead = ({ column, old: before, new: after }: CellChange): boolean =>
    (!before && isWithout(now, old, column)) || (!after && isWithout(old, now, column));
  const cells = changed.filter(
    cell =>
      isHead(cell) ||
      ((old.startsWith(cell.row) || now.startsWith(cell.row)) &&
        (old === '' || has(old, cell.old?.printed)) &&
        (now === '' || has(now, cell.new?.printed))),
  );
  return cells.length > 0 ? { cause: 'figures', cells: cells.map(({ id }) => id) } : written;
}

/** Whether a head of columns is another one but for one of its labels. */
function isWithout(long: string, short: string, label: string): boolean {
  return short !== '' && ` ${long} `.replace(` ${label} `, ' ').trim() === short;
}

/** Whether a row has the same words in the order that its table has now. */
function isReordered({ old, new: now }: TextPair, tables: readonly TableChange[]): boolean {
  const sorted = (text: string): string => text.split(' ').sort().join(' ');
  const isTold = tables.some(({ facets }) => facets.some(({ name }) => name.startsWith('volgorde van de ')));
  return isTold && sorted(old) === sorted(now);
}

/** The words of a drawing that was redrawn because of a cell. */
function drawingCause(
  { page }: TextPair,
  changed: readonly CellChange[],
  { publication, year }: PairedPublication,
): Cause {
  const isHere = (place: CellChange['reach'][number]): boolean =>
    place.form === 'chart' &&
    place.publication === publication &&
    place.year === year &&
    (place.newPage ?? place.oldPage) === page;
  const cells = changed.filter(({ reach }) => reach.some(isHere));
  return cells.length > 0 ? { cause: 'figures', cells: cells.map(({ id }) => id) } : written;
}

/** A note, source or remark under a figure is what its table says of itself. */
function facetCause({ old, new: now }: TextPair, tables: readonly TableChange[]): Cause {
  const isOf = (before: string | undefined, after: string | undefined): boolean =>
    before !== after && (old === '' || isSaid(old, before)) && (now === '' || isSaid(now, after));
  const cells = tables
    .flatMap(table => table.cells)
    .filter(cell => isOf(cell.old?.remark, cell.new?.remark))
    .map(({ id }) => id);
  if (cells.length > 0) return { cause: 'figures', cells };
  const isFacet = tables.some(table => table.facets.some(one => isOf(one.old, one.new)));
  return isFacet ? { cause: 'figures', cells: [] } : written;
}

/** Fewer letters than these may be those of any text. */
const tellingLetters = 12;

/**
 * Whether a printed text says the words of a table, or is one sentence of them: a remark begins with its mark and
 * `Voorlopig cijfer:`, and then goes on in lower case.
 */
function isSaid(text: string, words: string | undefined): boolean {
  if (words === undefined) return true;
  const said = words.replace(/ \(eerder [^()]*\)$/, '').toLowerCase();
  const printed = text.toLowerCase();
  const own = printed.replace(/^(?:[a-z] )?(?:[^.:]{3,40}: )?/, '');
  return (said.length > 3 && printed.includes(said)) || (own.length >= tellingLetters && said.includes(own));
}
