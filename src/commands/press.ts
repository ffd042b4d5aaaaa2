// The browser of a run: all publications share one, and what it did not survive is tried once more in a new one, alone.

import type { Printer } from '../browser/print.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { createGate } from './gate.ts';

/** What is printed, for messages. */
export interface PressJob<T> {
  /** Such as `2023 jaarverslag`. */
  readonly title: string;
  /** How far it is. */
  readonly phase: () => string;
  /** Told before it is tried again, with what went wrong. */
  readonly onRetry: (why: Diagnostic) => void;
  /** The work; done again from its beginning when the browser dies. */
  readonly work: (printer: Printer) => Promise<Outcome<T>>;
}

/** Printers for the publications of a run. */
export interface Press {
  /** What is to be said of the first browser, once it runs or does not. */
  opened(): Promise<readonly Diagnostic[]>;
  /** What the work gives, and nothing where the first browser did not start; a `browser-died` only when a second browser died of it, and then it says what was printed. */
  use<T>(job: PressJob<T>): Promise<Outcome<T>>;
  /** Ends all browsers, also those that are still starting; no work is tried again after that. */
  close(): Promise<void>;
}

/** A press whose first browser starts at once. */
export function openPress(open: () => Promise<Outcome<Printer>>): Press {
  const openings: Promise<Outcome<Printer>>[] = [];
  let isClosed = false;
  const start = (): Promise<Outcome<Printer>> => {
    const opening = open();
    openings.push(opening);
    return opening;
  };
  const shared = start();
  shared.catch(() => undefined); // whoever prints meets the error itself
  const alone = createGate(); // so that what kills a browser takes nothing else with it again
  const lastTries = async <T>(job: PressJob<T>, tries: number, died?: Diagnostic): Promise<Outcome<T>> => {
    if (died) job.onRetry(died);
    const result = await withOwn(start, job);
    const again = deathIn(result);
    if (!again || isClosed) return result;
    return tries > 1
      ? lastTries(job, tries - 1, again)
      : { diagnostics: result.diagnostics.map(one => named(one, job)) };
  };
  return {
    opened: async () => (await shared).diagnostics,
    async use(job) {
      const { value: printer } = await shared;
      if (!printer) return { diagnostics: [] };
      const first = printer.isOver ? undefined : await job.work(printer);
      const died = first && deathIn(first);
      if (first && (!died || isClosed)) return first;
      await printer.close(); // one that fell silent still runs
      return isClosed ? { diagnostics: [] } : alone.run(() => lastTries(job, first ? 1 : 2, died));
    },
    async close() {
      isClosed = true;
      await Promise.allSettled(openings.map(async opening => (await opening).value?.close()));
    },
  };
}

async function withOwn<T>(start: () => Promise<Outcome<Printer>>, { work }: PressJob<T>): Promise<Outcome<T>> {
  const { value: printer, diagnostics } = await start();
  if (!printer) return { diagnostics };
  try {
    const result = await work(printer);
    return { ...result, diagnostics: [...diagnostics, ...result.diagnostics] };
  } finally {
    await printer.close();
  }
}

function deathIn({ diagnostics }: Outcome<unknown>): Diagnostic | undefined {
  return diagnostics.find(({ rule }) => rule === 'browser-died');
}

function named<T>(diagnostic: Diagnostic, { title, phase }: PressJob<T>): Diagnostic {
  if (diagnostic.rule !== 'browser-died') return diagnostic;
  const about = `It was making ${title} (${phase()}), for the second time, in a new browser.`;
  return { ...diagnostic, message: `${diagnostic.message} ${about}` };
}
