// Lists in running text.

/** The items as a Dutch enumeration, without a comma before `en`: `a, b en c`; empty for no items. */
export function joinList(items: readonly string[], conjunction = 'en'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
