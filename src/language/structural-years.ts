// Years and periods, in the positions where Dutch puts a year and nothing else.

import { months } from '../locale/date.ts';
import { gap, wordEnd, wordSigns, wordStart } from './number-spelling.ts';
import { digitStart, mark, matchesOf, type Prose, type Stretch, stretchOf, year } from './structural-grammar.ts';

/** A year, or a period, or the mark of an expression in its place. */
const item = `(?:${year}|${mark})(?:[-\\u2013/](?:${year}|${mark}))?`;
const comma = `,${gap}(?:(?:en|of)${gap})?`;
const list = new RegExp(`${digitStart}${item}(?:(?:${comma}|${gap}(?:en|of)${gap})${item})*`, 'g');
const parts = new RegExp(`(${comma}|${gap}(?:en|of)${gap})?(${item})`, 'g');

/** Years in a list, with what stands before each. */
interface YearItem extends Stretch {
  readonly isYear: boolean;
  /** Whether `en` or `of` stands before it, so that the list may end here. */
  readonly isLast: boolean;
}

/** The years of a text, whole lists of them together: `2021, 2022 en 2023`. */
export function findYears(prose: Prose): Stretch[] {
  return matchesOf(prose.small, list).flatMap(match => {
    const items = itemsOf(match[0], match.index);
    if (!items.some(one => one.isYear)) return [];
    const end = match.index + match[0].length;
    const start = sentenceStart(prose.small, match.index);
    const before = prose.small.slice(start, match.index);
    if (before.endsWith('(')) return prose.text[end] === ')' ? [{ start: match.index, end }] : [];
    if (between.test(before)) return lying.test(before) ? [] : betweenYears(prose, items);
    if (withinNoun.test(before)) return untilLastYear(items);
    const written = prose.text.slice(start, match.index);
    return inPosition(before, prose.small.slice(end)) || isTitle(before, written) ? longest(prose, items) : [];
  });
}

function itemsOf(found: string, offset: number): YearItem[] {
  return matchesOf(found, parts).map(part => {
    const [whole, joint = '', written = ''] = part;
    const end = offset + part.index + whole.length;
    const isYear = /\d{4}$/.test(written) || /^\d{4}/.test(written);
    return { start: end - written.length, end, isYear, isLast: /en|of/.test(joint) };
  });
}

/** `de in 2023 gemelde slachtoffers`: between an article and its noun `in` tells when, not how many. */
const withinNoun = new RegExp(`${wordStart}(?:de|het|alle|deze|die|aantal)${gap}in${gap}$`);

function untilLastYear(items: readonly YearItem[]): Stretch[] {
  const [first] = items;
  const last = items.findLast(isEnd);
  return first && last ? [{ start: first.start, end: last.end }] : [];
}

/** As many of the listed years as nothing counts: the first, or all up to one behind `en` or `of`. */
function longest({ small, isCounted }: Prose, items: readonly YearItem[]): Stretch[] {
  const uncounted = items.findLastIndex(
    (one, index) => isEnd(one, index) && !isCounted(one.end) && !isValueBefore(small, one.end),
  );
  return untilLastYear(items.slice(0, uncounted + 1));
}

function isEnd({ isYear, isLast }: YearItem, index: number): boolean {
  return isYear && (index === 0 || isLast);
}

const valueBefore = new RegExp(`${gap}in${gap}(?:${year}|${mark})`, 'y');

/** `na 2000 in 2022` begins with a number of things. */
function isValueBefore(text: string, at: number): boolean {
  valueBefore.lastIndex = at;
  return valueBefore.test(text);
}

const between = new RegExp(`${wordStart}tussen${gap}$`);
const lying =
  /(?:^|[^a-z])(?:lig(?:t|gen)|lag(?:en)?|schommel\w*|varieer\w*|uitkom\w*|uitkwam\w*|bedra\w+|bedroeg\w*|wissel\w*)(?![a-z])/;

/** `tussen 2019 en 2023`; `ligt tussen 1950 en 2000` says how many. */
function betweenYears({ isCounted }: Prose, [first, second]: readonly YearItem[]): Stretch[] {
  if (!first || !second?.isLast || isCounted(second.end)) return [];
  return [{ start: first.start, end: second.end }];
}

/** Where the sentence of a place begins, or its last part. */
function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - 160);
  const ends = matchesOf(text.slice(from, at), sentenceEnd);
  return from + (ends.at(-1)?.index ?? -1) + 1;
}

const sentenceEnd = /[.!?;:]\s|\n\s*\n/g;

const certain = new RegExp(
  `${wordStart}(?:in|sinds|sedert|vanaf|medio|begin|einde?|anno|tijdens|gedurende|t/m|tot${gap}en${gap}met|het${gap}jaar|(?:verslag|kalender|peil|boek|school|rapportage)jaar|de${gap}jaren|voorjaar|najaar|lente|zomer|herfst|winter|ten${gap}opzichte${gap}van|vergeleken${gap}(?:met|bij)|vergelijking${gap}met)${gap}$`,
);
const dated = `(?:${months.join('|')}|begin|einde?|loop|helft|kwartaal|lente|zomer|herfst|winter|voorjaar|najaar)`;
const publication = `[${wordSigns}]*(?:cijfers|monitor|agenda|verslag|bericht|rapport|rapportage|programma|actieplan|begroting|factsheet|editie|nota)`;
const ofYear = new RegExp(
  `${wordStart}(?:${dated}|${publication}|uitgave|publicatie|opzichte|jaren|niveau|stand|peil|evaluatie|dat|die|wet)${gap}van${gap}$`,
);
const weak = new RegExp(`${wordStart}(?:over|uit|per|na|voor|v[óo]\\u0301?[óo]\\u0301?r)${gap}$`);
const dividing = /(?:besta|bestond|verdeel|beschik)[a-z]*(?:\s+(?:zich|[a-z]+))?\s+\S+\s*$/;
/** `in 2000 van de 5000 zaken`. */
const startsPart = new RegExp(`^${gap}van${gap}(?:de|het|hen|deze|die|alle|ons)${wordEnd}`);
const upTo = new RegExp(`${wordStart}(?:tot|naar)${gap}$`);
const title = new RegExp(`${wordStart}${publication}(?:${gap}[${wordSigns}-]+){0,6}${gap}$`);

/** `Jaarcijfers Mensenhandel 2024`: a publication and the words of its name, all but the smallest with a capital. */
function isTitle(small: string, written: string): boolean {
  const at = title.exec(small)?.index;
  const words = at === undefined ? [] : written.slice(at).trim().split(/\s+/);
  const isPart = (word: string) => /^\p{Lu}/u.test(word) || /^(?:en|van|tegen|voor|de|het|bij)$/.test(word);
  return /^\p{Lu}/u.test(words[0] ?? '') && words.every(isPart);
}

/** Whether the words before a number announce a year; `after` is the text behind it. */
function inPosition(before: string, after: string): boolean {
  if (ofYear.test(before)) return !isPlural(after);
  if (startsPart.test(after)) return false;
  if (certain.test(before)) return true;
  if (upTo.test(before)) return !changing.test(before) && !isPlural(after);
  return weak.test(before) && !dividing.test(before) && !isPlural(after);
}

/** Words of a change, after which `tot` and `naar` give its outcome: `daalde tot 2000`. */
const changing =
  /(?:^|[^a-z])(?:(?:ge)?(?:steg|steeg|stijg|daal|dal(?:en|ing)|groei|krimp|kromp|krompen)\w*|(?:ge)?zak(?:t|te|ten)|kl[oi]m(?:t|men)?|(?:ge)?halve\w+|ver(?:dubbel|minder)\w*|neemt|nemen|nam|namen|\w*genomen|toename|afname|loopt|lopen|liep|liepen|\w*gelopen|terug\w*|ging|gingen|gaat|gaan|gegaan)(?![a-z])|(?:^|[^a-z])van\s+[\d\ue000]/;

const plural = new RegExp(
  `^${gap}(?!(?:${[
    'zijn|waren|worden|werden|hebben|hadden|komen|kwamen|laten|lieten|staan|stonden|blijven|bleven|kunnen|konden|gaan|gingen',
    'geven|gaven|tonen|tellen|telden|wijzen|wezen|liggen|lagen|vallen|vielen|zullen|zouden|moeten|moesten|mogen|vormen|samen|tussen|tegen|binnen|buiten|boven',
    'sinds|steeds|reeds|telkens|volgens|tijdens|alles|eens|anders|slechts|verschijnen|verschenen',
  ].join('|')})${wordEnd})[a-z\\u00df-\\u00ff]{2,}(?:en|s)${wordEnd}`,
);

/** Whether a plural may follow: then what stands before it may be a number of those. */
function isPlural(after: string): boolean {
  return plural.test(after);
}

const period = new RegExp(
  `${digitStart}(?:(${year})(${gap}?[-\\u2013]${gap}?|/|${gap}(?:tot${gap}en${gap}met|t/m)${gap})(${year})|${mark}[-\\u2013]${year}|(?:19|20)\\d\\d[-\\u2013]${mark}|((?:19|20)\\d\\d)/(\\d\\d)${wordEnd})(?![-\\u2013/]\\d)`,
  'g',
);
const span = `van${gap}(${year})${gap}tot${gap}(${year})`;
const periodOf = new RegExp(`${wordStart}(?:periode|jaren|tijd)${gap}${span}`, 'g');
/** `Van 2019 tot 2022 daalde het aantal`: at the beginning of a sentence, with more behind it. */
const periodFirst = new RegExp(`(?<=(?:^|[.!?\\n])[ \\n]*)${span}(?=${gap}[a-z])`, 'g');

/** Periods of years that nothing counts: `2019-2023`, `2019 tot en met 2023`, `2023/2024`, `2023/24`, `Van 2019 tot 2023`. */
export function findPeriods({ small, isCounted }: Prose): Stretch[] {
  const joined = matchesOf(small, period).filter(([, first, , last, session, next]) =>
    session === undefined ? isOrdered(first, last) : (Number(session) + 1) % 100 === Number(next),
  );
  const named = [periodOf, periodFirst].flatMap(pattern =>
    matchesOf(small, pattern).filter(([, first, last]) => isOrdered(first, last)),
  );
  return [...joined, ...named].map(stretchOf).filter(({ end }) => !isCounted(end));
}

function isOrdered(first: string | undefined, last: string | undefined): boolean {
  return first === undefined || last === undefined || Number(first) < Number(last);
}
