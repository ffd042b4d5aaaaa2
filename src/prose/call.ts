// One call of a helper in a text: its arguments, its options, its place, and the way to report on it.

import type { TextContext } from '../claims/context.ts';
import type { PrintOptions } from '../claims/result.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { placeAt, placeOnLine, type Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import { isOpen } from '../statistics/observation.ts';
import type { Failure } from '../statistics/quantity.ts';

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
  call.text.diagnostics.push({ severity: 'error', rule, message: message.replace(/\.\.$/, '.'), place, hints });
}

/** Reports a calculation that failed; one of a cell that must still be filled in was reported at that cell. */
export function reportFailure(call: Call, { reason, cells }: Failure, hints: readonly string[]): void {
  if (!cells.some(({ observation }) => isOpen(observation))) report(call, 'calculation', reason, hints);
}

/** Reports a label that the table does not have, underlining the label itself. */
export function reportLabel(
  call: Call,
  what: 'row' | 'column' | 'figure',
  label: string,
  known: readonly string[],
): void {
  const hints = suggestionHints(label, known);
  report(call, `unknown-${what}`, `There is no ${what} "${label}".`, hints, placeOfLabel(call, label));
}

/** The place of a label within a call: between quotes if it can be, else as a bare number. */
function placeOfLabel({ place, text: { source } }: Call, label: string): Place {
  const start = (source.lineStarts[place.line - 1] ?? 0) + place.column - 1;
  const expression = source.text.slice(start, source.text.indexOf('}}', start));
  const quoted = Math.max(expression.indexOf(`"${label}"`), expression.indexOf(`'${label}'`));
  const at = quoted >= 0 ? quoted + 1 : expression.indexOf(label);
  return at < 0 ? place : placeAt(source, start + at, label.length);
}

/** Whether there are enough arguments; reports when there are not. */
export function hasParameters(call: Call, names: readonly string[]): boolean {
  const { name, parameters } = call;
  if (parameters.length === names.length) return true;
  const form = `{{${name} ${names.join(' ')}}}`;
  const wanted = `${names.length} argument${names.length === 1 ? '' : 's'}`;
  report(call, 'arguments', `"${name}" needs ${wanted}, and has ${parameters.length}.`, [`Write ${form}.`]);
  return false;
}

/** What an option's value must be. */
type OptionKind = 'number' | 'yes' | 'words';

const optionKinds: Readonly<Record<string, OptionKind>> = {
  decimalen: 'number',
  ...{ teken: 'yes', voluit: 'yes', hoofdletter: 'yes', 'kleine-letter': 'yes' },
  ...{ omhoog: 'words', omlaag: 'words', gelijk: 'words', meer: 'words', minder: 'words', evenveel: 'words' },
};

/** Reports options that the helper does not know, and options with a value of the wrong kind. */
export function checkOptions(call: Call, known: readonly string[]): void {
  for (const [key, value] of Object.entries(call.hash)) {
    if (!known.includes(key))
      report(call, 'unknown-option', `"${call.name}" has no option "${key}".`, optionHints(key, known));
    else checkOption(call, key, value);
  }
}

function optionHints(key: string, known: readonly string[]): string[] {
  return known.length > 0
    ? suggestionHints(key, known)
    : ['Take it out, or put it within the parentheses of the number.'];
}

function checkOption(call: Call, key: string, value: unknown): void {
  const kind = optionKinds[key];
  if (kind === 'yes' && typeof value !== 'boolean')
    report(call, 'arguments', `"${key}" is either there or not.`, [`Write ${key}=ja.`]);
  if (kind === 'words' && typeof value !== 'string')
    report(call, 'arguments', `"${key}" needs words.`, [`Write them between quotes: ${key}="…".`]);
  if (kind === 'number' && !(Number.isInteger(value) && Number(value) >= 0))
    report(call, 'arguments', `"${key}" must be a whole number.`, [`Write for example ${key}=1.`]);
}

/** The names of the options that say how a number is printed. */
export const printOptionNames = ['decimalen', 'teken', 'voluit', 'hoofdletter'] as const;

const mostDecimals = 6;

/** How the call asks for its number to be printed. */
export function printOptions(call: Call): PrintOptions {
  const { decimalen, teken, voluit, hoofdletter } = call.hash;
  const asked = typeof decimalen === 'number' && Number.isInteger(decimalen) ? decimalen : undefined;
  if (asked !== undefined && asked > mostDecimals)
    report(call, 'arguments', `"decimalen" must be at most ${mostDecimals}.`, ['Write for example decimalen=1.']);
  const within = asked === undefined ? {} : { decimals: Math.min(mostDecimals, Math.max(0, asked)) };
  return { ...within, sign: teken === true, words: voluit === true, capital: hoofdletter === true };
}
