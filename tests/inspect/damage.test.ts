// Files damaged by chance: each is read, or refused as damaged; none brings the program down.

import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { finish } from '../../src/finish/finish.ts';
import { inspect } from '../../src/inspect/inspection.ts';
import { summarise } from '../../src/inspect/summary.ts';
import { PdfError } from '../../src/pdf/values.ts';
import { attachments, html, metadata, type Printed, printDocument } from '../finish/document.ts';

let printed: Printed;
let finished: Uint8Array;

beforeAll(async () => {
  printed = await printDocument(html);
  finished = await finish(printed.bytes, { record: printed.record, metadata, attachments });
}, 60_000);

/** Whether a file can be read; throws for anything but a refusal. */
function isRead(bytes: Uint8Array): boolean {
  try {
    summarise(inspect(bytes));
    return true;
  } catch (error) {
    if (error instanceof PdfError) return false;
    throw error;
  }
}

const change = fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255), length: fc.nat(40) });

test.for(['printed', 'finished'] as const)('a %s file with bytes changed, lost or added', which => {
  const sound = which === 'printed' ? printed.bytes : finished;
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('set', 'cut', 'add'),
      (changes, how) => {
        let bytes = Buffer.from(sound);
        for (const { place, byte, length } of changes) {
          const at = Math.floor(place * bytes.length);
          if (how === 'set') bytes.fill(byte, at, Math.min(bytes.length, at + length));
          else if (how === 'cut') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
          else bytes = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length, byte), bytes.subarray(at)]);
        }
        if (isRead(bytes)) read += 1;
      },
    ),
    { numRuns: 250 },
  );
  expect(read).toBeGreaterThan(0);
});
