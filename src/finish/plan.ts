// What the structure tree says of each page's content, before the content is rewritten; and the tree after it.

import type { Box } from '../pdf/pages.ts';
import { elementsOf, type StructureElement, type StructureKid } from '../pdf/structure.ts';
import { joined } from './extent.ts';
import type { PagePlan, Rewritten } from './page.ts';
import type { Does } from './steps.ts';
import { itemsIn } from './tree.ts';

interface Plan extends PagePlan {
  readonly drawn: Set<number>;
  readonly figures: Set<number>;
  readonly repeated: Set<number>;
}

/** The plan of each page by the number of its object; pages that hold no structure have none. */
export function planPages(root: StructureElement, does: Does): ReadonlyMap<number, PagePlan> {
  const plans = new Map<number, Plan>();
  const planOf = (page: number): Plan => {
    const plan = plans.get(page) ?? { drawn: new Set(), figures: new Set(), repeated: new Set() };
    plans.set(page, plan);
    return plan;
  };
  for (const element of elementsOf([root])) {
    const isFigure = element.type === 'Figure';
    if (isFigure || element.type === 'Lbl' || element.type === 'Formula')
      for (const { page, mcid } of itemsIn(element)) {
        planOf(page).drawn.add(mcid);
        if (isFigure) planOf(page).figures.add(mcid);
      }
    if (element.type === 'TH' && does('repeated-heads'))
      for (const { page, mcid } of repeats(element)) planOf(page).repeated.add(mcid);
  }
  return plans;
}

/** Chromium adds the text of a table's head to the same cells again on every page; the first time counts. */
function repeats(cell: StructureElement): readonly { readonly page: number; readonly mcid: number }[] {
  const items = [...itemsIn(cell)];
  return items.filter(({ page }) => page !== items[0]?.page);
}

/**
 * The tree with the new MCIDs of all pages; artifacts and objects that are gone are left out, figures know their
 * box, bullets have a text.
 */
export function withRewritten(
  element: StructureElement,
  pages: ReadonlyMap<number, Rewritten>,
  { does, gone }: { readonly does: Does; readonly gone: ReadonlySet<number> },
): StructureElement {
  const kids = element.kids.flatMap((kid): readonly StructureKid[] => {
    if (kid.kind === 'element') return [withRewritten(kid, pages, { does, gone })];
    if (kid.kind === 'object') return gone.has(kid.object) ? [] : [kid];
    const mcid = pages.get(kid.page)?.mcids.get(kid.mcid);
    return mcid === undefined ? [] : [{ ...kid, mcid }];
  });
  const box = element.type === 'Figure' && does('figure-boxes') ? boxOf(element, pages) : undefined;
  const bullet = isBullet(element, pages) && does('list-bodies') ? { actualText: '•' } : {};
  return {
    ...element,
    ...bullet,
    kids,
    attributes: box ? new Map([...element.attributes, ...boxAttributes(box)]) : element.attributes,
  };
}

/** Whether an element is the label of a list item that is drawn, and says nothing. */
function isBullet(element: StructureElement, pages: ReadonlyMap<number, Rewritten>): boolean {
  if (element.type !== 'Lbl') return false;
  const items = [...itemsIn(element)];
  return items.length > 0 && items.every(({ page, mcid }) => pages.get(page)?.transcripts.get(mcid)?.text === '');
}

function boxOf(figure: StructureElement, pages: ReadonlyMap<number, Rewritten>): Box | undefined {
  return [...itemsIn(figure)].reduce<Box | undefined>(
    (box, { page, mcid }) => joined(box, pages.get(page)?.boxes.get(mcid)),
    undefined,
  );
}

function boxAttributes({ left, bottom, right, top }: Box): [string, number[]][] {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [['Layout.BBox', [left, bottom, right, top].map(round)]];
}
