// Rule `html-style`: style sheets add no words, leave paragraphs in one piece, and paint text where its tags can hold it.

import type { Breach } from './breach.ts';
import { type Element, hasClass, type Markup } from './markup.ts';

interface StyleRule {
  readonly selectors: readonly string[];
  readonly body: string;
  /** The element whose own style it is. */
  readonly at?: Element;
}

/** Words belong in the text, where they are read out; a paragraph in columns or boxes is none in a PDF. */
export function checkStyles({ elements }: Markup): Breach[] {
  const rules = elements.filter(({ name }) => name === 'style').flatMap(({ inner }) => rulesOf(inner));
  const paragraphs = elements.filter(({ name }) => name === 'p');
  return [
    ...rules
      .filter(({ body }) => addsWords(body))
      .map(({ selectors }) =>
        say(
          `The style of ${selectors.join(', ')} adds words that are not read out.`,
          'Write the words in the template or the text; margins of pages may have them.',
          selectors[0],
        ),
      ),
    ...[...rules, ...elements.map(inlineStyle)].flatMap(({ at, selectors, body }) => {
      const layer = layerIn(body);
      return layer === undefined ? [] : [inLayer(layer, at ?? selectors[0])];
    }),
    ...rules
      .filter(({ body }) => tearsApart(body))
      .flatMap(({ selectors }) =>
        selectors
          .filter(one => paragraphs.some(p => ends(one, p)))
          .map(one =>
            say(
              `${one} sets a paragraph in columns, flex or grid; the PDF then has no paragraph.`,
              'Put a <div> around the paragraph, and set that.',
              one,
            ),
          ),
      ),
    ...paragraphs
      .filter(({ attributes }) => tearsApart(attributes.get('style') ?? ''))
      .map(one =>
        say(
          'The style of a paragraph sets it in columns, flex or grid; the PDF then has no paragraph.',
          'Put a <div> around the paragraph, and set that.',
          one,
        ),
      ),
  ];
}

function say(message: string, hint: string, at: Breach['at']): Breach {
  return { rule: 'html-style', message, hint, at };
}

function inlineStyle(at: Element): StyleRule {
  return { at, selectors: [], body: at.attributes.get('style') ?? '' };
}

function inLayer(layer: string, at: Breach['at']): Breach {
  return say(
    `The style "${layer}" paints in a layer of its own, whose text the tags of a PDF do not hold.`,
    'Choose a colour that looks the same, and leave the layer out.',
    at,
  );
}

/** The first declaration that makes Chromium paint in a layer; opacity without effect is none. */
function layerIn(body: string): string | undefined {
  const found =
    /(?<![-\w])(?:(?:mix-blend-mode|(?:backdrop-)?filter|text-shadow)\s*:\s*(?!\s|none|normal|initial|unset)|opacity\s*:\s*(?!\s|1(?:\.0+)?\s*(?:[;!]|$)|100%|initial|unset))[^;}]*/.exec(
      body,
    );
  return found?.[0].trim();
}

/** The rules that hold in print, without those of the margins of pages and of faces. */
function rulesOf(css: string): StyleRule[] {
  const plain = css.replace(/url\(data:[^)]*\)/g, 'url()').replace(/\/\*[\s\S]*?\*\//g, '');
  return printed(plain).flatMap(([head, body]) =>
    /^@/.test(head) ? [] : [{ selectors: head.split(',').map(one => one.trim()), body }],
  );
}

/** Heads with their bodies; `@media` and `@supports` opened, but for the screen. */
function printed(css: string): [head: string, body: string][] {
  const found: [string, string][] = [];
  for (let at = 0; ; ) {
    const open = css.indexOf('{', at);
    if (open < 0) return found;
    const close = closing(css, open);
    const head = css
      .slice(at, open)
      .replace(/^[\s;}]+/, '')
      .trim();
    const body = css.slice(open + 1, close);
    if (/^@(?:media|supports|layer)/.test(head)) found.push(...(/\bscreen\b/.test(head) ? [] : printed(body)));
    else found.push([head, body]);
    at = close + 1;
  }
}

/** Where the brace that opens at a place closes. */
function closing(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return css.length;
}

function addsWords(body: string): boolean {
  const values = [...body.matchAll(/(?<![-\w])content\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'}])*)/g)].map(
    ([, value = '']) => value,
  );
  return values.some(value => /["'][^"']*[\p{L}\p{N}]|\b(?:counters?|attr|open-quote|close-quote)\b/u.test(value));
}

function tearsApart(body: string): boolean {
  return /(?<![-\w])(?:columns|column-count|column-width)\s*:\s*(?!\s|auto|initial|unset)|(?<![-\w])display\s*:\s*(?:inline-)?(?:flex|grid)\b/.test(
    body,
  );
}

/** Whether the last part of a selector fits an element; what stands around it is not looked at. */
function ends(selector: string, element: Element): boolean {
  const last = selector.split(/[\s>+~]+/).at(-1) ?? '';
  if (/::/.test(last)) return false;
  const name = /^[a-z][a-z0-9]*/i.exec(last)?.[0];
  const classes = [...last.replace(/:[\w-]+\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g)].map(([, one = '']) => one);
  if (name === undefined && classes.length === 0) return false;
  return (name === undefined || name === element.name) && classes.every(one => hasClass(element, one));
}
