// The words that name what a number counts: its noun phrase behind it, the subject before it, and its clause.

import type { Concepts, Named } from '../concepts/concepts.ts';
import { anyMark } from './marks.ts';
import type { Span } from './sentences.ts';

/** A noun phrase: its end, the concepts it names, and whether a noun for what is counted is among its words. */
export interface Phrase extends Span {
  readonly named: readonly Named[];
  /** The statistics that its noun may be of; none when its noun says nothing of it, such as `gevallen`. */
  readonly statistics: readonly string[];
  /** Whether it has a noun at all. */
  readonly hasNoun: boolean;
  /** Adjectives that name no concept. */
  readonly others: readonly string[];
  /** Whether it breaks off behind a preposition, before words that it cannot read and that are no year. */
  readonly isOpen: boolean;
}

const joints = new Set(
  'van uit naar in met over onder bij voor wegens door aan op per de het een deze dit die hun alle elk elke ander andere meer minder vaker extra'.split(
    ' ',
  ),
);

/** Nouns that stand for whatever is counted. */
const anyNoun = /^(?:gevallen|personen|mensen|aantal|aantallen|stuks)$/;

const prepositions = /^(?:van|uit|naar|in|met|over|onder|bij|voor|wegens|door|aan|op|per)$/;

const piece = /\s+|[\p{L}][\p{L}\p{M}'’-]*|\uE000\d+\uE001|[*_]+|[^\s]/gu;

const mostAdjectives = 3;

/**
 * The noun phrase that begins at an offset: concepts, adjectives before its noun, and what `van`, `uit` and `naar` join
 * to it. It ends at a verb, at a comma, at another number, and at any word that it cannot read.
 */
export function phraseAt(text: string, from: number, { named }: Concepts, end: number): Phrase {
  const concepts = named(text).filter(one => one.start >= from && one.end <= end);
  const found: Named[] = [];
  const others: string[] = [];
  let [at, hasNoun, isJoined] = [from, false, false];
  while (at < end) {
    const concept = concepts.find(({ start }) => start === at);
    if (concept) {
      found.push(concept);
      [at, hasNoun, isJoined] = [concept.end, hasNoun || isNoun(concept), false];
      continue;
    }
    piece.lastIndex = at;
    const word = piece.exec(text)?.[0] ?? '';
    if (/^[\s*_]/.test(word)) at += word.length;
    else if (joints.has(word.toLowerCase())) [at, isJoined] = [at + word.length, prepositions.test(word.toLowerCase())];
    else if (anyNoun.test(word)) [at, hasNoun] = [at + word.length, true];
    else if (isAdjective(word) && (!hasNoun || isJoined) && others.length < mostAdjectives) {
      others.push(word);
      at += word.length;
    } else if (
      /^(?:en|of)$/.test(word) &&
      found.some(one => one.group) &&
      joinsConcept(text, at + word.length, concepts)
    )
      at += word.length;
    else break;
  }
  const isOpen = isJoined && !/^(?:(?:19|20)\d\d|\uE000)/.test(text.slice(at));
  const statistics = found.find(isNoun)?.statistics ?? [];
  return { start: from, end: at, named: found, statistics, hasNoun, others, isOpen };
}

function isNoun({ statistics }: Named): boolean {
  return statistics.length > 0;
}

function isAdjective(word: string): boolean {
  return (
    /^[\p{L}-]{3,}e$/u.test(word) &&
    !/^(?:werden|waarde|meeste|helft|einde|keerde|groeide|daalde|vormde|kende|telde|meldde)$/.test(word)
  );
}

/** Whether a concept stands behind `en`, with at most an article or a preposition before it. */
function joinsConcept(text: string, from: number, concepts: readonly Named[]): boolean {
  const next = concepts.find(({ start }) => start >= from);
  return next?.group !== undefined && /^\s+(?:(?:de|het|een|uit|van|bij)\s+)*$/.test(text.slice(from, next.start));
}

/** Words that begin another clause, or another part of one: what stands behind them is not said of the number before them. */
const divides = [
  String.raw`[;:.!?()“”"–—](?:\s|$|(?=\S))`,
  String.raw`,\s`,
  String.raw`(?<!\p{L})(?:maar|terwijl|omdat|doordat|want|zodat|toen|waarvan|waaronder|waarbij|waar|hoewel|nadat|als|dan|tegen|tegenover|waarna|naast|behalve|zonder|niet|geen|alleen|vooral|voornamelijk|hoofdzakelijk|grotendeels|deels|met name|onder meer|onder andere|bijvoorbeeld|zoals|ook|onder wie|van wie|vergeleken|exclusief|inclusief|nu(?= er| de| het| zij))(?!\p{L})`,
].join('|');

/** The clause around a span, within a sentence. */
export function clauseAround(text: string, { start, end }: Span, sentence: Span): Span {
  const divider = new RegExp(divides, 'giu');
  const words = text.slice(sentence.start, start).replace(anyMark, blank);
  // `Slachtoffers van arbeidsuitbuiting: 299`: a colon right before a number says what it is of.
  const isNamed = !new RegExp(divides, 'iu').test(words.replace(/:\s*$/, ''));
  const before = [...words.replace(isNamed ? /:(?=\s*$)/ : /$/, ' ').matchAll(divider)].at(-1);
  const [after] = text.slice(end, sentence.end).replace(anyMark, blank).matchAll(divider);
  return {
    start: before ? sentence.start + before.index + before[0].length : sentence.start,
    end: after ? end + after.index : sentence.end,
  };
}

function blank(mark: string): string {
  return ' '.repeat(mark.length);
}

/** `het aantal minderjarige slachtoffers`, `dat van vrouwen`: the last such subject before an offset. */
export function subjectBefore(text: string, at: number, sentence: Span, concepts: Concepts): Phrase | undefined {
  const before = text.slice(sentence.start, at);
  const found = [
    ...before.matchAll(
      /(?<!\p{L})(?:aantal|aandeel|percentage|(?<=(?:en|maar|,) )(?:dat|die)(?= van| bij| uit))(?!\p{L})/giu,
    ),
  ].at(-1);
  if (!found) return undefined;
  const from = sentence.start + found.index + found[0].length;
  if (/[;:.]\s|(?<!\p{L})(?:terwijl|maar|waarvan)(?!\p{L})/u.test(text.slice(from, at))) return undefined;
  return phraseAt(text, from, concepts, at);
}
