// Waiting for a browser that may die, crash or fall silent: every wait ends, and ends in a value or a diagnostic.

import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';

/** A wait that is over as soon as the work is done, the line is cut, or the time is up. */
export interface Lifeline {
  /** The outcome of the work; errors that are neither death nor a refusal by the browser are thrown on. */
  wait<T>(work: Promise<T>): Promise<Outcome<T>>;
  /** Ends every wait, now and later, with a `browser-died`; the first reason counts. */
  cut(reason: string): void;
  /** Whether it is over with the browser. */
  readonly isCut: boolean;
}

/** A lifeline on which no wait lasts longer than `timeout` milliseconds. */
export function createLifeline(timeout: number): Lifeline {
  let reason: string | undefined;
  const listeners = new Set<() => void>();
  const cut = (why: string): void => {
    reason ??= why;
    for (const listener of listeners) listener();
  };
  const wait = async <T>(work: Promise<T>): Promise<Outcome<T>> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let listener: (() => void) | undefined;
    const death = new Promise<'dead'>(resolve => {
      listener = () => resolve('dead');
      listeners.add(listener);
      timer = setTimeout(() => cut(`it did not answer within ${timeout / 1000} seconds`), timeout);
      if (reason !== undefined) resolve('dead');
    });
    try {
      const first = await Promise.race([work.then(value => ({ value })), death]);
      return first === 'dead' ? { diagnostics: [browserDied(reason ?? 'unknown')] } : { ...first, diagnostics: [] };
    } catch (problem) {
      return { diagnostics: [fromProblem(problem, reason)] };
    } finally {
      clearTimeout(timer);
      if (listener) listeners.delete(listener);
    }
  };
  return {
    wait,
    cut,
    get isCut() {
      return reason !== undefined;
    },
  };
}

/** Puppeteer's errors by name; they come from its own classes, which are not loaded until a browser is needed. */
function fromProblem(problem: unknown, reason: string | undefined): Diagnostic {
  if (!(problem instanceof Error)) throw problem;
  if (reason !== undefined) return browserDied(reason);
  if (lostNames.has(problem.name)) return browserDied(problem.message);
  if (problem.name === 'ProtocolError') return printFailed(problem.message);
  throw problem;
}

const lostNames = new Set(['TargetCloseError', 'ConnectionClosedError', 'TimeoutError']);

function browserDied(reason: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'browser-died',
    message: `The browser stopped in the middle of its work: ${reason}.`,
    hints: [
      'Run the command again.',
      'Close other programs if it happens again: printing takes about 500 MB of memory.',
    ],
  };
}

function printFailed(reason: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'print-failed',
    message: `The browser refused to print the document: ${reason}`,
    hints: ['Check the page sizes and margins in the style sheet (@page).'],
  };
}
