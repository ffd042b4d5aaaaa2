// What a release is: of which year and commit, under which version, and which moment its files carry.

/** What is known of a release before anything of it is made. */
export interface ReleaseHead {
  readonly reportingYear: number;
  /** `v2023.1`. */
  readonly version: string;
  /** Full name of the commit that it is made from. */
  readonly commit: string;
  /** The release of this year before it. */
  readonly previous?: { readonly version: string; readonly commit: string };
  /** The moment of the commit, or of SOURCE_DATE_EPOCH. */
  readonly moment: Date;
  /** SOURCE_DATE_EPOCH in seconds, where it was set. */
  readonly epoch?: number;
  /** Until when nothing of it may be published, as the Dutch clock shows it: only where it was released under embargo. */
  readonly embargo?: string;
}
