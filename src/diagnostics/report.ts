// Diagnostics as a person reads them in a terminal, and as a program reads them in JSON.

import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { Diagnostic, Place, RelatedPlace, Severity } from './diagnostic.ts';

/** The machine form of a diagnostic, as `check --json` prints it in an array. */
export interface DiagnosticRecord {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** Further places; empty when there are none. */
  readonly related: readonly RelatedRecord[];
  readonly hints: readonly string[];
}

/** The machine form of a further place. */
export interface RelatedRecord {
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The machine form of a diagnostic; what is not known of its place is null. */
export function toRecord(diagnostic: Diagnostic): DiagnosticRecord {
  const { severity, rule, message, place, related, hints } = diagnostic;
  return {
    severity,
    rule,
    message,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    related: (related ?? []).map(toRelatedRecord),
    hints,
  };
}

function toRelatedRecord({ message, place: { file, line, column } }: RelatedPlace): RelatedRecord {
  return { message, file, line, column };
}

const colours = { error: 'red', warning: 'yellow', notice: 'blue' } as const;

/**
 * All diagnostics by file and line, each with its line underlined, its further places and its hints, and a last line
 * that counts them.
 */
export function formatReport(diagnostics: readonly Diagnostic[], options: { colour: boolean }): string {
  const paint = painter(options.colour);
  const blocks = inOrder(diagnostics).map(diagnostic => formatDiagnostic(diagnostic, paint));
  return [...blocks, summary(diagnostics)].join('\n\n');
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

function painter(colour: boolean): Paint {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
}

/** The diagnostics by file, line and column, without exact repeats. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map(diagnostic => [JSON.stringify(diagnostic), diagnostic]));
  return [...seen.values()].sort((a, b) => comparePlaces(a, b));
}

function comparePlaces(a: Diagnostic, b: Diagnostic): number {
  const fileOrder = (a.place?.file ?? '').localeCompare(b.place?.file ?? '', 'en');
  return fileOrder || (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}

function formatDiagnostic(diagnostic: Diagnostic, paint: Paint): string {
  const { severity, rule, message, place, related, hints } = diagnostic;
  const head = `${paint([colours[severity], 'bold'], severity)} ${paint('dim', rule)}  ${message}`;
  const lines = [head];
  if (place) lines.push(...frame(place, paint));
  lines.push(...notes(related ?? [], paint));
  for (const hint of hints) lines.push(`  ${paint('cyan', 'hint')}: ${hint}`);
  return lines.join('\n');
}

/** The further places, each under its words; neighbours in one file with the same words are lines of one frame. */
function notes(related: readonly RelatedPlace[], paint: Paint): string[] {
  return related.flatMap(({ message, place }, index) => {
    const before = related[index - 1];
    const goesOn = before?.message === message && before.place.file === place.file && place.text !== undefined;
    const lines = frame(place, paint);
    return goesOn ? lines.slice(1) : [`  ${paint('cyan', 'note')}: ${message}`, ...lines];
  });
}

function frame(place: Place, paint: Paint): string[] {
  const where = `  ${paint('underline', `${place.file}:${place.line}:${place.column}`)}`;
  if (place.text === undefined) return [where];
  const { text, column } = excerpt(place.text, place.column);
  const gutter = `${place.line} | `;
  const marks = '^'.repeat(Math.max(1, Math.min(place.length ?? 1, text.length - column + 2)));
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return [where, `  ${paint('dim', gutter)}${text}`, `  ${' '.repeat(gutter.length)}${indent}${paint('red', marks)}`];
}

const widestLine = 110;

/** A long line of prose is cut to a window around the column. */
function excerpt(text: string, column: number): { text: string; column: number } {
  if (text.length <= widestLine) return { text, column };
  const from = Math.max(0, Math.min(column - 40, text.length - widestLine));
  const cut = text.slice(from, from + widestLine);
  const start = from > 0 ? '…' : '';
  const end = from + widestLine < text.length ? '…' : '';
  return { text: `${start}${cut}${end}`, column: column - from + start.length };
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const distinct = inOrder(diagnostics);
  const count = (severity: Severity): number => distinct.filter(one => one.severity === severity).length;
  const parts = (['error', 'warning', 'notice'] as const)
    .filter(severity => count(severity) > 0)
    .map(severity => `${count(severity)} ${severity}${count(severity) === 1 ? '' : 's'}`);
  return parts.length > 0 ? parts.join(', ') : 'no problems found';
}

/** A path relative to the project's root, with forward slashes on every system. */
export function projectPath(root: string, path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
