// The contract of a finished document: what its HTML must be, so that its PDF and its HTML edition can be read by all.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { placeOnLine, type Source } from '../diagnostics/source.ts';
import type { Breach, Check } from './breach.ts';
import { checkFigures } from './contract-figure.ts';
import { checkHead, checkHeadings } from './contract-head.ts';
import { checkLinks } from './contract-link.ts';
import { checkParts } from './contract-part.ts';
import { checkStyles } from './contract-style.ts';
import { checkTables } from './contract-table.ts';
import { type Element, type Markup, readMarkup, wordsIn } from './markup.ts';

const checks: readonly Check[] = [
  checkHead,
  checkHeadings,
  checkParts,
  checkTables,
  checkFigures,
  checkLinks,
  checkStyles,
];

/** Where a document comes from: its texts, tables and templates, and its publication. */
export interface Origin {
  readonly sources: readonly Source[];
  readonly place: Place;
}

/** A diagnostic for everything in a document that breaks the contract, each at the template or text it comes from. */
export function checkContract(html: string, { sources, place }: Origin): Diagnostic[] {
  const markup = readMarkup(html);
  const breaches = markup.misfits.length > 0 ? nesting(markup) : checks.flatMap(check => check(markup));
  const found = new Map<string, Diagnostic>();
  for (const { rule, message, hint, at } of breaches) {
    const spot = at === undefined ? undefined : placeIn(sources, at);
    const key = spot ? `${spot.file}:${spot.line}:${spot.column} ${hint}` : message;
    if (!found.has(key)) found.set(key, { severity: 'error', rule, message, place: spot ?? place, hints: [hint] });
  }
  return [...found.values()];
}

/** Elements that are not closed leave ends behind that close nothing. */
function nesting({ misfits }: Markup): Breach[] {
  const unclosed = misfits.filter(({ kind }) => kind === 'never-closed');
  return (unclosed.length > 0 ? unclosed : misfits).map(misfit);
}

function misfit({ tag, kind }: Markup['misfits'][number]): Breach {
  const short = tag.length > 60 ? `${tag.slice(0, 60)}…` : tag;
  return {
    rule: 'html-nesting',
    message: kind === 'never-closed' ? `${short} is not closed where it should be.` : `${short} closes nothing.`,
    hint: 'Close every element in the template, the last opened first.',
    at: tag,
  };
}

/** Where words or an element come from: the line that has its tag, its class or, if alone in that, its name; or its words. */
function placeIn(sources: readonly Source[], at: Element | string): Place | undefined {
  if (typeof at === 'string') return at.startsWith('<') ? only(placesOf(sources, at)) : placesOf(sources, at)[0];
  const { name, attributes, tag } = at;
  const first = attributes.get('class')?.split(' ')[0];
  const sure = [...(tag.includes(' ') ? [tag] : []), ...(first ? [`<${name} class="${first}`] : [])];
  const words = wordsIn(at).split(' ').slice(0, 5).join(' ');
  return (
    sure.flatMap(needle => placesOf(sources, needle))[0] ??
    only([`<${name} `, `<${name}>`].flatMap(needle => placesOf(sources, needle))) ??
    (words.length > 3 ? placesOf(sources, words)[0] : undefined)
  );
}

function only(places: readonly Place[]): Place | undefined {
  return places.length === 1 ? places[0] : undefined;
}

function placesOf(sources: readonly Source[], needle: string): Place[] {
  return sources.flatMap(source =>
    source.lines.flatMap((line, index) => {
      const column = line.indexOf(needle);
      return column < 0 ? [] : [placeOnLine(source, index + 1, column + 1, needle.length)];
    }),
  );
}
