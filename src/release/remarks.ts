// What is new in a publication beside its tables, in Dutch: what is declared of it, and its rewritten sections.

import type { Figure, Publication } from '../edition/edition.ts';
import { formatDate } from '../locale/date.ts';
import { headingInPrint } from './headings.ts';
import type { NotedSection } from './notes.ts';
import { plain } from './said.ts';
import { rewrittenSections } from './texts.ts';

/** Sentences on what else differs: date, title, figures, and how many drawings of its own were changed. */
export function publicationRemarks(old: Publication, now: Publication, drawings: number): string[] {
  const come = [...now.figures.values()].filter(({ id }) => !old.figures.has(id));
  const gone = [...old.figures.values()].filter(({ id }) => !now.figures.has(id));
  return [
    ...(old.date === now.date ? [] : [`De datum van publicatie is nu ${formatDate(now.date)}.`]),
    ...(old.title === now.title && old.subtitle === now.subtitle ? [] : ['De titel is gewijzigd.']),
    ...come.map(({ title }) => `Nieuwe figuur: “${plain(title)}”.`),
    ...gone.map(({ title }) => `Vervallen figuur: “${plain(title)}”.`),
    ...(redrawn(old, now) || drawings > 0 ? ['Eén of meer figuren worden anders getoond.'] : []),
    ...(sameWords(old, now)
      ? []
      : ['De gegevens over de publicatie, zoals haar bronnen of trefwoorden, zijn gewijzigd.']),
  ];
}

function redrawn(old: Publication, now: Publication): boolean {
  const look = ({ chart, title, height, omit }: Figure): string => JSON.stringify([chart, title, height, omit]);
  return [...now.figures.values()].some(figure => {
    const before = old.figures.get(figure.id);
    return before !== undefined && look(before) !== look(figure);
  });
}

function sameWords(old: Publication, now: Publication): boolean {
  const words = ({ description, publisher, keywords, licence, words: own, sources, addresses }: Publication): string =>
    JSON.stringify([description, publisher, keywords, licence, own, [...sources], [...addresses]]);
  return words(old) === words(now);
}

/** The rewritten sections with their headings as they are printed. */
export function noteSections(old: Publication, now: Publication, printed: readonly string[]): NotedSection[] {
  return rewrittenSections(old, now).map(({ heading, text: _, ...section }) => {
    const shown = heading === undefined ? undefined : shownHeading(heading, section.kind, printed);
    return { ...section, ...(shown === undefined ? {} : { heading: shown }) };
  });
}

/** A heading that is gone is in no print, and may hold a figure that is no longer published: then it is not said. */
function shownHeading(heading: string, kind: NotedSection['kind'], printed: readonly string[]): string | undefined {
  if (kind === 'removed') return /\{\{|\d/.test(heading) ? undefined : heading;
  return headingInPrint(heading, printed) ?? heading.replace(/\{\{[\s\S]*?\}\}/g, '…');
}
