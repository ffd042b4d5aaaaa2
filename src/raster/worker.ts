// A worker thread that draws the pages of one file, so that no broken file can stop or break the program.

import { parentPort, workerData } from 'node:worker_threads';
import { type Answer, isRequest } from './messages.ts';
import { type OpenedFile, openFile } from './pdfium.ts';

const port = parentPort;

/** PDFium's failures, and traps of its WebAssembly, are answers. */
function answer(make: () => Answer): Answer {
  try {
    return make();
  } catch (problem) {
    return { kind: 'failed', reason: problem instanceof Error ? problem.message : String(problem) };
  }
}

function send(message: Answer): void {
  port?.postMessage(message, message.kind === 'drawn' ? [message.drawn.image.data.buffer as ArrayBuffer] : []);
}

function serve(file: OpenedFile): void {
  port?.on('message', (message: unknown) => {
    if (isRequest(message)) send(answer(() => ({ kind: 'drawn', drawn: file.draw(message.number, message.region) })));
  });
  send({ kind: 'opened', count: file.count });
}

await openFile(workerData as Uint8Array).then(serve, (problem: unknown) => {
  send({ kind: 'failed', reason: problem instanceof Error ? problem.message : String(problem) });
});
