// What is wrong with a PDF just made, as diagnostics: rules that it breaks, and where it differs from its document.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compare, compareAttachments } from './compare.ts';
import { inspect } from './inspection.ts';
import type { Expected } from './record.ts';
import type { Finding } from './rule.ts';
import { judge } from './rules.ts';

const most = 5;

/** An error for each broken rule and each difference, of one rule at most five. */
export function diagnose(bytes: Uint8Array, expected: Expected, publication: string): Diagnostic[] {
  const inspection = inspect(bytes);
  const broken = judge(inspection).flatMap(({ rule, findings }) =>
    findings.slice(0, most).map(finding =>
      diagnostic(finding, publication, {
        id: `pdf-${rule.id}`,
        hint: `${rule.title} (${rule.source}). Look for the cause in the template or style sheet of that place.`,
      }),
    ),
  );
  const different = compare(inspection, expected).map(finding =>
    diagnostic(finding, publication, {
      id: 'pdf-differs',
      hint: 'Look in the template or style sheet for what the browser does not print or does not tag at that place.',
    }),
  );
  const carried = compareAttachments(inspection, expected.attachments ?? []).map(finding =>
    diagnostic(finding, publication, {
      id: 'pdf-attachments',
      hint: 'Report it with the data: the program attaches the files itself. Without --attach there are none.',
    }),
  );
  return [...broken, ...different.slice(0, most), ...carried.slice(0, most)];
}

function diagnostic(
  { message, page }: Finding,
  publication: string,
  { id, hint }: { id: string; hint: string },
): Diagnostic {
  const where = page === undefined ? publication : `${publication}, page ${page}`;
  return { severity: 'error', rule: id, message: `The PDF of ${where}: ${message}.`, hints: [hint] };
}
