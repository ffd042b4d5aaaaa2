// What the command `new` says: what was made, what a person must look at, and what comes next.

import type { RenewedFile } from './year.ts';

/** What was made of which year. */
export interface Made {
  readonly from: number;
  readonly to: number;
  readonly made: readonly RenewedFile[];
  readonly left: readonly string[];
}

/** The lines of the report; the last says what to do next. */
export function newYearLines({ from, to, made, left }: Made): string[] {
  const next = `Next: npx jaarcijfers check ${to}`;
  if (made.length === 0) return [`Nothing was made: data/${to} has all its files already.`, next];
  return [`data/${to}, made from data/${from}:`, ...countLines(made), ...confirmLines(made), ...leftLines(left), next];
}

function countLines(made: readonly RenewedFile[]): string[] {
  const ofKind = (kind: RenewedFile['kind']): RenewedFile[] => made.filter(file => file.kind === kind);
  const [tables, texts, others] = [ofKind('table'), ofKind('text'), ofKind('other')];
  const open = tables.reduce((sum, file) => sum + file.open, 0);
  const undated = tables.filter(file => file.isUndated).length;
  const dates = undated > 0 ? ` and ${counted(undated, 'reference date')}` : '';
  const marked = texts.reduce((sum, file) => sum + file.marked, 0);
  return [
    ...(tables.length > 0
      ? [`  ${counted(tables.length, 'table')}, with ${counted(open, 'cell')}${dates} to fill in (?)`]
      : []),
    ...(texts.length > 0
      ? [`  ${counted(texts.length, 'text')}, with ${counted(marked, 'block')} to rewrite ({{herschrijven}})`]
      : []),
    ...(others.length > 0 ? [`  ${counted(others.length, 'other file')}`] : []),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What no rule will report. */
function confirmLines(made: readonly RenewedFile[]): string[] {
  const lines = made.flatMap(({ path, toConfirm }) => toConfirm.map(({ line, what }) => `  ${path}:${line}  ${what}`));
  return lines.length > 0 ? ['To confirm, for `check` cannot know it:', ...lines] : [];
}

function leftLines(left: readonly string[]): string[] {
  return left.length > 0 ? ['There already, and left as they were:', ...left.map(path => `  ${path}`)] : [];
}
