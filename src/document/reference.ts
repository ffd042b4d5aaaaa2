// References to the list of sources: `[@nos]`, or `[@nos; @persbericht]`, as Pandoc has them.

import type { MarkdownIt, Token } from 'markdown-it';
import type { Publication } from '../edition/edition.ts';
import { textsOf } from '../edition/texts.ts';
import { environmentOf } from './environment.ts';

/** The sources that texts refer to by number: the number of a source is its place in publication.yaml. */
export interface References {
  /** The ids that texts refer to; when there are any, the list of sources is numbered. */
  readonly sources: ReadonlySet<string>;
  /** The number of a source and the id of a new call of it; undefined when there is no such source. */
  call(source: string): { readonly number: number; readonly id: string } | undefined;
}

/** The references of a publication, none made yet. */
export function createReferences(publication: Publication): References {
  const { sources } = publication;
  const calls = new Map<string, number>();
  const ids = [...sources.keys()];
  const asked = textsOf(publication).flatMap(({ source }) => idsIn(source.text));
  return {
    sources: new Set(asked.filter(id => ids.includes(id))),
    call: source => {
      if (!ids.includes(source)) return undefined;
      const call = (calls.get(source) ?? 0) + 1;
      calls.set(source, call);
      return { number: ids.indexOf(source) + 1, id: callId(source, call) };
    },
  };
}

/** The id of a call of a source, the first unless another is asked for. */
export function callId(source: string, call = 1): string {
  return `${itemId(source)}-roep${call > 1 ? `-${call}` : ''}`;
}

/** The id of a source in the list of sources. */
export function itemId(source: string): string {
  return `bron-${source}`;
}

const references = /\[@[a-z0-9][a-z0-9-]*(?:;\s*@[a-z0-9][a-z0-9-]*)*\]/y;

/** Adds references to sources to the Markdown dialect; each becomes a link to its item in the list. */
export function addReferences(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'reference', (state, silent) => {
    references.lastIndex = state.pos;
    const found = references.exec(state.src)?.[0];
    if (found === undefined) return false;
    if (!silent) state.push('reference', 'sup', 0).content = found;
    state.pos += found.length;
    return true;
  });
  markdown.core.ruler.push('reference-calls', state => {
    for (const token of state.tokens) (token.children ?? []).forEach(keepWithWord);
  });
  markdown.renderer.rules['reference'] = (tokens, index, _options, env) => {
    const { reference } = environmentOf(env);
    const links = idsIn(tokens[index]?.content ?? '').map(reference);
    return `<span class="reference">[${links.join(', ')}]</span>`;
  };
}

/** A reference never begins a line by itself. */
function keepWithWord(token: Token, index: number, children: readonly Token[]): void {
  const before = children[index - 1];
  if (token.type === 'reference' && before?.type === 'text') before.content = before.content.replace(/ $/, '\u00A0');
}

/** What begins as a reference in a line and cannot be read as one, with its place. */
export function unreadReferences(line: string): { readonly at: number; readonly typed: string }[] {
  return [...line.matchAll(/\[@[^\]]*\]?/g)].flatMap(({ 0: typed, index }) => {
    references.lastIndex = index;
    return references.exec(line)?.[0] === typed ? [] : [{ at: index, typed }];
  });
}

/** The ids that a reference, or a whole text, refers to, in order. */
export function idsIn(text: string): string[] {
  return [...text.matchAll(/\[(@[^\]\n]+)\]/g)].flatMap(([, inner = '']) =>
    [...inner.matchAll(/@([a-z0-9][a-z0-9-]*)/g)].map(match => match[1] ?? ''),
  );
}
