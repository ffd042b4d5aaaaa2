// What runs on the thread that draws: one figure at a time, in the order asked.

import { parentPort } from 'node:worker_threads';
import { loadVega } from '../charts/render.ts';
import { drawHere } from './draw.ts';
import type { DrawRequest } from './machine.ts';

void loadVega();
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (request: DrawRequest) => {
  last = last.then(async () => parentPort?.postMessage(await drawHere(request)));
});
