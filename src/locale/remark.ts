// What must be said beside a cell in Dutch: why its value is missing, provisional, revised or reconstructed.

import type { Observation } from '../statistics/observation.ts';

/** How firm a value is, in the word that stands beside it; none for a final one. */
export const firmnessWords = {
  final: undefined,
  provisional: 'voorlopig',
  revised: 'herzien',
  reconstructed: 'gereconstrueerd',
} as const;

const statusWords = {
  final: '',
  provisional: 'Voorlopig cijfer: ',
  revised: 'Herzien cijfer',
  reconstructed: 'Gereconstrueerd: ',
} as const;

/** What must be said of a cell, as one sentence: `Voorlopig cijfer: de registratie is nog niet compleet.` */
export function remarkText({ value, status, remark, previous }: Observation): string | undefined {
  if (value.kind === 'missing') return `Ontbreekt: ${lowerStart(value.reason)}`;
  if (status === 'final' || remark === undefined) return undefined;
  const before = status === 'revised' ? `${previous === undefined ? '' : ` (eerder ${previous})`}: ` : '';
  return `${statusWords[status]}${before}${lowerStart(remark)}`;
}

function lowerStart(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
