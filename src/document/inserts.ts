// Values on their way through Markdown: each is replaced by a short mark that Markdown leaves alone, and put back after.

/** What stands in the place of an expression: ready HTML, inside a sentence or as a block of its own. */
export interface Insert {
  readonly kind: 'inline' | 'block';
  readonly html: string;
}

const marks = { inline: ['\uE000', '\uE001'], block: ['\uE002', '\uE003'] } as const;

/** One text's inserts. Data and text can hold no mark of their own: the marks are private-use characters. */
export interface Inserts {
  /** Keeps an insert and returns the mark that stands for it. */
  keep(insert: Insert): string;
  /** HTML with every mark replaced by what it stands for. */
  restore(html: string): string;
}

/** An empty collection of inserts. */
export function createInserts(): Inserts {
  const kept: Insert[] = [];
  return {
    keep: insert => {
      const [open, close] = marks[insert.kind];
      kept.push(insert);
      return `${open}${kept.length - 1}${close}`;
    },
    restore: html => html.replace(/[\uE000\uE002](\d+)[\uE001\uE003]/g, (_, index) => kept[Number(index)]?.html ?? ''),
  };
}

/** Whether a paragraph holds nothing but block inserts, so that it is no paragraph. */
export function isBlockInsert(content: string): boolean {
  return /^(\s*\uE002\d+\uE003)+\s*$/.test(content);
}

/** The text without private-use characters, so that it can never be taken for a mark. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uF8FF]/g, '');
}
