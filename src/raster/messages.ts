// What goes to and fro between the program and the thread that draws.

import type { Image } from './image.ts';
import type { DrawnPage, Region } from './page.ts';

/** A page to be drawn, or an image to be packed; answered in turn. */
export type Request =
  | { readonly kind: 'draw'; readonly number: number; readonly region: Region }
  | { readonly kind: 'pack'; readonly image: Image };

/** What the thread says: once that the file is open, then what is asked for by each request; or why not. */
export type Answer =
  | { readonly kind: 'opened'; readonly count: number }
  | { readonly kind: 'drawn'; readonly drawn: DrawnPage }
  | { readonly kind: 'packed'; readonly png: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string };
