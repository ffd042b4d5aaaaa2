// Vega's SVG made fit for a page: one root with a role and a text alternative, and nothing that is not drawn.

import { scaleName } from './layer.ts';

/** What the root of a drawing says, and the prefix that keeps its ids its own. */
export interface SvgNaming {
  readonly alternative: string;
  readonly idPrefix: string;
}

const dropped =
  /\sstroke-dasharray=""|\s(?:class|role|pointer-events|opacity|version|aria-[a-z]+|xmlns:xlink)="[^"]*"/g;
/** Vega's classes of the numbers along a scale: its own axes', and those of the layer of that name. */
const ofScale = new RegExp(`\\sclass="[^"]*\\b(?:role-axis-label|(?:\\w+_)?${scaleName}(?:_\\w+)?)\\b[^"]*"`);
const measured = /\s(?:d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|transform|points|viewBox)="[^"]*"/g;

/** The SVG with a named root, numbers of at most two decimals, own ids, and without empty shapes and needless attributes. */
export function tidySvg(svg: string, naming: SvgNaming): string {
  const tidy = svg.replace(/<[^>]+>/g, tag => tidyTag(tag, naming));
  const [, drawn = tidy, definitions = ''] = /^(.*?)(<defs>.*<\/defs>)?<\/svg>$/s.exec(tidy) ?? [];
  const clean = drawn
    .replace(/<path(?=[^>]* d="(?:M0,0h0v0h0Z)?")[^>]*\/>/g, '')
    .replace(/<(path|rect)(?![^>]*(?:fill|stroke)=)[^>]*\/>/g, '')
    .replace(/<rect [^>]*fill="none"(?![^>]*stroke=)[^>]*\/>/g, '');
  return named(`${withoutEmptyGroups(clean)}${definitions}</svg>`, naming.alternative);
}

function tidyTag(tag: string, { idPrefix }: SvgNaming): string {
  return tag
    .replace(ofScale, ' data-scale=""')
    .replace(dropped, attribute => (/^\sopacity="(?!1")/.test(attribute) ? attribute : ''))
    .replace(measured, attribute => attribute.replace(/-?\d+\.\d+(?:e[-+]?\d+)?/g, shortNumber))
    .replace(/\stransform="translate\(0,0\)"/, '')
    .replace(/(\sid="|url\(#|href="#)/g, `$1${idPrefix}-`);
}

function shortNumber(text: string): string {
  return String(Math.round(Number(text) * 100) / 100 + 0);
}

function withoutEmptyGroups(svg: string): string {
  const without = svg.replace(/<g[^>]*><\/g>/g, '');
  return without === svg ? unwrapped(svg) : withoutEmptyGroups(without);
}

/** Groups without attributes say nothing; their tags go, and those of the groups around them stay. */
function unwrapped(svg: string): string {
  const open: boolean[] = [];
  return svg.replace(/<g>|<g [^>]*>|<\/g>/g, tag => {
    if (tag === '</g>') return open.pop() ? tag : '';
    open.push(tag !== '<g>');
    return tag === '<g>' ? '' : tag;
  });
}

function named(svg: string, alternative: string): string {
  return svg.replace(/^<svg /, `<svg role="img" aria-label="${escapeAttribute(alternative)}" `);
}

/** Text made safe between double quotes of an attribute. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
