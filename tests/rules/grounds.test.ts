import { expect, test } from 'vitest';
import type { ComposedDocument } from '../../src/document/compose.ts';
import type { Occurrence } from '../../src/document/restore.ts';
import type { KnownDifference, Publication } from '../../src/edition/edition.ts';
import { checkDifferences, checkSources, checkStrays } from '../../src/rules/grounds.ts';
import { composeSmall } from '../ledger/small.ts';

const place = { file: 'data/2023/verslag/publication.yaml', line: 1, column: 7 };
const { kept, diagnostics } = await composeSmall();
const composed = kept.document as ComposedDocument;
const publication: Publication = { ...kept.publication, place };

test('a publication whose numbers all have a ground is sound', () => {
  expect(diagnostics.filter(one => one.severity === 'error')).toEqual([]);
  expect(checkStrays(composed, [], publication)).toEqual([]);
  expect(checkSources(composed, publication)).toEqual([]);
});

test('a number that a template wrote is reported, once however often it stands there', () => {
  expect(checkStrays({ ...composed, strays: ['112', '7', '112'] }, [], publication)).toEqual([
    {
      ...{ severity: 'error', rule: 'unbound-number', place },
      message: 'A template prints the number "112", which comes from nowhere.',
      hints: ['Take it out of templates/mini/ or templates/shared/, and let a text or a table say it.'],
    },
    expect.objectContaining({ message: 'A template prints the number "7", which comes from nowhere.' }),
  ]);
});

const drawnUnbound: Occurrence = {
  ...{ id: '', section: [], figure: 'figuur-eigen' },
  statement: { form: 'number', ground: 'unbound', text: '77', place, verdict: 'fails' },
};

test('a number in a drawing is reported at its figure', () => {
  expect(checkStrays(composed, [drawnUnbound], publication)).toEqual([
    {
      ...{ severity: 'error', rule: 'unbound-number', place: publication.figures.get('eigen')?.place },
      message: 'The drawing of figuur-eigen prints "77", which no cell or share of its tables gives.',
      hints: ['Draw the number from the data of a table instead of typing it in the specification.'],
    },
  ]);
  expect(checkStrays(composed, [{ ...drawnUnbound, figure: 'figuur-weg' }], publication)).toMatchObject([{ place }]);
});

test('a number in a drawing that its tables give is fine', () => {
  const statement = { ...drawnUnbound.statement, ground: 'computed' as const };
  expect(checkStrays(composed, [{ ...drawnUnbound, statement }], publication)).toEqual([]);
});

test('a source of which nothing is cited is reported at its line', () => {
  const at = { ...place, line: 30 };
  const sources = new Map([...publication.sources, ['emm', 'EMM.']]);
  const places = new Map([['sources.emm', at]]);
  expect(checkSources(composed, { ...publication, sources, places })).toEqual([
    {
      ...{ severity: 'error', rule: 'source-unused', place: at, message: 'Nothing is cited from the source "emm".' },
      hints: ['Cite from it, {{"…" bron="emm"}}, or refer to it, [@emm], or take it out.'],
    },
  ]);
});

test('sources that no text lists are reported', () => {
  expect(checkSources({ ...composed, listed: new Set() }, publication)).toEqual([
    {
      ...{ severity: 'error', rule: 'sources-not-listed', place },
      message: 'The publication has sources of cited numbers, and no text lists them.',
      hints: ['Put {{bronnen}} on a line of its own in a text, such as the colophon.'],
    },
  ]);
  expect(checkSources({ ...composed, listed: new Set() }, { ...publication, sources: new Map() })).toEqual([]);
});

const difference: KnownDifference = {
  ...{ publication: 'verslag', text: 'voorwoord', printed: '25%', computed: '20%', because: 'Zo stond het er.' },
  place: { file: 'data/2023/edition.yaml', line: 4, column: 5 },
};

test('a known difference that is met is a warning, never silent', () => {
  const document = { ...composed, unmet: [] };
  expect(checkDifferences(document, { ...publication, differences: [difference] })).toEqual([
    {
      ...{ severity: 'warning', rule: 'known-difference', place: difference.place },
      message: 'The text "voorwoord" keeps "25%" where the tables give 20%: Zo stond het er.',
      hints: ['Take the difference out as soon as the tables or the text are put right.'],
    },
  ]);
});

test('a known difference that matches nothing is an error, and no warning besides', () => {
  const document = { ...composed, unmet: [difference] };
  expect(checkDifferences(document, { ...publication, differences: [difference] })).toEqual([
    {
      ...{ severity: 'error', rule: 'difference-unmet', place: difference.place },
      message: 'The known difference "25%" against 20% in the text "voorwoord" matches nothing.',
      hints: ['Take it out when the text and the tables agree; else give what the check reports, to the letter.'],
    },
  ]);
});

test('known differences that no text lists are reported', () => {
  const document = { ...composed, listed: new Set<'sources'>(['sources']) };
  expect(checkDifferences(document, { ...publication, differences: [difference] })).toMatchObject([
    { rule: 'known-difference' },
    {
      ...{ severity: 'error', rule: 'differences-not-listed', place },
      message: 'The publication has known differences, and no text lists them.',
      hints: ['Put {{verschillen}} on a line of its own in a text, such as the colophon.'],
    },
  ]);
  expect(checkDifferences(document, { ...publication, differences: [] })).toEqual([]);
});
