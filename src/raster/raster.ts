// The pages of a PDF as pixels: each file is drawn by a thread of its own, which is given up when it takes too long.

import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Box } from '../pdf/pages.ts';
import { PdfError } from '../pdf/values.ts';
import type { Image } from './image.ts';
import type { Answer, Request } from './messages.ts';
import type { RasterPage } from './page.ts';

/** A PDF whose pages can be drawn. */
export interface Raster {
  readonly pages: readonly RasterPage[];
  /** A page at a number of pixels an inch, at fewer where it would have more than 16 million; throws a PdfError. */
  page(number: number, dpi: number): Promise<Image>;
  /** A part of a page, in points from the lower left of the page as shown; its upper left is the corner of a pixel. */
  part(number: number, box: Box, dpi: number): Promise<Image>;
  /** Ends the thread; drawings still asked for fail. */
  close(): Promise<void>;
}

/** Opens a file; throws a PdfError for one that cannot be drawn. */
export type OpenRaster = (bytes: Uint8Array) => Promise<Raster>;

/** How long a file may take to be opened, and a page to be drawn, in milliseconds. */
const patience = 60_000;

/** No image has more pixels than this. */
const mostPixels = 16_000_000;

/** Opens files by the program installed in a folder. */
export function rasterOf(installation: string, wait: number = patience): OpenRaster {
  return async bytes => {
    const thread = startThread(join(installation, 'src', 'raster', 'worker.ts'), bytes, wait);
    const { pages } = await thread.opened.catch(async (problem: unknown) => {
      await thread.close();
      throw problem;
    });
    const draw = (number: number, box: Box | undefined, dpi: number): Promise<Image> => {
      const page = pages[number - 1];
      if (!page) throw new RangeError(`There is no page ${number}.`);
      const points = box ? (box.right - box.left) * (box.top - box.bottom) : page.width * page.height;
      const scale = Math.min(dpi / 72, Math.sqrt(mostPixels / points));
      return thread.ask({ number, region: box ? { scale, part: box } : { scale } });
    };
    return {
      pages,
      page: (number, dpi) => draw(number, undefined, dpi),
      part: (number, box, dpi) => draw(number, box, dpi),
      close: thread.close,
    };
  };
}

interface Thread {
  readonly opened: Promise<Extract<Answer, { kind: 'opened' }>>;
  ask(request: Request): Promise<Image>;
  close(): Promise<void>;
}

/** A thread answers in the order of the questions, so each waits for those before it. */
function startThread(program: string, bytes: Uint8Array, wait: number): Thread {
  const worker = new Worker(program, { workerData: bytes, execArgv: [], stdout: true, stderr: true });
  const gone = once(worker, 'exit').then(
    () => ({ kind: 'failed', reason: 'the thread that draws it has ended' }) as const,
    (problem: unknown) => ({ kind: 'failed', reason: String(problem) }) as const,
  );
  const receive = async (what: string): Promise<Answer> => {
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
  const opened = receive('opening it').then(answer => {
    if (answer.kind !== 'opened') throw undrawable(answer);
    return answer;
  });
  last = opened.catch(() => {});
  return {
    opened,
    ask(request) {
      const drawn = last.then(async () => {
        worker.postMessage(request);
        const answer = await receive(`page ${request.number}`);
        if (answer.kind !== 'drawn') throw undrawable(answer);
        return answer.image;
      });
      last = drawn.catch(() => {});
      return drawn;
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
