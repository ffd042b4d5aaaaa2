// Whether a print has its true size: Chromium shrinks all pages of a document when anything is wider than one of them.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { openPdf } from '../pdf/file.ts';
import { contentOf, readPages } from '../pdf/pages.ts';

/** Units of Chromium's content, 300 to the inch, for each CSS px, 96 to the inch. */
const trueScale = 300 / 96;

/** Sizes differ by a rounding at most. */
const tolerance = 0.001;

const transformation = /([\d.]+) 0 0 ([\d.]+) \S+ \S+ cm/g;

/** A diagnostic for a raw print whose pages are smaller than its style sheets say. */
export function checkScale(raw: Uint8Array, publication: string): Diagnostic[] {
  const file = openPdf(raw);
  const scales = readPages(file).flatMap(page => scaleOf(Buffer.from(contentOf(file, page)).toString('latin1')));
  const smallest = Math.min(1, ...scales);
  return smallest > 1 - tolerance ? [] : [shrunk(smallest, publication)];
}

/** The first transformation of a page's content that turns nothing over is that of its px. */
function scaleOf(content: string): number[] {
  const [, across, down] = content.slice(0, 400).matchAll(transformation).next().value ?? [];
  return across === undefined || across !== down ? [] : [Number(across) / trueScale];
}

function shrunk(scale: number, publication: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'page-shrunk',
    message: `The browser printed ${publication} at ${Math.round(scale * 1000) / 10}% of its size, because something in it is wider than a page.`,
    hints: [
      'Look for text that runs out of its columns or its box, or a figure wider than its column: shorten it, or give it room in the style sheet.',
    ],
  };
}
