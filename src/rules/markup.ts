// A finished document as a tree of elements, read strictly: what a browser would mend is a mistake here.

import { plainText } from '../prose/typography.ts';

/** An element of the document. */
export interface Element {
  readonly name: string;
  /** Its start tag as it was written. */
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: Element | undefined;
  readonly children: readonly Element[];
  /** All that stands between its tags. */
  readonly inner: string;
}

/** A tag that does not fit the tags around it. */
export interface Misfit {
  readonly tag: string;
  readonly kind: 'never-closed' | 'closes-nothing';
}

/** The elements of a document in its order, and the tags that do not fit. */
export interface Markup {
  readonly elements: readonly Element[];
  readonly misfits: readonly Misfit[];
}

const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const tags =
  /<!--[\s\S]*?-->|<style\b[^>]*>[\s\S]*?<\/style>|<(\/?)([a-zA-Z][\w:-]*)([^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>/g;

/** The document read; comments say nothing. */
export function readMarkup(html: string): Markup {
  const elements: Node[] = [];
  const misfits: Misfit[] = [];
  const open: Node[] = [];
  for (const { 0: tag, 1: slash, 2: name, 3: rest = '', index } of html.matchAll(tags)) {
    if (tag.startsWith('<!--')) continue;
    const lower = (name ?? 'style').toLowerCase();
    if (slash) {
      const at = open.findLastIndex(one => one.name === lower);
      if (at < 0) misfits.push({ tag, kind: 'closes-nothing' });
      for (const left of at < 0 ? [] : open.splice(at)) {
        left.end = index;
        if (left.name !== lower) misfits.push({ tag: left.tag, kind: 'never-closed' });
      }
      continue;
    }
    const element = new Node(html, { name: lower, tag, start: index + tag.length, parent: open.at(-1) });
    elements.push(element);
    if (name !== undefined && !voids.has(lower) && !rest.endsWith('/')) open.push(element);
  }
  misfits.push(...open.map(({ tag }): Misfit => ({ tag, kind: 'never-closed' })));
  return { elements, misfits };
}

class Node implements Element {
  readonly name: string;
  readonly tag: string;
  readonly parent: Node | undefined;
  readonly children: Node[] = [];
  readonly #html: string;
  readonly #start: number;
  #attributes: ReadonlyMap<string, string> | undefined;
  end: number;

  constructor(html: string, at: { name: string; tag: string; start: number; parent: Node | undefined }) {
    this.name = at.name;
    this.tag = at.tag;
    this.parent = at.parent;
    this.#html = html;
    this.#start = at.start;
    this.end = at.start;
    at.parent?.children.push(this);
  }

  get attributes(): ReadonlyMap<string, string> {
    this.#attributes ??= attributesOf(this.tag);
    return this.#attributes;
  }

  get inner(): string {
    return this.name === 'style'
      ? this.tag.replace(/^<style[^>]*>|<\/style>$/g, '')
      : this.#html.slice(this.#start, this.end);
  }
}

const none: ReadonlyMap<string, string> = new Map();
const attribute = /\s([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function attributesOf(tag: string): ReadonlyMap<string, string> {
  if (!/\s/.test(tag)) return none;
  const written = tag.startsWith('<style') ? tag.slice(0, tag.indexOf('>')) : tag;
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of written.matchAll(attribute))
    found.set(name, double ?? single ?? bare ?? '');
  return found;
}

/** The words in an element, without soft hyphens; a space that does not break is a word here. */
export function wordsIn({ inner }: Element): string {
  return plainText(inner.replace(/<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>/g, ''))
    .replace(/[\u200B\u2060]/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** The elements around an element, from its parent outwards. */
export function around({ parent }: Element): Element[] {
  return parent ? [parent, ...around(parent)] : [];
}

/** Everything in an element, in the order of the document. */
export function within(element: Element): Element[] {
  const found: Element[] = [];
  const collect = ({ children }: Element): void => {
    for (const child of children) {
      found.push(child);
      collect(child);
    }
  };
  collect(element);
  return found;
}

/** Whether an element has a class. */
export function hasClass({ attributes }: Element, name: string): boolean {
  return attributes.get('class')?.split(/\s+/).includes(name) ?? false;
}
