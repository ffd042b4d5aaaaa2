// How long a print, its finishing and its inspection take, and what finishing does to the size of the file.

import { openPrinter, type Printer } from '../../src/browser/print.ts';
import { prepareEdition, prepareHouse, preparePublication } from '../../src/commands/prepare.ts';
import { statementAttribute } from '../../src/document/restore.ts';
import { type FinishOptions, finish } from '../../src/finish/finish.ts';
import { diagnose } from '../../src/inspect/diagnose.ts';
import { machineAt } from '../commands/machine.ts';
import { project } from '../publications/editions.ts';

/** Times in milliseconds, sizes in bytes. */
export interface FinishTimes {
  readonly pages: number;
  readonly print: readonly number[];
  readonly finish: readonly number[];
  readonly inspect: readonly number[];
  readonly printed: number;
  readonly finished: number;
}

const metadata: FinishOptions['metadata'] = {
  ...{ title: 'Proef', author: 'Proef', description: 'Proef', keywords: [], moment: new Date(0) },
};

/** Prints, finishes and inspects the first publication of a year, some times in one process; the first is the slowest. */
export async function timeFinish(year: number, runs: number): Promise<FinishTimes> {
  const machine = machineAt(project);
  const { house } = prepareHouse(machine);
  const edition = prepareEdition(year, machine);
  const publication = edition.edition.publications[0];
  if (!house || !publication) throw new Error(`There is no publication of ${year}.`);
  const workshop = { machine, house, draw: 'all', onPhase: () => {} } as const;
  const { prepared } = await preparePublication(edition, publication, workshop);
  return withPrinter(printer => timeHtml(printer, prepared?.document.html ?? '', runs));
}

async function withPrinter<T>(work: (printer: Printer) => Promise<T>): Promise<T> {
  const { value: printer } = await openPrinter({ env: process.env });
  if (!printer) throw new Error('There is no browser.');
  try {
    return await work(printer);
  } finally {
    await printer.close();
  }
}

/** The finishing of a document of many pages beside that of one with a quarter of them: 4 when it is linear. */
export async function timeGrowth(pages: number): Promise<number> {
  return withPrinter(async printer => {
    const few = await timeHtml(printer, pagesOf(pages / 4), 3);
    const many = await timeHtml(printer, pagesOf(pages), 3);
    return Math.min(...many.finish) / Math.min(...few.finish);
  });
}

async function timeHtml(printer: Printer, html: string, runs: number): Promise<FinishTimes> {
  const sheet = (await printer.open(html)).value;
  await sheet?.unwrap(statementAttribute);
  const record = (await sheet?.record())?.value;
  const times = { print: [] as number[], finish: [] as number[], inspect: [] as number[] };
  let printed: Uint8Array = new Uint8Array();
  let finished: Uint8Array = new Uint8Array();
  for (let run = 0; run < runs && sheet && record; run++) {
    const begin = performance.now();
    printed = (await sheet.print()).value?.bytes ?? printed;
    const middle = performance.now();
    finished = await finish(printed, { record, metadata });
    const end = performance.now();
    const wrong = diagnose(finished, record, 'proef');
    if (wrong.length > 0) throw new Error(wrong[0]?.message);
    times.inspect.push(performance.now() - end);
    times.print.push(middle - begin);
    times.finish.push(end - middle);
  }
  await sheet?.close();
  const pages =
    Buffer.from(printed)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0;
  return { ...times, pages, printed: printed.length, finished: finished.length };
}

/** A document of pages with a heading, text, a list and a table each. */
function pagesOf(count: number): string {
  const cells = (row: number): string =>
    `<tr><th scope="row">Rij ${row}</th><td>${row * 7}</td><td>${row * 9}</td></tr>`;
  const table = `<table><thead><tr><td>&nbsp;</td><th scope="col">een</th><th scope="col">twee</th></tr></thead><tbody>${[1, 2, 3, 4, 5, 6].map(cells).join('')}</tbody></table>`;
  const text = '<p>Het aantal is ge\u00ADste\u00ADgen, en daar\u00ADna weer ge\u00ADdaald tot wat het was.</p>'.repeat(
    12,
  );
  const page = (number: number): string =>
    `<section style="break-before:page"><h2 id="k${number}">Kop ${number}</h2>${text}<ul><li>een</li><li>twee</li></ul>${table}</section>`;
  const body = Array.from({ length: count }, (_, index) => page(index + 1)).join('');
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title><style>p{white-space:pre-wrap}</style></head><body><h1>Proef</h1>${body}</body></html>`;
}
