// Rules on the content of pages: what is text, what is decoration, and whether the text can be read.

import { atElement, type Finding, type Rule } from '../rule.ts';

const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

const contentMarked: Rule = {
  id: 'content-marked',
  source: 'PDF/UA-1 7.1',
  title: 'All that is painted is tagged content or an artifact',
  check: ({ pages }) =>
    pages.flatMap(({ page, unmarked }): Finding[] => {
      if (unmarked.operators.size === 0) return [];
      const what = [...unmarked.operators].map(([name, count]) => counted(count, name)).join(', ');
      const text = unmarked.text.trim() === '' ? '' : `: "${unmarked.text.trim().slice(0, 60)}"`;
      return [{ message: `${what} painted without a mark${text}`, page: page.number, object: page.object }];
    }),
};

const artifactsApart: Rule = {
  id: 'artifacts-apart',
  source: 'PDF/UA-1 7.1',
  title: 'No artifact stands in tagged content, and no tagged content in an artifact',
  check: ({ pages }) =>
    pages.flatMap(({ page, nested }): Finding[] =>
      nested === 0 ? [] : [{ message: `${counted(nested, 'mark')} within the other kind`, page: page.number }],
    ),
};

const artifactText: Rule = {
  id: 'artifact-text',
  source: 'PDF/UA-1 7.8',
  title: 'Text among the artifacts is a running head or foot, or a table head said before',
  check: ({ pages }) =>
    pages.flatMap(({ page, artifacts }) =>
      artifacts
        .filter(({ type }) => type !== 'Pagination')
        .map(({ text }) => ({
          message: `text as an artifact that is no pagination: "${text.trim().slice(0, 60)}"`,
          page: page.number,
        })),
    ),
};

const everySequence: Rule = {
  id: 'content-in-tree',
  source: 'PDF/UA-1 7.1',
  title: 'The structure tree holds every tagged sequence, once',
  check: inspection => {
    const { pages, elements } = inspection;
    const held = new Map<string, number>();
    for (const element of elements)
      for (const kid of element.kids) {
        if (kid.kind !== 'content') continue;
        const key = `${kid.page} ${kid.stream ?? ''} ${kid.mcid}`;
        held.set(key, (held.get(key) ?? 0) + 1);
      }
    return pages.flatMap(({ page, sequences }): Finding[] => {
      const own = new Set([...sequences.keys()].map(name => heldKey(page.object, name)));
      const lost = [...held.keys()].filter(key => key.startsWith(`${page.object} `) && !own.has(key));
      return [
        ...lost.map(key => ({
          message: `the sequence ${key.split(' ').at(-1)} is not on the page`,
          page: page.number,
        })),
        ...[...sequences].flatMap(([name, { text, paints }]): Finding[] => {
          const times = held.get(heldKey(page.object, name)) ?? 0;
          if (times === 1 || (times === 0 && !paints)) return [];
          const what = times === 0 ? 'no element holds' : `${times} elements hold`;
          return [{ message: `${what} the sequence ${name}: "${text.trim().slice(0, 60)}"`, page: page.number }];
        }),
      ];
    });
  },
};

/** A page, a form or nothing, and an MCID, as one key. */
function heldKey(page: number, name: string): string {
  const [stream, mcid] = name.includes(':') ? name.split(':') : ['', name];
  return `${page} ${stream} ${mcid}`;
}

const textReadable: Rule = {
  id: 'text-unicode',
  source: 'PDF/UA-1 7.21.7, PDF/A-2 6.2.11.7',
  title: 'Every character shown has a Unicode text',
  check: ({ pages }) =>
    pages.flatMap(({ page, unreadable }) =>
      [...unreadable].map(([font, count]) => ({
        message: `${counted(count, 'character')} of the font ${font} without a text`,
        page: page.number,
      })),
    ),
};

const softHyphens: Rule = {
  id: 'soft-hyphens',
  source: 'jaarcijfers',
  title: 'The text, the alternatives and the descriptions have no soft hyphens and no zero-width spaces',
  check: inspection => {
    const { pages, elements, annotations } = inspection;
    const inText = pages.flatMap(({ page, sequences }): Finding[] => {
      const texts = [...sequences.values()].map(({ text }) => text);
      const count = texts.reduce((sum, text) => sum + (text.match(invisible)?.length ?? 0), 0);
      return count === 0 ? [] : [{ message: counted(count, 'invisible character'), page: page.number }];
    });
    const inWords = elements
      .filter(({ alternative, actualText }) => isHyphenated(`${alternative ?? ''}${actualText ?? ''}`))
      .map(element => atElement(inspection, element, 'invisible characters in an alternative'));
    const inLinks = annotations
      .filter(({ contents }) => isHyphenated(contents))
      .map(({ object, page }) => ({ message: 'invisible characters in Contents', page: page.number, object }));
    return [...inText, ...inWords, ...inLinks];
  },
};

const invisible = /[\u00AD\u200B]/g;

function isHyphenated(text: string): boolean {
  return text.search(invisible) >= 0;
}

const fontsEmbedded: Rule = {
  id: 'fonts-embedded',
  source: 'PDF/UA-1 7.21.4, PDF/A-2 6.2.11.4',
  title: 'Every font is embedded',
  check: ({ fonts }) =>
    fonts.filter(({ embedded }) => !embedded).map(({ name }) => ({ message: `the font ${name} is not embedded` })),
};

/** The rules on content. */
export const contentRules: readonly Rule[] = [
  contentMarked,
  artifactsApart,
  artifactText,
  everySequence,
  textReadable,
  softHyphens,
  fontsEmbedded,
];
