// What a page paints outside its clip: readers draw a hairline of it at the edge.

import { createPathExtent } from '../../src/finish/extent.ts';
import { openContent, operatorName } from '../../src/pdf/content.ts';
import { openPdf } from '../../src/pdf/file.ts';
import { type Box, contentOf, readPages } from '../../src/pdf/pages.ts';
import { followGraphics } from '../../src/pdf/painting.ts';

const everywhere: Box = { left: -Infinity, bottom: -Infinity, right: Infinity, top: Infinity };

/** The filled paths of a PDF that lie wholly outside what is shown, as `page 6: 57 61 176 63`, in points. */
export function sliversOf(bytes: Uint8Array): string[] {
  const file = openPdf(bytes);
  return readPages(file).flatMap(page => {
    const found: string[] = [];
    const graphics = followGraphics(() => undefined);
    const extent = createPathExtent();
    const clips = [everywhere];
    let clipsNext = false;
    const cursor = openContent(contentOf(file, page));
    while (cursor.next()) {
      const name = operatorName(cursor.operator);
      graphics.follow(cursor);
      if (name === 'q') clips.push(clips.at(-1) ?? everywhere);
      if (name === 'Q') clips.pop();
      if (name === 'W' || name === 'W*') clipsNext = true;
      extent.add(cursor);
      if (!/^(?:n|f\*?|S|s|B\*?|b\*?)$/.test(name)) continue;
      const box = extent.box(graphics, 0);
      const clip = clips.at(-1) ?? everywhere;
      if (name === 'f' && box && isWide(box) && !touches(box, clip))
        found.push(`page ${page.number}: ${[box.left, box.bottom, box.right, box.top].map(Math.round).join(' ')}`);
      if (clipsNext && box) clips[clips.length - 1] = inside(box, clip);
      clipsNext = false;
      extent.clear();
    }
    return found;
  });
}

/** Of a line between columns, which goes on past the page, no more than a dot is left. */
function isWide({ left, right }: Box): boolean {
  return right - left > 2;
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

function inside(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
}
