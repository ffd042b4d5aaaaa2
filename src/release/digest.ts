// SHA-256 of what a release holds, and names in an order that is the same everywhere.

import { createHash } from 'node:crypto';

/** The SHA-256 of bytes or of a UTF-8 text, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** By code unit, whatever the language of the machine. */
export function byName(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
