// One word as a number: `vijf`, `achtste`, `vijfjarig`, `verdubbeld`, `tweeënhalf`, `tweederde`, `tientallen`.

import { rational } from '../statistics/rational.ts';
import type { Reading } from './number-reading.ts';
import type { Role } from './number-term.ts';
import { cardinalOf, ordinalOf, plainWord } from './number-words.ts';

/** A word that is a number, or part of one. */
export interface WordReading {
  readonly reading: Reading;
  readonly role: Role;
}

type ReadPlain = (plain: string) => WordReading | undefined;

/** A word as a number or as part of one; undefined when it is no number. */
export function readWord(word: string): WordReading | undefined {
  const plain = plainWord(word);
  if (plain === 'een') return { ...cardinal(1), role: word.toLowerCase() === 'een' ? 'article' : 'alone' };
  for (const read of readers) {
    const found = read(plain);
    if (found) return found;
  }
  return undefined;
}

function alone(form: Reading['form'], measure: Reading['measure'], n: number, d = 1): WordReading {
  return { reading: { form, measure, value: rational(n, d), decimals: 0 }, role: 'alone' };
}

function cardinal(n: number): WordReading {
  return alone('cardinal', 'count', n);
}

const fixed: Readonly<Record<string, WordReading>> = {
  niemand: cardinal(0),
  beide: cardinal(2),
  beiden: cardinal(2),
  allebei: cardinal(2),
  alletwee: cardinal(2),
  dozijn: cardinal(12),
  kwart: { ...alone('fraction', 'fraction', 1, 4), role: 'quarter' },
  kwarten: { ...alone('fraction', 'fraction', 1, 4), role: 'parts' },
  driekwart: alone('fraction', 'fraction', 3, 4),
  eenkwart: alone('fraction', 'fraction', 1, 4),
  helft: alone('fraction', 'fraction', 1, 2),
  half: { ...alone('fraction', 'fraction', 1, 2), role: 'half' },
  halve: { ...alone('fraction', 'fraction', 1, 2), role: 'half' },
  dubbel: { ...alone('multiple', 'multiple', 2), role: 'double' },
  dubbele: { ...alone('multiple', 'multiple', 2), role: 'double' },
  dozijnen: alone('none', 'count', 12),
  tientallen: alone('none', 'count', 10),
  honderdtallen: alone('none', 'count', 100),
  duizendtallen: alone('none', 'count', 1000),
};

const readers: readonly ReadPlain[] = [
  plain => (Object.hasOwn(fixed, plain) ? fixed[plain] : undefined),
  plain => given(cardinalOf(plain), cardinal),
  plain => given(ordinalOf(plain), inOrder),
  readPlural,
  readCompound,
  readGrown,
  readAndHalf,
  readGluedFraction,
];

function given(value: number | undefined, make: (value: number) => WordReading): WordReading | undefined {
  return value === undefined ? undefined : make(value);
}

function inOrder(place: number): WordReading {
  return alone('ordinal', 'ordinal', place);
}

/** `honderden`, `tienduizenden`, which are vague; `vijfden`, which are parts of a whole. */
function readPlural(plain: string): WordReading | undefined {
  if (/^(?:(?:tien|honderd)?duizend|honderd|miljoen|miljard)en$/.test(plain))
    return given(cardinalOf(plain.slice(0, -2)), value => alone('none', 'count', value));
  if (!/[a-z](?:de|ste)n$/.test(plain)) return undefined;
  return given(ordinalOf(plain.slice(0, -1)), place => ({ ...inOrder(place), role: 'parts' }));
}

const adjective =
  /^(.+?)(?:jarig(?:en?)?|jaarlijkse?|jaars|jarenplan(?:nen)?|maand(?:s|se|elijkse?)|weekse?|weeks|wekelijkse?|daagse?|dagelijkse?|urige?|uurs|koppige?)$/;
const grouped = /^(.+?)(tal|maal|voud(?:ige?)?)$/;

/** A number with what it counts: `vijfjarig`, `tweemaal`, `vijftal`; `eenmaal` and `eenvoudig` say no number. */
function readCompound(plain: string): WordReading | undefined {
  const counted = adjective.exec(plain)?.[1];
  if (counted !== undefined) return given(cardinalOf(counted), cardinal);
  const [, head = '', kind] = grouped.exec(plain) ?? [];
  const value = cardinalOf(head);
  if (value === undefined || value < 2) return undefined;
  return kind === 'tal' ? cardinal(value) : alone('multiple', 'multiple', value);
}

const grown = /^ver(?:dubbel|(.+)voudig)(?:d|de|den|t|en|end|ende|ing|ingen)?$/;
const halved = /^(?:gehalveerden?|gehalveerd|halve(?:ert|erden?|ren|rende?|ring|ringen))$/;

/** `verdubbeld`, `verdrievoudiging`, `gehalveerd`, `halvering`. */
function readGrown(plain: string): WordReading | undefined {
  if (halved.test(plain)) return alone('multiple', 'multiple', 1, 2);
  const match = grown.exec(plain);
  if (!match) return undefined;
  const value = match[1] === undefined ? 2 : cardinalOf(match[1]);
  return given(value, times => alone('multiple', 'multiple', times));
}

/** `anderhalf`, `tweeënhalf`, `drieëneenhalve`. */
function readAndHalf(plain: string): WordReading | undefined {
  const [, head] = /^(.+?)hal(?:f|ve)$/.exec(plain) ?? [];
  if (head === undefined) return undefined;
  const whole = head === 'ander' ? 1 : cardinalOf(head.replace(/en(?:een)?$/, ''));
  if (whole === undefined || (head !== 'ander' && !/en(?:een)?$/.test(head))) return undefined;
  const { reading } = cardinal(0);
  return { reading: { ...reading, value: rational(2 * whole + 1, 2), decimals: 1 }, role: 'alone' };
}

/** `tweederde`, `viervijfde`; words such as `zeventiende` are ordinals before. */
function readGluedFraction(plain: string): WordReading | undefined {
  const [, above, below] =
    /^(een|twee|drie|vier|vijf|zes|zeven)(derde|vierde|vijfde|zesde|achtste)n?$/.exec(plain) ?? [];
  if (above === undefined || below === undefined) return undefined;
  return alone('fraction', 'fraction', cardinalOf(above) ?? 1, ordinalOf(below));
}
