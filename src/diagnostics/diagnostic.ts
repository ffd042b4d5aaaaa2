// An author's mistake as a value: collected, never thrown, so that one run reports them all.

export type Severity = 'error' | 'warning' | 'notice';

/** Where a mistake stands: a file, its 1-based line and column, and the line itself when it is known. */
export interface Place {
  /** Path relative to the project's root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Number of characters to underline, 1 when unknown. */
  readonly length?: number;
  /** The line of the file, without its line end. */
  readonly text?: string;
}

/** A further place that a finding is about, and what it has to do with it. */
export interface RelatedPlace {
  /** A few words in lower case, such as `the whole`; neighbours with the same words are shown as one. */
  readonly message: string;
  readonly place: Place;
}

/** One finding about the author's input; `rule` is a permanent id in kebab-case, each hint begins with what to do. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly place?: Place;
  /** Further places, such as the other table of two that contradict each other. */
  readonly related?: readonly RelatedPlace[];
  readonly hints: readonly string[];
}

/** A value that could be made, or what stood in the way; warnings may come with a value. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether any of the diagnostics is an error, so that nothing may be published. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(diagnostic => diagnostic.severity === 'error');
}
