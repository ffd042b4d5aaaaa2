// What only the HTML edition has: templates hold it in comments, which print nothing.

/** What a comment may be opened for: the HTML edition, or one that lists the grounds of its numbers. */
export type ScreenPart = 'html' | 'grounds';

/**
 * The document with the content of its comments `<!--html …-->` and `<!--grounds …-->` let out, or taken away. What has
 * `data-scrolls` can be reached and scrolled with the keyboard, under that name. A figure is one by itself; the role of
 * a group it has only for the tags of print.
 */
export function onScreen(html: string, parts: readonly ScreenPart[]): string {
  return html
    .replace(/<!--(html|grounds)\b([\s\S]*?)-->/g, (_, part: ScreenPart, content: string) =>
      parts.includes(part) ? content.trim() : '',
    )
    .replace(/ data-scrolls="([^"]*)"/g, ' role="group" aria-label="$1" tabindex="0"')
    .replace(/(<figure\b[^>]*) role="group"/g, '$1');
}
