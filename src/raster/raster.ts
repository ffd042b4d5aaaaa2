// The pages of a PDF as pixels: each file is drawn by a thread of its own, which is given up when it takes too long.

import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Box } from '../pdf/pages.ts';
import { PdfError } from '../pdf/values.ts';
import type { Image } from './image.ts';
import type { Answer, Request } from './messages.ts';
import type { DrawnPage, Region } from './page.ts';

/** A PDF whose pages can be drawn. */
export interface Raster {
  /** How many pages it has. */
  readonly count: number;
  /** A page at a number of pixels an inch, at fewer where it would have more than 16 million; throws a PdfError. */
  page(number: number, dpi: number): Promise<DrawnPage>;
  /** A part of a page, in points from the lower left of the page as shown; its upper left is the corner of a pixel. */
  part(number: number, box: Box, dpi: number): Promise<DrawnPage>;
  /** An image as a PNG, packed beside the program: a page takes as long as to draw it. */
  pack(image: Image): Promise<Uint8Array>;
  /** Ends the thread; drawings still asked for fail. */
  close(): Promise<void>;
}

/** Opens a file; throws a PdfError for one that cannot be drawn. */
export type OpenRaster = (bytes: Uint8Array) => Promise<Raster>;

/** How long a file may take to be opened, and each page to be drawn, in milliseconds. */
export interface Patience {
  readonly opening: number;
  readonly drawing: number;
}

const patient: Patience = { opening: 60_000, drawing: 60_000 };

/** Opens files by the program installed in a folder. */
export function rasterOf(installation: string, patience: Patience = patient): OpenRaster {
  return async bytes => {
    const thread = startThread(join(installation, 'src', 'raster', 'worker.ts'), bytes, patience);
    const { count } = await thread.opened.catch(async (problem: unknown) => {
      await thread.close();
      throw problem;
    });
    return {
      count,
      page: (number, dpi) => draw(thread, number, { dpi }),
      part: (number, part, dpi) => draw(thread, number, { dpi, part }),
      async pack(image) {
        const answer = await thread.ask({ kind: 'pack', image }, 'packing it');
        if (answer.kind !== 'packed') throw undrawable(answer);
        return answer.png;
      },
      close: thread.close,
    };
  };
}

async function draw(thread: Thread, number: number, region: Region): Promise<DrawnPage> {
  const answer = await thread.ask({ kind: 'draw', number, region }, `page ${number}`);
  if (answer.kind !== 'drawn') throw undrawable(answer);
  return answer.drawn;
}

interface Thread {
  readonly opened: Promise<Extract<Answer, { kind: 'opened' }>>;
  /** The answer, or that it has failed: then too when what is asked for takes too long. */
  ask(request: Request, what: string): Promise<Answer>;
  close(): Promise<void>;
}

/** A thread answers in the order of the questions, so each waits for those before it. */
function startThread(program: string, bytes: Uint8Array, patience: Patience): Thread {
  const worker = new Worker(program, { workerData: bytes, execArgv: [], stdout: true, stderr: true });
  const gone = once(worker, 'exit').then(
    () => ({ kind: 'failed', reason: 'the thread that draws it has ended' }) as const,
    (problem: unknown) => ({ kind: 'failed', reason: String(problem) }) as const,
  );
  const receive = async (what: string, wait: number): Promise<Answer> => {
    const limit = new AbortController();
    const slow = new Promise<Answer>(resolve => {
      const timer = setTimeout(() => resolve({ kind: 'failed', reason: `${what} takes too long` }), wait);
      limit.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    const message = once(worker, 'message', { signal: limit.signal }).then(([answer]) => answer as Answer);
    message.catch(() => {}); // aborted below
    const answer = await Promise.race([message, gone, slow]);
    limit.abort();
    if (answer.kind === 'failed') await worker.terminate();
    return answer;
  };
  let last: Promise<unknown> = Promise.resolve();
  const opened = receive('opening it', patience.opening).then(answer => {
    if (answer.kind !== 'opened') throw undrawable(answer);
    return answer;
  });
  last = opened.catch(() => {});
  return {
    opened,
    ask(request, what) {
      const answered = last.then(() => {
        worker.postMessage(request);
        return receive(what, patience.drawing);
      });
      last = answered;
      return answered;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function undrawable(answer: Answer): PdfError {
  const reason = answer.kind === 'failed' ? answer.reason : 'the thread that draws it is out of step';
  return new PdfError(
    `This PDF cannot be drawn: ${reason}.`,
    'Open it in a viewer: if that shows it, report it with the file; if not, get a sound copy.',
  );
}
