// What goes to and fro between the program and the thread that draws.

import type { DrawnPage, Region } from './page.ts';

/** A page to be drawn; answered in turn. */
export interface Request {
  readonly number: number;
  readonly region: Region;
}

/** What the thread says: once that the file is open, then an image for each request; or why not. */
export type Answer =
  | { readonly kind: 'opened'; readonly count: number }
  | { readonly kind: 'drawn'; readonly drawn: DrawnPage }
  | { readonly kind: 'failed'; readonly reason: string };

/** Whether a message is a request. */
export function isRequest(message: unknown): message is Request {
  return typeof message === 'object' && message !== null && 'number' in message && 'region' in message;
}
