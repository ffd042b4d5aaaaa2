// Headings as print has them: those of an HTML edition, found again by the heading that was typed.

/** The words of all headings of an HTML document, in order. */
export function printedHeadings(html: string): string[] {
  const found = [...html.matchAll(/<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/g)];
  return found.map(([, , inner = '']) => plainText(inner)).filter(heading => heading !== '');
}

/** The title of an HTML document. */
export function printedTitle(html: string): string {
  return plainText(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? '');
}

/** The printed heading that a typed one became; undefined when none or more than one fits. */
export function headingInPrint(typed: string, printed: readonly string[]): string | undefined {
  const pieces = typed.split(/\{\{[\s\S]*?\}\}/).map(piece => bare(piece).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^\\d*${pieces.join('.+')}$`, 'u');
  const [first, second] = new Set(printed.filter(heading => pattern.test(bare(heading))));
  return second === undefined ? first : undefined;
}

/** Letters and digits only: quotes, dashes and soft hyphens are the typesetter's. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function plainText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (found, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return entities[name ?? ''] ?? found;
    })
    .replaceAll('\u00AD', '')
    .replace(/\s+/g, ' ')
    .trim();
}
