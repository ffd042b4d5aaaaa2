// The pieces that the grammars of structural numbers share: stretches of text, years, and words that are counted.

import { gap, wordEnd, wordSigns } from './number-spelling.ts';

/** A stretch of a text, from `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text in which structural numbers are looked for. */
export interface Prose {
  readonly text: string;
  /** The same in small letters, every character where it was. */
  readonly small: string;
  /** Whether a word that is counted follows at a place (` slachtoffers`, `%`), so that the number before it is no label. */
  readonly isCounted: (at: number) => boolean;
}

/** Finds the structural numbers of one rule. */
export type FindStretches = (prose: Prose) => Stretch[];

/** The mark that stands for an expression. */
export const mark = '[\\ue000\\ue002]\\d+[\\ue001\\ue003]';

/** Nothing before it makes the digits part of a longer number, a sum of money or a code. */
export const digitStart = `(?<![${wordSigns}\\ue000\\ue002€$+\\u2212/]|[${wordSigns}][-\\u2013.,:]|€ )`;

/** Nothing behind it makes the digits part of a longer number or a percentage. */
export const digitEnd = `(?![${wordSigns}%]|[.,:]\\d)`;

/** A year of 1900 to 2099 in four digits. */
export const year = `(?:19|20)\\d\\d${digitEnd}`;

/** Every match of a global pattern; unlike `matchAll` it compiles no copy of the pattern. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}

/** Everything that a global pattern matches, as stretches. */
export function stretchesOf(text: string, pattern: RegExp): Stretch[] {
  return matchesOf(text, pattern).map(stretchOf);
}

/** The stretch of a match. */
export function stretchOf(match: RegExpExecArray): Stretch {
  return { start: match.index, end: match.index + match[0].length };
}

/** What is counted in any text; the units of an edition's tables come on top. */
const alwaysCounted = [
  'procent|procentpunten?|promille|keer|keren|maal|euro|dollar|miljoen|miljard|duizend|jaar|jaren|maanden|weken|dagen|uur|uren',
  'personen|mensen|kinderen|minderjarigen|jongeren|volwassenen|vrouwen|mannen|meisjes|jongens|inwoners|cliënten|vreemdelingen',
  'gevallen|zaken|dossiers|meldingen|signalen|aangiftes|aangiften|aanvragen|onderzoeken|vergunningen|slachtoffers|verdachten|daders',
  'organisaties|gemeenten|instanties|bedrijven|plaatsen|plekken|landen|locaties|woningen|scholen',
  'sepots|vonnissen|uitspraken|veroordelingen|dagvaardingen|adviezen|interviews|exemplaren|bladzijden|woorden',
  'kilometer|meter|km|kilo|kg|ton|liter|hectare|graden|punten',
].join('|');

const notAnAdjective = '(?!(?:de|die|deze|alle|beide|welke|zulke|elke|iedere|hoe)[ \\u00a0])';

/**
 * The test for words that are counted: `%`, `keer`, `euro`, `personen` and their like, and the units given, directly
 * behind the number or behind one or two adjectives (`2000 gemelde slachtoffers`).
 */
export function countedBy(units: readonly string[]): (text: string, at: number) => boolean {
  const names = units.map(unit => unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const nouns = [alwaysCounted, ...names].join('|');
  const adjectives = `(?:${notAnAdjective}[a-z\\u00df-\\u00ff]+e${gap}){0,2}`;
  const pattern = new RegExp(`${gap}?[%‰€]|${gap}${adjectives}(?:${nouns})${wordEnd}`, 'y');
  return (text, at) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  };
}
