// The changes of one publication as a plain list, in the order of its pages: for the end of its marked PDF.

import type { CellChange, Comparison, PublicationComparison, TableChange, TextChange } from '../diff/comparison.ts';
import type { ListedChange } from '../document/changes.ts';
import { joinList } from '../locale/list.ts';
import { bodyOf } from './pieces.ts';

/** Every changed cell that reaches the publication, every changed text, and every drawing that differs without them. */
export function listedChanges(comparison: Comparison, publication: PublicationComparison): ListedChange[] {
  const all = [
    ...comparison.tables.flatMap(table => table.cells.flatMap(cell => listedCell(cell, table, publication))),
    ...publication.texts.filter(isListed).map(listedText),
    ...listedLooks(publication),
  ];
  const pageOf = ({ page, oldPage }: ListedChange): number => page ?? oldPage ?? 0;
  return all.sort((a, b) => pageOf(a) - pageOf(b));
}

function listedCell(
  { row, column, old, new: now, reach }: CellChange,
  { title }: TableChange,
  { publication, year }: PublicationComparison,
): ListedChange[] {
  const places = reach.filter(place => place.publication === publication && place.year === year && place.isChanged);
  const [first] = places;
  if (!first) return [];
  const pages = [...new Set(places.flatMap(({ newPage }) => newPage ?? []))].sort((a, b) => a - b);
  const [page, ...more] = pages;
  const also = more.length === 0 ? '' : `; ook op pagina ${joinList(more.map(String))}`;
  return [
    {
      kind: !old ? 'added' : !now ? 'removed' : 'changed',
      title: `Cijfer “${row}, ${column}” in de tabel “${title}”${also}`,
      ...(page === undefined ? pageBefore(first.oldPage) : { page }),
      pieces: [
        ...(old ? [{ kind: 'removed', text: old.printed } as const] : []),
        ...(now ? [{ kind: 'added', text: now.printed } as const] : []),
      ],
    },
  ];
}

function pageBefore(oldPage: number | null): { oldPage?: number } {
  return oldPage === null ? {} : { oldPage };
}

/** Rows and drawings that follow from figures stand in the list as those figures. */
function isListed({ cause, what }: TextChange): boolean {
  return cause === 'text' || (cause === 'figures' && what !== 'row' && what !== 'drawing');
}

const names: Readonly<Record<TextChange['what'], string>> = {
  heading: 'Kop',
  paragraph: 'Tekst',
  item: 'Punt van een lijst',
  quote: 'Citaat',
  caption: 'Bijschrift',
  row: 'Rij van een tabel',
  note: 'Noot',
  drawing: 'Omschrijving van een figuur',
  section: 'Onderdeel',
};

function listedText(text: TextChange): ListedChange {
  const { kind, what, cause, old, new: now, heading } = text;
  const section = (now ?? old)?.section.at(-1);
  const follows = cause === 'figures' ? ', volgt uit een cijfer' : '';
  const place = now ? { page: now.page } : pageBefore(old?.page ?? null);
  const where = section === undefined ? '' : ` in “${section}”`;
  const title = heading === undefined ? `${names[what]}${where}${follows}` : `${names[what]} “${heading}”`;
  return { kind, title, ...place, pieces: bodyOf(text) };
}

/** Drawings and looks that no other change explains, once a page. */
function listedLooks({ pages }: PublicationComparison): ListedChange[] {
  return pages.pairs.flatMap(({ new: page, outlines }): ListedChange[] => {
    const own = outlines.new.filter(({ change }) => change === undefined);
    if (page === undefined || own.length === 0) return [];
    const title = own.some(({ what }) => what === 'drawing') ? 'Een figuur of afbeelding' : 'De vormgeving';
    return [{ kind: 'changed', title, page, pieces: [] }];
  });
}
