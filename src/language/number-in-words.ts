// A number in words at a place in a text, with the words that make it one.

import { rational } from '../statistics/rational.ts';
import type { Reading } from './number-reading.ts';
import { gap, wordEnd, wordSigns, wordStart } from './number-spelling.ts';
import { tailAt } from './number-tail.ts';
import { alone, type Term, tailed } from './number-term.ts';
import { readWord } from './number-word.ts';

/** `acht` as a verb: `in acht nemen`, `acht het noodzakelijk`. */
const deemed = new RegExp(
  `acht${gap}(?:te${gap})?(?:(?:genomen|nemen|neemt|nam|namen|slaan|slaat|sloeg|geslagen|bewezen)|(?:(?:het|dit|dat|deze)${gap})?(?:niet${gap})?(?:nodig|noodzakelijk|wenselijk|onwenselijk|belangrijk|aannemelijk|bewezen|zorgelijk|ernstig))${wordEnd}`,
  'y',
);
/** `kwart over drie`. */
const hour = new RegExp(`kwart${gap}(?:over|voor)${gap}(\\d+|[${wordSigns}]+)`, 'y');
const rounding = new RegExp(`${wordStart}af(?:gerond)?${gap}op${gap}(?:hele${gap})?$`);

/** `geen enkel slachtoffer`, which says that there are none; `geen` by itself says less. */
const notAny = new RegExp(`geen${gap}enkele?${wordEnd}`, 'y');
const none: Reading = { form: 'cardinal', measure: 'count', value: rational(0), decimals: 0 };

/** The number that the word from `at` to `end` of a text in small letters is; undefined when it is none. */
export function termOfWord(text: string, at: number, end: number): Term | undefined {
  notAny.lastIndex = at;
  const nothing = notAny.exec(text)?.[0];
  if (nothing !== undefined) return alone(at, at + nothing.length, none);
  const found = readWord(text.slice(at, end));
  if (!found || isOtherwiseMeant(text, at)) return undefined;
  const term: Term = { start: at, end, reading: found.reading, power: 0, role: found.role };
  if (found.role === 'double' || found.role === 'half') return termInCompany(text, term);
  if (found.reading.form === 'fraction') return termOfPart(text, term);
  if (found.reading.measure === 'multiple') return withMany(text, term);
  if (found.role === 'article') return withoutNeed(tailed(text, term, 'article'), term);
  return found.reading.form === 'cardinal' ? tailed(text, term, 'word') : term;
}

function isOtherwiseMeant(text: string, at: number): boolean {
  deemed.lastIndex = at;
  hour.lastIndex = at;
  const time = hour.exec(text)?.[1];
  if (deemed.test(text) || (time !== undefined && (/\d/.test(time) || readWord(time) !== undefined))) return true;
  return /^(?:tien|honderd|duizend)tallen/.test(text.slice(at, at + 14)) && rounding.test(before(text, at));
}

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 24), at);
}

/** A word that got a tail needs no other company, but may have it: `half miljoen`, `een half miljoen`. */
function withoutNeed(term: Term, bare: Term): Term {
  if (term.end === bare.end) return term;
  return { ...term, role: bare.role === 'half' ? 'quarter' : 'alone' };
}

function withMany(text: string, term: Term): Term {
  const many = tailAt(text, term.end, 'times');
  return { ...term, end: term.end + many.length };
}

const definite = new RegExp(`${wordStart}(?:de|het)${gap}$`);

/** `half zo veel`, `dubbel zo vaak`, `het dubbele`, `de halve`, `half miljoen`. */
function termInCompany(text: string, term: Term): Term | undefined {
  const many = withMany(text, term);
  const multiple: Reading = { ...term.reading, form: 'multiple', measure: 'multiple' };
  if (many.end > term.end) return { ...many, reading: multiple, role: 'alone' };
  const start = startWith(text, term.start, definite);
  const isDefinite = start < term.start && text.slice(term.start, term.end) !== 'dubbel';
  if (isDefinite) return { ...tailed(text, term, 'article'), start, role: 'alone' };
  return term.role === 'half' ? withoutNeed(tailed(text, term, 'article'), term) : undefined;
}

function startWith(text: string, start: number, pattern: RegExp): number {
  return start - (pattern.exec(before(text, start))?.[0].length ?? 0);
}

const wholeOfHalf = new RegExp(`${wordStart}de${gap}(?:andere${gap})?$`);
const halfInOrder = new RegExp(`${wordStart}(?:eerste|tweede|laatste|1e|2e)${gap}$`);

/** `de helft`; `de eerste helft` is a stretch of time or of a page. */
function termOfPart(text: string, term: Term): Term | undefined {
  if (text.slice(term.start, term.end) !== 'helft') return tailed(text, term, 'article');
  if (halfInOrder.test(before(text, term.start))) return undefined;
  return { ...term, start: startWith(text, term.start, wholeOfHalf) };
}
