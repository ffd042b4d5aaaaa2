// Raised characters, so that 34 with a note 1 is not read as 341.

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** What is raised, as text that cannot be taken for a part of what it follows: `¹`, or `(a)`. */
export function raised(text: string): string {
  return text.replace(/\d|[^\d\s]+/g, part => (/\d/.test(part) ? (raisedDigits[Number(part)] ?? '') : `(${part})`));
}

/** The text of a cell from the HTML that shows its typography, or the plain text when nothing of it is raised. */
export function raisedText(html: string | undefined, plain: string): string {
  if (html === undefined || !/<sup[ >]/i.test(html)) return plain;
  const marked = html.replace(/<sup\b[^>]*>([\s\S]*?)<\/sup>/gi, (_, inside: string) => raised(bare(inside)));
  return bare(marked.replace(/<br\s*\/?>/gi, ' '));
}

/** A piece of XML or HTML without its tags. */
export function bare(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');
}
