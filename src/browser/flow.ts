// Running text in the page: what its blocks measure, and setting them in another order. These functions run inside.

/** A block of running text as it is laid out; lengths in CSS px. */
export interface MeasuredBlock {
  readonly kind: 'text' | 'heading' | 'float' | 'aside';
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  /** Height of the notes that it calls. */
  readonly notes: number;
}

/** A running text that begins a page, `start` px below its top. */
export interface MeasuredFlow {
  readonly start: number;
  readonly blocks: readonly MeasuredBlock[];
  /** Whether it has notes that may stand at the foot of pages. */
  readonly hasNotes: boolean;
}

interface Element {
  readonly children: Iterable<Element> & { readonly length: number };
  readonly style: { width: string };
  readonly id: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
  matches(selector: string): boolean;
  closest(selector: string): Element | null;
  append(...nodes: Element[]): void;
  getBoundingClientRect(): { readonly top: number; readonly height: number };
}

declare const document: {
  readonly body: Element;
  querySelectorAll(selector: string): Iterable<Element>;
};

declare function getComputedStyle(element: Element): Record<'marginTop' | 'marginBottom' | 'columnCount', string>;

/**
 * Every `[data-flow]` with its children, laid out for print in one endless page of a width (any CSS length): figures and
 * boxes float, headings stay with what follows, key figures stand aside. A flow in columns has no blocks to move.
 */
export function measureFlows(width: string): MeasuredFlow[] {
  const kindOf = (element: Element): MeasuredBlock['kind'] => {
    if (element.matches('.figure, .box')) return 'float';
    if (element.matches('h1, h2, h3, h4, h5, h6')) return 'heading';
    return element.matches('.key-figure') ? 'aside' : 'text';
  };
  const notesIn = (element: Element, notes: ReadonlyMap<string, number>): number => {
    const calls = [...element.querySelectorAll('.note-call a')].map(call => call.getAttribute('href') ?? '');
    return [...new Set(calls)].reduce((sum, call) => sum + (notes.get(call) ?? 0), 0);
  };
  const measure = (element: Element, notes: ReadonlyMap<string, number>): MeasuredBlock => {
    if (element.matches('ol.notes')) return { kind: 'text', height: 0, marginTop: 0, marginBottom: 0, notes: 0 };
    const { marginTop, marginBottom } = getComputedStyle(element);
    const margins = { marginTop: Number.parseFloat(marginTop), marginBottom: Number.parseFloat(marginBottom) };
    const { height } = element.getBoundingClientRect();
    return { kind: kindOf(element), height, ...margins, notes: notesIn(element, notes) };
  };
  document.body.style.width = width;
  const flows = [...document.querySelectorAll('[data-flow]')].map(flow => {
    const page = flow.closest('section') ?? flow;
    const inColumns = getComputedStyle(flow).columnCount !== 'auto';
    const start = flow.getBoundingClientRect().top - page.getBoundingClientRect().top;
    const children = inColumns ? [] : [...flow.children];
    const list = children.flatMap(child => (child.matches('ol.notes') ? [...child.children] : []));
    const notes = new Map(list.map(note => [`#${note.id}`, note.getBoundingClientRect().height]));
    return { start, blocks: children.map(child => measure(child, notes)), hasNotes: list.length > 0 };
  });
  document.body.style.width = '';
  return flows;
}

/** Sets the children of every `[data-flow]` in the given order of their present indexes; an empty order leaves them. */
export function reorderFlows(orders: readonly (readonly number[])[]): void {
  [...document.querySelectorAll('[data-flow]')].forEach((flow, index) => {
    const children = [...flow.children];
    const order = orders[index] ?? [];
    if (order.length === children.length) flow.append(...order.flatMap(at => children[at] ?? []));
  });
}
