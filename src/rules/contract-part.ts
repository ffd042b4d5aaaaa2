// Rules `html-element`, `html-nesting`, `html-list`, `html-language` and `html-role`: parts that keep their meaning in a PDF.

import type { Breach } from './breach.ts';
import { around, type Element, type Markup } from './markup.ts';

/** Elements that lose their meaning in the tags of a PDF, and what to use instead. */
const lost: Readonly<Record<string, string>> = {
  dl: 'Write a list, or a table with two columns.',
  dt: 'Write a list, or a table with two columns.',
  dd: 'Write a list, or a table with two columns.',
  pre: 'Take away the four spaces or the ``` before the lines: running text has no fixed lines.',
  math: 'Write the formula in words, or as an image with its text alternative.',
  q: 'Type the quotation marks: those of <q> are not read out.',
};

const inParagraphs = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'button',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'svg',
  'time',
  'u',
  'var',
  'wbr',
]);

/** Blocks, and the inline elements whose language a PDF keeps. */
const withLanguage =
  /^(?:html|body|main|article|section|aside|nav|header|footer|div|p|h[1-6]|ul|ol|li|blockquote|figure|figcaption|table|caption|thead|tbody|tr|th|td|em|strong|code|a)$/;

const lostRoles = ['doc-noteref', 'doc-backlink', 'doc-endnotes', 'doc-footnote'];

/** Every element is one that keeps its meaning, stands where it may stand, and has a language and role that last. */
export function checkParts({ elements }: Markup): Breach[] {
  return elements.flatMap(one => [...lostElement(one), ...misplaced(one), ...language(one), ...role(one)]);
}

function lostElement(one: Element): Breach[] {
  const hint = Object.hasOwn(lost, one.name) ? lost[one.name] : undefined;
  if (hint === undefined) return [];
  return [{ rule: 'html-element', message: `<${one.name}> loses its meaning in the PDF.`, hint, at: one }];
}

function misplaced(one: Element): Breach[] {
  const parent = one.parent?.name ?? '';
  const isInList = parent === 'ul' || parent === 'ol';
  if (isInList && one.name !== 'li')
    return [
      {
        rule: 'html-list',
        message: `<${one.name}> stands in a list, outside its items.`,
        hint: 'Put it in an <li>.',
        at: one,
      },
    ];
  if (one.name === 'li' && !isInList)
    return [
      {
        rule: 'html-list',
        message: 'An item stands outside a list.',
        hint: 'Put the <li> in a <ul> or <ol>.',
        at: one,
      },
    ];
  if (!/^(?:p|h[1-6])$/.test(parent) || inParagraphs.has(one.name)) return [];
  return [
    {
      rule: 'html-nesting',
      message: `<${one.name}> cannot stand in <${parent}>: the browser closes that before it.`,
      hint: `Put it beside the <${parent}>, or make that a <div>.`,
      at: one,
    },
  ];
}

function language(one: Element): Breach[] {
  const value = one.attributes.get('lang');
  if (value === undefined || around(one).some(({ name }) => name === 'svg')) return [];
  const say = (message: string, hint: string): Breach[] => [{ rule: 'html-language', message, hint, at: one }];
  if (!withLanguage.test(one.name))
    return say(
      `The PDF does not keep the language of <${one.name}>.`,
      'Put lang on an <em>, <strong>, <code>, <a>, or on the block around it.',
    );
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value))
    return say(`"${value}" is no language.`, 'Write the code of the language, such as en, de or fr.');
  return [];
}

function role(one: Element): Breach[] {
  const value = one.attributes.get('role');
  if (value === undefined || !lostRoles.includes(value)) return [];
  return [
    {
      rule: 'html-role',
      message: `The role ${value} takes the links or items from the tags of the PDF.`,
      hint: 'Take the role away: notes are plain links and plain lists.',
      at: one,
    },
  ];
}
