// The command `inspect`: what a PDF says to a screen reader, and which rules it keeps.

import { readFileSync } from 'node:fs';
import { inspect as inspectPdf } from '../inspect/inspection.ts';
import { type Summary, summarise } from '../inspect/summary.ts';
import { PdfError } from '../pdf/values.ts';
import { UsageError } from './selection.ts';

/** Inspects a file of any origin; throws a UsageError for one that is not there or cannot be read as a PDF. */
export function inspect(path: string): Summary {
  try {
    return summarise(inspectPdf(readBytes(path)));
  } catch (error) {
    if (error instanceof PdfError) throw new UsageError(`${path}: ${error.message}`, [error.hint]);
    throw error;
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`The file ${path} cannot be read.`, ['Name a PDF, such as output/2023/….pdf.']);
  }
}
