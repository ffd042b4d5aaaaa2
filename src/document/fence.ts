// A box in a text: from a line `::: kader Title` to a line `:::`; the kind's template of that name sets it, with its own notes.

import type { MarkdownIt, StateBlock } from 'markdown-it';
import { environmentOf, toEnv } from './environment.ts';

const opening = /^:{3,}\s*([a-z][a-z\d-]*)(|\s.*)$/;
const closing = /^:{3,}\s*$/;

/** A line that opens a box, or a question or answer, or closes it. */
export type Fence =
  | { readonly kind: 'open'; readonly name: string; readonly title: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'unreadable' };

/** What a line opens or closes; undefined for any other line. */
export function fenceOf(line: string): Fence | undefined {
  const [, name, title] = opening.exec(line) ?? [];
  if (name !== undefined) return { kind: 'open', name, title: (title ?? '').trim() };
  if (closing.test(line)) return { kind: 'close' };
  return /^:{3,}/.test(line) ? { kind: 'unreadable' } : undefined;
}

/** Adds boxes to the Markdown dialect; the body is rendered as a text of its own. */
export function addBoxes(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'fence',
    'box',
    (state, startLine, endLine, silent) => {
      const fence = fenceOf(lineOf(state, startLine));
      if (fence?.kind !== 'open') return false;
      if (silent) return true;
      const end = endOfFence(state, startLine + 1, endLine);
      const token = state.push('box', 'aside', 0);
      token.block = true;
      token.content = state.getLines(startLine + 1, end, 0, true);
      token.info = fence.title;
      token.markup = fence.name;
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
    return outer.box({
      name: token?.markup ?? '',
      title,
      body: markdown.render(token?.content ?? '', toEnv(inner)),
      level,
    });
  };
}

/** A line of the text that is parsed, without its indent. */
export function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** The first line from one on that closes what is open; the end of the text when none does. */
export function endOfFence(state: StateBlock, from: number, endLine: number): number {
  let line = from;
  while (line < endLine && fenceOf(lineOf(state, line))?.kind !== 'close') line += 1;
  return line;
}
