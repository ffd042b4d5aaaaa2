// Takes out of a printed PDF what differs from print to print: the moment of printing, and the numbers of its elements.

/**
 * The same PDF dated noon UTC of an ISO date (yyyy-mm-dd), with structure ids counted from 1 in their own order.
 * Every change keeps its length, so all offsets in the file stay right; two prints of one document become the same
 * bytes. Throws on a date that is not ISO.
 */
export function finish(bytes: Uint8Array, date: string): Uint8Array {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (year === undefined) throw new Error(`Not an ISO date: ${date}`);
  const finished = Buffer.from(bytes);
  const text = finished.toString('latin1');
  for (const found of text.matchAll(printedDate)) {
    finished.write(`${found[1]}${year}${month}${day}120000+00'00')`, found.index, 'latin1');
  }
  renumber(finished, text);
  return finished;
}

const printedDate = /(\/(?:CreationDate|ModDate) \(D:)\d{14}\+00'00'\)/g;

/** Chromium names structure elements by counters of its process; only their order belongs to the document. */
function renumber(finished: Buffer, text: string): void {
  const found = [...text.matchAll(structureId)];
  const numbers = [...new Set(found.map(one => one[1] ?? ''))].sort();
  const ranks = new Map(numbers.map((number, index) => [number, String(index + 1).padStart(8, '0')]));
  for (const one of found) finished.write(`(node${ranks.get(one[1] ?? '')})`, one.index, 'latin1');
}

/** A string of its own: inside another string the bracket would stand behind a backslash. */
const structureId = /(?<!\\)\(node(\d{8})\)/g;
