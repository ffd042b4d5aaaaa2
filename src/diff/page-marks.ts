// What on a page differs from the other file: its words, its drawings, how words look, and all the rest.

import type { Box } from '../pdf/pages.ts';
import type { Shift } from '../raster/compare.ts';
import type { Image } from '../raster/image.ts';
import type { Outline } from './comparison.ts';
import { type DrawingPair, keyOf } from './page-drawings.ts';
import { compareDrawings, type DrawnDifference } from './page-drawn.ts';
import { joinBlocks, joinLines, shareIn, widen } from './page-lines.ts';
import { looksOtherwise } from './page-look.ts';
import { type BarePage, type BarePair, bare, comparePartners, findRest, type Source } from './page-rest.ts';
import type { Sheet } from './page-sheets.ts';
import { otherThan, type Side, type Survey } from './page-survey.ts';
import type { WordPair } from './page-words.ts';

/** A page of one file, and its partner in the other. */
export interface PageAt {
  readonly side: Side;
  readonly page: number;
  /** Undefined for a page that the other file has not. */
  readonly partner: number | undefined;
}

/** Finds what differs on pages; remembers what it has found of things that stand on two of them. */
export interface Marker {
  /** Outlines in points of the page as shown; the page is drawn only when it may have some. */
  marksOn(at: PageAt): Promise<readonly Outline[]>;
}

/** A marker for two files. */
export function createMarker(survey: Survey): Marker {
  const partnersOf = rememberLast((at: PageAt) => compareAt(at, survey), keyOfPair);
  const marking: Marking = {
    ...{ survey, partnersOf },
    differenceOf: remember(pair => compareBoth(pair, survey)),
    looksOtherwise: remember(pair => judgeLook(pair, survey)),
  };
  return {
    async marksOn(at) {
      if (isSettled(at, survey)) return [];
      const sheet = await survey.sheets[at.side].sheet(at.page);
      const texts = textsOn(at, sheet, survey);
      const drawings = await drawingsOn(at, sheet, marking);
      const isPainted = at.partner !== undefined && !isAlike(at, survey);
      const rest = isPainted ? await restOn(at, sheet, { marking, texts }) : [];
      const looks = isPainted ? await looksOn(at, sheet, marking) : [];
      const isWithin = (box: Outline): boolean => rest.some(one => shareIn(box, one) > 0.8); // the surface has changed
      return [...texts, ...drawings, ...looks.filter(box => !isWithin(box)), ...rest].map(box => clip(box, sheet));
    },
  };
}

/** Each thing judged once, though it is met on two pages. */
function remember<Thing extends object, Found>(judge: (thing: Thing) => Found): (thing: Thing) => Found {
  const known = new WeakMap<Thing, { readonly found: Found }>();
  return thing => {
    const found = known.get(thing) ?? { found: judge(thing) };
    known.set(thing, found);
    return found.found;
  };
}

/** The pair judged last: it is asked for by both of its pages, and large. */
function rememberLast<Thing, Found>(judge: (thing: Thing) => Found, keyOfThing: (thing: Thing) => string) {
  let last: { readonly key: string; readonly found: Found } | undefined;
  return (thing: Thing): Found => {
    const key = keyOfThing(thing);
    if (last?.key !== key) last = { key, found: judge(thing) };
    return last.found;
  };
}

function keyOfPair({ side, page, partner }: PageAt): string {
  return side === 'old' ? `${page} ${partner}` : `${partner} ${page}`;
}

/** No outline reaches over the edge of the page. */
function clip(box: Outline, { page }: Sheet): Outline {
  return {
    ...box,
    ...{ left: Math.max(0, box.left), right: Math.min(page.width, box.right) },
    ...{ bottom: Math.max(0, box.bottom), top: Math.min(page.height, box.top) },
  };
}

interface Marking {
  readonly survey: Survey;
  differenceOf(pair: DrawingPair): Promise<DrawnDifference>;
  looksOtherwise(pair: WordPair): Promise<boolean>;
  /** Undefined when the page and its partner have other sizes. */
  partnersOf(at: PageAt): Promise<BarePair | undefined>;
}

function isAlike({ side, page, partner }: PageAt, { isAlike: alike }: Survey): boolean {
  if (partner === undefined) return false;
  return side === 'old' ? alike(page, partner) : alike(partner, page);
}

/** Whether nothing can differ on a page: it paints the same as its partner, and no change is known on it. */
function isSettled(at: PageAt, survey: Survey): boolean {
  const { side, page } = at;
  const isSaid = (survey.drawingsOn[side].get(page) ?? []).some(pair => changeOf(pair, side, survey) !== undefined);
  return isAlike(at, survey) && !survey.marksOn[side].has(page) && !isSaid;
}

function textsOn({ side, page }: PageAt, sheet: Sheet, { marksOn }: Survey): Outline[] {
  return (marksOn[side].get(page) ?? []).map(({ page: _, change, ...box }) => ({
    ...{ ...sheet.show(box), what: 'text', change },
  }));
}

function changeOf(pair: DrawingPair, side: Side, { saidOtherwise }: Survey): string | undefined {
  const drawing = pair[side];
  return drawing && saidOtherwise[side].get(keyOf(drawing.box));
}

/** A drawing that says otherwise is outlined as a whole where it looks the same. */
async function drawingsOn({ side, page }: PageAt, sheet: Sheet, { survey, differenceOf }: Marking): Promise<Outline[]> {
  const pairs = survey.drawingsOn[side].get(page) ?? [];
  const found = await Promise.all(
    pairs.map(async pair => {
      const drawing = pair[side];
      const change = changeOf(pair, side, survey);
      const difference = await differenceOf(pair);
      const isWhole = difference[side].length === 0 && change !== undefined;
      const boxes = drawing && isWhole ? [sheet.show(drawing.box)] : difference[side];
      return boxes.map((box): Outline => ({ ...box, what: 'drawing', ...(change === undefined ? {} : { change }) }));
    }),
  );
  return found.flat();
}

async function compareBoth(
  { old, new: own }: DrawingPair,
  { sheets, isAlike: alike }: Survey,
): Promise<DrawnDifference> {
  if (old && own) {
    if (alike(old.box.page, own.box.page)) return { old: [], new: [] };
    return compareDrawings(old, own, sheets);
  }
  const whole = async (side: Side, box: (Box & { page: number }) | undefined): Promise<Box[]> =>
    box ? [(await sheets[side].sheet(box.page)).show(box)] : [];
  return { old: await whole('old', old?.box), new: await whole('new', own?.box) };
}

async function judgeLook(pair: WordPair, { sheets, isAlike: alike }: Survey): Promise<boolean> {
  if (alike(pair.old.box.page, pair.new.box.page)) return false;
  const [old, own] = await Promise.all([sheets.old.sheet(pair.old.box.page), sheets.new.sheet(pair.new.box.page)]);
  return looksOtherwise(pair, { old, new: own });
}

async function looksOn({ side, page }: PageAt, sheet: Sheet, marking: Marking): Promise<Outline[]> {
  const { survey } = marking;
  const drawings = survey.texts[side].pages[page - 1]?.drawings ?? [];
  const boxes: (Box & { page: number })[] = [];
  for (const pair of survey.wordsOn[side].get(page) ?? []) {
    const { box } = pair[side];
    const isInDrawing = drawings.some(drawing => shareIn(box, drawing) > 0.5);
    if (!isInDrawing && (await marking.looksOtherwise(pair))) boxes.push({ ...sheet.show(box), page });
  }
  return joinBlocks(joinLines(boxes)).map(({ page: _, ...box }) => ({ ...widen(box, 1), what: 'look' }));
}

/** Room before a line in which the mark of an item stands, in points. */
const label = 30;

/** What is found where a text differs belongs to that text. */
async function restOn(at: PageAt, sheet: Sheet, { marking, texts }: { marking: Marking; texts: readonly Outline[] }) {
  const partners = await marking.partnersOf(at);
  const { width, height } = sheet.page;
  if (!partners) return [{ left: 0, bottom: 0, right: width, top: height, what: 'look' as const }];
  if (!partners.mask) return [];
  const sources = await sourcesOf(at, sheet, { survey: marking.survey, partner: partners[otherThan(at.side)] });
  const around = texts.map(box => widen({ ...box, left: box.left - label }, 4));
  return findRest(partners[at.side], partners.mask, sources)
    .map(sheet.points)
    .filter(box => !around.some(one => shareIn(box, one) > 0.5))
    .map((box): Outline => ({ ...widen(box, 2), what: 'look' }));
}

async function compareAt({ side, page, partner = 1 }: PageAt, survey: Survey): Promise<BarePair | undefined> {
  const other = otherThan(side);
  const [own, old] = await Promise.all([barePage(side, page, survey), barePage(other, partner, survey)]);
  return side === 'new' ? comparePartners(old, own) : comparePartners(own, old);
}

async function barePage(side: Side, page: number, { sheets, coveredOn }: Survey): Promise<BarePage> {
  const sheet = await sheets[side].sheet(page);
  return { sheet, covered: (coveredOn[side].get(page) ?? []).map(sheet.show) };
}

/** No more pages than these are looked at, beside the partner, nor shifts of each. */
const [mostPages, mostShifts] = [2, 16] as const;

/** Fewer words than this bring nothing along. */
const leastWords = 3;

async function sourcesOf(
  { side, page, partner = 1 }: PageAt,
  sheet: Sheet,
  { survey, partner: image }: { survey: Survey; partner: Image },
): Promise<Source[]> {
  const other = otherThan(side);
  const words = Map.groupBy(survey.wordsOn[side].get(page) ?? [], pair => pair[other].box.page);
  const shiftsFrom = async (number: number): Promise<Shift[]> => {
    const from = await survey.sheets[other].sheet(number);
    return shiftsOf(words.get(number) ?? [], side, { from, to: sheet });
  };
  const others = [...words]
    .filter(([number, pairs]) => number !== partner && pairs.length >= leastWords)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, mostPages);
  const more = others.map(async ([number]): Promise<Source> => {
    const from = await barePage(other, number, survey);
    return { images: [from.sheet.image, bare(from)], shifts: await shiftsFrom(number) };
  });
  const first = (await survey.sheets[other].sheet(partner)).image;
  const shifts = [{ x: 0, y: 0 }, ...(await shiftsFrom(partner))];
  return [{ images: [first, image], shifts }, ...(await Promise.all(more))];
}

/** The shifts of words, those of most words first. */
function shiftsOf(
  words: readonly WordPair[],
  side: Side,
  { from, to }: Readonly<Record<'from' | 'to', Sheet>>,
): Shift[] {
  const counts = new Map<string, { shift: Shift; count: number }>();
  for (const pair of words) {
    const before = from.pixels(from.show(pair[otherThan(side)].box));
    const after = to.pixels(to.show(pair[side].box));
    const shift = { x: Math.round(after.left - before.left), y: Math.round(after.top - before.top) };
    const key = `${shift.x} ${shift.y}`;
    counts.set(key, { shift, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const frequent = [...counts.values()].toSorted((a, b) => b.count - a.count).slice(0, mostShifts);
  return frequent.map(({ shift }) => shift);
}
