// The steps of finishing, by name, so that a test can leave one out and see which rule fails then.

/** What finishing does to a printed file, in the order of the work. */
export const steps = [
  'artifacts',
  'repeated-heads',
  'soft-hyphens',
  'spaces',
  'flat-structure',
  'list-bodies',
  'table-parts',
  'captions',
  'contents',
  'notes',
  'role-map',
  'figure-boxes',
  'structure-ids',
  'empty-links',
  'link-descriptions',
  'bookmarks',
  'attachments',
  'associated-files',
  'metadata',
  'output-intent',
  'identifier',
] as const;

export type Step = (typeof steps)[number];

/** Whether a step is done. */
export type Does = (step: Step) => boolean;
