// Spaces that were lost at the ends of lines, said again where the document has them.

import { inlineTypes, type StructureElement, type StructureKid } from '../pdf/structure.ts';
import { type Joint, span, type Transcript } from './hyphens.ts';
import type { Rewritten } from './page.ts';

/**
 * Adds the spaces of a text that the pages lack, where a line or a piece of it ends. Chromium does not paint a space that
 * hangs out of its column or page. Both texts must be the same apart from spaces, else nothing is added: the inspection
 * will tell where they differ.
 */
export function addSpaces(root: StructureElement, pages: ReadonlyMap<number, Rewritten>, text: string): void {
  const said = transcribe(root, pages);
  const wanted = spacesIn(text);
  if (said.letters !== wanted.letters) return;
  for (const { joint, index, page } of said.joints) if (wanted.after.has(index)) addSpace(joint, page);
}

interface Said {
  /** Everything but spaces. */
  letters: string;
  /** Joints within a block that no space follows; the index counts the letters before it. */
  readonly joints: { readonly joint: Joint; readonly index: number; readonly page: Rewritten }[];
  /** Joints that are the last thing said, until it is known what follows. */
  open: Said['joints'];
}

/** The letters of a tree in reading order; labels of lists and drawings are not text of the document. */
function transcribe(root: StructureElement, pages: ReadonlyMap<number, Rewritten>): Said {
  const said: Said = { letters: '', joints: [], open: [] };
  const visit = (kid: StructureKid): void => {
    if (kid.kind === 'object') return;
    if (kid.kind === 'content') {
      const page = pages.get(kid.page);
      const transcript = page?.mcids.has(kid.mcid) ? page.transcripts.get(kid.mcid) : undefined;
      if (page && transcript) add(transcript, page, said);
      return;
    }
    if (kid.type === 'Lbl' || kid.type === 'Figure' || kid.type === 'Formula') return;
    const isBlock = !inlineTypes.has(kid.type);
    if (isBlock) said.open = [];
    for (const one of kid.kids) visit(one);
    if (isBlock) said.open = [];
  };
  visit(root);
  return said;
}

function add({ text, joints }: Transcript, page: Rewritten, said: Said): void {
  if (text === '') return;
  if (!/^\s/.test(text)) said.joints.push(...said.open);
  said.open = [];
  let [at, index] = [0, said.letters.length];
  for (const joint of joints) {
    index += text.slice(at, joint.at).replace(/\s/g, '').length;
    at = joint.at;
    const found = { joint, index, page };
    if (joint.at === text.length) said.open.push(found);
    else if (!/\s/.test(text[joint.at] ?? '')) said.joints.push(found);
  }
  said.letters += text.replace(/\s/g, '');
}

/** The letters of a text, and after how many of them it has a space. */
function spacesIn(text: string): { letters: string; after: ReadonlySet<number> } {
  const words = text.split(/\s+/);
  const after = new Set<number>();
  let count = 0;
  for (const word of words) {
    count += word.length;
    after.add(count);
  }
  return { letters: words.join(''), after };
}

/** A space of the font behind the glyph, or where the font has none a text for the glyph that ends with one. */
function addSpace({ from, to, font, glyph }: Joint, { edits }: Rewritten): void {
  const space = font?.spaceCode;
  if (font && space !== undefined) {
    edits.insert(to, ` <${space.toString(16).padStart(font.codeLength * 2, '0')}> Tj`);
    return;
  }
  edits.insert(from, `${span(`${glyph} `)} `);
  edits.insert(to, ' EMC');
}
