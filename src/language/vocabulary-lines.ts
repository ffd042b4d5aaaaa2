// The lines of the vocabulary file, each with what it means.

import type { YamlPath } from '../edition/yaml.ts';
import type { Nearness } from '../locale/nearness.ts';
import { divide, type Rational, rational } from '../statistics/rational.ts';
import type { Band, Meaning, ReachSide } from './vocabulary-meaning.ts';
import type { BandSpec, VocabularySpec } from './vocabulary-schema.ts';
import type { SmallNumber } from './vocabulary-words.ts';

/** One line of the file: the words, what they mean (nothing for a fixed phrase), and where they stand. */
export interface Line {
  readonly text: string;
  readonly meaning: Meaning | undefined;
  readonly path: YamlPath;
}

/** All lines of the file in its order. */
export function linesOf(spec: VocabularySpec): Line[] {
  return [
    ...directionLines(spec),
    ...groupLines('grootte', spec.grootte, sizeOf),
    ...groupLines('aandeel', spec.aandeel, one => ({ kind: 'part', band: bandOf(one) })),
    ...groupLines('bij-een-getal', spec['bij-een-getal'], reachOf),
    ...groupLines('uitersten', spec.uitersten, extremeOf),
    ...listLines(['sterkste-verandering'], spec['sterkste-verandering'], { kind: 'strongest' }),
    ...groupLines('voorsprong', spec.voorsprong, one => ({ kind: 'lead', from: one.vanaf })),
    ...listLines(['eerste-keer'], spec['eerste-keer'], { kind: 'first' }),
    ...orderLines(spec),
    ...continuityLines(spec),
    ...listLines(['reeks'], spec.reeks, { kind: 'streak', exact: false }),
    ...listLines(['vaste-uitdrukkingen'], spec['vaste-uitdrukkingen'], undefined),
  ];
}

function listLines(path: YamlPath, words: readonly string[], meaning: Meaning | undefined): Line[] {
  return words.map((text, index) => ({ text, meaning, path: [...path, index] }));
}

function groupLines<G extends { readonly woorden: readonly string[] }>(
  block: string,
  groups: Readonly<Record<string, G>>,
  meaningOf: (group: G) => Meaning,
): Line[] {
  return Object.entries(groups).flatMap(([name, group]) =>
    listLines([block, name, 'woorden'], group.woorden, meaningOf(group)),
  );
}

function directionLines({ richting, vergelijking }: VocabularySpec): Line[] {
  return [
    ...listLines(['richting', 'omhoog'], richting.omhoog, { kind: 'direction', way: 'up', between: 'years' }),
    ...listLines(['richting', 'omlaag'], richting.omlaag, { kind: 'direction', way: 'down', between: 'years' }),
    ...listLines(['richting', 'gelijk'], richting.gelijk, { kind: 'direction', way: 'same', between: 'years' }),
    ...listLines(['vergelijking', 'meer'], vergelijking.meer, { kind: 'direction', way: 'up', between: 'either' }),
    ...listLines(['vergelijking', 'minder'], vergelijking.minder, {
      kind: 'direction',
      way: 'down',
      between: 'either',
    }),
    ...listLines(['vergelijking', 'evenveel'], vergelijking.evenveel, {
      kind: 'direction',
      way: 'same',
      between: 'either',
    }),
  ];
}

function bandOf({ vanaf, tot }: BandSpec): Band {
  return { ...(vanaf && { from: vanaf }), ...(tot && { below: tot }) };
}

function sizeOf(group: VocabularySpec['grootte'][string]): Meaning {
  return { kind: 'size', band: bandOf(group), ...(group.punten && { points: bandOf(group.punten) }) };
}

const sides: Readonly<Record<VocabularySpec['bij-een-getal'][string]['kant'], ReachSide>> = {
  vanaf: 'from',
  boven: 'above',
  onder: 'under',
  rond: 'about',
  minstens: 'least',
  hoogstens: 'most',
  precies: 'exact',
};

function reachOf({ kant, binnen }: VocabularySpec['bij-een-getal'][string]): Meaning {
  return { kind: 'reach', side: sides[kant], ...(binnen && { within: binnen }) };
}

const among = { jaren: 'years', groepen: 'rivals', beide: 'either' } as const;

function extremeOf({ kant, tussen }: VocabularySpec['uitersten'][string]): Meaning {
  return { kind: 'extreme', side: kant === 'hoogste' ? 'highest' : 'lowest', among: among[tussen] };
}

function orderLines({ volgorde }: VocabularySpec): Line[] {
  const second = { kind: 'order', place: 2 } as const;
  return [
    ...listLines(['volgorde', 'plaats'], volgorde.plaats, { kind: 'order', place: 'unknown' }),
    ...listLines(['volgorde', 'volgende'], volgorde.volgende, { kind: 'order', place: 'next' }),
    ...listLines(['volgorde', 'een-na-hoogste'], volgorde['een-na-hoogste'], { ...second, side: 'highest' }),
    ...listLines(['volgorde', 'een-na-laagste'], volgorde['een-na-laagste'], { ...second, side: 'lowest' }),
  ];
}

function continuityLines({ vervolg }: VocabularySpec): Line[] {
  const { steeds } = vervolg;
  return [
    ...listLines(['vervolg', 'opnieuw'], vervolg.opnieuw, { kind: 'continuity', pattern: 'again' }),
    ...listLines(['vervolg', 'nog-steeds'], vervolg['nog-steeds'], { kind: 'continuity', pattern: 'still' }),
    ...listLines(['vervolg', 'weer'], vervolg.weer, { kind: 'continuity', pattern: 'back' }),
    ...listLines(['vervolg', 'omgeslagen'], vervolg.omgeslagen, { kind: 'continuity', pattern: 'reversed' }),
    ...listLines(['vervolg', 'steeds', 'woorden'], steeds.woorden, {
      kind: 'continuity',
      pattern: 'steady',
      years: steeds.jaren,
    }),
  ];
}

/** The meaning with the number that stood at the place of `<getal>`: the place in an order, or the years of a streak. */
export function withNumber(meaning: Meaning, number: SmallNumber | undefined): Meaning {
  if (!number) return meaning;
  if (meaning.kind === 'streak') return { ...meaning, years: number.value, exact: number.isOrdinal };
  return meaning.kind === 'order' && meaning.place === 'unknown' ? { ...meaning, place: number.value } : meaning;
}

/** The distances of fractions and multiples, in parts of one. */
export function nearnessOf({ breuken, veelvouden }: VocabularySpec): Nearness {
  const reach = ({ punten, procent }: VocabularySpec['breuken']['precies']) => ({
    points: perCent(punten),
    part: perCent(procent),
  });
  return {
    fraction: { plain: reach(breuken.precies), about: reach(breuken.ongeveer) },
    multiple: { plain: perCent(veelvouden.precies), loose: perCent(veelvouden.los) },
  };
}

function perCent(value: Rational): Rational {
  return divide(value, rational(100));
}
