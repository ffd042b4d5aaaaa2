// The words of a movement from one number to another: `van 814 naar 868`.

/** Whether the words before a number say that something goes on from it: `van`, `van ruim`. */
export function endsWithFrom(before: string): boolean {
  return /\bvan(?: \p{L}+){0,2}\s$/u.test(before);
}

/** Whether the words before a number say that something goes to it: `naar`, `tot bijna`. */
export function endsWithTo(before: string): boolean {
  return /\b(?:naar|tot)(?: \p{L}+){0,2}\s$/u.test(before);
}

/** Whether the words between two numbers lead from one to the other within a clause; a year of each may stand there. */
export function leadsTo(between: string): boolean {
  return /^[^.;:()]{0,60}$/.test(between) && (endsWithTo(between) || /\bop(?: \p{L}+){0,2}\s$/u.test(between));
}
