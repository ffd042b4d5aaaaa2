// What the passages of a tagged PDF must say, from the inspector's own reading of it: the parts that they leave out taken away.

import { noticeId } from '../../src/draft/names.ts';
import { inspect } from '../../src/inspect/inspection.ts';
import type { PrintedText } from '../../src/passages/passage.ts';
import { openPdf } from '../../src/pdf/file.ts';
import type { StructureElement, StructureKid } from '../../src/pdf/structure.ts';
import { isReference, toDictionary } from '../../src/pdf/values.ts';
import { writePdf } from '../../src/pdf/write.ts';

/** The words of a file without its contents, the notice of a draft, the calls of notes and the links back to them. */
export function wordsToRead(bytes: Uint8Array): readonly string[] {
  const { tree, words } = inspect(bytes);
  const kept = (kid: StructureKid): boolean =>
    kid.kind !== 'element' ||
    !(kid.type === 'TOC' || kid.type === 'Reference' || kid.id === noticeId || words.of(kid) === '↑');
  const pruned = (element: StructureElement): StructureElement => ({
    ...element,
    kids: element.kids.filter(kept).map(kid => (kid.kind === 'element' ? pruned(kid) : kid)),
  });
  // Of the number of a source its brackets are left, and the space before them stood for it.
  const text = words
    .withoutLabels((tree?.kids ?? []).map(pruned))
    .replace(/ \[[,\s]*\]\s*(?=[.,;:!?])/g, '')
    .replace(/\[[,\s]*\]/g, '');
  return text.split(' ').filter(word => word !== '');
}

/** The words of all passages; those of drawings are no text of the pages. */
export function wordsRead({ passages }: PrintedText): readonly string[] {
  return passages.filter(({ kind }) => kind !== 'drawing').flatMap(({ words }) => words.map(({ text }) => text));
}

/** The words that have no place, or one that is not on its page; none in a sound reading. */
export function astray({ passages, pages }: PrintedText): readonly string[] {
  return passages.flatMap(({ words }) =>
    words
      .filter(({ boxes }) => boxes.length === 0 || !boxes.every(box => isOn(box, pages[box.page - 1]?.box)))
      .map(({ text }) => text),
  );
}

function isOn(
  { left, bottom, right, top }: PrintedText['pages'][number]['box'],
  page: PrintedText['pages'][number]['box'] | undefined,
): boolean {
  if (!page || left > right || bottom > top) return false;
  return left >= page.left && bottom >= page.bottom && right <= page.right && top <= page.top;
}

/** The same pages in a file that has no tags. */
export function withoutTags(bytes: Uint8Array): Uint8Array {
  const base = openPdf(bytes);
  const Root = base.trailer.entries.get('Root');
  if (!isReference(Root)) throw new Error('The file has no catalog.');
  const { StructTreeRoot: _, MarkInfo: __, ...kept } = Object.fromEntries(base.catalog.entries);
  return writePdf({ base, objects: new Map([[Root.object, toDictionary(kept)]]), trailer: toDictionary({ Root }) });
}

/** Which part of the first words the others have in the same order, from 0 to 1. */
export function agreement(words: readonly string[], others: readonly string[]): number {
  let before = new Uint32Array(others.length + 1);
  for (const word of words) {
    const now = new Uint32Array(others.length + 1);
    for (const [at, other] of others.entries())
      now[at + 1] = word === other ? (before[at] ?? 0) + 1 : Math.max(now[at] ?? 0, before[at + 1] ?? 0);
    before = now;
  }
  return (before.at(-1) ?? 0) / words.length;
}
