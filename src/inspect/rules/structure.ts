// Rules on the structure tree: its types, headings, lists, figures and captions.

import type { StructureElement } from '../../pdf/structure.ts';
import { atElement, childrenOf, type Finding, ofType, type Rule, standardType } from '../rule.ts';

const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
);

const tagged: Rule = {
  id: 'tagged',
  source: 'PDF/UA-1 7.1',
  title: 'The file says that it is tagged, and has a structure tree',
  check: ({ file, tree }) => {
    const information = file.get(file.catalog, 'MarkInfo');
    const marked = file.get(information, 'Marked') === true;
    return [
      ...(file.get(information, 'Suspects') === true ? [{ message: 'MarkInfo says that the tags are suspect' }] : []),
      ...(marked ? [] : [{ message: 'MarkInfo does not say that the file is marked' }]),
      ...(tree && tree.kids.length > 0 ? [] : [{ message: 'there is no structure tree' }]),
    ];
  },
};

const standardRoles: Rule = {
  id: 'standard-types',
  source: 'PDF/UA-1 7.1, PDF/A-2 6.7.3.4',
  title: 'Every structure type is a standard one, or mapped to one',
  check: inspection => {
    const strange = inspection.elements.filter(({ type }) => !standardTypes.has(standardType(inspection, type)));
    const types = [...new Set(strange.map(({ type }) => type))];
    const remapped = [...(inspection.tree?.roles ?? [])].filter(([type]) => standardTypes.has(type));
    return [
      ...remapped.map(([type, role]) => ({ message: `the standard type ${type} is mapped to ${role}` })),
      ...types.map(type => {
        const own = strange.filter(element => element.type === type);
        return atElement(
          inspection,
          own[0] as StructureElement,
          `${own.length} × ${type} is mapped to no standard type`,
        );
      }),
    ];
  },
};

const meaning: Rule = {
  id: 'structure-meaning',
  source: 'jaarcijfers',
  title: 'No content stands in elements without a meaning, or that only group others',
  check: inspection =>
    ofType(inspection, ...grouping)
      .filter(({ kids }) => kids.some(({ kind }) => kind !== 'element'))
      .map(element => atElement(inspection, element, `content directly in ${element.type}`)),
};

/** Elements that hold other elements, or mean nothing (ISO 32000-1, 14.8.4.2 and 14.8.4.3). */
const grouping = 'NonStruct Private Document Part Art Sect Div BlockQuote TOC TOCI L Table THead TBody TFoot TR'.split(
  ' ',
);

const headingOrder: Rule = {
  id: 'headings',
  source: 'PDF/UA-1 7.4',
  title: 'Headings begin at H1, skip no level and have words',
  check: inspection => {
    const headings = inspection.elements.flatMap(element => {
      const level = /^H([1-6])$/.exec(standardType(inspection, element.type))?.[1];
      return level === undefined ? [] : [{ element, level: Number(level) }];
    });
    const plain = ofType(inspection, 'H');
    if (plain[0] && headings.length > 0)
      return [atElement(inspection, plain[0], 'H stands beside headings with levels')];
    return headings.flatMap(({ element, level }, index): Finding[] => {
      const before = headings[index - 1]?.level ?? 0;
      if (inspection.words.of(element) === '') return [atElement(inspection, element, `H${level} has no words`)];
      return level > before + 1
        ? [atElement(inspection, element, `H${level} follows ${before === 0 ? 'no heading' : `H${before}`}`)]
        : [];
    });
  },
};

/** What may stand in what (ISO 32000-1, 14.8.4.3). */
const parts: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'Caption', 'L'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'],
};

const owners: Readonly<Record<string, readonly string[]>> = {
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};

const listParts: Rule = {
  id: 'lists',
  source: 'PDF/UA-1 7.2',
  title: 'Lists hold items, items a label and a body, contents their entries, tables their rows and cells',
  check: inspection =>
    inspection.elements.flatMap((element): Finding[] => {
      const type = standardType(inspection, element.type);
      const parent = inspection.parents.get(element);
      const wanted = owners[type];
      const allowed = parts[type];
      const strays = allowed
        ? childrenOf(element).filter(kid => !allowed.includes(standardType(inspection, kid.type)))
        : [];
      const loose = allowed !== undefined && element.kids.some(({ kind }) => kind === 'content');
      return [
        ...strays.map(kid => atElement(inspection, kid, `${kid.type} stands in ${element.type}`)),
        ...(loose ? [atElement(inspection, element, `content stands in ${element.type} itself`)] : []),
        ...(wanted && !(parent && wanted.includes(standardType(inspection, parent.type)))
          ? [atElement(inspection, element, `${element.type} stands outside ${wanted.join(' or ')}`)]
          : []),
      ];
    }),
};

const figureAlternatives: Rule = {
  id: 'figure-alternatives',
  source: 'PDF/UA-1 7.3',
  title: 'Every figure has a text alternative',
  check: inspection =>
    ofType(inspection, 'Figure', 'Formula')
      .filter(({ alternative, actualText }) => !alternative?.trim() && !actualText?.trim())
      .map(element => atElement(inspection, element, `${element.type} without a text alternative`)),
};

const figureBoxes: Rule = {
  id: 'figure-boxes',
  source: 'PDF/UA-1 7.3',
  title: 'Every figure says where it stands, within its page',
  check: inspection =>
    ofType(inspection, 'Figure').flatMap((element): Finding[] => {
      const box = element.attributes.get('Layout.BBox');
      const isBox = Array.isArray(box) && box.length === 4 && box.every(one => typeof one === 'number');
      return isBox ? [] : [atElement(inspection, element, 'figure without a bounding box')];
    }),
};

const captionPlaces: Rule = {
  id: 'captions',
  source: 'ISO 32000-1 14.8.4.4',
  title: 'Every caption stands in what it is of',
  check: inspection =>
    ofType(inspection, 'Caption').flatMap((element): Finding[] => {
      const parent = inspection.parents.get(element);
      const type = parent ? standardType(inspection, parent.type) : 'nothing';
      const allowed = ['Figure', 'Table', 'Formula', 'L', 'TOC', 'Index'].includes(type);
      return allowed ? [] : [atElement(inspection, element, `caption in ${parent?.type ?? type}`)];
    }),
};

/** The rules on the structure tree. */
export const structureRules: readonly Rule[] = [
  tagged,
  standardRoles,
  meaning,
  headingOrder,
  listParts,
  figureAlternatives,
  figureBoxes,
  captionPlaces,
];
