// The tagged structure of a page: headings, paragraphs, tables and their cells in reading order, with their text.

import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page; lengths in points, measured from the lower left corner. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether a line ends after it. */
  readonly ends: boolean;
}

/** A tagged element of a page; elements without a meaning of their own are left out, their content is not. */
export interface Tag {
  readonly role: string;
  /** Everything in it, in reading order. */
  readonly items: readonly TextItem[];
  readonly children: readonly Tag[];
}

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** A page's text in the order in which it is painted, each piece with the marked content that it belongs to. */
export function readItems({ items }: TextContent): { item: TextItem; mark: string | undefined }[] {
  const open: (string | undefined)[] = [];
  return items.flatMap(item => {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id || undefined);
      return [];
    }
    const [, , , , x = 0, y = 0]: number[] = item.transform;
    const read = { text: item.str, x, y, width: item.width, height: item.height, ends: item.hasEOL };
    return [{ item: read, mark: open.findLast(mark => mark !== undefined) }];
  });
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** The tags of a page from its outermost inwards. */
export function readTags(root: StructureNode | null, marked: ReturnType<typeof readItems>): Tag[] {
  const byMark = Map.groupBy(marked, ({ mark }) => mark);
  const read = (node: StructureNode): { tags: Tag[]; items: TextItem[] } => {
    if (node.type === 'content') return { tags: [], items: (byMark.get(node.id) ?? []).map(({ item }) => item) };
    const inside = (node.children ?? []).map(read);
    const [children, items] = [inside.flatMap(one => one.tags), inside.flatMap(one => one.items)];
    const isPlain = node.role === undefined || node.role === 'NonStruct' || node.role === 'Root';
    return { tags: isPlain ? children : [{ role: node.role ?? '', items, children }], items };
  };
  return root ? read(root).tags : [];
}

/** All tags with a role that fits, outer before inner. */
export function tagsOf(tags: readonly Tag[], role: RegExp): Tag[] {
  return tags.flatMap(tag => [...(role.test(tag.role) ? [tag] : []), ...tagsOf(tag.children, role)]);
}
