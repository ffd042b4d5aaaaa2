// A form as the office writes it in the vocabulary: `daal*`, `nam/namen … toe`, `veel (meer/vaker)`, `<getal> jaar op rij`.

/** One place in a form: a word, the beginning of one, or any number. */
export type Slot =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'number' };

/** Words that go together in one of their shapes. */
export interface Form {
  /** The words in order; a second part stands further on in the same sentence. */
  readonly parts: readonly (readonly Slot[])[];
  /** What must follow, without being part of the form. */
  readonly follow: readonly Slot[];
  /** The form as written, in lower case with single spaces, for one of its alternatives. */
  readonly text: string;
}

/** The forms that a line of the vocabulary stands for, or what is wrong with it, in English. */
export type ReadForms = { readonly forms: readonly Form[] } | { readonly mistake: string };

const shortestPrefix = 3;

/** Stands for a number; `#` would begin a comment in YAML. */
const number = '<getal>';

const gap = '…';

/**
 * Reads a line: words; `a/b` for one of several words; `daal*` for any ending; `<getal>` for a number; ` … ` for other
 * words of the same sentence; and at the end, between parentheses, what must follow.
 */
export function readForms(line: string): ReadForms {
  const text = line.toLowerCase().replaceAll('’', "'").replaceAll('...', gap).replace(/\s+/g, ' ').trim();
  if (text === '') return { mistake: 'it is empty' };
  const [, body = '', follow = ''] = /^([^()]+?)(?: \(([^()]+)\))?$/.exec(text) ?? [];
  if (body === '') return { mistake: 'parentheses stand once, at the end, behind a space' };
  const words = body.split(' ');
  const choices = [...words, ...(follow === '' ? [] : follow.split(' '))].map(word => word.split('/'));
  const mistake = mistakeInWords(choices.flat()) ?? mistakeInGaps(words);
  if (mistake !== undefined) return { mistake };
  return { forms: productOf(choices).map(chosen => formOf(chosen, words.length)) };
}

function mistakeInWords(words: readonly string[]): string | undefined {
  for (const word of words) {
    if (word === '') return 'a / stands between two words';
    if (word === number || word === gap) continue;
    const isPrefix = word.endsWith('*');
    if (!/^[0-9a-zß-öø-ÿ]+(?:['-][0-9a-zß-öø-ÿ]+)*$/.test(isPrefix ? word.slice(0, -1) : word))
      return `"${word}" is no word`;
    if (isPrefix && word.length <= shortestPrefix) return `a * needs at least ${shortestPrefix} letters before it`;
  }
  return undefined;
}

function mistakeInGaps(words: readonly string[]): string | undefined {
  if (words.at(0) === gap || words.at(-1) === gap) return '… stands between two words';
  return words.filter(word => word === gap).length > 1 ? '… stands in it once' : undefined;
}

/** Every way to choose one word at each place. */
function productOf(choices: readonly (readonly string[])[]): string[][] {
  return choices.reduce<string[][]>((all, words) => all.flatMap(one => words.map(word => [...one, word])), [[]]);
}

function formOf(chosen: readonly string[], length: number): Form {
  const [body, follow] = [chosen.slice(0, length), chosen.slice(length)];
  const at = body.indexOf(gap);
  const parts = at < 0 ? [body] : [body.slice(0, at), body.slice(at + 1)];
  const text = follow.length > 0 ? `${body.join(' ')} (${follow.join(' ')})` : body.join(' ');
  return { parts: parts.map(words => words.map(slotOf)), follow: follow.map(slotOf), text };
}

function slotOf(word: string): Slot {
  if (word === number) return { kind: 'number' };
  return word.endsWith('*') ? { kind: 'prefix', text: word.slice(0, -1) } : { kind: 'word', text: word };
}
