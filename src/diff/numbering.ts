// Texts without the numbers that only say which one it is: those of figures, chapters, notes, questions and pages.

import type { PassageKind } from '../passages/passage.ts';

const counted =
  'figuur|figuren|tabel|tabellen|hoofdstuk|hoofdstukken|paragraaf|paragrafen|bijlage|noot|pagina|bladzijde|vraag|vragen|antwoord';
const numbered = new RegExp(
  `\\b((?:${counted})\\s+)\\d+(?:\\.\\d+)*((?:(?:,|\\s+en|\\s+tot\\s+en\\s+met|-)\\s*\\d+(?:\\.\\d+)*)*)`,
  'gi',
);

/** The text with a sign in the place of each such number: alike for two texts that only are numbered otherwise. */
export function unnumbered(kind: PassageKind, text: string): string {
  const folded = text.replace(numbered, (_, word: string, more: string) => `${word}#${more.replace(/[\d.]+/g, '#')}`);
  return kind === 'heading' || kind === 'caption' || kind === 'note'
    ? folded.replace(/^\d+(?:\.\d+)*\.?\s/, '# ')
    : folded;
}
