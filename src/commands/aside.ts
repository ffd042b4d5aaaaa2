// Drawings made on another thread, while this one works out the texts.

import { Worker } from 'node:worker_threads';
import type { Drawing } from '../charts/draw.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Draw, DrawRequest } from './machine.ts';

/** A thread that draws, kept ready until it is stopped. */
export interface Aside {
  readonly draw: Draw;
  stop(): Promise<void>;
}

/** Starts a thread that draws, one figure at a time. */
export function startAside(): Aside {
  const worker = new Worker(new URL('./drawing.ts', import.meta.url));
  const waiting: { resolve: (outcome: Outcome<Drawing>) => void; reject: (error: unknown) => void }[] = [];
  worker.on('message', (outcome: Outcome<Drawing>) => waiting.shift()?.resolve(outcome));
  worker.on('error', error => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    draw: (request: DrawRequest) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(request);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}
