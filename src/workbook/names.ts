// Names that spreadsheet programs accept: unique without regard to case, and short enough.

/** Longest name of a sheet, and longest head of a column, in UTF-16 units. */
const longest = { sheet: 31, head: 255 } as const;

/** The names made unique without regard to case and kinds of white space, none of them longer than allowed: `a`, `A (2)`; an empty one becomes `-`. */
export function uniqueNames(names: readonly string[], most: number = longest.head, taken: readonly string[] = []) {
  const used = new Set(taken.map(folded));
  return names.map(name => {
    const unique = firstFree(name.trim() === '' ? '-' : name, used, most);
    used.add(folded(unique));
    return unique;
  });
}

function firstFree(name: string, used: ReadonlySet<string>, most: number): string {
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '' : ` (${count})`;
    const candidate = shortened(name, most - end.length) + end;
    if (!used.has(folded(candidate))) return candidate;
  }
}

/** Programs differ in how they fold letters and white space: what any of them may take for the same is the same here. */
function folded(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().replace(/\s+/g, ' ').trim();
}

function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  return `${name.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A name that Excel keeps to itself. */
const reserved = ['History'];

/**
 * Names of sheets: no more than 31 characters, without `: \ / ? * [ ]`, control characters or an apostrophe at either
 * end, unique without regard to case.
 */
export function sheetNames(names: readonly string[]): string[] {
  const allowed = names.map(name =>
    name
      .toWellFormed()
      .replace(/[:\\/?*[\]]/g, '-')
      .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
      .replace(/^[\s']+|[\s']+$/g, ''),
  );
  return uniqueNames(allowed, longest.sheet, reserved);
}
