// A rule that a PDF keeps or breaks, and what is found where it is broken.

import type { StructureElement } from '../pdf/structure.ts';
import type { Inspection } from './inspection.ts';
import { excerpt } from './words.ts';

/** A place where a rule is broken. */
export interface Finding {
  readonly message: string;
  /** The page, from 1. */
  readonly page?: number;
  /** The number of the object. */
  readonly object?: number;
}

/** A rule with a permanent id. */
export interface Rule {
  readonly id: string;
  /** Where it comes from: a clause of PDF/UA-1 (ISO 14289-1:2014), PDF/A-2 (ISO 19005-2:2011), PDF/A-3 or PDF itself, or `jaarcijfers`. */
  readonly source: string;
  /** What holds when it is kept. */
  readonly title: string;
  readonly check: (inspection: Inspection) => readonly Finding[];
}

/** A rule, and what it found. */
export interface Judgement {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
}

/** A finding at an element: its page is that of the first content in it. */
export function atElement(inspection: Inspection, element: StructureElement, message: string): Finding {
  const page = inspection.pageNumbers.get(pageOf(element) ?? -1);
  const words = excerpt(inspection.words.of(element) || (element.alternative ?? ''));
  return {
    message: words === '' ? message : `${message}: "${words}"`,
    ...(page === undefined ? {} : { page }),
    ...(element.object === undefined ? {} : { object: element.object }),
  };
}

/** The object of the page on which an element begins. */
export function pageOf(element: StructureElement): number | undefined {
  for (const kid of element.kids) {
    const page = kid.kind === 'element' ? pageOf(kid) : kid.page;
    if (page !== undefined && page >= 0) return page;
  }
  return undefined;
}

/** The standard type for which a type stands, by the role map. */
export function standardType({ tree }: Inspection, type: string): string {
  const seen = new Set<string>();
  let name = type;
  for (let role = tree?.roles.get(name); role !== undefined && !seen.has(name); role = tree?.roles.get(name)) {
    seen.add(name);
    name = role;
  }
  return name;
}

/** The elements of some standard types. */
export function ofType(inspection: Inspection, ...types: readonly string[]): readonly StructureElement[] {
  return inspection.elements.filter(({ type }) => types.includes(standardType(inspection, type)));
}

/** The elements that stand directly in an element. */
export function childrenOf({ kids }: Pick<StructureElement, 'kids'>): readonly StructureElement[] {
  return kids.filter(kid => kid.kind === 'element');
}
