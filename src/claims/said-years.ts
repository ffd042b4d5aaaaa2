// The years that a sentence names, and what it says of them: the year of a number, and the year it is compared with.

import { cardinalOf, plainWord } from '../language/number-words.ts';
import { months } from '../locale/date.ts';

const year = String.raw`((?:19|20)\d\d)(?![\d-])`;
const comparing = new Set(['dan', 'als', 'van', 'sinds', 'vanaf', 'tot', 'na']);

/** Whether a year is named at all; most sentences name none, and need not be read further. */
export function namesYear(words: string): boolean {
  return /(?:19|20)\d\d/.test(words);
}

const rightBehind = new RegExp(String.raw`^((?:\s+[\p{L}-]+){0,4}?)\s+(?:in|over) ${year}`, 'u');

/** `15 zaken in 2022`, but not `15 meer dan in 2022`: the year right behind a number, of the words behind it. */
export function yearBehind(behind: string): number | undefined {
  const found = rightBehind.exec(behind);
  return found && !/\b(?:dan|als|van|en|maar|terwijl|waarna)\b/.test(found[1] ?? '') ? Number(found[2]) : undefined;
}

const clauseBegins = String.raw`(?:^[#>\s*]*|[,;:(] |\b(?:en|maar|terwijl) )`;
const ofClause = new RegExp(String.raw`${clauseBegins}(?:[Ii]n|[Oo]ver) ${year}(?:\s+\p{L}+){0,8}\s+$`, 'u');
const likewise = new RegExp(`, net (?:als|zoals) in ${year},?`, 'gu');
const rightBefore = new RegExp(String.raw`(?<word>\p{L}+) in ${year}(?:\s+\p{L}+){0,2}\s+$`, 'u');

/** `In 2022 waren het er 15`, `meldden in 2022 15 mensen`: the year of a number, of the words of the sentence before it. */
export function yearBefore(before: string): number | undefined {
  const own = before.replace(likewise, '');
  const clause = ofClause.exec(own);
  if (clause) return Number(clause[1]);
  const near = rightBefore.exec(own);
  return near && !comparing.has(near.groups?.['word']?.toLowerCase() ?? '') ? Number(near[2]) : undefined;
}

const isCompared = new RegExp(String.raw`\b(?:${[...comparing].join('|')}) (?:in |over )?${year}`, 'i');

/** Years that tell when something else was: in dates, in names of laws, and between parentheses. */
const ofOthers = new RegExp(
  String.raw`\((?:19|20)\d\d\)|\b\d{1,2} \p{L}+ (?:19|20)\d\d|\b(?:${months.join('|')}) (?:19|20)\d\d|\b(?:19|20)\d\d/\d+`,
  'gu',
);

/** The year of a sentence that names one only, and compares nothing with it. */
export function onlyYear(sentence: string): number | undefined {
  const words = sentence.replace(ofOthers, '');
  const years = [...new Set(words.match(/(?<![\d-])(?:19|20)\d\d(?![\d-])/g))];
  return years.length === 1 && !isCompared.test(words) ? Number(years[0]) : undefined;
}

const count = '([\\p{L}\\d]+)';
const earlierBefore = new RegExp(
  `(?<!\\p{L})${count} jaar (?:eerder|ervoor|daarvoor|geleden)(?: \\p{L}+){0,6}\\s$`,
  'iu',
);
const earlierBehind = new RegExp(`^(?: \\p{L}+){0,2} ${count} jaar (?:eerder|ervoor|daarvoor|geleden)`, 'iu');

/** `tegen 814 een jaar eerder`: by how many years a number is said to be earlier; undefined when it is not. */
export function yearsEarlier(before: string, between: string): number | undefined {
  if (!before.includes(' jaar ') && !between.includes(' jaar ')) return undefined;
  return countOf(earlierBefore.exec(before)?.[1] ?? earlierBehind.exec(between)?.[1]);
}

const duration = new RegExp(
  `(?<!\\p{L})in ${count} jaar(?: tijd)?(?!\\p{L})|\\bdan ${count} jaar (?:eerder|geleden|ervoor|daarvoor)`,
  'iu',
);

/** `in vier jaar tijd`, `minder dan vier jaar geleden`: the years that a change takes; undefined when they are not said. */
export function durationSaid(words: string): number | undefined {
  if (!words.includes(' jaar')) return undefined;
  const found = duration.exec(words);
  return countOf(found?.[1] ?? found?.[2]);
}

/** A number of years in words or digits; `het jaar ervoor` is one. */
function countOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d+$/.test(word)) return Number(word);
  return word.toLowerCase() === 'het' ? 1 : cardinalOf(plainWord(word));
}

const than = new RegExp(String.raw`^(?:\([^)]*\)|[^,;:()])*?(?<!\bnet )\b(?:dan|als) (?:in |over )?${year}`, 'i');

const another = new RegExp(`^(?: \\([^)]*\\))?(?:,| en|, en| of) (?:in )?${year}`, 'i');

/** `meer slachtoffers dan in 2022 en 2020`: the years that the words behind a change compare it with; none when they name none. */
export function yearsCompared(behind: string): number[] {
  const first = than.exec(behind);
  if (!first) return [];
  const years = [Number(first[1])];
  let rest = behind.slice(first[0].length);
  for (let next = another.exec(rest); next; next = another.exec(rest)) {
    years.push(Number(next[1]));
    rest = rest.slice(next[0].length);
  }
  return years;
}

/** The first of the years that the words behind a change compare it with. */
export function yearCompared(behind: string): number | undefined {
  return yearsCompared(behind)[0];
}

const sinceBehind = new RegExp(String.raw`^(?:\([^)]*\)|[^,;:()]){0,60}?\b(?:sinds|vanaf) ${year}`, 'i');
const sinceBefore = new RegExp(String.raw`\b(?:sinds|vanaf) ${year}[^,;:()]{0,80}$`, 'i');

const versus = new RegExp(`\\b(?:ten opzichte van|vergeleken met|in vergelijking met) (?:in )?${year}`, 'gi');

/** `ten opzichte van 2022`: the last before a change, or else the first behind it. */
export function yearVersus(before: string, behind: string): number | undefined {
  const found = [...before.matchAll(versus)].at(-1)?.[1] ?? [...behind.matchAll(versus)][0]?.[1];
  return found === undefined ? undefined : Number(found);
}

const bases = new RegExp(
  `\\b(?<!anders )(?:dan|sinds|vanaf|ten opzichte van|vergeleken met|in vergelijking met) (?:in )?${year}`,
  'gi',
);

/** The only year that a sentence compares with, wherever it stands. */
export function yearBase(sentence: string): number | undefined {
  const [one, another] = new Set([...sentence.matchAll(bases)].map(match => match[1]));
  return one === undefined || another !== undefined ? undefined : Number(one);
}

const alikeBefore = new RegExp(`\\b(?:net als|evenals) in ${year},?(?: \\p{L}+){0,3}\\s$`, 'iu');
const alikeBehind = new RegExp(`^(?: \\p{L}+){0,2}, (?:net als|evenals) in ${year}`, 'iu');

/** `354, net als in 2022`: the year in which a number is said to be the same. */
export function yearAlike(before: string, behind: string): number | undefined {
  if (!before.includes('als in ') && !behind.includes('als in ')) return undefined;
  const found = alikeBefore.exec(before)?.[1] ?? alikeBehind.exec(behind)?.[1];
  return found === undefined ? undefined : Number(found);
}

const ofWord = new RegExp(`^(?:\\s(?!dan|als)\\p{L}+)? in ${year}`, 'u');

const beforeWord = new RegExp(
  `(?:^|[,;:(] |\\b(?:en|maar|terwijl) )(?<words>[^\\d,;:(]*\\b)[Ii]n ${year}(?: \\p{L}+){0,2}\\s$`,
  'u',
);

/** `een daling in 2022`, `zijn er in 2023 meer`: the year of a change that a word says. */
export function yearOfWord(before: string, behind: string): number | undefined {
  const found = ofWord.exec(behind)?.[1];
  if (found !== undefined) return Number(found);
  const near = beforeWord.exec(before);
  const words = near?.groups?.['words']?.toLowerCase().trim().split(/\s+/) ?? [];
  return near && words[0] !== 'na' && !comparing.has(words.at(-1) ?? '') ? Number(near[2]) : undefined;
}

/** From a year up to and including another. */
export interface Period {
  /** As it is written. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const joint = '(?: ?[-\u2013] ?| tot en met | t/m | tot )';
const span = String.raw`((?:19|20)\d\d)${joint}((?:19|20)\d\d)(?!\d)`;
const period = new RegExp(
  String.raw`\b(?:in|over|gedurende|tijdens) (?:de )?(?:periode|jaren)?\s?(?:van )?${span}|\btussen ((?:19|20)\d\d) en ((?:19|20)\d\d)(?!\d)|^van ((?:19|20)\d\d) tot ((?:19|20)\d\d)(?!\d)`,
  'gi',
);

/** `in de periode 2019-2022`, `tussen 2019 en 2023`: the only period that a sentence names, if it names one. */
export function periodSaid(sentence: string): Period | undefined {
  const [one, another] = [...sentence.matchAll(period)];
  if (!one || another) return undefined;
  return { text: one[0], from: Number(one[1] ?? one[3] ?? one[5]), to: Number(one[2] ?? one[4] ?? one[6]) };
}

const list = /^[#>\s*]*in ((?:19|20)\d\d(?:, (?:19|20)\d\d)* en (?:19|20)\d\d)(?=\s\p{L})/iu;

/** `In 2019 en 2020 waren het er`: the years that a sentence begins with; none when it begins with fewer than two. */
export function yearsListed(sentence: string): number[] {
  return (list.exec(sentence)?.[1]?.match(/\d{4}/g) ?? []).map(Number);
}

/** `sinds 2019` in the clause of a change: the year from which it is counted. */
export function yearSince(before: string, behind: string): number | undefined {
  const found = sinceBefore.exec(before)?.[1] ?? sinceBehind.exec(behind)?.[1];
  return found === undefined ? undefined : Number(found);
}
