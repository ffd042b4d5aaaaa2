// Questions and answers in a text: `::: vraag` and `::: antwoord`, each to a line `:::`; they are counted, never numbered by hand.

import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { type AskedHeading, environmentOf } from './environment.ts';
import { endOfFence, fenceOf, lineOf } from './fence.ts';

/** The words that open a question or an answer. */
export type Asking = 'vraag' | 'antwoord';

/** Whether a word opens a question or an answer. */
export function isAsking(name: string): name is Asking {
  return name === 'vraag' || name === 'antwoord';
}

/** Class of the blocks of a question or an answer, and of its heading with `-title` behind it. */
const classes = { vraag: 'question', antwoord: 'answer' } as const;

/**
 * Adds questions and answers to the Markdown dialect. An answer is to all questions since the last one. Their blocks
 * stay blocks of the running text, so that notes and pages are those of the text; each has the class of its kind.
 */
export function addQuestions(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'box',
    'question',
    (state, startLine, endLine, silent) => {
      const fence = fenceOf(lineOf(state, startLine));
      if (fence?.kind !== 'open' || !isAsking(fence.name)) return false;
      if (silent) return true;
      const end = endOfFence(state, startLine + 1, endLine);
      pushHeading(state, fence.name, startLine);
      const first = state.tokens.length;
      tokenizeWithin(state, startLine + 1, end);
      for (const token of state.tokens.slice(first))
        if (isOuter(token, state)) token.attrJoin('class', classes[fence.name]);
      state.line = Math.min(end + 1, endLine);
      return true;
    },
    { alt: ['paragraph', 'blockquote', 'list'] },
  );
}

/** A heading as a typed one, of the answer below that of the question: it gets its id and its place in the contents. */
function pushHeading(state: StateBlock, name: Asking, line: number): void {
  const words = environmentOf(state.env).asked(counted(name, state));
  const tag = name === 'vraag' ? 'h2' : 'h3';
  const open = state.push('heading_open', tag, 1);
  open.map = [line, line + 1];
  open.attrJoin('class', `${classes[name]}-title`);
  const inline = state.push('inline', '', 0);
  inline.content = words;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push('heading_close', tag, -1);
}

function counted(name: Asking, { env }: StateBlock): AskedHeading {
  const { questions } = environmentOf(env);
  if (name === 'vraag') {
    questions.count += 1;
    questions.open.push(questions.count);
    return { kind: 'question', number: questions.count };
  }
  return { kind: 'answer', numbers: questions.open.splice(0) };
}

function tokenizeWithin(state: StateBlock, from: number, to: number): void {
  const { lineMax } = state;
  state.lineMax = to;
  state.md.block.tokenize(state, from, to);
  state.lineMax = lineMax;
}

function isOuter({ level, nesting, type }: Token, state: StateBlock): boolean {
  return level === state.level && nesting >= 0 && type !== 'inline';
}
