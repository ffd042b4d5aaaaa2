// A blockquote whose last line is `— Name, role` is a quotation with its speaker.

import type { MarkdownIt, Token } from 'markdown-it';
import { environmentOf } from './environment.ts';

interface Quotation {
  readonly speaker: Token[] | null;
  readonly inner: Token[];
}

/** Adds quotations with a speaker to the Markdown dialect. */
export function addQuotes(markdown: MarkdownIt): void {
  markdown.core.ruler.push('quotes', state => {
    state.tokens = folded(state.tokens);
  });
  markdown.renderer.rules['blockquote_open'] = (tokens, index, options, env) => {
    const quotation = tokens[index]?.meta as Quotation | null | undefined;
    if (!quotation) return '';
    const { speaker, inner } = quotation;
    const words = speaker ? markdown.renderer.renderInline(speaker, options, env) : null;
    return environmentOf(env).quote(markdown.renderer.render(inner, options, env), words);
  };
}

/** The tokens with every quotation folded into its opening token, quotations within quotations too. */
function folded(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    result.push(token);
    if (token.type !== 'blockquote_open') continue;
    const isEnd = (one: Token, at: number): boolean =>
      at > index && one.type === 'blockquote_close' && one.level === token.level;
    const end = tokens.findIndex(isEnd);
    const inner = folded(tokens.slice(index + 1, end));
    token.meta = { speaker: takeSpeaker(inner), inner };
    index = end;
  }
  return result;
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
