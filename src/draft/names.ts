// What the marks of a draft are called in its PDF, so that whoever compares two drafts can leave them out.

/** What the name of each resource of the marks begins with: forms, and the fonts and graphics states of the notice. */
export const prefix = 'Concept';

/** The id of the structure element of the notice. */
export const noticeId = 'concept';

/** The form with the large word. */
export const wordForm = `${prefix}Woord`;

/** The form with the line that says which draft it is. */
export const lineForm = `${prefix}Regel`;

/** The form of a digit, of which line numbers are made. */
export function digitForm(digit: string): string {
  return prefix + digit;
}
