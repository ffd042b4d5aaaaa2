import { expect, test } from 'vitest';
import { isRenumbered } from '../../src/diff/causes.ts';
import type { TextChange } from '../../src/diff/comparison.ts';
import { createIdentifiers } from '../../src/diff/identifier.ts';
import { compareTexts } from '../../src/diff/texts.ts';
import { sentenceSpans } from '../../src/diff/units.ts';
import { printedText } from './printed.ts';

function compare(old: string, now: string): TextChange[] {
  return compareTexts(printedText(old), printedText(now), {
    ...{ publication: 'proef', identify: createIdentifiers() },
    causeOf: pair => ({ cause: isRenumbered(pair) ? 'numbering' : 'text', cells: [] }),
  });
}

/** A change in a line: `changed paragraph 1>1: de [-oude-] {+nieuwe+} zin`. */
function shown(changes: readonly TextChange[]): string[] {
  return changes.map(({ kind, what, cause, old, new: now, pieces }) => {
    const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
    const text = pieces.map(piece => signs[piece.kind].join(piece.text)).join(' ');
    return `${kind} ${what}${cause === 'text' ? '' : ` (${cause})`} ${old?.page ?? ''}>${now?.page ?? ''}: ${text}`;
  });
}

const text = `
# Jaarcijfers
## Meldingen
In 2023 zijn 868 slachtoffers gemeld. Dat is meer dan een jaar eerder. De meesten zijn vrouw.
- De politie meldt het vaakst.
- De KMar meldt vaker dan vroeger.
## Vormen
Criminele uitbuiting komt vaker in beeld. Arbeidsuitbuiting juist minder.
| Politie 953 468 307
| KMar 48 31 16
Bron: CoMensha, bewerking Nationaal Rapporteur.
`;

test('the same text has no changes, also when it is set on other pages and lines', () => {
  expect(compare(text, text)).toEqual([]);
  expect(compare(text, text.replace('## Vormen', '---\n## Vormen'))).toEqual([]);
});

test('a changed sentence is compared word by word, and outlined where it changed', () => {
  const changes = compare(
    text,
    text.replace('Dat is meer dan een jaar eerder.', 'Dat is veel meer dan een jaar geleden.'),
  );
  expect(shown(changes)).toEqual(['changed paragraph 1>1: Dat is {+veel+} meer dan een jaar [-eerder.-] {+geleden.+}']);
  expect(changes[0]?.new?.section).toEqual(['Jaarcijfers', 'Meldingen']);
  expect(changes[0]?.new?.boxes.map(({ left, right }) => right - left)).toEqual([28, 28]);
  expect(changes[0]?.old?.boxes).toHaveLength(2);
});

test('a sentence that was rewritten whole is one change', () => {
  expect(
    shown(compare(text, text.replace('Dat is meer dan een jaar eerder.', 'Zo veel waren het er niet sinds lang.'))),
  ).toEqual(['changed paragraph 1>1: [-Dat is meer dan een jaar eerder.-] {+Zo veel waren het er niet sinds lang.+}']);
});

test('sentences come and go; neighbours that come together are one change', () => {
  expect(shown(compare(text, text.replace(' De meesten zijn vrouw.', '')))).toEqual([
    'removed paragraph 1>: [-De meesten zijn vrouw.-]',
  ]);
  expect(shown(compare(text, text.replace('De meesten', 'Dit is nieuw. En dit ook. De meesten')))).toEqual([
    'added paragraph >1: {+Dit is nieuw. En dit ook.+}',
  ]);
});

test('a sentence that stands elsewhere has moved, with what else changed in it', () => {
  const moved = text
    .replace(' De meesten zijn vrouw.', '')
    .replace('Arbeidsuitbuiting juist minder.', 'Arbeidsuitbuiting juist minder. De meesten van hen zijn vrouw.');
  const long = text
    .replace('Dat is meer dan een jaar eerder. ', '')
    .replace('juist minder.', 'juist minder. Dat is meer dan een jaar eerder.');
  expect(shown(compare(text, long))).toEqual(['moved paragraph 1>1: Dat is meer dan een jaar eerder.']);
  expect(shown(compare(text, moved))).toEqual(['moved paragraph 1>1: De meesten {+van hen+} zijn vrouw.']);
});

test('a section that comes, goes or moves is one change, whatever stands in it', () => {
  const added = text.replace(
    '## Vormen',
    '---\n## Nieuw hoofdstuk\nDe eerste zin. De tweede zin.\n### Daaronder\n- Een punt.\n---\n## Vormen',
  );
  const [change, ...others] = compare(text, added);
  expect(others).toEqual([]);
  expect(change).toMatchObject({ kind: 'added', what: 'section', sentences: 3, new: { page: 2 } });
  expect(change?.pieces[0]?.text).toBe('Nieuw hoofdstuk De eerste zin. De tweede zin. – Daaronder – Een punt.');
  expect(shown(compare(added, text))).toHaveLength(1);
  const [first = '', second = '', third = ''] = text.split(/(?=## )/);
  expect(shown(compare(text, first + third + second))).toEqual([
    expect.stringMatching(/^moved section 1>1: (Meldingen In|Vormen Criminele)/),
  ]);
});

test('a heading with another name keeps what stands below it', () => {
  expect(shown(compare(text, text.replace('## Vormen', '## Vormen van uitbuiting')))).toEqual([
    'changed heading 1>1: Vormen {+van uitbuiting+}',
  ]);
});

test('rows are compared with the row of that name', () => {
  expect(shown(compare(text, text.replace('953 468 307', '953 468 311')))).toEqual([
    'changed row 1>1: Politie 953 468 [-307-] {+311+}',
  ]);
});

test('another number of a figure, table or chapter is no change of the text', () => {
  const old = '# Titel\nZie figuur 4 en tabel 2. De zin blijft.\nFiguur 4: Meldingen.\nZie de figuren 4 en 5.';
  const now = '# Titel\nZie figuur 5 en tabel 2. De zin blijft.\nFiguur 5: Meldingen.\nZie de figuren 5 en 6.';
  expect(shown(compare(old, now)).map(line => line.slice(0, 30))).toEqual(
    Array(3).fill('changed paragraph (numbering) '),
  );
  expect(isRenumbered({ kind: 'paragraph', old: 'Het zijn er 4.', new: 'Het zijn er 5.', page: 1 })).toBe(false);
});

test('a numbered section that is inserted is one change; those behind it are only numbered otherwise', () => {
  const question = (number: number, asked: string, said: string): string =>
    `## Vraag ${number}\n${asked}\n### Antwoord op vraag ${number}\n${said}\n`;
  const old = `# V\n${question(1, 'Wat doet u?', 'Veel en vaak.')}${question(2, 'Helpt dat?', 'Ja, zeker wel.')}`;
  const now = `# V\n${question(1, 'Wat doet u?', 'Veel en vaak.')}${question(2, 'Wie helpt u?', 'De gemeenten.')}${question(3, 'Helpt dat?', 'Ja, zeker wel.')}`;
  const inserted = 'section 1>: Vraag 2 Wie helpt u? – Antwoord op vraag 2 – De gemeenten.';
  expect(shown(compare(old, now)).map(line => line.replace(/[{}[\]+-]/g, ''))).toEqual([
    `added ${inserted.replace('1>', '>1')}`,
    'changed heading (numbering) 1>1: Vraag 2 3',
    'changed heading (numbering) 1>1: Antwoord op vraag 2 3',
  ]);
  expect(shown(compare(now, old))[0]?.replace(/[{}[\]+-]/g, '')).toBe(`removed ${inserted}`);
});

test('a sentence that is split, or taken into its neighbour, is one change', () => {
  const [apart, joined] = [
    'Dat is meer dan een jaar eerder. De meesten zijn vrouw.',
    'Dat is meer dan een jaar eerder en de meesten zijn vrouw.',
  ];
  expect(shown(compare(text, text.replace(apart, joined)))).toEqual([
    'changed paragraph 1>1: Dat is meer dan een jaar [-eerder. De-] {+eerder en de+} meesten zijn vrouw.',
  ]);
  expect(shown(compare(text.replace(apart, joined), text))).toHaveLength(1);
});

test('of a file with tags and one without, a heading may be a paragraph of the other', () => {
  const untagged = { ...printedText(text.replace('## Vormen', 'Vormen')), isTagged: false };
  const context = {
    publication: 'proef',
    identify: createIdentifiers(),
    causeOf: () => ({ cause: 'text', cells: [] }) as const,
  };
  expect(compareTexts(printedText(text), untagged, context)).toEqual([]);
  expect(compareTexts(printedText(text), { ...untagged, isTagged: true }, context)).not.toEqual([]);
});

test('sentences end where a sentence ends, and not behind an abbreviation or in a number', () => {
  const sentences = (line: string): string[] => {
    const words = line.split(' ');
    return sentenceSpans(words).map(([from, to]) => words.slice(from, to).join(' '));
  };
  expect(sentences('Dit geldt o.a. Nederland. In 2023 waren het er 1.234. “Klopt dat?” Ja!')).toEqual([
    'Dit geldt o.a. Nederland.',
    'In 2023 waren het er 1.234.',
    '“Klopt dat?”',
    'Ja!',
  ]);
  expect(sentences('Zie art. 273f en prof. dr. A. Jansen. Daarna 5.000 mensen.')).toEqual([
    'Zie art. 273f en prof. dr. A. Jansen.',
    'Daarna 5.000 mensen.',
  ]);
  expect(sentences('')).toEqual(['']);
});
