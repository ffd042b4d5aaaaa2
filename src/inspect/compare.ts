// A PDF held against the document that was printed: what a screen reader says must be what the document says.

import type { StructureElement } from '../pdf/structure.ts';
import type { Inspection } from './inspection.ts';
import { type DocumentRecord, plainWords } from './record.ts';
import { type Finding, ofType, standardType } from './rule.ts';
import { cellsOf, rowsOf } from './rules/tables.ts';

/** Where the two differ: nothing for a PDF that says all that its document says, and no more. */
export function compare(inspection: Inspection, record: DocumentRecord): readonly Finding[] {
  return [
    ...compareText(inspection, record),
    ...compareHeadings(inspection, record),
    ...compareFigures(inspection, record),
    ...compareTables(inspection, record),
    ...count('links', ofType(inspection, 'Link').length, record.links.length),
    ...count('notes', ofType(inspection, 'Note').length, record.notes),
  ];
}

function count(what: string, found: number, wanted: number): Finding[] {
  return found === wanted ? [] : [{ message: `the document has ${wanted} ${what}, the PDF has ${found}` }];
}

function compareText({ words, tree, pages }: Inspection, record: DocumentRecord): Finding[] {
  const found = words.withoutLabels(tree?.kids ?? []);
  if (found === record.text) return [];
  const { wanted, got, at } = firstDifference(record.text, found);
  const lost = pages.find(({ artifacts }) =>
    artifacts.some(({ type, text }) => type !== 'Pagination' && isIn(wanted, text)),
  );
  return [
    {
      message: `the text differs after ${Math.round(at)} characters: the document says "${wanted}", the PDF "${got}"`,
      ...(lost ? { page: lost.page.number } : {}),
    },
  ];
}

function isIn(wanted: string, text: string): boolean {
  const plain = plainWords(text);
  return plain.length > 3 && wanted.includes(plain.slice(0, 20));
}

/** The words around the first place where two texts differ. */
function firstDifference(wanted: string, got: string): { wanted: string; got: string; at: number } {
  let at = 0;
  while (at < wanted.length && wanted[at] === got[at]) at++;
  const from = Math.max(0, wanted.lastIndexOf(' ', Math.max(0, at - 30)));
  return { wanted: wanted.slice(from, at + 40).trim(), got: got.slice(from, at + 40).trim(), at };
}

function compareHeadings(inspection: Inspection, { headings }: DocumentRecord): Finding[] {
  const found = inspection.elements.flatMap(element => {
    const level = /^H([1-6])$/.exec(standardType(inspection, element.type))?.[1];
    return level === undefined ? [] : [{ level: Number(level), text: inspection.words.of(element) }];
  });
  if (found.length !== headings.length) return count('headings', found.length, headings.length);
  return headings.flatMap(({ level, text }, index): Finding[] => {
    const own = found[index];
    if (own?.level === level && own.text === text) return [];
    return [{ message: `the heading "${text}" of level ${level} is "${own?.text}" of level ${own?.level} in the PDF` }];
  });
}

function compareFigures(inspection: Inspection, { figures }: DocumentRecord): Finding[] {
  const found = ofType(inspection, 'Figure').map(({ alternative }) => plainWords(alternative ?? ''));
  if (found.length !== figures.length) return count('figures', found.length, figures.length);
  return figures.flatMap((wanted, index): Finding[] =>
    found[index] === wanted ? [] : [{ message: `the alternative "${wanted}" is "${found[index]}" in the PDF` }],
  );
}

function compareTables(inspection: Inspection, { tables }: DocumentRecord): Finding[] {
  const found = ofType(inspection, 'Table').map(table => cellCount(inspection, table));
  if (found.length !== tables.length) return count('tables', found.length, tables.length);
  return tables.flatMap((wanted, index): Finding[] =>
    found[index] === wanted
      ? []
      : [{ message: `table ${index + 1} of the document has ${wanted} cells, the PDF has ${found[index]}` }],
  );
}

function cellCount(inspection: Inspection, table: StructureElement): number {
  return rowsOf(inspection, table).reduce((sum, row) => sum + cellsOf(inspection, row).length, 0);
}
