// A PDF held against the document that was printed: what a screen reader says must be what the document says.

import type { StructureElement } from '../pdf/structure.ts';
import type { Inspection } from './inspection.ts';
import { type Attachment, type DocumentRecord, plainWords } from './record.ts';
import { type Finding, ofType, standardType } from './rule.ts';
import { cellsOf, rowsOf } from './rules/tables.ts';
import { dataOf } from './table.ts';

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

/** The letters come first: of a text that is lost or another, spaces may differ long before that place. */
function compareText(inspection: Inspection, record: DocumentRecord): Finding[] {
  const { words, tree } = inspection;
  const found = words.withoutLabels(tree?.kids ?? []);
  if (found === record.text) return [];
  const place = parting(record.text, found);
  const message = `the document says "${around(record.text, place.wanted)}", the PDF "${around(found, place.got)}"`;
  const page = words.pageAt(tree?.kids ?? [], lettersOf(found.slice(0, place.got)).length);
  return [{ message, ...(page === undefined ? {} : { page: inspection.pageNumbers.get(page) ?? page }) }];
}

/** Where two texts part: at their first other letter, or where those are the same at the first space. */
function parting(wanted: string, got: string): { readonly wanted: number; readonly got: number } {
  const letters = lettersOf(wanted);
  const at = firstDifference(letters, lettersOf(got));
  if (at === letters.length && letters === lettersOf(got)) {
    const space = firstDifference(wanted, got);
    return { wanted: space, got: space };
  }
  return { wanted: placeOf(wanted, at), got: placeOf(got, at) };
}

function lettersOf(text: string): string {
  return text.replace(/\s/g, '');
}

/** The place where two texts part. */
function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** The place in a text behind a number of letters. */
function placeOf(text: string, letters: number): number {
  let [at, count] = [0, 0];
  for (; at < text.length && count < letters; at++) if (!/\s/.test(text[at] ?? '')) count++;
  return at;
}

/** The words around a place. */
function around(text: string, at: number): string {
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 30)));
  return text.slice(from, at + 40).trim();
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
    found[index] === wanted.cells
      ? []
      : [{ message: `table ${index + 1} of the document has ${wanted.cells} cells, the PDF has ${found[index]}` }],
  );
}

/** Where the files that a PDF carries differ from those that it was given. */
export function compareAttachments(inspection: Inspection, given: readonly Attachment[]): readonly Finding[] {
  const { attachments } = inspection;
  if (attachments.length !== given.length) return count('attachments', attachments.length, given.length);
  return [...compareFiles(attachments, given), ...compareData(inspection, given)];
}

/** Each file byte for byte, with all that is said of it. */
function compareFiles(attachments: Inspection['attachments'], given: readonly Attachment[]): Finding[] {
  return given.flatMap(({ name, mediaType, description, relationship, content }): Finding[] => {
    const [found, ...others] = attachments.filter(one => one.name === name);
    const [stream] = found?.streams ?? [];
    if (!found || !stream || others.length > 0) return [{ message: `the attachment "${name}" is not in the PDF` }];
    const bytes = stream.content();
    if (!bytes || Buffer.compare(bytes, content) !== 0)
      return [{ message: `the attachment "${name}" has other bytes` }];
    const isSame =
      stream.mediaType === mediaType && found.description === description && found.relationship === relationship;
    return isSame ? [] : [{ message: `the attachment "${name}" is described otherwise` }];
  });
}

/** Each table with the files that hold its data. */
function compareData(inspection: Inspection, given: readonly Attachment[]): Finding[] {
  return ofType(inspection, 'Table').flatMap((table, index): Finding[] => {
    const found = dataOf(inspection, table).join(', ');
    const wanted = given.filter(({ tables }) => tables?.includes(index)).map(({ name }) => name);
    if (found === wanted.join(', ')) return [];
    return [
      { message: `the data of table ${index + 1} are in "${wanted.join(', ')}", those of the PDF in "${found}"` },
    ];
  });
}

function cellCount(inspection: Inspection, table: StructureElement): number {
  return rowsOf(inspection, table).reduce((sum, row) => sum + cellsOf(inspection, row).length, 0);
}
