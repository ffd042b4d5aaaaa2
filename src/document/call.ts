// One call of a helper in a text: its arguments, its options, its place, and the way to report on it.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { placeOnLine, type Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { Publication, Table } from '../edition/edition.ts';
import type { Inserts } from './inserts.ts';
import type { PrintOptions } from './result.ts';

/** What all expressions of one text share. */
export interface TextContext {
  readonly source: Source;
  readonly publication: Publication;
  readonly reportingYear: number;
  readonly tables: ReadonlyMap<string, Table>;
  readonly inserts: Inserts;
  readonly diagnostics: Diagnostic[];
  /** HTML of a figure by its id, made elsewhere; undefined when it could not be made. */
  readonly figure: (id: string) => string | undefined;
  /** HTML of a shared template. */
  readonly partial: (name: string, context: object) => string;
}

/** What Handlebars hands to a helper after its arguments. */
export interface HandlebarsOptions {
  readonly name: string;
  readonly hash: Readonly<Record<string, unknown>>;
  readonly loc?: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

/** A helper's call. */
export interface Call {
  readonly name: string;
  readonly parameters: readonly unknown[];
  readonly hash: Readonly<Record<string, unknown>>;
  readonly place: Place;
  readonly text: TextContext;
}

/** The call from what Handlebars hands over. */
export function createCall(values: readonly unknown[], text: TextContext): Call {
  const options = values.at(-1) as HandlebarsOptions;
  return {
    name: options.name,
    parameters: values.slice(0, -1),
    hash: options.hash,
    place: placeOfCall(options, text.source),
    text,
  };
}

function placeOfCall({ loc }: HandlebarsOptions, source: Source): Place {
  if (!loc) return placeOnLine(source, 1, 1);
  const length = loc.start.line === loc.end.line ? loc.end.column - loc.start.column : 1;
  return placeOnLine(source, loc.start.line, loc.start.column + 1, length);
}

/** Reports an error on a call; `rule` is its permanent id. */
export function report(call: Call, rule: string, message: string, hints: readonly string[], place = call.place): void {
  call.text.diagnostics.push({ severity: 'error', rule, message, place, hints });
}

/** Reports a label that the table does not have, underlining the label itself. */
export function reportLabel(call: Call, what: 'row' | 'column' | 'figure', label: string, known: readonly string[]): void {
  const hints = suggestionHints(label, known);
  report(call, `unknown-${what}`, `There is no ${what} "${label}".`, hints, placeOfLabel(call, label));
}

/** The place of a label within a call, when it stands on the call's own line. */
function placeOfLabel({ place }: Call, label: string): Place {
  const at = place.text?.indexOf(label, place.column - 1) ?? -1;
  return at < 0 ? place : { ...place, column: at + 1, length: label.length };
}

/** Whether there are enough arguments; reports when there are not. */
export function hasParameters(call: Call, names: readonly string[]): boolean {
  const { name, parameters } = call;
  if (parameters.length === names.length) return true;
  const form = `{{${name} ${names.join(' ')}}}`;
  const found = `${parameters.length} argument${parameters.length === 1 ? '' : 's'}`;
  report(call, 'arguments', `"${name}" needs ${names.length} arguments, and has ${found}.`, [`Write ${form}.`]);
  return false;
}

/** Reports options that the helper does not know. */
export function checkOptions(call: Call, known: readonly string[]): void {
  for (const key of Object.keys(call.hash))
    if (!known.includes(key))
      report(call, 'unknown-option', `"${call.name}" has no option "${key}".`, suggestionHints(key, known));
}

/** The names of the options that say how a number is printed. */
export const printOptionNames = ['decimals', 'sign', 'words', 'capital'] as const;

/** How the call asks for its number to be printed. */
export function printOptions(call: Call): PrintOptions {
  const { decimals, sign, words, capital } = call.hash;
  if (decimals !== undefined && !(Number.isInteger(decimals) && Number(decimals) >= 0 && Number(decimals) <= 6))
    report(call, 'arguments', `"decimals" must be a whole number from 0 to 6.`, ['Write for example decimals=1.']);
  const asked = Number.isInteger(decimals) ? { decimals: Math.min(6, Math.max(0, Number(decimals))) } : {};
  return { ...asked, sign: sign === true, words: words === true, capital: capital === true };
}
