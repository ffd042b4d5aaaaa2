// Optional content, which people know as layers: groups of content that a viewer shows or hides (ISO 32000-1, 8.11).

import { listOf, type PdfFile } from './file.ts';
import { decodeText } from './textstring.ts';
import { isArray, isDictionary, isReference, nameOf, type PdfValue } from './values.ts';

/** The groups of a file, and the ways to show them. */
export interface OptionalContent {
  readonly groups: readonly OptionalGroup[];
  /** The configuration that a viewer begins with, then the others. */
  readonly configurations: readonly Configuration[];
}

/** A group of content that is shown or hidden as one. */
export interface OptionalGroup {
  /** The number of its object. */
  readonly object: number;
  readonly name: string;
  /** Whether it is shown when the file opens. */
  readonly isShown: boolean;
}

/** Which groups are shown, and how a viewer lists them. */
export interface Configuration {
  readonly name: string;
  /** The objects of the groups that it lists; undefined where it does not say. */
  readonly order?: ReadonlySet<number>;
  /** Whether groups change by themselves, when a file is printed or zoomed (AS). */
  readonly hasAutomaticStates: boolean;
}

/** The optional content of a file; undefined without any. */
export function readOptionalContent(file: PdfFile): OptionalContent | undefined {
  const properties = file.get(file.catalog, 'OCProperties');
  if (!isDictionary(properties)) return undefined;
  const first = file.get(properties, 'D');
  const others = listOf(file, properties.entries.get('Configs')).map(file.resolve);
  const isShown = shownBy(file, first);
  const groups = listOf(file, properties.entries.get('OCGs')).filter(isReference);
  return {
    groups: groups.map(group => {
      return { object: group.object, name: textOf(file, group, 'Name'), isShown: isShown(group.object) };
    }),
    configurations: [first, ...others].filter(isDictionary).map(one => {
      const order = file.get(one, 'Order');
      return {
        name: textOf(file, one, 'Name'),
        ...(isArray(order) ? { order: referencesIn(file, order) } : {}),
        hasAutomaticStates: one.entries.has('AS'),
      };
    }),
  };
}

function shownBy(file: PdfFile, configuration: PdfValue): (group: number) => boolean {
  const listed = (key: string): Set<number> => referencesIn(file, file.get(configuration, key));
  const [on, off] = [listed('ON'), listed('OFF')];
  const isOff = nameOf(file.get(configuration, 'BaseState')) === 'OFF';
  return group => (isOff ? on.has(group) : !off.has(group));
}

/** The objects to which an array refers, and the arrays in it. */
function referencesIn(file: PdfFile, value: PdfValue, depth = 0): Set<number> {
  const found = new Set<number>();
  if (depth > 20) return found;
  for (const one of listOf(file, value)) {
    const target = file.resolve(one);
    if (isArray(target)) for (const object of referencesIn(file, target, depth + 1)) found.add(object);
    else if (isReference(one)) found.add(one.object);
  }
  return found;
}

function textOf(file: PdfFile, dictionary: PdfValue, key: string): string {
  const value = file.get(dictionary, key);
  return typeof value === 'string' ? decodeText(value) : '';
}
