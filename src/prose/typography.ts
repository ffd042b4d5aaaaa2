// What a typesetter adds to typed Dutch: spaces that do not break, and places where words may.

import dutch from 'hyphen/nl/index.js';

const shortestHyphenated = 7;
/** In a word that has a hyphen of its own, only long parts are broken again. */
const shortestPart = 9;

/**
 * The text with soft hyphens by the Dutch patterns, in words of seven letters and more. Names with a capital inside
 * (CoMensha) stay whole, and no line begins with a tail of fewer than three letters.
 */
export function hyphenate(text: string): string {
  return text.replace(addressOrWord, word => {
    const known = hyphenated.get(word);
    if (known !== undefined) return known;
    const found = isAddress(word) || isName(word) ? word : hyphenateWord(word);
    hyphenated.set(word, found);
    return found;
  });
}

/** An address of the web or of mail is one piece: a hyphen in it would be taken for its own. */
const addressOrWord = /(?:https?:\/\/|www\.|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>]+|[\p{L}’'.-]+/gu;

function isAddress(word: string): boolean {
  return /:\/\/|^www\.|@|^mailto:/.test(word);
}

/** Most words of a report return. */
const hyphenated = new Map<string, string>();

/** A name with a capital inside (CoMensha), or an address (rechtspraak.nl). */
function isName(word: string): boolean {
  return /\p{Ll}\p{Lu}|\p{L}\.\p{L}/u.test(word);
}

/** First parts of compounds that the patterns break wrongly: a seam comes after them and no break within them. */
const firstParts = /^(mensenhandel|mensen|corona|dublin|massage|seks(?!u))(?=[\p{L}]{4})/iu;

function hyphenateWord(word: string): string {
  const first = firstParts.exec(word)?.[0];
  if (first === undefined) return hyphenateByPatterns(word);
  const start = first.toLowerCase() === 'mensenhandel' ? `${first.slice(0, 6)}\u00AD${first.slice(6)}` : first;
  return `${start}\u00AD${hyphenateByPatterns(word.slice(first.length))}`;
}

function hyphenateByPatterns(word: string): string {
  const least = word.includes('-') ? shortestPart : shortestHyphenated;
  return word
    .split('-')
    .map(part => (part.length < least ? part : dutch.hyphenateSync(part, { minWordLength: least })))
    .join('-')
    .replace(/\u00AD(?=\p{L}{1,2}(?!\p{L}|\u00AD))/gu, '');
}

/** Long second parts of Dutch compounds: a narrow column breaks before them and nowhere else in the word. */
const secondParts =
  /(?<=[a-zë]{3})(?=(?:uitbuiting|prostitutie|nationale|landse|slachtoffers?|onderzoeken|verwijdering|coördinatoren|persoon|uitstel)(?![a-z]))/gi;

/** A label of a table as it may be broken in a narrow column: at the seam of a known compound, else by the patterns. */
export function breakLabel(label: string): string {
  return label.split(/(\s+)/).map(breakWord).join('').replaceAll('/', '/\u200B');
}

/** A word of up to ten letters fits any column and stays whole. */
function breakWord(word: string): string {
  if (word.search(secondParts) > 0) return word.replace(secondParts, '\u00AD');
  return dutch.hyphenateSync(word, { minWordLength: 11 });
}

const after =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jaar|jaren|maanden|dagen|weken|uur|keer|procent|procentpunt|procentpunten|miljoen|miljard|euro';
const before = 'artikel|circa|figuur|tabel|pagina|bladzijde|nummer|ruim|bijna|minstens|hoogstens|zo’n|van de';
const unitAfterNumber = new RegExp(`([\\d%\\uE001]) (?=(?:${after})\\b)`, 'gi');
const numberAfterWord = new RegExp(`\\b(${before}) (?=[\\d\\uE000])`, 'gi');

/** The text with a non-breaking space between a number (or the mark of one) and the word it must stay with. */
export function glueNumbers(text: string): string {
  return text.replace(unitAfterNumber, '$1\u00A0').replace(numberAfterWord, '$1\u00A0');
}

const htmlCharacters: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text with the characters that mean something in HTML written as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, character => htmlCharacters[character] ?? character);
}

/** Text as it is printed in running prose: escaped, with soft hyphens. */
export function setInProse(text: string): string {
  return escapeHtml(hyphenate(text));
}

/** The pieces that a table's label may be broken into; a short word is one piece. */
export function syllables(word: string): readonly string[] {
  return breakLabel(word).split(/[\u00AD\u200B]/);
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

/** The words of simple HTML: no tags, no soft hyphens, entities as characters. */
export function plainText(html: string): string {
  const bare = html.replace(/<\/?[a-z][^>]*>/gi, '').replace(/\u00AD/g, '');
  return bare.replace(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/g, entity => entities[entity] ?? entity);
}
