// Types of the two libraries that bring none.

declare module 'hyphen/nl/index.js' {
  const dutch: { hyphenateSync(text: string, options?: { minWordLength?: number; hyphenChar?: string }): string };
  export default dutch;
}

declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  const plugin: (markdown: MarkdownIt) => void;
  export default plugin;
}
