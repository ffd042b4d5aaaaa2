// The pages of a publication before they are printed: figures moved so that pages are full, notes set at their foot.

import type { MeasuredNotes } from '../browser/notes.ts';
import type { Sheet } from '../browser/sheet.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { arrange } from '../document/arrange.ts';
import { type NotePlan, placeNotes } from '../document/footnotes.ts';
import type { Places } from '../pdf/destinations.ts';
import type { Prepared } from './prepare.ts';

/** The notes of a running text and where they were set. */
export interface SetNotes {
  readonly flow: MeasuredNotes;
  readonly plan: NotePlan;
}

const pixelsPerMillimetre = 96 / 25.4;

/** Px of a length of a page's text area as Chromium prints it: whole ones, rounded up. */
function printed(millimetres: number): number {
  return Math.ceil(millimetres * pixelsPerMillimetre);
}

/** Each round lets lines be filled anew in the elements that a page ends in; hardly ever does that take a third. */
const rounds = 4;

/** Moves figures and sets notes where the kind says how high a page is; gives the running texts with notes. */
export async function layOut(sheet: Sheet, page: Prepared['page']): Promise<Outcome<readonly (SetNotes | null)[]>> {
  if (page.height === undefined) return { value: [], diagnostics: [] };
  const [width, height] = [`${page.width}mm`, page.height * pixelsPerMillimetre];
  const { value: flows, diagnostics } = await sheet.measure(width);
  if (!flows) return { diagnostics };
  const moved = [...diagnostics, ...(await sheet.reorder(flows.map(flow => arrange(flow, height))))];
  if (hasErrors(moved) || !flows.some(flow => flow.hasNotes)) return { value: [], diagnostics: moved };
  const notes = await placeAtFoot(sheet, { width: printed(page.width), height: printed(page.height) });
  return { ...notes, diagnostics: [...moved, ...notes.diagnostics] };
}

/** Lines beside a float are filled one by one, and measured so: again until no page ends in an element not yet so. */
async function placeAtFoot(
  sheet: Sheet,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Outcome<readonly (SetNotes | null)[]>> {
  let torn: readonly string[] = [];
  for (let round = 0; ; round += 1) {
    const { value: flows, diagnostics } = await sheet.measureNotes(`${width}px`, torn);
    if (!flows) return { diagnostics };
    const set = flows.map(flow => (flow ? { flow, plan: placeNotes(flow, height) } : null));
    const known = new Set(torn);
    torn = [...new Set([...torn, ...set.flatMap((one, at) => tornIn(one?.plan, at))])];
    if (torn.length > known.size && round < rounds) continue;
    return { value: set, diagnostics: [...diagnostics, ...(await sheet.setNotes(set.map(one => one?.plan ?? null)))] };
  }
}

function tornIn(plan: NotePlan | undefined, at: number): string[] {
  return (plan?.cuts ?? []).filter(({ line }) => line > 0).map(({ leaf }) => `${at}-${leaf}`);
}

/** What is to be located, and done in the meantime. */
export interface LocateOptions {
  readonly notes: readonly (SetNotes | null)[];
  /** Done while the browser works. */
  readonly meanwhile?: () => void;
}

/** The pages of ids; notes that are not on the page of their call go back to the end of their text, which is told. */
export async function locate(
  sheet: Sheet,
  ids: readonly string[],
  { notes, meanwhile }: LocateOptions,
): Promise<Outcome<Places>> {
  const located = await sheet.locate([...ids, ...notes.flatMap(idsOf)], meanwhile);
  const pages = located.value?.pages;
  if (!pages) return located;
  const wrong = notes.map((one, at) => one !== null && !areAtFoot(one, at, pages));
  if (!wrong.includes(true)) return located;
  const undone = await sheet.setNotes(wrong.map(isWrong => (isWrong ? { notes: [], cuts: [] } : null)));
  const again = await sheet.locate(ids);
  const told = notes.flatMap((one, at) => (one && wrong[at] ? [notesAtEnd(one)] : []));
  return { ...again, diagnostics: [...located.diagnostics, ...undone, ...again.diagnostics, ...told] };
}

/** Placed notes, their calls, and the room made for them. */
function idsOf(one: SetNotes | null, at: number): string[] {
  if (!one) return [];
  const names = one.plan.notes.map(({ note }) => one.flow.names[note] ?? '');
  return [...names.flatMap(name => [name, `${name}-roep`]), ...one.plan.cuts.map((_, index) => roomOf(at, index))];
}

function roomOf(at: number, index: number): string {
  return `noot-ruimte-${at}-${index}`;
}

/** Whether every note is on the page of its call, and every page of the text ends where it was planned. */
function areAtFoot({ flow, plan }: SetNotes, at: number, pages: ReadonlyMap<string, number>): boolean {
  const [first] = plan.notes;
  if (!first) return true;
  const begin = (pages.get(flow.names[first.note] ?? '') ?? Number.NaN) - first.page;
  const areTogether = plan.notes.every(({ note, page }) => {
    const name = flow.names[note] ?? '';
    return pages.get(name) === begin + page && pages.get(`${name}-roep`) === begin + page;
  });
  return (
    areTogether && plan.cuts.every((_, index) => (pages.get(roomOf(at, index)) ?? begin + index) === begin + index)
  );
}

function notesAtEnd({ flow }: SetNotes): Diagnostic {
  return {
    severity: 'notice',
    rule: 'notes-at-end',
    message: `The notes from "${flow.names[0]}" on stand at the end of their text: at the foot of the pages they would part from their calls.`,
    hints: [
      'Nothing has to be done; shorter notes, or fewer in one paragraph, may bring them to the foot of the pages.',
    ],
  };
}
