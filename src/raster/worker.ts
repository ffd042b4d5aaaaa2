// A worker thread that draws the pages of one file, so that no broken file can stop or break the program.

import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Request } from './messages.ts';
import { type OpenedFile, openFile } from './pdfium.ts';
import { encodePng } from './png.ts';

const port = parentPort;

function send(message: Answer): void {
  port?.postMessage(message, message.kind === 'drawn' ? [message.drawn.image.data.buffer as ArrayBuffer] : []);
}

/** PDFium's failures, and traps of its WebAssembly, are answers. */
function fail(problem: unknown): void {
  send({ kind: 'failed', reason: problem instanceof Error ? problem.message : String(problem) });
}

async function answer(file: OpenedFile, request: Request): Promise<Answer> {
  if (request.kind === 'pack') return { kind: 'packed', png: await encodePng(request.image) };
  return { kind: 'drawn', drawn: file.draw(request.number, request.region) };
}

function serve(file: OpenedFile): void {
  port?.on('message', (request: Request) => answer(file, request).then(send, fail));
  send({ kind: 'opened', count: file.count });
}

await openFile(workerData as Uint8Array).then(serve, fail);
