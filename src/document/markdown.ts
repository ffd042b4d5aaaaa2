// Markdown as the texts use it → HTML: headings with ids, boxes, quotes with their speaker, notes, Dutch typography.

import createParser, { type Env, type MarkdownIt, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { blockInserts, isBlockInsert } from '../claims/marks.ts';
import { escapeHtml, glueNumbers, setInProse } from '../prose/typography.ts';

import { type Environment, environmentOf, type Heading } from './environment.ts';
import { addBoxes } from './fence.ts';
import { addForeign } from './foreign.ts';
import { addQuestions } from './questions.ts';
import { addQuotes } from './quote.ts';
import { addReferences } from './reference.ts';

/** A renderer for the texts; raw HTML in a text stays text. */
export function createMarkdown(): MarkdownIt {
  const markdown = createParser('default', { html: false, linkify: false, typographer: true, quotes: '“”‘’' });
  markdown.disable(['replacements']);
  markdown.use(footnotes);
  addBoxes(markdown);
  addQuestions(markdown);
  addReferences(markdown);
  addForeign(markdown);
  addHeadings(markdown);
  addHeadingNumbers(markdown);
  addItemIds(markdown);
  addBlockInserts(markdown);
  addTypography(markdown);
  addNotes(markdown);
  addQuotes(markdown); // last: it takes the tokens of quotations out of the others' sight
  return markdown;
}

function addHeadings(markdown: MarkdownIt): void {
  markdown.core.ruler.push('headings', state => {
    const env = environmentOf(state.env);
    let level = env.topLevel;
    state.tokens.forEach((token, index) => {
      if (token.type === 'heading_open') {
        openHeading(token, state.tokens[index + 1], env);
        level = Number(token.tag.slice(1));
      }
      if (token.type === 'heading_close') token.tag = shifted(token.tag, env);
      if (token.type === 'box') token.meta = { level: Math.min(6, level + 1) };
    });
  });
}

/** The mark of the number of the last finding. */
function numberOf(env: Environment): string {
  return env.count(String(env.headings.filter(heading => heading.level === 2).length), 'nummer van een kop');
}

function shifted(tag: string, env: Environment): string {
  return `h${Math.min(6, Number(tag.slice(1)) + env.topLevel - 1)}`;
}

function openHeading(token: Token, inline: Token | undefined, env: Environment): void {
  const level = Number(token.tag.slice(1));
  const words = (inline?.children ?? []).map(child => child.content).join('');
  const id = uniqueId(`${env.docId}--${slug(env.named(words))}`, env.headings);
  if (inline) inline.meta = { heading: true };
  for (const child of inline?.children ?? []) child.meta = { ...child.meta, heading: true };
  env.headings.push({ id, level, html: escapeHtml(glueNumbers(words)), line: env.firstLine + (token.map?.[0] ?? 0) });
  token.attrSet('id', id);
  if (env.numbered && level === 2) token.meta = { number: numberOf(env) };
  token.tag = shifted(token.tag, env);
}

/** Lower-case words with hyphens, without accents or signs; at most 60 characters. */
export function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036F\u00AD]/g, '');
  const words = plain.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return words.slice(0, 60).replace(/^-+|-+$/g, '') || 'kop';
}

function uniqueId(id: string, headings: readonly Heading[]): string {
  const taken = headings.filter(heading => heading.id === id || heading.id.startsWith(`${id}--`)).length;
  return taken === 0 ? id : `${id}--${taken + 1}`;
}

/** A numbered heading begins with its number, as text that everyone can read. */
function addHeadingNumbers(markdown: MarkdownIt): void {
  markdown.renderer.rules['heading_open'] = (tokens, index, options, _env, self) => {
    const number = tokens[index]?.meta?.number;
    const mark = number === undefined ? '' : `<span class="heading-number">${number}. </span>`;
    return self.renderToken(tokens, index, options) + mark;
  };
}

/** The items of numbered lists have ids, so that the page of their numbers can be found. */
function addItemIds(markdown: MarkdownIt): void {
  markdown.core.ruler.push('item-ids', state => {
    const { docId } = environmentOf(state.env);
    const lists: string[] = [];
    let items = 0;
    for (const token of state.tokens) {
      if (/^(?:ordered|bullet)_list_open$/.test(token.type)) lists.push(token.type);
      if (/^(?:ordered|bullet)_list_close$/.test(token.type)) lists.pop();
      if (token.type !== 'list_item_open' || lists.at(-1) !== 'ordered_list_open') continue;
      items += 1;
      token.attrSet('id', `${docId}--punt-${items}`);
    }
  });
}

/** A paragraph of nothing but figures or key figures loses its <p>; elsewhere they cannot stand. */
function addBlockInserts(markdown: MarkdownIt): void {
  markdown.core.ruler.push('block-inserts', state => {
    state.tokens.forEach((token, index) => {
      const found = blockInserts(token.content);
      if (found.length === 0 || token.type === 'box') return;
      const neighbours = [state.tokens[index - 1], state.tokens[index + 1]];
      const standsAlone =
        isBlockInsert(token.content) && neighbours.every(one => one?.type.startsWith('paragraph_') && one.level === 0);
      if (!standsAlone) for (const insert of found) environmentOf(state.env).misplaced(insert);
      else for (const neighbour of neighbours) if (neighbour) neighbour.hidden = true;
    });
  });
}

function addTypography(markdown: MarkdownIt): void {
  markdown.renderer.rules['text'] = (tokens, index) => {
    const token = tokens[index];
    const text = glueNumbers(token?.content ?? '');
    return token?.meta?.heading || token?.meta?.foreign ? escapeHtml(text) : setInProse(text);
  };
  // Kept white space would make a line break of it.
  markdown.renderer.rules['softbreak'] = () => ' ';
  markdown.renderer.rules['th_open'] = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet('scope', 'col');
    return self.renderToken(tokens, index, options);
  };
  markdown.renderer.rules['image'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    const { image, firstLine } = environmentOf(env);
    const line = firstLine + Number(token?.meta?.line ?? 0);
    return image({ path: String(token?.attrGet('src') ?? ''), alternative: token?.content ?? '', line });
  };
  markdown.core.ruler.push('image-lines', state => {
    for (const token of state.tokens)
      for (const child of token.children ?? [])
        if (child.type === 'image') child.meta = { ...child.meta, line: token.map?.[0] ?? 0 };
  });
}

/** Signs after which a line may end, also before the number of a note. */
const loose = /[?…–—/-]$/;

/** The number of a note stays with the sign before it, as it does by itself with a word or a full stop. */
function keepCalls(children: readonly Token[]): void {
  children.forEach((token, index) => {
    const before = children[index - 1];
    const sign = token.type === 'footnote_ref' && before?.type === 'text' ? loose.exec(before.content)?.[0] : undefined;
    if (sign === undefined || !before) return;
    before.content = before.content.slice(0, -1);
    token.meta = { ...token.meta, sign };
  });
}

/** Notes are plain links there and back, in a plain list. */
function addNotes(markdown: MarkdownIt): void {
  markdown.core.ruler.push('note-calls', state => {
    for (const token of state.tokens) keepCalls(token.children ?? []);
  });
  const { rules } = markdown.renderer;
  const number = (tokens: readonly Token[], index: number): number => Number(tokens[index]?.meta?.id ?? 0) + 1;
  const name = (env: Env | undefined, note: number): string => `noot-${environmentOf(env).docId}-${note}`;
  const call = (tokens: readonly Token[], index: number, env: Env | undefined): string => {
    const again = Number(tokens[index]?.meta?.subId ?? 0);
    return `${name(env, number(tokens, index))}-roep${again > 0 ? `-${again + 1}` : ''}`;
  };
  rules['footnote_ref'] = (tokens, index, _options, env) => {
    const note = number(tokens, index);
    const link = `id="${call(tokens, index, env)}" href="#${name(env, note)}" aria-label="Noot ${note}"`;
    const sup = `<sup class="note-call"><a ${link}>${environmentOf(env).count(String(note), 'nootnummer')}</a></sup>`;
    const sign = tokens[index]?.meta?.sign;
    return sign === undefined ? sup : `<span class="note-sign">${sign}${sup}</span>`;
  };
  rules['footnote_block_open'] = () => '<ol class="notes">\n';
  rules['footnote_block_close'] = () => '</ol>\n';
  rules['footnote_open'] = (tokens, index, _options, env) => `<li id="${name(env, number(tokens, index))}">`;
  rules['footnote_close'] = () => '</li>\n';
  rules['footnote_anchor'] = (tokens, index, _options, env) =>
    ` <a class="note-back" href="#${call(tokens, index, env)}" aria-label="Terug naar de tekst">↑</a>`;
}
