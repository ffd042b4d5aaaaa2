// What a PDF of a release claims to be, and what the inspector finds in it.

import { inspect } from '../inspect/inspection.ts';
import { type Summary, summarise } from '../inspect/summary.ts';
import { PdfError } from '../pdf/values.ts';

/** A PDF in the words of a manifest. */
export interface PdfFacts {
  readonly pages: number;
  /** `PDF/UA-1`, `PDF/A-2a`: what its metadata say. */
  readonly claims: readonly string[];
  /** The rules of the inspector that it breaks. */
  readonly broken: readonly string[];
  readonly links: Summary['links'];
}

/** What is known of files already: a release asks more than once, and reading a report takes seconds. */
const known = new WeakMap<Uint8Array, PdfFacts | string>();

/** Reads a PDF; a text says why it cannot be read. */
export function readFacts(bytes: Uint8Array): PdfFacts | string {
  const facts = known.get(bytes) ?? read(bytes);
  known.set(bytes, facts);
  return facts;
}

function read(bytes: Uint8Array): PdfFacts | string {
  try {
    const { pages, metadata, rules, links } = summarise(inspect(bytes));
    const broken = rules.filter(({ passed }) => !passed).map(({ id }) => id);
    return { pages, claims: claimsOf(metadata), broken, links };
  } catch (error) {
    if (error instanceof PdfError) return error.message;
    throw error;
  }
}

function claimsOf(metadata: Summary['metadata']): string[] {
  const { 'pdfuaid:part': accessible, 'pdfaid:part': archive, 'pdfaid:conformance': level = '' } = metadata;
  return [
    ...(accessible === undefined ? [] : [`PDF/UA-${accessible}`]),
    ...(archive === undefined ? [] : [`PDF/A-${archive}${level.toLowerCase()}`]),
  ];
}
