// Takes the record of a document: what its PDF must say too. `takeRecord` runs inside the page.

import { type DocumentRecord, plainWords } from '../inspect/record.ts';

interface PageNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
}

interface PageElement extends PageNode {
  readonly localName: string;
  readonly id: string;
  readonly childNodes: Iterable<PageNode>;
  readonly parentElement: { readonly children: Iterable<PageElement> } | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  closest(selector: string): PageElement | null;
  checkVisibility(options: { readonly visibilityProperty: boolean }): boolean;
}

/** As much of the page's document as this function uses. */
declare const document: {
  readonly title: string;
  readonly documentElement: PageElement;
  readonly body: PageElement;
  getElementById(id: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
};

declare function getComputedStyle(element: PageElement): { readonly textTransform: string };

/** The record of the document as it is laid out now, its words as they stand there: set its media to print before. */
export function takeRecord(): DocumentRecord {
  const blocks =
    /^(address|article|aside|blockquote|body|br|caption|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/;
  const silent = /^(head|noscript|script|style|template|title)$/;
  const headings: { element: PageElement; level: number; words: string }[] = [];
  const [links, figures]: [PageElement[], string[]] = [[], []];
  const tables: { cells: number; figure: string }[] = [];
  const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
  const isSilent = (element: PageElement): boolean =>
    silent.test(element.localName) ||
    element.getAttribute('aria-hidden') === 'true' ||
    !element.checkVisibility({ visibilityProperty: true });

  /** Text as it is set: a style sheet may make capitals of it. */
  const shown = (text: string, element: PageElement): string => {
    const { textTransform } = getComputedStyle(element);
    if (textTransform === 'uppercase') return text.toLocaleUpperCase('nl');
    if (textTransform === 'lowercase') return text.toLocaleLowerCase('nl');
    if (textTransform !== 'capitalize') return text;
    return text.replace(/(?<![\p{L}\p{N}])\p{L}/gu, letter => letter.toLocaleUpperCase('nl'));
  };

  const spacing = (element: PageElement): string => (blocks.test(element.localName) ? ' ' : '');
  const say = (element: PageElement): string => {
    if (isSilent(element)) return '';
    const drawing = /^(?:svg|img)$/.test(element.localName) || element.getAttribute('role') === 'img';
    const label = element.getAttribute(element.localName === 'img' ? 'alt' : 'aria-label') ?? '';
    if (drawing && label !== '') figures.push(label);
    if (drawing) return '';
    if (element.localName === 'a' && element.getAttribute('href') !== null) links.push(element);
    if (element.localName === 'table') tables.push({ cells: 0, figure: element.closest('figure')?.id ?? '' });
    const table = tables.at(-1);
    if (table && /^t[dh]$/.test(element.localName)) table.cells += 1;
    const heading = /^h([1-6])$/.exec(element.localName);
    const place = headings.length;
    if (heading) headings.push({ element, level: Number(heading[1]), words: '' });
    let words = '';
    for (const node of element.childNodes) {
      if (isElement(node)) words += say(node);
      else if (node.nodeType === 3) words += shown(node.nodeValue ?? '', element);
    }
    const said = `${spacing(element)}${words}${spacing(element)}`;
    const entry = headings[place];
    if (heading && entry) entry.words = words;
    return said;
  };

  const wordsOf = (element: PageElement, without?: ReadonlySet<PageElement>): string => {
    if (isSilent(element) || without?.has(element)) return '';
    if (element.localName === 'img') return element.getAttribute('alt') ?? '';
    const label = element.getAttribute('aria-label');
    if (label !== null) return label;
    let words = '';
    for (const node of element.childNodes) words += isElement(node) ? wordsOf(node, without) : (node.nodeValue ?? '');
    return `${spacing(element)}${words}${spacing(element)}`;
  };
  const leadsTo = (link: PageElement): string => {
    const address = link.getAttribute('href') ?? '';
    return address.startsWith('#') ? decodeURIComponent(address.slice(1)) : '';
  };
  // A list of notes is one of nothing else; sources that are not all referred to are a list.
  const isAmongNotes = (item: PageElement): boolean =>
    [...(item.parentElement?.children ?? [])].every(one => one.querySelector('a[href^="#"]') !== null);
  const linksBack = (from: string, to: string): boolean => {
    const item = from === '' || to === '' ? null : document.getElementById(from);
    return item != null && item.querySelector(`a[href="#${to}"]`) !== null && isAmongNotes(item);
  };

  const text = say(document.body);
  const calls = new Set(links.filter(link => linksBack(leadsTo(link), link.id)));
  const callIds = new Set([...calls].map(link => link.id));
  return {
    title: document.title,
    description: document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '',
    language: document.documentElement.getAttribute('lang') ?? '',
    headings: headings.map(({ element, level, words }) => {
      return { level, text: words, title: wordsOf(element, calls) };
    }),
    links: links.map(link => {
      const note: 'call' | 'back' | null = calls.has(link) ? 'call' : callIds.has(leadsTo(link)) ? 'back' : null;
      return { name: wordsOf(link), note };
    }),
    figures,
    tables,
    notes: new Set([...calls].map(leadsTo)).size,
    text,
  };
}

/** The record with its words in plain. */
export function plainRecord(record: DocumentRecord): DocumentRecord {
  return {
    ...record,
    headings: record.headings.map(one => ({ ...one, text: plainWords(one.text), title: plainWords(one.title) })),
    links: record.links.map(one => ({ ...one, name: plainWords(one.name) })),
    figures: record.figures.map(plainWords),
    text: plainWords(record.text),
  };
}
