// Words of another language: `[Trafficking in Persons]{en}` says which, so that they are read out and broken off well.

import type { MarkdownIt } from 'markdown-it';

const language = /^\{([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\}/;

/** Adds words of another language to the Markdown dialect; `em` is the element whose language a PDF keeps. */
export function addForeign(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'foreign', (state, silent) => {
    if (state.src[state.pos] !== '[') return false;
    const { pos, posMax } = state;
    const end = markdown.helpers.parseLinkLabel(state, pos);
    const [mark, code] = (end < 0 ? undefined : language.exec(state.src.slice(end + 1, posMax))) ?? [];
    if (mark === undefined || code === undefined) return false;
    if (!silent) {
      state.push('em_open', 'em', 1).attrs = [['lang', code]];
      const first = state.tokens.length;
      state.pos = pos + 1;
      state.posMax = end;
      markdown.inline.tokenize(state);
      state.push('em_close', 'em', -1);
      // Dutch rules for breaking words off are not theirs.
      for (const token of state.tokens.slice(first)) token.meta = { ...token.meta, foreign: true };
    }
    state.pos = end + 1 + mark.length;
    state.posMax = posMax;
    return true;
  });
}
