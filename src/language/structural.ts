// Numbers that count nothing: years, dates, places in laws and in this publication, telephone numbers, signs.

import { inSmallLetters } from './number-spelling.ts';
import { findAddresses, findPhones } from './structural-addresses.ts';
import { findDates, findTimes } from './structural-dates.ts';
import { countedBy, type FindStretches, matchesOf, type Prose, type Stretch } from './structural-grammar.ts';
import { findMarkdown, findNumbering } from './structural-markup.ts';
import { findLaw, findReferences } from './structural-references.ts';
import { findNotes, findSymbols } from './structural-signs.ts';
import { findPeriods, findYears } from './structural-years.ts';

/** The rules by which a number is structural; a stretch that fits two is named after the first. */
export const structuralRules = [
  'markdown',
  'address',
  'law',
  'date',
  'time',
  'phone',
  'period',
  'year',
  'reference',
  'symbol',
  'list',
  'note',
] as const;
export type StructuralRule = (typeof structuralRules)[number];

/** What each rule finds, in Dutch, for reports to the office. */
export const structuralNames: Readonly<Record<StructuralRule, string>> = {
  markdown: 'opmaak',
  address: 'adres, webadres of e-mailadres',
  law: 'vindplaats in een wet of stuk',
  date: 'datum',
  time: 'tijdstip',
  phone: 'telefoonnummer',
  period: 'periode',
  year: 'jaartal',
  reference: 'verwijzing in de publicatie',
  symbol: 'teken',
  list: 'nummering',
  note: 'nootnummer',
};

/** A stretch of text whose numbers are structural, and why. */
export interface StructuralSpan extends Stretch {
  readonly rule: StructuralRule;
}

const finders: Readonly<Record<StructuralRule, FindStretches>> = {
  markdown: findMarkdown,
  address: findAddresses,
  law: findLaw,
  date: findDates,
  time: findTimes,
  phone: findPhones,
  period: findPeriods,
  year: findYears,
  reference: findReferences,
  symbol: findSymbols,
  list: findNumbering,
  note: findNotes,
};

/**
 * The stretches of a text whose numbers are structural, in order of where they begin; none lies within another. A number
 * that lies wholly in one needs no ground. `units` are the plural nouns that the edition's tables count: before one of
 * them nothing is structural. What this grammar does not certainly hold for structural is left out, and then a person
 * says what it is.
 *
 * ```
 * year      = position , years | "tussen" , year , "en" , year | "(" , years , ")" | title , years ;
 * years     = item , { "," , item } , [ ( "en" | "of" ) , item ] ;   item = year , [ "-" , year ] ;
 * position  = "in" | "sinds" | "vanaf" | "medio" | "begin" | "eind" | "het jaar" | "de jaren" | season | "t/m" | …
 *           | publication , "van" | ( "over" | "uit" | "per" | "na" | "voor" ) , not before a plural
 *           | ( "tot" | "naar" ) , in a sentence that tells of no change before it ;
 * title     = capitalised publication ( "Jaarcijfers", "Monitor", "Veiligheidsagenda" ) , { capitalised word } ;
 * period    = year , ( "-" | "/" | "tot en met" | "t/m" ) , later year | "periode van" , year , "tot" , later year ;
 * date      = day , month , [ year ] | month , year | dd-mm-yyyy | yyyy-mm-dd | quarter | half | "in week" , n | decade | century ;
 * time      = hh.mm , "uur" | hh:mm ;
 * law       = ( "artikel" | "lid" | "nr." | "boek" | … ) , numbers , { part } | citation of an official document ;
 * reference = ( "figuur" | "tabel" | "vraag" | "bijlage" | … ) , numbers ;
 * numbers   = n , [ ( "en" | "tot en met" ) , n + 1 ] ;   behind a plural name: n , { ( "," | "en" ) , higher n } ;
 * phone     = ten digits | 0800-… | +31 … | ( "bel" | "nummer" ) , 1nn ;
 * address   = URL | domain | e-mail address | "Postbus" , n | postal code , place ;
 * symbol    = "<n" that is not counted | COVID-19 | 24/7 | ISO, WCAG and PDF standards ;
 * list      = number before the words of a heading , ( "." | ")" ) ;   note = "[n]" ;
 * markdown  = list marker | footnote mark | target of a link or image | entity ;
 * ```
 *
 * The mark of an expression may stand for a year in `years`, `period` and `tussen`.
 */
export function structuralSpans(
  text: string,
  { units }: { readonly units: readonly string[] },
): readonly StructuralSpan[] {
  const isCounted = countedBy(units);
  return matchesOf(text, paragraph).flatMap(({ 0: words, index }) =>
    mayHold.test(words) ? spansIn(proseOf(words, isCounted)).map(span => moved(span, index)) : [],
  );
}

const paragraph = /(?:[^\n]|\n(?![ \t\r]*(?:\n|$)))+/g;

/** Digits outside marks, or a word that makes a number word structural; most paragraphs have none. */
const mayHold = /(?<![\ue000\ue002\d])\d|eeuw|jaren|kwartaal|halfjaar|helft/i;

function proseOf(text: string, isCounted: (text: string, at: number) => boolean): Prose {
  return { text, small: inSmallLetters(text), isCounted: at => isCounted(text, at) };
}

function spansIn(prose: Prose): StructuralSpan[] {
  const found = structuralRules.flatMap(rule => finders[rule](prose).map(stretch => ({ ...stretch, rule })));
  const outermost: StructuralSpan[] = [];
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (!outermost.some(outer => outer.end >= span.end)) outermost.push(span);
  return outermost;
}

function moved({ start, end, rule }: StructuralSpan, by: number): StructuralSpan {
  return { start: start + by, end: end + by, rule };
}
