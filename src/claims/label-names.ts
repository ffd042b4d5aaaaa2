// Whether words name a row or column of a table.

/** Whether a phrase has a label in it, also in the plural: `vrouwen` for "vrouw". */
export function names(phrase: string, label: string): boolean {
  if (/^\d|^totaal/i.test(label)) return false;
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}-])${escaped}(?:n?en|s|e)?(?![\\p{L}-])`, 'iu').test(phrase);
}
