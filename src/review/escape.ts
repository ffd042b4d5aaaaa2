// Texts of the data in Markdown: each character as it is read, and nothing that GitHub or GitLab makes something of.

/** Joins two characters and is not seen: what stands around it is no name, number or address any more. */
const joiner = '\u2060';

/**
 * A text as Markdown of one line: without formatting, HTML, links, mentions, references to issues and merge requests,
 * labels, formulas and emoji; it may stand in a cell of a table.
 */
export function escapeMarkdown(text: string): string {
  return apart(oneLine(text))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_~[\]|$]/g, '\\$&');
}

/** Without control characters, and without those that turn the direction of what follows. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
}

/** `@name`, `#12`, `!12`, `%name`, `&12`, `~label`, `GH-12`, `:smile:`, `https://…` and `www.…` with a joiner inside. */
function apart(text: string): string {
  return text
    .replace(/[@#!$%&~^](?=[\p{L}\p{N}"_])/gu, `$&${joiner}`)
    .replace(/\bGH-(?=\d)/gi, `$&${joiner}`)
    .replace(/:(?=[\w+-]+:)/g, `$&${joiner}`)
    .replace(/:(?=\/\/)/g, `$&${joiner}`)
    .replace(/\bwww(?=\.)/gi, `$&${joiner}`);
}
