// Name trees: from names to values, in order, over as many nodes as it takes (ISO 32000-1, 7.9.6).

import { listOf, type PdfFile } from './file.ts';
import { isDictionary, type PdfValue } from './values.ts';

/** The names of a tree with their values as they stand there, in the order of the file; names are bytes (Latin-1). */
export function readNameTree(file: PdfFile, root: PdfValue | undefined): [string, PdfValue][] {
  const visited = new Set<PdfValue>();
  const visit = (reference: PdfValue | undefined): [string, PdfValue][] => {
    const node = file.resolve(reference);
    if (!isDictionary(node) || visited.has(node)) return [];
    visited.add(node);
    const pairs = listOf(file, node.entries.get('Names'));
    const own = pairs.flatMap((name, index): [string, PdfValue][] =>
      index % 2 === 0 && typeof name === 'string' ? [[name, pairs[index + 1] ?? null]] : [],
    );
    return [...own, ...listOf(file, node.entries.get('Kids')).flatMap(visit)];
  };
  return visit(root);
}
