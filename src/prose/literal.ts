// Words that an author wrote between quotes: asserted of numbers that must give them, or cited from a source.

import { alternativesFor } from '../claims/alternatives.ts';
import { cellsSaid, differenceHint, judgedSaid, valueSaid } from '../claims/explanation.ts';
import { holdNumber, holdWord, type Saying, type Surroundings, sayingOf } from '../claims/holding.ts';
import { type Claim, type Derivation, List, type Outcome } from '../claims/result.ts';
import { witnessOf } from '../claims/witness.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { Verdict } from '../language/judge.ts';
import { isFailure } from '../statistics/quantity.ts';
import { type Helper, reported } from './calculations.ts';
import { type Call, checkOptions, report, reportFailure } from './call.ts';
import { asDerivation, subjectIn } from './operands.ts';
import { describe } from './select.ts';

/** Words between quotes at the head of an expression. */
export function literal(call: Call): Outcome {
  if ('bron' in call.hash) return cited(call);
  checkOptions(call, ['dan', 'sinds', 'na', 'tussen']);
  const saying = sayingOf(call.name, call.text.vocabulary);
  if (saying.numbers.length + saying.words.length === 0) return saysNothing(call);
  const derivations = derivationsIn(call);
  checkAmong(call);
  if (!derivations || isDenied(call, saying)) return reported;
  const claim = claimOf(call, saying, derivations);
  const [about, ...more] = derivations;
  const { rivals: against } = surroundingsOf(call);
  const compared = about && against ? { against } : {};
  return claim ? { kind: 'words', text: call.name, claim, ...(about ? { about, more } : {}), ...compared } : reported;
}

/** What did not happen cannot be held against a number. */
function isDenied(call: Call, { words }: Saying): boolean {
  if (words.length === 0 || !/\b(?:niet|geen|nooit)\b/i.test(call.name)) return false;
  report(
    call,
    'word-denied',
    `"${call.name}" denies something, and only what is the case can be held against a number.`,
    ['Say what did happen: "gedaald" or "gelijk gebleven" instead of "niet gestegen".'],
  );
  return true;
}

/** `tussen` chooses among what a highest or lowest is meant. */
function checkAmong(call: Call): void {
  const { tussen } = call.hash;
  if (tussen === undefined || tussen === 'jaren' || tussen === 'groepen') return;
  const message = `"tussen" needs "jaren" or "groepen", and this is ${describe(tussen)}.`;
  report(call, 'arguments', message, ['Write tussen="jaren" or tussen="groepen".']);
}

function saysNothing(call: Call): Outcome {
  const message = `"${call.name}" holds no number and no word of judgement that the program knows.`;
  report(call, 'arguments', message, [
    'Write it as plain text, or add the word to data/woorden.yaml.',
    'A row of a table is named after its table: {{vormen "Criminele uitbuiting"}}.',
  ]);
  return reported;
}

/** A number or word from outside the tables, with its source. */
const cited: Helper = call => {
  checkOptions(call, ['bron']);
  const { sources } = call.text.publication;
  const id = call.hash['bron'];
  if (id === undefined) return reported;
  const source = sources.get(String(id));
  if (call.parameters.length > 0)
    report(call, 'arguments', 'Words that are cited have no expression.', ['Keep the expression or `bron`, not both.']);
  if (source === undefined) {
    report(call, 'unknown-source', `There is no source "${id}".`, [
      ...suggestionHints(String(id), [...sources.keys()]),
      `Add \`${id}: …\` under \`sources\` in publication.yaml.`,
    ]);
    return reported;
  }
  const { numbers } = sayingOf(call.name, call.text.vocabulary);
  const form = numbers.length > 0 ? 'number' : 'word';
  return { kind: 'words', text: call.name, claim: { form, ground: 'cited', basis: source, verdict: 'holds' } };
};

/** What the words are said of: one number, a table's cells, or several numbers, of each of which they must be true. */
function derivationsIn(call: Call): readonly Derivation[] | undefined {
  const [first] = call.parameters;
  if (call.parameters.length === 0) {
    report(call, 'arguments', `Nothing says what "${call.name}" follows from.`, [
      `Write the number it is said of behind it: {{"${call.name}" (groei vormen "…")}}; or its source: bron="…".`,
    ]);
    return undefined;
  }
  if (!(first instanceof List)) {
    const one = subjectIn(call);
    if (!one || !isFailure(one.calculation)) return one && [one];
    reportFailure(call, one.calculation, ['Name other cells, or leave the words out of the text.']);
    return undefined;
  }
  const items = first.items.map(item => asDerivation(call, item));
  const there = items.filter(item => item !== undefined);
  return there.length === items.length ? there : undefined;
}

function claimOf(call: Call, saying: Saying, derivations: readonly Derivation[]): Claim | undefined {
  const [first] = derivations;
  const quantity = first?.calculation;
  if (!quantity || isFailure(quantity)) return undefined;
  const wrong = contradictions(call, saying, derivations);
  const isNumber = saying.numbers.length > 0;
  const meanings = saying.words.map(word => word.meaning);
  const witness = isNumber ? { quantity } : witnessOf(meanings, derivations, surroundingsOf(call));
  const common = { form: isNumber ? 'number' : 'word', ground: 'asserted', ...witness } as const;
  const [worst] = wrong;
  if (!worst) return { ...common, verdict: 'holds' };
  const waiver = call.text.waivers.find(call.place.file, call.name, worst.computed);
  if (waiver) return { ...common, verdict: 'waived', because: waiver.because };
  reportContradiction(call, worst);
  return { ...common, verdict: 'fails' };
}

interface Contradiction {
  readonly verdict: Exclude<Verdict, { kind: 'holds' }>;
  readonly derivation: Derivation;
  /** What the tables give, as it would be printed. */
  readonly computed: string;
  readonly number?: Saying['numbers'][number];
}

/** With as many numbers as derivations, each is held against its own. */
function contradictions(call: Call, saying: Saying, derivations: readonly Derivation[]): Contradiction[] {
  const { vocabulary } = call.text;
  const isPaired = derivations.length > 1 && saying.numbers.length === derivations.length;
  const numbers = derivations.flatMap((derivation, at) =>
    saying.numbers
      .filter((_, index) => !isPaired || index === at)
      .flatMap(number => {
        const { decimals } = number.token;
        const computed = valueSaid(derivation, call.text, decimals > 0 ? { decimals } : {});
        return failed(holdNumber(number, derivation, vocabulary), derivation, computed, number);
      }),
  );
  const words = derivations.flatMap(derivation =>
    saying.words.flatMap(({ meaning }) => {
      const alongside = saying.words.map(word => word.meaning).filter(one => one !== meaning);
      const surroundings = {
        ...surroundingsOf(call),
        alongside,
        together: 'dan' in call.hash ? 1 : derivations.length,
      };
      const verdict = holdWord(meaning, derivation, surroundings);
      return failed(
        verdict,
        derivation,
        judgedSaid(meaning, derivation, { ...call.text, rivals: surroundings.rivals }),
      );
    }),
  );
  return [...numbers, ...words];
}

function failed(
  verdict: Verdict,
  derivation: Derivation,
  computed: string,
  number?: Saying['numbers'][number],
): Contradiction[] {
  return verdict.kind === 'holds' ? [] : [{ verdict, derivation, computed, ...(number ? { number } : {}) }];
}

function surroundingsOf(call: Call): Surroundings {
  const { dan, sinds, na, tussen } = call.hash;
  const named = dan instanceof List ? dan.items : dan === undefined ? undefined : [dan];
  const rivals = named?.map(item => asDerivation(call, item)).filter(one => one !== undefined);
  const after = na === undefined ? undefined : asDerivation(call, na);
  return {
    tables: call.text.tables,
    ...(rivals ? { rivals } : {}),
    ...(after ? { after } : {}),
    ...(typeof sinds === 'number' ? { since: sinds } : {}),
    ...(tussen === 'jaren' ? { among: 'years' as const } : tussen === 'groepen' ? { among: 'rivals' as const } : {}),
  };
}

function reportContradiction(call: Call, { verdict, derivation, computed, number }: Contradiction): void {
  const message = number
    ? `The text says "${call.name}", and the tables give ${computed}.`
    : `The text says "${call.name}", and ${verdict.found}.`;
  report(call, number ? 'asserted-number' : 'asserted-words', message, [
    ...(number ? alternativesFor(number, derivation, call.text) : []),
    cellsSaid(derivation),
    differenceHint(call.text.publication.id, call.place.file, [call.name, computed]),
  ]);
}
