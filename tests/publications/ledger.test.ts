// The ledger of each publication against its PDF: what is printed is listed, what is listed is printed, and has a ground.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { readVocabulary, type Vocabulary } from '../../src/language/vocabulary.ts';
import type { LedgerCell, LedgerEntry } from '../../src/ledger/entry.ts';
import { names, project } from './editions.ts';
import { type Accounted, buildLedgers, readCsv } from './ledger-files.ts';
import { blocksOf, digitsIn, looseItems, numberWordsIn, occurrences, surplus } from './ledger-print.ts';
import { atMost, exact, isCellItself, onlyNumber, prints, typedForm } from './ledger-values.ts';
import type { Page } from './pdf.ts';
import { hasWords, marginItems, textOf } from './words.ts';

let built: Map<string, Accounted>;
let again: Map<string, Accounted>;
let vocabulary: Vocabulary;
beforeAll(async () => {
  [built, again] = [await buildLedgers(), await buildLedgers()];
  const file = 'data/woorden.yaml';
  const read = readVocabulary(createSource(file, readFileSync(join(project, file), 'utf8'))).value;
  if (!read) throw new Error(`${file} cannot be read`);
  vocabulary = read;
});

describe.for(names)('%s', name => {
  let accounted: Accounted;
  let entries: readonly LedgerEntry[];
  beforeAll(() => {
    const found = built.get(name);
    if (!found) throw new Error(`Nothing was built of the ${name}`);
    accounted = found;
    entries = found.ledger.entries;
  });

  /** What each page has to show for itself: its number with what is wrong, for the pages where something is. */
  function wrongPages(find: (page: Page, own: readonly LedgerEntry[]) => readonly string[]): Record<number, unknown> {
    const found = accounted.pdf.pages.map(page => {
      const own = entries.filter(entry => entry.page === page.number);
      return [page.number, find(page, own)] as const;
    });
    return Object.fromEntries(found.filter(([, wrong]) => wrong.length > 0));
  }

  /** The entries for which something does not hold, as a reader of a failed test wants to see them. */
  function wrongEntries(some: readonly LedgerEntry[], holds: (entry: LedgerEntry) => boolean): string[] {
    return some
      .filter(entry => !holds(entry))
      .map(({ id, page, text, figure, expression }) => [id, page, text, figure, expression].join(' | '));
  }

  test('every number in digits on a page is in an entry of that page, as often as it is printed', () => {
    expect(entries.flatMap(entry => digitsIn(entry.text)).length).toBeGreaterThan(50);
    expect(
      wrongPages((page, own) =>
        surplus(
          blocksOf(page).flatMap(digitsIn),
          own.flatMap(entry => digitsIn(entry.text)),
        ),
      ),
    ).toEqual({});
  });

  test('no entry has a number that its page does not print', () => {
    expect(
      wrongPages((page, own) =>
        surplus(
          own.flatMap(entry => digitsIn(entry.text)),
          blocksOf(page).flatMap(digitsIn),
        ),
      ),
    ).toEqual({});
  });

  test('every number word on a page is in an entry of that page, as often as it is printed', () => {
    const printed = accounted.pdf.pages.flatMap(blocksOf).flatMap(text => numberWordsIn(text, vocabulary));
    if (name !== 'answers') expect(printed.length).toBeGreaterThan(0);
    expect(
      wrongPages((page, own) =>
        surplus(
          blocksOf(page).flatMap(text => numberWordsIn(text, vocabulary)),
          own.flatMap(({ form, text }) => (form === 'number' ? numberWordsIn(text, vocabulary) : [])),
        ),
      ),
    ).toEqual({});
  });

  test('what stands in the margins is a page number or a number of an entry without a page', () => {
    const many = entries.filter(entry => entry.page === null).map(entry => entry.text);
    const counted = String(accounted.pdf.pages.length);
    expect(many).toContain(counted === '1' ? '1' : `1-${counted}`);
    expect(
      wrongPages(page => {
        const loose = looseItems(page);
        const margin = new Set(marginItems(page));
        const numbers = digitsIn(textOf(loose.map(item => ({ ...item, ends: true }))));
        const strange = numbers.filter(text => ![String(page.number), counted, ...many].includes(text));
        return [...strange, ...loose.filter(item => !margin.has(item)).map(item => item.text)];
      }),
    ).toEqual({});
  });

  test('the text of every entry stands on its page, as often as it is listed there', () => {
    expect(
      wrongPages((page, own) => {
        const text = blocksOf(page).join('\n');
        // Of a verb in two parts each part stands on the page.
        const texts = own.flatMap(entry => entry.text.split(' … ').map(part => ({ text: part })));
        const listed = [...Map.groupBy(texts, entry => entry.text)];
        return listed.flatMap(([words, list]) => (occurrences(words, text) < list.length ? [words] : []));
      }),
    ).toEqual({});
  });

  test('nothing is unbound, nothing fails, and every entry has the page or the margins that it stands in', () => {
    expect(wrongEntries(entries, ({ kind, verdict }) => kind !== 'unbound' && verdict !== 'fails')).toEqual([]);
    expect(wrongEntries(entries, ({ page, basis }) => page !== null || /^(pagina|lopende)/.test(basis ?? ''))).toEqual(
      [],
    );
  });

  test('what is computed or asserted leads to cells, or counts what its expression lists', () => {
    const bound = entries.filter(({ kind }) => kind === 'computed' || kind === 'asserted');
    expect(bound.length).toBeGreaterThan(9);
    expect(
      wrongEntries(bound, ({ cells, expression }) => cells.length > 0 || /^telling /.test(expression ?? '')),
    ).toEqual([]);
  });

  test('a cell stands where the ledger says, typed as it is printed', () => {
    const isThere = (cell: LedgerCell): boolean => {
      const typed = (readLines(cell.file)[cell.line - 1] ?? '').slice(cell.position - 1).replace(/^["']/, '');
      return typed.startsWith(typedForm(cell)) && !/^[\d.]*\d/.test(typed.slice(typedForm(cell).length));
    };
    const cells = entries.flatMap(entry => entry.cells);
    expect(cells.length).toBeGreaterThan(9);
    expect(cells.filter(cell => !isThere(cell))).toEqual([]);
    expect(cells.filter(cell => cell.source.trim() === '')).toEqual([]);
  });

  test('an expression stands in its file where the ledger says', () => {
    const written = entries.filter(({ expression, file }) => expression !== null && file?.match(/\.(md|yaml)$/));
    const running = written.filter(({ figure }) => figure === null);
    expect(running.length).toBeGreaterThan(9);
    expect(
      wrongEntries(running, ({ file, line, position, text, expression }) => {
        const typed = (readLines(file ?? '')[(line ?? 1) - 1] ?? '').slice((position ?? 1) - 1);
        return [text.split(' … ')[0] ?? '', `{{${expression}`].some(start => typed.startsWith(start));
      }),
    ).toEqual([]);
  });

  test('what is cited names a source that the publication prints', () => {
    const text = accounted.pdf.pages.map(page => blocksOf(page).join('\n')).join('\n');
    const cited = entries.filter(({ kind }) => kind === 'cited');
    expect(cited.length).toBeGreaterThan(0);
    expect(wrongEntries(cited, ({ basis }) => !!basis && hasWords(text, basis))).toEqual([]);
  });

  test('what is structural says what kind of number it is; no text or ground has a soft hyphen', () => {
    const structural = entries.filter(({ kind }) => kind === 'structural');
    expect(wrongEntries(structural, ({ basis }) => (basis ?? '') !== '')).toEqual([]);
    const wordsOf = ({ text, basis, section, because }: LedgerEntry): string => [text, basis, because, section].join();
    expect(wrongEntries(entries, entry => !/[\u00AD\u200B]/.test(wordsOf(entry)))).toEqual([]);
  });

  test('a value lies in its interval, and there is one exactly when the interval is a single number', () => {
    const known = entries.filter(({ interval }) => interval !== null);
    expect(
      wrongEntries(known, ({ value, interval }) => {
        if (!interval) return false;
        const [low, high] = [exact(interval.low), exact(interval.high)];
        if (!value) return atMost(low, high) && !atMost(high, low);
        return atMost(low, exact(value)) && atMost(exact(value), high);
      }),
    ).toEqual([]);
  });

  test('every value of an interval prints as the number does, rounded half up', () => {
    const numbers = entries.filter(({ form }) => form === 'number');
    const checked = numbers.filter(({ text, interval }) => interval && onlyNumber(text));
    expect(checked.length).toBeGreaterThan(5);
    expect(
      wrongEntries(checked, entry => {
        const printed = onlyNumber(entry.text);
        if (!printed || !entry.interval) return false;
        if (!entry.value && isCellItself(entry)) return true; // a cell that is itself rounded prints as it was typed
        return [entry.interval.low, entry.interval.high].every(end => prints(exact(end), printed));
      }),
    ).toEqual([]);
  });

  test('a word of direction leads to both numbers that it compares', () => {
    const asserted = entries.filter(({ form, kind }) => form === 'word' && kind === 'asserted');
    const directed = asserted.filter(({ text }) =>
      vocabulary.scan(text).some(({ meaning }) => meaning.kind === 'direction'),
    );
    expect(directed.length).toBeGreaterThan(name === 'report' || name === 'factsheet' ? 3 : 1);
    expect(wrongEntries(directed, ({ cells }) => cells.length > 1)).toEqual([]);
  });

  test('an entry of the running text is not printed before its own heading, nor after the next', () => {
    const headings = headingsOf(accounted);
    const isNote = ({ id, file, line }: LedgerEntry): boolean =>
      id.startsWith('noot-') || (file !== null && line !== null && /^\[\^/.test(readLines(file)[line - 1] ?? ''));
    const inText = entries.filter(({ section, figure }) => section.length > 0 && figure === null);
    const running = inText.filter(entry => !isNote(entry)); // a note stands at the foot of the page that calls it
    expect(
      wrongEntries(running, ({ section, page }) => {
        const at = headings.findIndex(({ path }) => path === section.join(' › '));
        const [own, next] = [headings[at]?.page, headings[at + 1]?.page ?? accounted.pdf.pages.length];
        return own !== undefined && page !== null && own <= page && page <= Math.max(own, next);
      }),
    ).toEqual([]);
  });

  test('the page numbers in the contents are those of their headings', async () => {
    const references = entries.filter(({ basis }) => basis === 'paginaverwijzing');
    const { links } = accounted.pdf.pages[1] ?? { links: [] };
    expect(references.map(({ page }) => page)).toEqual(references.map(() => 2));
    const targets = await Promise.all(references.map(({ id }) => accounted.pdf.target(id.replace(/^pagina-/, ''))));
    expect(references.map(({ text }) => text)).toEqual(targets.map(({ page }) => String(page)));
    if (references.length > 0) expect(links.length).toBe(references.length);
  });

  test('the spreadsheet has a row for every entry, with the same texts', () => {
    const [head = [], ...rows] = readCsv(accounted.csv.replace(/^\uFEFF/, ''));
    expect(rows).toHaveLength(entries.length);
    expect(rows.every(row => row.length === head.length)).toBe(true);
    const column = (name: string): (string | undefined)[] => rows.map(row => row[head.indexOf(name)]);
    expect(column('gedrukt').map(text => text?.replace(/^'/, ''))).toEqual(entries.map(({ text }) => text));
    expect(column('pagina')).toEqual(entries.map(({ page }) => String(page ?? '')));
  });

  test('a second build gives the same ledger, byte for byte', () => {
    const { json, csv } = again.get(name) ?? {};
    expect({ json, csv }).toEqual({ json: accounted.json, csv: accounted.csv });
  });
});

test('"tussen A en B" holds the whole interval, and no more than rounding asks', () => {
  const ranges = allEntries().flatMap(({ text, interval }) => {
    const [, low, high] = /^tussen ([\d.]+)%? en ([\d.]+)%?$/.exec(text) ?? [];
    return low && high && interval ? [{ text, printed: [low, high].map(wholeNumber), interval }] : [];
  });
  expect(ranges.length).toBeGreaterThan(1);
  for (const { text, printed, interval } of ranges)
    expect(printed, text).toEqual([Math.floor(interval.low.decimal), Math.ceil(interval.high.decimal)]);
});

test('every number in a drawing leads to a cell of its own, also when another part of it has the same number', () => {
  const drawn = allEntries().filter(
    ({ figure, kind, expression }) => figure !== null && kind === 'computed' && expression === null,
  );
  expect(drawn.length).toBeGreaterThan(50);
  const cellOf = ({ cells: [cell], figure, text }: LedgerEntry): string =>
    [figure, text, cell?.row, cell?.column].join(' | ');
  const repeated = [...Map.groupBy(drawn, cellOf)].filter(([, list]) => list.length > 1);
  expect(repeated.map(([cell, list]) => `${cell}: ${list.length} times`)).toEqual([]);
});

function allEntries(): LedgerEntry[] {
  return [...built.values()].flatMap(({ ledger }) => ledger.entries);
}

function wholeNumber(text: string): number {
  return Number(text.replaceAll('.', ''));
}

const linesOf = new Map<string, readonly string[]>();

/** The lines of a file of the project; none when there is no such file. */
function readLines(file: string): readonly string[] {
  const path = join(project, file);
  const lines = linesOf.get(file) ?? (existsSync(path) ? readFileSync(path, 'utf8').split(/\r?\n/) : []);
  linesOf.set(file, lines);
  return lines;
}

/** The headings of a publication in order, each with those above it and its page. */
function headingsOf({ pdf }: Accounted): { path: string; page: number }[] {
  const above: string[] = [];
  return pdf.bookmarks.map(({ title, depth, target }) => {
    above.splice(depth, above.length, title);
    return { path: above.join(' › '), page: target.page };
  });
}
