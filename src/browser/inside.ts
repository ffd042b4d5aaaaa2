// What runs inside the page: self-contained functions that Puppeteer sends over as text.

interface FontFace {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  readonly status: string;
  load(): Promise<unknown>;
}

/** As much of the page's document as these functions use. */
declare const document: {
  readonly fonts: Iterable<FontFace> & { readonly ready: Promise<unknown> };
  adoptedStyleSheets: { replaceSync(css: string): void }[];
  readonly body: PageElement;
  createElement(name: string): PageElement;
  getElementById(id: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
};

interface PageElement {
  textContent: string | null;
  id: string;
  href: string;
  hidden: boolean;
  readonly childNodes: Iterable<unknown>;
  append(...nodes: unknown[]): void;
  replaceWith(...nodes: unknown[]): void;
  remove(): void;
  normalize(): void;
}

declare const CSSStyleSheet: new () => { replaceSync(css: string): void };

/** Leaves the layout as it is and nothing to paint. */
export function hideAll(): void {
  const sheet = new CSSStyleSheet();
  // The box of a word reaches above its line; at the head of a page that would count it to the page before.
  const lower = 'span[id] { position: relative; top: 0.3em }';
  sheet.replaceSync(`*, ::before, ::after { visibility: hidden !important } ${lower}`);
  document.adoptedStyleSheets = [sheet];
}

/** Undoes `hideAll`. */
export function showAll(): void {
  document.adoptedStyleSheets = [];
}

/**
 * The fonts that could not be read, as `family weight style`. All are loaded, since the margins of the page may be set
 * in one that the text does not use, and printing does not wait for those.
 */
export async function loadFonts(): Promise<string[]> {
  const faces = [...document.fonts];
  await Promise.allSettled(faces.map(face => face.load()));
  await document.fonts.ready;
  return faces.filter(face => face.status === 'error').map(face => `${face.family} ${face.weight} ${face.style}`);
}

/** Sets the text of the elements with these ids and returns the ids that do not exist. */
export function fillSlots(slots: Readonly<Record<string, string>>): string[] {
  const unknown: string[] = [];
  for (const [id, text] of Object.entries(slots)) {
    const element = document.getElementById(id);
    if (element) element.textContent = text;
    else unknown.push(id);
  }
  return unknown;
}

/** Links to every one of these ids where nobody sees them: a PDF knows the pages of what is linked to. */
export function addLinks(ids: readonly string[]): void {
  const links = document.createElement('div');
  links.id = 'jaarcijfers-links';
  links.hidden = true;
  for (const id of ids) {
    const link = document.createElement('a');
    link.href = `#${id}`;
    links.append(link);
  }
  document.body.append(links);
}

/** Undoes `addLinks`. */
export function removeLinks(): void {
  document.getElementById('jaarcijfers-links')?.remove();
}

/** Takes the elements with an attribute away from around their contents. */
export function unwrapAll(attribute: string): void {
  for (const element of [...document.querySelectorAll(`[${attribute}]`)]) element.replaceWith(...element.childNodes);
  document.body.normalize();
}
