// Numbers behind the name of a place: of this publication (`figuur 3`), of a law (`artikel 273f, lid 2`), of a document.

import { gap, wordEnd, wordSigns, wordStart } from './number-spelling.ts';
import { digitStart, matchesOf, type Prose, type Stretch, stretchesOf } from './structural-grammar.ts';

/** The name of a place with its numbers: of one place, or of several. */
interface Naming {
  readonly one: RegExp;
  readonly several: RegExp;
  /** A number of such a place. */
  readonly number: RegExp;
}

/** What never stands before the name of a place: `een deel 3`, `als doel 50`. */
const notBefore = `(?<!(?<![${wordSigns}])(?:een|als|per|elke?|iedere?|geen)${gap})`;

function naming(one: string, several: string, number: string): Naming {
  return {
    one: new RegExp(`${wordStart}${notBefore}(?:${one})${gap}`, 'g'),
    several: new RegExp(`${wordStart}(?:${several})${gap}`, 'g'),
    number: new RegExp(`${number}(?![${wordSigns}%]|[.,:]\\d)`, 'y'),
  };
}

/** Before names that are everyday words too: they are names only at a beginning or behind one of these words. */
const atEveryday = `(?<=(?:^|[.:;(\\n*_#>-][ \\n]*|(?<![${wordSigns}])(?:zie|in|van|uit|bij|volgens|onder|naar|op|en|of)${gap}))`;

const inPublication = naming(
  [
    'figuur|fig\\.|tabel|tab\\.|grafiek|hoofdstuk|hfst\\.|paragraaf|par\\.|noot|voetnoot|eindnoot|bijlage|kolom',
    'pagina|bladzijde|blz\\.|pag\\.|p\\.|aanbeveling|actielijn|scenario',
    `${atEveryday}(?:deel|doel|stap|fase|kader|kaart|punt|vraag)`,
  ].join('|'),
  [
    'figuren|tabellen|grafieken|kaarten|kaders|delen|hoofdstukken|paragrafen|noten|voetnoten|eindnoten|bijlagen|kolommen',
    "pagina['\\u2019]s|bladzijden|pp\\.|vragen|aanbevelingen|actielijnen|scenario['\\u2019]s|doelen|stappen|fasen|fases|punten",
  ].join('|'),
  '\\d{1,3}(?:\\.\\d{1,2})*[a-z]?',
);

const inLaw = naming(
  `artikel|art\\.|lid|onderdeel|sub|alinea|nr\\.|${atEveryday}boek`,
  'artikelen|artt\\.',
  '\\d{1,3}[a-z]{0,3}(?::\\d{1,3}[a-z]?)?(?:\\.\\d{1,2})*',
);

/** References within the publication: `figuur 3 en 4`, `vragen 3 tot en met 5`, `doel 3a`. */
export function findReferences(prose: Prose): Stretch[] {
  return namedNumbers(prose, inPublication);
}

function namedNumbers({ small: text, isCounted }: Prose, { one, several, number }: Naming): Stretch[] {
  const found = (isSeveral: boolean) => (match: RegExpExecArray) => {
    const at = match.index + match[0].length;
    const end = endOfNumbers(text, at, { number, isSeveral, isCounted });
    return end === undefined ? [] : [{ start: match.index, end }];
  };
  return [...matchesOf(text, one).flatMap(found(false)), ...matchesOf(text, several).flatMap(found(true))];
}

const span = new RegExp(`(?:[-\\u2013]|${gap}(?:tot${gap}en${gap}met|tot|t/m)${gap})`, 'y');
const and = new RegExp(`${gap}(?:en|of)${gap}`, 'y');
const comma = new RegExp(`,${gap}(?:(?:en|of)${gap})?`, 'y');

interface Listing {
  readonly number: RegExp;
  readonly isSeveral: boolean;
  readonly isCounted: Prose['isCounted'];
}

/**
 * Where the numbers that begin at a place end; undefined when there is none, or when it is counted (`vragen 3
 * slachtoffers`). Behind the name of one place only the next number goes on (`figuur 3 en 4`), for in `figuur 3 en 12`
 * the 12 may be a number of things; behind the name of several at least two must stand, each higher than the one before.
 */
function endOfNumbers(text: string, at: number, listing: Listing): number | undefined {
  const ends: number[] = [];
  let current = matchAt(text, at, listing.number);
  for (let end = at; current !== undefined; ) {
    const written = current;
    end += written.length;
    ends.push(end);
    const joint = jointAt(text, end, listing.isSeveral);
    const next = joint && matchAt(text, end + joint.words.length, listing.number);
    current =
      joint && next !== undefined && goesOn(written, next, joint.isSpan || listing.isSeveral) ? next : undefined;
    end += joint?.words.length ?? 0;
  }
  return ends.findLast((end, index) => index >= (listing.isSeveral ? 1 : 0) && !listing.isCounted(end));
}

function jointAt(text: string, at: number, isSeveral: boolean): { words: string; isSpan: boolean } | undefined {
  const through = matchAt(text, at, span);
  if (through !== undefined) return { words: through, isSpan: true };
  const words = matchAt(text, at, and) ?? (isSeveral ? matchAt(text, at, comma) : undefined);
  return words === undefined ? undefined : { words, isSpan: false };
}

/** Whether a number follows on the one before: `3` and `4`, `3a` and `3b`; `isFree` allows any higher one. */
function goesOn(before: string, next: string, isFree: boolean): boolean {
  const [from, to] = [Number.parseInt(before, 10), Number.parseInt(next, 10)];
  if (to === from) return next > before;
  return isFree ? to > from : to === from + 1;
}

function matchAt(text: string, at: number, pattern: RegExp): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const letter = `[a-z]${wordEnd}`;
const part = `(?:lid|leden|onder|onderdeel|onderdelen|sub|aanhef${gap}en${gap}onder|alinea|volzin)${gap}(?:\\d{1,3}[a-z]?${wordEnd}|${letter})(?:(?:,|${gap}en|${gap}of)${gap}(?:\\d{1,2}[a-z]?${wordEnd}(?!${gap}[a-z])|${letter}))*`;
const nth = '(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|laatste|\\d{1,2}e)';
const nthPart = `${nth}(?:(?:,|${gap}en|${gap}tot${gap}en${gap}met)${gap}${nth})*${gap}(?:lid|volzin|alinea|gedachtestreepje)${wordEnd}`;
/** What may follow an article: `, eerste lid, onder 3`, ` lid 2 sub a`. */
const furtherParts = new RegExp(`(?:,?${gap}(?:${part}|${nthPart}))+`, 'y');

/** `artikel 248 onder 16 jaar` ends with the article. */
function endOfParts({ small, isCounted }: Prose, at: number): number {
  const end = at + (matchAt(small, at, furtherParts)?.length ?? 0);
  return isCounted(end) ? at : end;
}

const papers = [
  `Kamerstuk(?:ken)?(?:${gap}I{1,2})?(?:,?${gap}\\d{4}/\\d{2,4},?)?${gap}\\d{2}[ \\u00a0.]?\\d{3}(?:-[IVXLC]+)?(?:,?${gap}nrs?\\.?${gap}\\d{1,4}(?:(?:,|${gap}en)${gap}\\d{1,4})*)?`,
  `Handelingen(?:${gap}I{1,2})?,?${gap}\\d{4}/\\d{2,4}(?:,?${gap}nr\\.?${gap}\\d{1,4})?`,
  `(?:Stb|Stcrt|Trb)\\.?,?${gap}(?:19|20)\\d\\d,?(?:${gap}nr\\.?)?${gap}\\d{1,5}`,
  `(?:PbE[UG]|Pb)\\.?(?:${gap}(?:19|20)\\d\\d)?,?(?:${gap}nr\\.?)?${gap}(?:[LC]${gap}?)?\\d{1,5}(?:/\\d{1,5})?`,
  `(?:EU-)?(?:(?:[Kk]ader)?[Bb]esluit|[Rr]ichtlijn|[Vv]erordening|[Bb]eschikking)(?:${gap}\\((?:EU|EG|EEG)\\))?(?:${gap}(?:EU|nr\\.))?${gap}\\d{1,4}/\\d{1,4}(?:/[A-Z]{2,4})?`,
  `(?:19|20)\\d\\d[AR]\\d{3}${wordEnd}`,
  'ECLI:[A-Z]{2}:[A-Z]+:\\d{4}:[A-Z0-9.]*[A-Z0-9]',
  `ISBN(?:-1[03])?:?${gap}?(?:[\\dX][-\\u2013 ]?){9,12}[\\dX]`,
  `ISSN:?${gap}?\\d{4}-?\\d{3}[\\dX]`,
  `[A-C]\\d{1,2}/\\d{1,2}(?:\\.\\d{1,2})*${wordEnd}`,
];
const inCode = `\\d{1,3}[a-z]{0,3}(?::\\d{1,3}[a-z]?)?${gap}(?:Sr|Sv|WvSr|WvSv|BW|Awb)${wordEnd}`;
const documents = new RegExp(
  `${wordStart}(?:${papers.join('|')})|${digitStart}${inCode}|§§?${gap}?\\d{1,3}(?:\\.\\d{1,2})*`,
  'g',
);

/** What every one of the documents begins or ends with; most texts name none, and need not try the long pattern. */
const namesDocument =
  /Kamerst|Handel|Stb|Stcrt|Trb|Pb|esluit|ichtlijn|erordening|eschikking|ECLI|ISBN|ISSN|\d[AR]\d|[A-C]\d|§|Sr|Sv|BW|Awb/;

/** Places in laws and official documents: `artikel 273f, eerste lid`, `Stb. 2024, 12`, `ECLI:NL:HR:2015:3309`. */
export function findLaw(prose: Prose): Stretch[] {
  const places = namedNumbers(prose, inLaw).map(({ start, end }) => ({
    start,
    end: endOfParts(prose, end),
  }));
  return namesDocument.test(prose.text) ? [...places, ...stretchesOf(prose.text, documents)] : places;
}
