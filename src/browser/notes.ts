// Notes of running text in the page: its lines as they are laid out, and notes set at the foot of pages. All runs inside.

import type { NotedFlow, NotePlan, Piece } from '../document/footnotes.ts';

/** A running text as it is laid out, with the ids of its notes. */
export interface MeasuredNotes extends NotedFlow {
  readonly names: readonly string[];
}

interface Element {
  readonly children: Iterable<Element>;
  readonly classList: { add(name: string): void; remove(...names: string[]): void };
  className: string;
  readonly dataset: Record<string, string | undefined>;
  id: string;
  readonly parentElement: Element | null;
  readonly nextElementSibling: Element | null;
  readonly previousElementSibling: Element | null;
  readonly style: { cssText: string; setProperty(name: string, value: string): void };
  before(node: Element): void;
  prepend(...nodes: Element[]): void;
  remove(): void;
  matches(selector: string): boolean;
  closest(selector: string): Element | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
  getBoundingClientRect(): { readonly [side in 'top' | 'bottom' | 'left' | 'height' | 'width']: number };
}

declare const document: {
  readonly body: Element;
  createElement(name: string): Element;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};

declare function getComputedStyle(element: Element): Readonly<Record<string, string>>;

/**
 * The lines of every `[data-flow]` with notes, laid out for print in one endless page of a width (any CSS length), its
 * notes at the foot; null for one without notes, or in columns. The elements that lines belong to are named
 * `data-leaf="<flow>-<leaf>"`; the lines of those that are `torn` are filled one by one, as they are beside a float.
 */
export function measureNotes(width: string, torn: readonly string[]): (MeasuredNotes | null)[] {
  const pixels = (length: string | undefined): number => Number.parseFloat(length ?? '') || 0;
  const isHidden = (element: Element): boolean => getComputedStyle(element)['display'] === 'none';
  const isBlock = (element: Element): boolean => !/^(inline|none)/.test(getComputedStyle(element)['display'] ?? '');
  const isWhole = (element: Element): boolean =>
    element.matches('h1, h2, h3, h4, h5, h6, .figure, .box, table, pre, hr') ||
    getComputedStyle(element)['breakInside'] === 'avoid' ||
    // Its line at the side would run on beside the notes.
    (element.matches('blockquote') && element.getBoundingClientRect().height < 300);

  /** Whether an element begins a page, as far as style sheets say. */
  const beginsPage = (element: Element): boolean => {
    const { breakBefore = '', page } = getComputedStyle(element);
    const before = element.previousElementSibling;
    const above = before ? getComputedStyle(before) : { breakAfter: '', page };
    const forced = /page|left|right|recto|verso/;
    const isTop = element.getBoundingClientRect().top - document.body.getBoundingClientRect().top < 1;
    return isTop || forced.test(breakBefore) || forced.test(above['breakAfter'] ?? '') || above['page'] !== page;
  };

  /** A text's notes, with the place and width of their list within the page; none in columns. */
  const findNotes = (flow: Element): { notes: Element[]; page: Element; css: string } => {
    const list = [...flow.children].find(child => child.matches('ol.notes'));
    const page = flow.closest('section') ?? flow;
    const inColumns = getComputedStyle(flow)['columnCount'] !== 'auto';
    // The second text of a page would begin somewhere down on it.
    const isAlone = [...page.querySelectorAll('[data-flow]')].length <= 1;
    if (!list || inColumns || !isAlone || !beginsPage(page)) return { notes: [], page, css: '' };
    const { left, width: outer } = list.getBoundingClientRect();
    const { paddingLeft = '', paddingRight } = getComputedStyle(list);
    const inner = outer - pixels(paddingLeft) - pixels(paddingRight);
    const from = left + pixels(paddingLeft) - page.getBoundingClientRect().left;
    const notes = [...list.children];
    for (const note of notes) note.dataset['listed'] ??= String(note.getBoundingClientRect().height + 4);
    return { notes, page, css: `position:absolute;margin:0;left:${from}px;width:${inner}px;--indent:${paddingLeft}` };
  };

  /** Height of what a style sheet sets above the first of a page's notes. */
  const openingsOf = (firsts: readonly (Element | undefined)[]): number[] => {
    const paddings = (): number[] => firsts.map(note => (note ? pixels(getComputedStyle(note)['paddingTop']) : 0));
    const before = paddings();
    for (const note of firsts) note?.classList.add('foot-note-first');
    const after = paddings();
    for (const note of firsts) note?.classList.remove('foot-note-first');
    return after.map((padding, index) => padding - (before[index] ?? 0));
  };

  const piecesOf = (flow: Element, at: number): (Piece & { calls: number[] })[] => {
    const origin = (flow.closest('section') ?? flow).getBoundingClientRect().top;
    const pieces: (Piece & { calls: number[] })[] = [];
    let leaf = 0;
    let keeps = false;
    let aside = 0;
    const put = (element: Element, top: number, height: number, lines: number): void => {
      const { orphans, widows } = getComputedStyle(element);
      element.dataset['leaf'] = `${at}-${leaf}`;
      for (let line = 0; line < lines; line += 1) {
        const [from, to] = [top + (height * line) / lines, top + (height * (line + 1)) / lines];
        const inside = line >= pixels(orphans) && lines - line >= pixels(widows);
        const reach = Math.max(to, aside) - origin;
        const breaks = line === 0 ? !keeps : inside;
        pieces.push({ top: from - origin, bottom: to - origin, leaf, line, breaks, reach, calls: [] });
        aside = 0;
      }
      leaf += 1;
      keeps = element.matches('h1, h2, h3, h4, h5, h6') || getComputedStyle(element)['breakAfter'] === 'avoid';
    };
    const putWhole = (element: Element): void => {
      const { top, height } = element.getBoundingClientRect();
      put(element, top, height, 1);
    };
    const putLines = (element: Element, top: number, height: number): void => {
      const lineHeight = pixels(getComputedStyle(element)['lineHeight']);
      const lines = Math.round(height / lineHeight);
      if (lines > 0 && Math.abs(height - lines * lineHeight) < 1) put(element, top, height, lines);
      else put(element, top, height, 1);
    };
    const visit = (element: Element): void => {
      if (isHidden(element) || element.matches('.notes')) return;
      const style = getComputedStyle(element);
      if (style['float'] !== 'none') {
        element.dataset['aside'] = '';
        aside = Math.max(aside, element.getBoundingClientRect().bottom);
        return;
      }
      if (isWhole(element)) {
        putWhole(element);
        return;
      }
      const box = element.getBoundingClientRect();
      const top = box.top + pixels(style['paddingTop']) + pixels(style['borderTopWidth']);
      const bottom = box.bottom - pixels(style['paddingBottom']) - pixels(style['borderBottomWidth']);
      const [first, ...others] = [...element.children].filter(isBlock);
      const end = first ? first.getBoundingClientRect().top - pixels(getComputedStyle(first)['marginTop']) : bottom;
      if (!first || end - top > pixels(style['lineHeight']) / 2) putLines(element, top, end - top);
      for (const inner of first ? [first, ...others] : []) visit(inner);
    };
    for (const child of flow.children) visit(child);
    // What stands below the text on its pages must stay clear of the notes too.
    for (let after = flow.nextElementSibling; after && flow.matches('section *'); after = after.nextElementSibling)
      visit(after);
    return pieces;
  };

  const addCalls = (flow: Element, pieces: readonly (Piece & { calls: number[] })[], ids: readonly string[]): void => {
    const origin = (flow.closest('section') ?? flow).getBoundingClientRect().top;
    const seen = new Set<number>();
    for (const link of flow.querySelectorAll('.note-call a')) {
      const note = ids.indexOf((link.getAttribute('href') ?? '').slice(1));
      const leaf = Number(link.closest('[data-leaf]')?.dataset['leaf']?.split('-')[1] ?? -1);
      if (note < 0 || seen.has(note) || leaf < 0 || link.closest('.notes')) continue;
      const { top, bottom } = link.getBoundingClientRect();
      const middle = (top + bottom) / 2 - origin;
      pieces.findLast(piece => piece.leaf === leaf && (piece.line === 0 || piece.top <= middle))?.calls.push(note);
      seen.add(note);
    }
  };

  document.body.style.setProperty('width', width);
  for (const name of torn)
    for (const leaf of document.querySelectorAll(`[data-leaf="${name}"]`)) leaf.style.setProperty('text-wrap', 'wrap');
  const flows = [...document.querySelectorAll('[data-flow]')];
  const found = flows.map(findNotes);
  // All is read, then all is written: every change between two readings lays the whole document out again.
  for (const { notes, page, css } of found) {
    if (notes.length > 0) page.style.setProperty('position', 'relative');
    for (const note of notes) note.classList.add('foot-note');
    for (const note of notes) note.style.cssText = css;
  }
  const openings = openingsOf(found.map(({ notes }) => notes[0]));
  const measured = flows.map((flow, at) => {
    const own = found[at]?.notes ?? [];
    if (own.length === 0) return null;
    const notes = own.map(note => ({
      height: note.getBoundingClientRect().height,
      listed: Number(note.dataset['listed']),
    }));
    const pieces = piecesOf(flow, at);
    const names = own.map(note => note.id);
    addCalls(flow, pieces, names);
    return { pieces, notes, opening: openings[at] ?? 0, names };
  });
  document.body.style.setProperty('width', '');
  return measured;
}

/**
 * Sets the notes of every `[data-flow]` as planned and ends its pages there; a plan of nothing undoes that. Between two
 * elements a page ends by a break, within one by two floats at its beginning: one without width beside the lines that
 * stay, and below it one over the full width that leaves no room for the next line.
 */
export function setNotes(plans: readonly (NotePlan | null)[]): void {
  const create = (name: string, style: string): Element => {
    const element = document.createElement(name);
    element.className = 'foot-space';
    element.style.cssText = style;
    return element;
  };
  const breakBefore = (leaf: Element, flow: Element): void => {
    let start = leaf;
    while (
      start.parentElement &&
      start.parentElement !== flow.parentElement &&
      start.parentElement !== flow &&
      !start.previousElementSibling &&
      start.parentElement.dataset['leaf'] === undefined
    )
      start = start.parentElement;
    start.style.setProperty('margin-top', '0');
    start.dataset['cut'] = '';
    let aside = start;
    while (aside.previousElementSibling?.dataset['aside'] !== undefined) aside = aside.previousElementSibling;
    if (aside === start) start.style.setProperty('break-before', 'page');
    else aside.before(create('div', 'break-before:page'));
  };
  const setFlow = (flow: Element, plan: NotePlan, at: number): void => {
    const list = [...flow.children].find(child => child.matches('ol.notes'));
    const notes = list ? [...list.children] : [];
    notes.forEach((note, index) => {
      const placed = plan.notes.find(one => one.note === index);
      note.classList.remove('foot-note-first');
      if (placed?.isFirst) note.classList.add('foot-note-first');
      if (placed) {
        note.style.setProperty('top', `${placed.top}px`);
      } else {
        note.classList.remove('foot-note');
        note.style.cssText = '';
      }
    });
    const floats = new Map<Element, Element[]>();
    plan.cuts.forEach(({ leaf, line, pushed, filled }, index) => {
      const name = `[data-leaf="${at}-${leaf}"]`;
      const element = leaf < 0 ? notes[-1 - leaf] : document.querySelector(name);
      if (!element) return;
      if (line === 0) breakBefore(element, flow);
      else if (filled > 0) {
        const beside = create('span', `float:right;clear:right;width:0;height:${pushed}px`);
        const below = create('span', `float:right;clear:right;width:100%;height:${filled}px`);
        below.id = `noot-ruimte-${at}-${index}`;
        floats.set(element, [...(floats.get(element) ?? []), beside, below]);
      }
    });
    for (const [element, spans] of floats) element.prepend(...spans);
  };

  [...document.querySelectorAll('[data-flow]')].forEach((flow, at) => {
    const plan = plans[at];
    if (!plan) return;
    const page = flow.closest('section') ?? flow;
    for (const space of page.querySelectorAll('.foot-space')) space.remove();
    for (const element of page.querySelectorAll('[data-cut]'))
      for (const property of ['margin-top', 'break-before']) element.style.setProperty(property, '');
    setFlow(flow, plan, at);
  });
}
