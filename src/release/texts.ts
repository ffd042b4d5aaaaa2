// Which texts of a publication somebody rewrote between two releases: by heading, in numbers of sentences.

import { sentencesOf } from '../claims/sentences.ts';
import type { Publication } from '../edition/edition.ts';
import { textsOf } from '../edition/texts.ts';

/** What became of a heading with the sentences below it. */
export interface RewrittenSection {
  readonly kind: 'changed' | 'added' | 'removed';
  /** As it was typed, with its expressions; absent for what stands before the first heading of a text. */
  readonly heading?: string;
  /** Id of its text. */
  readonly text: string;
  /** How many sentences changed, came and went. */
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** The sections that differ; what follows from the tables alone is no difference. */
export function rewrittenSections(old: Publication, now: Publication): RewrittenSection[] {
  const [before, after] = [sectionsOf(old), sectionsOf(now)];
  const partners = pair(before, after);
  const used = new Set(partners.values());
  const gone = before.filter(section => !used.has(section));
  return [
    ...after.flatMap(section => compare(partners.get(section), section)),
    ...gone.flatMap(section => compare(section, undefined)),
  ];
}

interface Section {
  readonly text: string;
  readonly heading?: string;
  /** The heading and the sentences without what follows from the tables. */
  readonly title: string;
  readonly sentences: readonly string[];
}

function sectionsOf(publication: Publication): Section[] {
  return textsOf(publication).flatMap(({ id, source }) => {
    const parts = source.text.split(/^(?=#{1,6}\s)/m).filter(part => part.trim() !== '');
    return parts.map(part => sectionOf(id, part));
  });
}

function sectionOf(text: string, part: string): Section {
  const [, heading] = /^#{1,6}\s+([^\n]*)/.exec(part) ?? [];
  const body = heading === undefined ? part : part.slice(part.indexOf('\n') < 0 ? part.length : part.indexOf('\n'));
  const veiled = body.replace(/\{\{[\s\S]*?\}\}/g, found => '\uE000'.repeat(found.length)); // offsets stay
  const sentences = sentencesOf(veiled).map(({ start, end }) => essence(body.slice(start, end)));
  return {
    ...{ text, title: essence(heading ?? ''), sentences: sentences.filter(sentence => sentence !== '') },
    ...(heading === undefined ? {} : { heading: heading.trim() }),
  };
}

/** A text without line ends, and without typed values that the tables must give: those change with the tables. */
function essence(text: string): string {
  return text
    .replace(/\{\{\s*(?:"[^"]*"|'[^']*')\s+(?!bron=)/g, '{{')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The old section of each new one: by its heading, else in the same text by what they have in common. */
function pair(before: readonly Section[], after: readonly Section[]): ReadonlyMap<Section, Section> {
  const free = new Set(before);
  const pairs = new Map<Section, Section>();
  const join = (is: (one: Section, other: Section) => boolean): void => {
    for (const section of after) {
      const partner = pairs.has(section) ? undefined : [...free].find(one => is(one, section));
      if (!partner) continue;
      pairs.set(section, partner);
      free.delete(partner);
    }
  };
  join((one, other) => one.text === other.text && one.title === other.title);
  join((one, other) => one.title !== '' && one.title === other.title);
  join((one, other) => one.text === other.text && one.sentences.some(sentence => other.sentences.includes(sentence)));
  return pairs;
}

function compare(old: Section | undefined, now: Section | undefined): RewrittenSection[] {
  const section = now ?? old;
  if (!section) return [];
  const [gone, come] = [less(old?.sentences ?? [], now?.sentences), less(now?.sentences ?? [], old?.sentences)];
  const renamed = old && now && old.title !== now.title ? 1 : 0;
  if (old && now && gone + come + renamed === 0) return [];
  const changed = old && now ? Math.min(gone, come) : 0;
  const { text, heading } = section;
  const kind = old && now ? 'changed' : now ? 'added' : 'removed';
  const counts = { changed: changed + renamed, added: come - changed, removed: gone - changed };
  return [{ kind, text, ...(heading === undefined ? {} : { heading }), ...counts }];
}

/** How many sentences of a list another one has not, each as often as it stands there. */
function less(list: readonly string[], other: readonly string[] = []): number {
  const left = [...other];
  return list.filter(sentence => {
    const at = left.indexOf(sentence);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}
