// Whether words of judgement are true, by plain numbers alone: direction, size, extreme among others, part of a whole.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { project } from './editions.ts';
import type { Node } from './mutation-frozen.ts';
import {
  holdsAlways,
  itemsOf,
  optionOf,
  parseExpression,
  sidesOf,
  Unknown,
  type World,
  worthOf,
} from './mutation-plain.ts';
import type { Tables } from './mutation-texts.ts';

/** Values from a limit up, or below one, or both. */
interface Band {
  readonly from?: number;
  readonly below?: number;
}

/** What a word claims of a number. */
export type Sense =
  | { readonly kind: 'way'; readonly sign: 1 | -1 }
  | { readonly kind: 'size'; readonly percent: Band; readonly points: Band }
  | { readonly kind: 'top'; readonly sign: 1 | -1 }
  /** It comes right behind the number of `na=`: none of the others lies between. */
  | { readonly kind: 'next'; readonly sign: 1 | -1 }
  /** So many per cent ahead of every other. */
  | { readonly kind: 'lead'; readonly percent: number }
  /** The direction is another than a year earlier. */
  | { readonly kind: 'turned' }
  | { readonly kind: 'part'; readonly band: Band };

/** What words claim together, and whether they claim it of the year before too. */
export interface Reading {
  readonly senses: readonly Sense[];
  readonly isRepeated?: boolean;
}

interface Limits {
  readonly vanaf?: number;
  readonly tot?: number;
  readonly punten?: { readonly vanaf?: number; readonly tot?: number };
}

/** The limits of the office, read without its program. */
const limits = parse(readFileSync(join(project, 'data/woorden.yaml'), 'utf8')) as Readonly<
  Record<'grootte' | 'aandeel' | 'voorsprong', Readonly<Record<string, Limits>>>
>;

function bandOf({ vanaf, tot }: Pick<Limits, 'vanaf' | 'tot'> = {}): Band {
  return { ...(vanaf === undefined ? {} : { from: vanaf }), ...(tot === undefined ? {} : { below: tot }) };
}

function size(name: string): Sense {
  const limit = limits.grootte[name];
  return { kind: 'size', percent: bandOf(limit), points: bandOf(limit?.punten) };
}

function part(name: string): Sense {
  return { kind: 'part', band: bandOf(limits.aandeel[name]) };
}

const up: Sense = { kind: 'way', sign: 1 };
const down: Sense = { kind: 'way', sign: -1 };
const highest: Sense = { kind: 'top', sign: 1 };
const lowest: Sense = { kind: 'top', sign: -1 };
const next: Sense = { kind: 'next', sign: 1 };
const lead: Sense = { kind: 'lead', percent: limits.voorsprong['veruit']?.vanaf ?? 0 };

function all(words: string, ...senses: Sense[]): [string, Reading][] {
  return words.split(', ').map(word => [word, { senses }]);
}

/** What the words of the texts claim, in small letters. */
const readings: ReadonlyMap<string, Reading> = new Map([
  ...all('meer, vaker, hoger, groter, ouder, stijging, steeg, stijgt, gestegen, toename, toegenomen, gegroeid', up),
  ...all('groeit, groeide, groei, loopt, weer vaker', up),
  ...all(
    'minder, minder vaak, kleiner, lager, daling, daalde, daalt, dalen, gedaald, afname, liep, teruggelopen',
    down,
  ),
  ...all('lichte stijging, iets meer', size('licht'), up),
  ...all('lichte', size('licht')),
  ...all('veel meer, veel vaker', size('sterk'), up),
  ...all('veel, fors, opvallend', size('sterk')),
  ...all('forse daling, sterke terugloop', size('sterk'), down),
  ...all('scherp', size('scherp')),
  ...all('nauwelijks, weinig veranderd, bijna evenveel, vrijwel evenveel, vrijwel gelijk aan', size('nauwelijks')),
  ...all('ongeveer hetzelfde, ongeveer in evenwicht', size('ongeveer-gelijk')),
  ...all('het vaakst, vaakst, meest, meesten, de meeste, de voornaamste, belangrijkste, het oudst, oudst', highest),
  ...all('bovenaan', highest),
  ...all('veruit', lead),
  ...all('volgt met, daarna volgen, volgen op grote afstand', next),
  ...all('gevolgd door', { kind: 'next', sign: -1 }),
  ...all('omgeslagen, een einde gekomen', { kind: 'turned' }),
  ...all('het minst vaak, minst, het jongst, jongst, jongste', lowest),
  ...all('hoofdzakelijk, voornamelijk, het grootste deel', part('meerderheid')),
  ...all('het overgrote deel, het leeuwendeel', part('overgrote-deel')),
  ...all('bijna uitsluitend', part('bijna-alles')),
  ...all('boven de 70%', { kind: 'part', band: { from: 70 } }),
  ...all('minder dan de helft', { kind: 'part', band: { below: 50 } }),
  ...all('meer dan de helft', { kind: 'part', band: { from: 50 } }),
  ...all('één tot en met vier', { kind: 'part', band: { from: 1, below: 5 } }),
  ['opnieuw minder', { senses: [down], isRepeated: true }],
  ['daalt verder', { senses: [down], isRepeated: true }],
  ['opnieuw meer', { senses: [up], isRepeated: true }],
  ['blijft de meest', { senses: [highest], isRepeated: true }],
]);

/** What words claim; undefined for words that this test cannot judge. */
export function readingOf(words: string): Reading | undefined {
  return readings.get(words.toLowerCase());
}

/** Words and the expression that says what they are said of, with `dan=` when they compare with others. */
export interface WordClaim {
  readonly words: string;
  readonly said: string;
}

/** Whether words are true for every way to fill in the cells; undefined when that cannot be worked out. */
export function isTrue({ words, said }: WordClaim, tables: Tables, year: number): boolean | undefined {
  const reading = readingOf(words);
  if (!reading) return undefined;
  const node = parsed(said);
  const years = reading.isRepeated ? [0, -1] : [0];
  return holdsAlways(tables, year, world =>
    years.every(ago =>
      subjectsOf(node).every(subject => reading.senses.every(sense => holds(sense, { subject, node, world, ago }))),
    ),
  );
}

/** Whether a number, or each of a list, lies within two ends for every way to fill in the cells. */
export function liesWithin(
  said: string,
  [low, high]: readonly [number, number],
  { tables, year }: { readonly tables: Tables; readonly year: number },
): boolean {
  const holdsOf = (node: Node, world: World): boolean => {
    const value = ratioOf(node, world) ?? worthOf(node, world);
    return low <= value && value <= high;
  };
  return holdsAlways(tables, year, world => subjectsOf(parsed(said)).every(node => holdsOf(node, world))) === true;
}

function ratioOf(node: Node, world: World): number | undefined {
  const sides = node.path?.original === 'verhouding' ? sidesOf(node, world) : undefined;
  return sides && sides.to / sides.from;
}

const known = new Map<string, Node>();

function parsed(said: string): Node {
  const node = known.get(said) ?? parseExpression(said);
  known.set(said, node);
  return node;
}

/** Behind words stands a table with labels, or what is said in parentheses: one number or a list. */
function subjectsOf(node: Node): readonly Node[] {
  const [only, ...others] = node.params ?? [];
  const isLiteral = node.path?.type === 'StringLiteral';
  if (!isLiteral || !only) return itemsOf(node);
  return others.length > 0 ? [{ ...node, path: only, params: others }] : itemsOf(only);
}

interface Subject {
  readonly subject: Node;
  readonly node: Node;
  readonly world: World;
  /** How many years on: 0, or −1 for the year before. */
  readonly ago: number;
}

function holds(sense: Sense, about: Subject): boolean {
  const { subject, world, ago } = about;
  switch (sense.kind) {
    case 'part':
      return isIn(worthOf(subject, world, ago), sense.band);
    case 'top':
      return rivalsOf(about).every(rival => sense.sign * (worthOf(subject, world, ago) - rival) > 0);
    case 'next': {
      const own = sense.sign * worthOf(subject, world, ago);
      const after = sense.sign * worthOf(needed(about.node, 'na'), world, ago);
      const others = rivalsOf(about).map(rival => sense.sign * rival);
      return own <= after && !others.some(other => own < other && other < after);
    }
    case 'lead':
      return rivalsOf(about).every(rival => worthOf(subject, world, ago) >= rival * (1 + sense.percent / 100));
    case 'turned': {
      const [now, then] = [ago, ago - 1].flatMap(when => comparisonsOf({ ...about, ago: when }));
      return now !== undefined && then !== undefined && (now.to - now.from) * (then.to - then.from) < 0;
    }
    case 'way':
      return comparisonsOf(about).every(({ from, to }) => sense.sign * (to - from) > 0);
    case 'size':
      return comparisonsOf(about).every(({ from, to }) => {
        const inPoints = isShare(subject);
        const far = inPoints ? Math.abs(to - from) : Math.abs((100 * (to - from)) / from);
        return isIn(far, inPoints ? sense.points : sense.percent);
      });
  }
}

/** Growth from nothing is beyond any limit; what cannot be divided at all cannot be judged. */
function isIn(value: number, { from, below }: Band): boolean {
  return (from === undefined || from <= value) && (below === undefined || value < below);
}

function isShare(node: Node): boolean {
  return ['aandeel', 'procentpunten'].includes(String(node.path?.original));
}

/** The numbers named with `dan=`. */
function rivalsOf({ node, world, ago }: Subject): number[] {
  return itemsOf(needed(node, 'dan')).map(rival => worthOf(rival, world, ago));
}

function needed(node: Node, option: string): Node {
  const named = optionOf(node, option);
  if (!named) throw new Unknown(`without ${option}`);
  return named;
}

/** From what to what: the change itself, from each rival to the number, or from the year before. */
function comparisonsOf(about: Subject): { from: number; to: number }[] {
  const { subject, node, world, ago } = about;
  const change = sidesOf(subject, world, ago);
  if (change) return [change];
  const to = worthOf(subject, world, ago);
  if (optionOf(node, 'dan')) return rivalsOf(about).map(from => ({ from, to }));
  return [{ from: worthOf(subject, world, ago - 1), to }];
}
