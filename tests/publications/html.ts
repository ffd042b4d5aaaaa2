// A finished HTML document taken apart: its tags with their attributes, and what stands in them.

/** A tag in the order of the document, with the text up to its own end tag, tags in it left out. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The words in it, white space as in the document. */
  readonly text: string;
  /** Its inner HTML; empty for a tag without an end. */
  readonly inner: string;
}

const voids = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** All elements; throws when tags are not closed in order. Style sheets stay whole: their text is no HTML. */
export function readHtml(html: string): Element[] {
  const open: { element: Element; index: number; from: number }[] = [];
  const elements: Element[] = [];
  const tags =
    /<!--[\s\S]*?-->|<style\b([^>]*)>([\s\S]*?)<\/style>|<(\/?)([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
  for (const tag of html.matchAll(tags)) {
    const [whole, styleAttributes, css, slash, name = '', rest = ''] = tag;
    if (css !== undefined) elements.push({ ...createElement('style', styleAttributes ?? ''), inner: css });
    if (name === '') continue;
    if (slash) {
      const last = open.pop();
      if (last?.element.name !== name) throw new Error(`</${name}> closes <${last?.element.name}>`);
      const inner = html.slice(last.from, tag.index);
      elements[last.index] = { ...last.element, inner, text: wordsOf(inner) };
      continue;
    }
    const element = createElement(name, rest);
    const isEmpty = voids.has(name) || rest.trimEnd().endsWith('/');
    if (!isEmpty) open.push({ element, index: elements.length, from: tag.index + whole.length });
    elements.push(element);
  }
  if (open.length > 0) throw new Error(`<${open[0]?.element.name}> is never closed`);
  return elements;
}

function createElement(name: string, written: string): Element {
  const pairs = [...written.matchAll(/([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)];
  const attributes = Object.fromEntries(pairs.map(([, key = '', a, b]) => [key, decode(a ?? b ?? '')]));
  return { name, attributes, text: '', inner: '' };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (found, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? found);
  });
}

/** The words of HTML, without drawings and style sheets. */
export function wordsOf(html: string): string {
  const bare = html.replace(/<(style|svg)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
  return decode(bare);
}

/** The elements of a class. */
export function ofClass(elements: readonly Element[], name: string): Element[] {
  return elements.filter(({ attributes }) => attributes.class?.split(' ').includes(name));
}

/** The headings, level and words; the words without soft hyphens. */
export function headings(elements: readonly Element[]): { level: number; id: string | undefined; text: string }[] {
  return elements
    .filter(({ name }) => /^h[1-6]$/.test(name))
    .map(({ name, attributes, text }) => ({
      level: Number(name.slice(1)),
      id: attributes.id,
      text: text
        .replace(/[\u00AD\u200B]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    }));
}

/** The document without what only its screen edition has: the list of grounds, and the links to it and past things. */
export function asPrinted(html: string): string {
  return html
    .replace(/<section class="on-screen[\s\S]*?<\/section>/, '')
    .replace(/<a class="on-screen[\s\S]*?<\/a>/g, '')
    .replace(/<li class="on-screen[\s\S]*?<\/li>/, '')
    .replace(/<nav class="on-screen[\s\S]*?<\/nav>/, '');
}
