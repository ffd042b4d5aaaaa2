// Whole numbers in Dutch words: cardinals and ordinals.

const small = [
  'nul',
  'een',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
  'dertien',
  'veertien',
  'vijftien',
  'zestien',
  'zeventien',
  'achttien',
  'negentien',
] as const;

const tens = ['', '', 'twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'] as const;

/**
 * A whole number in words: 0 to 99, whole hundreds and whole thousands below 100.000 (`eenentwintig`, `tweehonderd`,
 * `tweeduizend`); undefined for any other number, which Dutch prose writes in digits.
 */
export function numberInWords(n: number): string | undefined {
  if (!Number.isInteger(n) || n < 0 || n >= 100_000) return undefined;
  if (n < 100) return belowHundred(n);
  if (n < 1000 && n % 100 === 0) return multiple(n / 100, 'honderd');
  return n % 1000 === 0 ? multiple(n / 1000, 'duizend') : undefined;
}

function multiple(times: number, word: string): string {
  return times === 1 ? word : `${belowHundred(times)}${word}`;
}

function belowHundred(n: number): string {
  const word = small[n];
  if (word !== undefined) return word;
  const ten = tens[Math.floor(n / 10)] ?? '';
  return n % 10 === 0 ? ten : `${joinedToAnd(small[n % 10] ?? '')}${ten}`;
}

/** `en` behind a unit, with the diaeresis that keeps two e's apart: `vieren`, `tweeën`; also `tweeënhalf`. */
export function joinedToAnd(unit: string): string {
  return unit.endsWith('e') ? `${unit}ën` : `${unit}en`;
}

const irregularOrdinals: Readonly<Record<number, string>> = { 1: 'eerste', 3: 'derde', 8: 'achtste' };

/** The ordinal of a number that `numberInWords` knows: `tweede`, `achtste`, `twintigste`; undefined for any other. */
export function ordinalInWords(n: number): string | undefined {
  const irregular = irregularOrdinals[n];
  if (irregular !== undefined) return irregular;
  const cardinal = numberInWords(n);
  return cardinal && `${cardinal}${n < 20 ? 'de' : 'ste'}`;
}
