// Browsers that die, on values: what is tried again, how often, and what is said in the end.

import { expect, test } from 'vitest';
import type { Printer } from '../../src/browser/print.ts';
import { openPress, type PressJob } from '../../src/commands/press.ts';
import type { Diagnostic, Outcome } from '../../src/diagnostics/diagnostic.ts';

const died: Diagnostic = {
  severity: 'error',
  rule: 'browser-died',
  message: 'The browser stopped in the middle of its work: its process has ended.',
  hints: ['Run the command again.'],
};

/** A browser that only knows whether it is over. */
interface Fake extends Pick<Printer, 'isOver' | 'close'> {
  isOver: boolean;
}

function fakes(): { open: () => Promise<Outcome<Printer>>; all: Fake[] } {
  const all: Fake[] = [];
  const open = async (): Promise<Outcome<Printer>> => {
    const fake: Fake = {
      isOver: false,
      close: async () => {
        fake.isOver = true;
      },
    };
    all.push(fake);
    return { value: fake as unknown as Printer, diagnostics: [] };
  };
  return { open, all };
}

/** Work that kills so many of its browsers, and tells which ones it had. */
function job(title: string, deaths: number, log: string[], all: Fake[]): PressJob<string> {
  let left = deaths;
  return {
    title,
    phase: () => 'print',
    onRetry: () => log.push(`${title} again`),
    async work(printer) {
      const number = all.indexOf(printer as unknown as Fake);
      log.push(`${title} in ${number}`);
      await new Promise(resolve => setTimeout(resolve, 5));
      const fake = all[number];
      if (left-- > 0 && fake) fake.isOver = true;
      return fake?.isOver ? { diagnostics: [died] } : { value: title, diagnostics: [] };
    },
  };
}

test('what a browser did not survive is made in a new one, alone; nothing is said of it', async () => {
  const { open, all } = fakes();
  const log: string[] = [];
  const press = openPress(open);
  const made = await Promise.all([press.use(job('a', 1, log, all)), press.use(job('b', 0, log, all))]);
  expect(made).toEqual([
    { value: 'a', diagnostics: [] },
    { value: 'b', diagnostics: [] },
  ]);
  expect(log).toEqual(['a in 0', 'b in 0', 'a again', 'a in 1', 'b again', 'b in 2']);
  await press.close();
  expect(all.every(({ isOver }) => isOver)).toBe(true);
});

test('a second death is reported with what was made and how far it was, and takes no other work with it', async () => {
  const { open, all } = fakes();
  const log: string[] = [];
  const press = openPress(open);
  const [a, b] = await Promise.all([press.use(job('2023 a', 2, log, all)), press.use(job('b', 0, log, all))]);
  expect(a?.value).toBeUndefined();
  expect(a?.diagnostics).toMatchObject([
    {
      rule: 'browser-died',
      message: `${died.message} It was making 2023 a (print), for the second time, in a new browser.`,
    },
  ]);
  expect(b).toEqual({ value: 'b', diagnostics: [] });
  expect(all).toHaveLength(3);
  await press.close();
});

test('work that comes when the first browser has died already has two tries too', async () => {
  const { open, all } = fakes();
  const log: string[] = [];
  const press = openPress(open);
  await press.use(job('a', 1, log, all));
  expect(await press.use(job('b', 1, log, all))).toEqual({ value: 'b', diagnostics: [] });
  expect((await press.use(job('c', 2, log, all))).diagnostics).toMatchObject([{ rule: 'browser-died' }]);
  expect(log).toEqual(['a in 0', 'a again', 'a in 1', 'b in 2', 'b again', 'b in 3', 'c in 4', 'c again', 'c in 5']);
  await press.close();
});

test('nothing is tried again when the press was closed: the operator stopped it', async () => {
  const { open, all } = fakes();
  const log: string[] = [];
  const press = openPress(open);
  const using = press.use(job('a', 0, log, all));
  await new Promise(resolve => setTimeout(resolve, 1));
  await press.close();
  expect((await using).value).toBeUndefined();
  expect(log).toEqual(['a in 0']);
});

test('without a browser nothing is tried, and its reasons are told once', async () => {
  const missing: Diagnostic = { severity: 'error', rule: 'browser-missing', message: 'Geen.', hints: [] };
  const press = openPress(async () => ({ diagnostics: [missing] }));
  expect(await press.use(job('a', 0, [], []))).toEqual({ diagnostics: [] });
  expect(await press.opened()).toEqual([missing]);
  await press.close();
});
