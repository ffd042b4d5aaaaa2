// A blockquote whose last line is `— Name, role` is a quotation with its speaker.

import type { MarkdownIt, Token } from 'markdown-it';
import { environmentOf } from './environment.ts';

/** Adds quotations with a speaker to the Markdown dialect. */
export function addQuotes(markdown: MarkdownIt): void {
  markdown.core.ruler.push('quotes', state => {
    state.tokens.forEach((token, index) => {
      if (token.type !== 'blockquote_open') return;
      const end = state.tokens.findIndex((one, at) => at > index && one.type === 'blockquote_close');
      const inner = state.tokens.slice(index + 1, end);
      token.meta = { speaker: takeSpeaker(inner), inner };
      for (const one of inner) one.hidden = true;
    });
    state.tokens = state.tokens.filter(token => !isInsideQuote(token, state.tokens));
  });
  markdown.renderer.rules['blockquote_open'] = (tokens, index, options, env) => {
    const { speaker = null, inner = [] } = (tokens[index]?.meta ?? {}) as { speaker?: Token[] | null; inner?: Token[] };
    for (const one of inner) one.hidden = false;
    const words = speaker ? markdown.renderer.renderInline(speaker, options, env) : null;
    return environmentOf(env).quote(markdown.renderer.render(inner, options, env), words);
  };
  markdown.renderer.rules['blockquote_close'] = () => '';
}

function isInsideQuote(token: Token, tokens: readonly Token[]): boolean {
  return tokens.some(
    one => one.type === 'blockquote_open' && (one.meta?.inner as Token[] | undefined)?.includes(token),
  );
}

/** Takes the last line off the quotation when it names a speaker. */
function takeSpeaker(inner: readonly Token[]): Token[] | null {
  const children = inner.findLast(token => token.type === 'inline')?.children;
  const breakAt = children?.findLastIndex(child => child.type === 'softbreak' || child.type === 'hardbreak') ?? -1;
  const first = children?.[breakAt + 1];
  if (!children || breakAt < 0 || !first || !/^[—–-]\s+/.test(first.content)) return null;
  const speaker = children.splice(breakAt).slice(1);
  first.content = first.content.replace(/^[—–-]\s+/, '');
  return speaker;
}
