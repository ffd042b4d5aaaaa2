// HTML made of texts: whatever is put into a template is escaped, unless a template made it.

import { escapeHtml } from '../prose/typography.ts';

/** HTML that was made by a template. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** What may be put into a template; what is absent or false leaves nothing. */
export type Slot = string | number | Markup | undefined | false | readonly Slot[];

/** A template of HTML, in which every text and number is escaped, also in an attribute between double quotes. */
export function html(strings: TemplateStringsArray, ...slots: readonly Slot[]): Markup {
  return new Markup(strings.map((piece, index) => piece + sourceOf(slots[index])).join(''));
}

function sourceOf(slot: Slot): string {
  if (slot === undefined || slot === false) return '';
  if (slot instanceof Markup) return slot.source;
  if (typeof slot === 'object') return slot.map(sourceOf).join('');
  return escapeHtml(readable(String(slot)));
}

/** A text without what HTML may not hold: control characters other than white space. */
function readable(text: string): string {
  return text.replace(/\p{Cc}/gu, character => (/\s/.test(character) ? ' ' : ''));
}
