// Why a text differs: somebody wrote it, or it follows from changed figures, or only its numbering is another.

import type { PassageKind } from '../passages/passage.ts';
import type { CellChange, TableChange, TextChange } from './comparison.ts';
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
    if (pair.kind === 'row') return rowCause(pair, [...changed.values()]);
    if (pair.kind === 'drawing') return drawingCause(pair, [...changed.values()], publication);
    return facetCause(pair, tables);
  };
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

function keyOf(old: string, now: string): string {
  return `${old}\n${now}`.replace(/[^\S\n]+/g, '');
}

const counted =
  'figuur|figuren|tabel|tabellen|hoofdstuk|hoofdstukken|paragraaf|paragrafen|bijlage|noot|pagina|bladzijde|vraag|vragen|antwoord';
const numbered = new RegExp(
  `\\b((?:${counted})\\s+)\\d+(?:\\.\\d+)*((?:(?:,|\\s+en|\\s+tot\\s+en\\s+met|-)\\s*\\d+(?:\\.\\d+)*)*)`,
  'gi',
);

/** Whether two texts are alike but for the numbers of figures, tables, chapters, notes and questions. */
export function isRenumbered({ kind, old, new: now }: TextPair): boolean {
  const fold = (text: string): string => {
    const folded = text.replace(numbered, (_, word: string, more: string) => `${word}#${more.replace(/[\d.]+/g, '#')}`);
    return kind === 'heading' || kind === 'caption' || kind === 'note'
      ? folded.replace(/^\d+(?:\.\d+)*\.?\s/, '# ')
      : folded;
  };
  return old !== now && fold(old) === fold(now);
}

/** A row of a table, of which what differs is what the cells of a row of that name differ in. */
function rowCause({ old, new: now }: TextPair, changed: readonly CellChange[]): Cause {
  const has = (text: string, printed: string | undefined): boolean =>
    printed === undefined || text.split(' ').includes(printed);
  const cells = changed.filter(
    cell =>
      (old.startsWith(cell.row) || now.startsWith(cell.row)) &&
      (old === '' || has(old, cell.old?.printed)) &&
      (now === '' || has(now, cell.new?.printed)),
  );
  return cells.length > 0 ? { cause: 'figures', cells: cells.map(({ id }) => id) } : written;
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
  const isSaid = (text: string, words: string | undefined): boolean =>
    words === undefined || (words.length > 3 && text.includes(words));
  const facets = tables.flatMap(table => table.facets);
  const cells = tables
    .flatMap(table => table.cells)
    .filter(({ old: a, new: b }) => {
      const [before, after] = [a?.remark, b?.remark];
      return (
        before !== after &&
        (old === '' || isSaid(old, before)) &&
        (now === '' || isSaid(now, after)) &&
        (before ?? after) !== undefined
      );
    });
  if (cells.length > 0) return { cause: 'figures', cells: cells.map(({ id }) => id) };
  const isFacet = facets.some(
    one =>
      (old === '' || isSaid(old, one.old)) &&
      (now === '' || isSaid(now, one.new)) &&
      (one.old ?? one.new) !== undefined,
  );
  return isFacet ? { cause: 'figures', cells: [] } : written;
}
