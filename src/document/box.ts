// A box in a text: from a line `::: kader Title` to a line `:::`; its notes stand at its own foot.

import type { MarkdownIt, StateBlock } from 'markdown-it';
import { environmentOf, toEnv } from './environment.ts';

const opening = /^:{3,}\s*kader(|\s.*)$/;
const closing = /^:{3,}\s*$/;

/** Adds boxes to the Markdown dialect; the body is rendered as a text of its own. */
export function addBoxes(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'fence',
    'box',
    (state, startLine, endLine, silent) => {
      const title = opening.exec(lineOf(state, startLine))?.[1];
      if (title === undefined) return false;
      if (silent) return true;
      const end = findEnd(state, startLine + 1, endLine);
      const token = state.push('box', 'aside', 0);
      token.block = true;
      token.content = state.getLines(startLine + 1, end, 0, true);
      token.info = title.trim();
      token.map = [startLine, end + 1];
      state.line = Math.min(end + 1, endLine);
      return true;
    },
    { alt: ['paragraph', 'blockquote', 'list'] },
  );

  markdown.renderer.rules['box'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    const outer = environmentOf(env);
    outer.boxes += 1;
    const docId = `${outer.docId}-kader-${outer.boxes}`;
    const firstLine = outer.firstLine + (token?.map?.[0] ?? 0) + 1;
    const title = markdown.renderInline(token?.info ?? '', toEnv(outer));
    const level = Number(token?.meta?.level ?? outer.topLevel + 1);
    // Its headings stand below its title and are no findings of the text.
    const inner = { ...outer, docId, firstLine, boxes: 0, topLevel: level, headings: [], numbered: false };
    return outer.box({ title, body: markdown.render(token?.content ?? '', toEnv(inner)), level });
  };
}

/** Whether a line opens or closes a box. */
export function boxMark(line: string): 'open' | 'untitled' | 'close' | 'unknown' | undefined {
  const title = opening.exec(line)?.[1];
  if (title !== undefined) return title.trim() === '' ? 'untitled' : 'open';
  if (closing.test(line)) return 'close';
  return /^:{3,}/.test(line) ? 'unknown' : undefined;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function findEnd(state: StateBlock, from: number, endLine: number): number {
  let line = from;
  while (line < endLine && !closing.test(lineOf(state, line))) line += 1;
  return line;
}
