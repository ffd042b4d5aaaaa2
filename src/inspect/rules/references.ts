// Rules on what leads from one place to another: links, contents, notes, bookmarks and ids.

import { leadsInside } from '../../pdf/destinations.ts';
import { listOf } from '../../pdf/file.ts';
import { readNameTree } from '../../pdf/nametree.ts';
import { readBox } from '../../pdf/pages.ts';
import type { StructureElement } from '../../pdf/structure.ts';
import { isDictionary, isReference, nameOf, type PdfValue } from '../../pdf/values.ts';
import type { Annotation, Inspection } from '../inspection.ts';
import { plainWords } from '../record.ts';
import { atElement, childrenOf, type Finding, ofType, type Rule, standardType } from '../rule.ts';

/** The elements that hold annotations, by the numbers of those objects. */
function holders({ elements }: Inspection): ReadonlyMap<number, StructureElement> {
  return new Map(
    elements.flatMap(element =>
      element.kids.flatMap(kid => (kid.kind === 'object' ? [[kid.object, element] as const] : [])),
    ),
  );
}

/** Annotations that a reader meets: neither hidden nor mere windows of others. */
function shown({ file, annotations }: Inspection): readonly Annotation[] {
  return annotations.filter(({ type, dictionary }) => {
    const flags = file.get(dictionary, 'F');
    return type !== 'Popup' && !(typeof flags === 'number' && (flags & 2) !== 0);
  });
}

const annotationsTagged: Rule = {
  id: 'annotations-tagged',
  source: 'PDF/UA-1 7.18.1, 7.18.5',
  title: 'Every link stands in a Link element, every other annotation in an element',
  check: inspection => {
    const held = holders(inspection);
    return shown(inspection).flatMap(({ object, page, type }): Finding[] => {
      const holder = held.get(object);
      const found = holder ? standardType(inspection, holder.type) : 'no element';
      if (type === 'Link' ? found === 'Link' : holder !== undefined) return [];
      return [{ message: `${type} annotation in ${found}`, page: page.number, object }];
    });
  },
};

const linkDescriptions: Rule = {
  id: 'link-descriptions',
  source: 'PDF/UA-1 7.18.1, 7.18.5',
  title: 'Every link says in its Contents where it leads',
  check: inspection =>
    shown(inspection)
      .filter(({ contents, type }) => contents.trim() === '' && type !== 'Widget')
      .map(({ object, page, type }) => ({ message: `${type} annotation without Contents`, page: page.number, object })),
};

const linkPlaces: Rule = {
  id: 'link-places',
  source: 'jaarcijfers',
  title: 'Every link lies over something that can be seen',
  check: inspection =>
    shown(inspection).flatMap(({ type, page, object, dictionary }): Finding[] => {
      const box = readBox(inspection.file, inspection.file.get(dictionary, 'Rect'));
      const isEmpty = type === 'Link' && (!box || box.top - box.bottom < 0.5 || box.right - box.left < 0.5);
      return isEmpty ? [{ message: 'a link over nothing', page: page.number, object }] : [];
    }),
};

const tabOrder: Rule = {
  id: 'tab-order',
  source: 'PDF/UA-1 7.18.3',
  title: 'On pages with annotations the tab key follows the structure',
  check: ({ file, pages, annotations }) =>
    pages
      .filter(({ page }) => annotations.some(one => one.page === page))
      .filter(({ page }) => nameOf(file.get(page.dictionary, 'Tabs')) !== 'S')
      .map(({ page }) => ({ message: 'Tabs is not S', page: page.number, object: page.object })),
};

const contentsTagged: Rule = {
  id: 'contents',
  source: 'ISO 32000-1 14.8.4.3.2',
  title: 'A list of nothing but links into the document is a table of contents',
  check: inspection => {
    const internal = new Set(
      inspection.annotations.filter(one => leadsInside(inspection.file, one.dictionary)).map(({ object }) => object),
    );
    return ofType(inspection, 'L')
      .filter(
        list => childrenOf(list).length > 1 && childrenOf(list).every(item => isEntry(inspection, item, internal)),
      )
      .map(list => atElement(inspection, list, 'list of links that is no TOC'));
  },
};

function isEntry(inspection: Inspection, item: StructureElement, internal: ReadonlySet<number>): boolean {
  const inside = item.kids.flatMap(kid =>
    kid.kind === 'element' && standardType(inspection, kid.type) === 'LBody' ? kid.kids : [kid],
  );
  const [link, ...others] = inside.filter(kid => !(kid.kind === 'element' && kid.type === 'Lbl'));
  if (link?.kind !== 'element' || link.type !== 'Link' || others.length > 0) return false;
  return link.kids.some(kid => kid.kind === 'object' && internal.has(kid.object));
}

const noteIds: Rule = {
  id: 'notes',
  source: 'PDF/UA-1 7.9',
  title: 'Every note has an id of its own',
  check: inspection => {
    const notes = ofType(inspection, 'Note');
    const ids = notes.map(({ id }) => id);
    return notes
      .filter(({ id }) => id === undefined || ids.indexOf(id) !== ids.lastIndexOf(id))
      .map(note =>
        atElement(inspection, note, note.id === undefined ? 'note without an id' : 'note with the id of another'),
      );
  },
};

const structureIds: Rule = {
  id: 'structure-ids',
  source: 'jaarcijfers',
  title: 'Ids count in reading order, each once, and the id tree has them all',
  check: inspection => {
    const named = inspection.elements.filter(({ id }) => id !== undefined);
    const { file } = inspection;
    const tree = file.get(file.get(file.catalog, 'StructTreeRoot'), 'IDTree');
    const known = new Set(readNameTree(file, tree).map(([id]) => id));
    return named.flatMap((element, index): Finding[] => {
      const before = named[index - 1]?.id;
      if (before !== undefined && (element.id ?? '') <= before)
        return [atElement(inspection, element, `the id ${element.id} comes after ${before}`)];
      return known.has(element.id ?? '')
        ? []
        : [atElement(inspection, element, `the id ${element.id} is not in the id tree`)];
    });
  },
};

const parentTree: Rule = {
  id: 'parent-tree',
  source: 'ISO 32000-1 14.7.4.4',
  title: 'The parent tree leads from content and annotations to the elements that hold them',
  check: inspection => {
    const { file, pages, elements, annotations } = inspection;
    const tree = new Map(numbersOf(inspection, file.get(file.get(file.catalog, 'StructTreeRoot'), 'ParentTree')));
    const expected = new Map<string, number | undefined>();
    for (const element of elements)
      for (const kid of element.kids)
        if (kid.kind === 'content' && kid.stream === undefined) expected.set(`${kid.page} ${kid.mcid}`, element.object);
    const content = pages.flatMap(({ page }): Finding[] => {
      const own = listOf(file, tree.get(Number(file.get(page.dictionary, 'StructParents'))) ?? null);
      const wrong = [...expected]
        .filter(([place]) => place.startsWith(`${page.object} `))
        .filter(([place, object]) => {
          const found = own[Number(place.split(' ')[1])];
          return !isReference(found) || found.object !== object;
        });
      return wrong.length === 0
        ? []
        : [{ message: `${wrong.length} sequences lead to another element`, page: page.number }];
    });
    const held = holders(inspection);
    const objects = annotations.flatMap(({ object, page, dictionary }): Finding[] => {
      const element = held.get(object)?.object;
      const found = tree.get(Number(file.get(dictionary, 'StructParent')));
      const isRight = element === undefined || (isReference(found) && found.object === element);
      return isRight ? [] : [{ message: 'an annotation leads to another element', page: page.number, object }];
    });
    return [...content, ...objects];
  },
};

function numbersOf(inspection: Inspection, node: PdfValue, depth = 0): [number, PdfValue][] {
  const { file } = inspection;
  if (!isDictionary(node) || depth > 20) return [];
  const own = listOf(file, file.get(node, 'Nums'));
  const pairs = own.flatMap((key, index): [number, PdfValue][] =>
    index % 2 === 0 && typeof key === 'number' ? [[key, own[index + 1] ?? null]] : [],
  );
  return [
    ...pairs,
    ...listOf(file, file.get(node, 'Kids')).flatMap(kid => numbersOf(inspection, file.resolve(kid), depth + 1)),
  ];
}

const bookmarkTitles: Rule = {
  id: 'bookmarks',
  source: 'jaarcijfers',
  title: 'A file of several pages has bookmarks, with words that can be searched',
  check: ({ bookmarks, pages }) => [
    ...(bookmarks.length === 0 && pages.length > 4 ? [{ message: `${pages.length} pages without bookmarks` }] : []),
    ...bookmarks
      .filter(({ title }) => title === '' || title !== plainWords(title))
      .map(({ title }) => ({ message: `a bookmark with special characters or without words: "${title}"` })),
  ],
};

/** The rules on references. */
export const referenceRules: readonly Rule[] = [
  annotationsTagged,
  linkDescriptions,
  linkPlaces,
  tabOrder,
  contentsTagged,
  noteIds,
  structureIds,
  parentTree,
  bookmarkTitles,
];
