import { expect, test } from 'vitest';
import { findCauses } from '../../src/diff/causes.ts';
import type { CellChange, TableChange } from '../../src/diff/comparison.ts';
import { createIdentifiers } from '../../src/diff/identifier.ts';
import { type PairedPublication, pairStatements } from '../../src/diff/pairing.ts';
import { withReach } from '../../src/diff/reach.ts';
import type { PublicationSide } from '../../src/diff/side.ts';
import { readStatements } from '../../src/diff/statements.ts';
import { statementWarnings } from '../../src/diff/warnings.ts';
import type { Ledger, LedgerEntry } from '../../src/ledger/entry.ts';
import { printedText } from './printed.ts';

/** A cell of the table `oogst`, as a ledger names it. */
function cell(row: string, printed: string): LedgerEntry['cells'][number] {
  const file = 'data/2023/tables/oogst.yaml';
  return { table: 'oogst', title: 'Oogst', row, column: '2023', printed, file, line: 1, position: 1, source: 'Proef' };
}

function entry(changes: Partial<LedgerEntry> & Pick<LedgerEntry, 'text'>): LedgerEntry {
  return {
    ...{ id: '', form: 'number', kind: 'computed', page: 1, section: ['Oogst'], figure: null, file: null, line: null },
    ...{ position: null, expression: null, cells: [], operation: null, measure: null, unit: null, value: null },
    ...{ interval: null, basis: null, verdict: 'holds', because: null },
    ...changes,
  };
}

/** A publication of which each entry with an id stands in the page. */
function publication(html: string, entries: readonly LedgerEntry[]): PublicationSide {
  const none = { computed: 0, asserted: 0, cited: 0, structural: 0, unbound: 0 };
  const coverage = { numbers: none, figures: none, words: none } as unknown as Ledger['coverage'];
  const ledger: Ledger = { publication: 'blad', reportingYear: 2023, coverage, entries };
  const [pdf, text] = [new Uint8Array(), printedText('# Oogst')];
  return { year: 2023, publication: 'blad', title: 'Blad', pdf, text, edition: { html: `<body>${html}`, ledger } };
}

function label(id: string, text: string): string {
  return `<label class="bound" id="${id}">${text}<button popovertarget="${id}-grond"></button></label>`;
}

function figure(bar: number, apples: string): string {
  return `<figure id="figuur-oogst"><figcaption><span class="figure-number">Figuur 1</span> <span class="figure-title">Ge­plukt</span></figcaption><svg><rect height="${bar}"/></svg><table><tr><td>${apples}</td></tr></table></figure>`;
}

/** A page on two cells: a number, a share, a judgement, a figure, and a sentence about something else. */
function state({ apples, share, word, rest = 'Peren zijn er weinig.', bar = Number(apples) }: State): PublicationSide {
  const own = cell('Appels', apples);
  const html = `<h1>Oogst</h1><p>Er zijn ${label('n1', apples)} kis­ten appels,<sup class="ref"><a href="#x">1</a></sup> ${label('n2', share)} van alles. Dat is ${label('n3', word)} dan vorig jaar. ${rest}</p>${figure(bar, apples)}<p>Er zijn ${label('n4', '8')} peren.</p>`;
  return publication(html, [
    entry({ id: 'n1', text: apples, expression: 'oogst "Appels"', cells: [own] }),
    entry({ id: 'n2', text: share, expression: 'aandeel oogst "Appels"', cells: [own, cell('Peren', '8')] }),
    entry({ id: 'n3', text: word, form: 'word', kind: 'asserted', expression: 'oogst "Appels"', cells: [own] }),
    entry({ text: apples, figure: 'figuur-oogst', expression: 'oogst "Appels" "2023"', cells: [own], page: 2 }),
    entry({ id: 'n4', text: '8', expression: 'oogst "Peren"', cells: [cell('Peren', '8')] }),
    entry({ text: apples, expression: 'oogst "Appels"', cells: [own], section: ['Oogst', 'Inhoud'] }),
  ]);
}

interface State {
  readonly apples: string;
  readonly share: string;
  readonly word: string;
  readonly rest?: string;
  readonly bar?: number;
}

const before: State = { apples: '90', share: '92%', word: 'meer' };

function tableOf(old: string, now: string): TableChange {
  const states = [old, now].map(printed => ({ printed, disclosure: 'published', status: 'final' }) as const);
  const change: CellChange = {
    ...{ id: 'cel-2023-oogst-appels-2023', row: 'Appels', column: '2023', reach: [] },
    ...(states[0] ? { old: states[0] } : {}),
    ...(states[1] ? { new: states[1] } : {}),
  };
  return { kind: 'changed', year: 2023, table: 'oogst', title: 'Oogst', facets: [], cells: [change] };
}

function paired(old: State, now: State): PairedPublication {
  return pairStatements({ old: state(old), new: state(now) }) as PairedPublication;
}

test('a sentence is read with its statements, without soft hyphens, calls of notes and buttons', () => {
  const { html, ledger } = state(before).edition as NonNullable<PublicationSide['edition']>;
  const { sentences, figures } = readStatements(html, ledger);
  expect(sentences.map(({ text }) => text)).toEqual([
    'Er zijn 90 kisten appels, 92% van alles.',
    'Dat is meer dan vorig jaar.',
    'Er zijn 8 peren.',
  ]);
  expect(sentences[0]?.template).toBe(
    'Er zijn {{oogst "Appels"}} kisten appels, {{aandeel oogst "Appels"}} van alles.',
  );
  expect(sentences[1]?.template).toBe('Dat is meer dan vorig jaar.');
  expect(figures.get('figuur-oogst')?.title).toBe('Figuur 1: Geplukt');
});

test('a changed cell reaches every sentence, table and chart, each once, and nothing else', () => {
  const now = { ...before, apples: '95', share: '92%' };
  const [table] = withReach([tableOf('90', '95')], [paired(before, now)]);
  const places = table?.cells[0]?.reach ?? [];
  expect(places.map(({ form, newPage, newText, isChanged }) => [form, newPage, newText, isChanged])).toEqual([
    ['sentence', 1, 'Er zijn 95 kisten appels, 92% van alles.', true],
    ['sentence', 1, 'Dat is meer dan vorig jaar.', false],
    ['table', 2, '95', true],
    ['chart', 2, '95', true],
  ]);
  expect(places[0]?.oldText).toBe('Er zijn 90 kisten appels, 92% van alles.');
  expect(places[2]).toMatchObject({ figure: 'Figuur 1: Geplukt', oldText: '90' });
});

test('a chart that is drawn the same is not reached', () => {
  const now = { ...before, apples: '95', bar: 90 };
  const [table] = withReach([tableOf('90', '95')], [paired(before, now)]);
  expect(table?.cells[0]?.reach.map(({ form }) => form)).toEqual(['sentence', 'sentence', 'table']);
});

test('a number that stayed while its cell changed is called out; so is one that changed while its cells did not', () => {
  const identify = createIdentifiers();
  const kept = statementWarnings([tableOf('90', '95')], [paired(before, { ...before, apples: '95' })], identify);
  expect(kept).toMatchObject([
    {
      kind: 'kept',
      oldText: '92%',
      newText: '92%',
      cells: ['Oogst: Appels, 2023: 90 → 95'],
      sentence: 'Er zijn 95 kisten appels, 92% van alles.',
    },
  ]);
  const alone = statementWarnings([], [paired(before, { ...before, word: 'veel meer', share: '91%' })], identify);
  expect(alone).toMatchObject([{ kind: 'changed-alone', oldText: '92%', newText: '91%', cells: [] }]);
  expect(statementWarnings([], [paired(before, { ...before, rest: 'Peren zijn er meer.' })], identify)).toEqual([]);
});

test('a text follows from figures only when nothing but its computed numbers differs', () => {
  const now = { ...before, apples: '95', share: '93%' };
  const causeOf = findCauses([tableOf('90', '95')], paired(before, now));
  const [old, own] = ['Er zijn 90 kisten appels, 92% van alles.', 'Er zijn 95 kisten appels, 93% van alles.'];
  expect(causeOf({ kind: 'paragraph', old, new: own, page: 1 })).toEqual({
    cause: 'figures',
    cells: ['cel-2023-oogst-appels-2023'],
  });
  const rewritten = 'Er zijn wel 95 kisten appels, 93% van alles.';
  expect(causeOf({ kind: 'paragraph', old, new: rewritten, page: 1 }).cause).toBe('text');
  expect(causeOf({ kind: 'row', old: 'Appels 90', new: 'Appels 95', page: 2 }).cause).toBe('figures');
  expect(causeOf({ kind: 'row', old: 'Peren 8', new: 'Peren 9', page: 2 }).cause).toBe('text');
  const unasked = findCauses([], paired(before, now));
  expect(unasked({ kind: 'paragraph', old, new: own, page: 1 }).cause).toBe('text');
});

test('a table marks a cell whose status changed, and a text that says why follows from it', () => {
  const own = tableOf('90', '90');
  const [cell] = own.cells;
  const remark = 'De telling loopt nog. Pas in mei is zij af. (eerder 88)';
  const marked = { ...cell, new: { ...cell?.new, status: 'provisional', remark } } as CellChange;
  const table: TableChange = {
    ...{ ...own, cells: [marked] },
    facets: [
      { id: 'noot', name: 'noot 1', old: 'Per kist. Appels zijn geschat.', new: 'Per kist. Appels zijn geteld.' },
    ],
  };
  const publications = [paired(before, before)];
  const reach = withReach([table], publications)[0]?.cells[0]?.reach ?? [];
  expect(reach.find(({ form }) => form === 'table')).toMatchObject({
    ...{ oldText: '90', newText: '90 (voorlopig)', isChanged: true },
  });
  const causeOf = findCauses([table], publications[0]);
  const cause = (old: string, now: string): string => causeOf({ kind: 'paragraph', old, new: now, page: 2 }).cause;
  expect(cause('', 'a Voorlopig cijfer (eerder 88): de telling loopt nog.')).toBe('figures');
  expect(cause('Noot: Appels zijn geschat.', 'Noot: Appels zijn geteld.')).toBe('figures');
  expect(cause('', 'De appels zijn geplukt.')).toBe('text');
  expect(cause('Appels zijn geschat.', 'Appels zijn geroemd.')).toBe('text');
});

test('the number of a source in a sentence does not hide what it follows from', () => {
  const cite = (html: string): string => html.replace('van alles.', 'van alles [<a href="#b">1</a>].');
  const side = (one: PublicationSide): PublicationSide =>
    one.edition ? { ...one, edition: { ...one.edition, html: cite(one.edition.html) } } : one;
  const pair = pairStatements({ old: side(state(before)), new: side(state({ ...before, apples: '95' })) });
  const causeOf = findCauses([tableOf('90', '95')], pair);
  const [old, now] = ['Er zijn 90 kisten appels, 92% van alles.', 'Er zijn 95 kisten appels, 92% van alles.'];
  expect(causeOf({ kind: 'paragraph', old, new: now, page: 1 }).cause).toBe('figures');
});

test('the head and the rows of a table follow from its columns', () => {
  const added: CellChange = { ...tableOf('1', '2').cells[0], old: undefined, column: '2024' } as unknown as CellChange;
  const facets = [{ id: 'orde', name: 'volgorde van de kolommen', old: '2022, 2023', new: '2023, 2022' }];
  const causeOf = findCauses([{ ...tableOf('1', '2'), cells: [added], facets }], paired(before, before));
  const cause = (old: string, now: string): string => causeOf({ kind: 'row', old, new: now, page: 2 }).cause;
  expect(cause('2022 2023', '2022 2023 2024')).toBe('figures');
  expect(cause('Peren 8 9', 'Peren 9 8')).toBe('figures');
  expect(cause('2022 2023', '2022 2025')).toBe('text');
});

test('a chart that was drawn anew because of a table joined to its own is reached by the cells of that table', () => {
  const other: TableChange = { ...tableOf('3', '5'), table: 'weer', title: 'Weer' };
  const same = paired(before, { ...before, bar: 95 });
  const joined = new Map([['2023 oogst', new Set(['2023 weer'])]]);
  const places = (changes: readonly TableChange[], relations = joined): string[] =>
    withReach(changes, [same], relations).flatMap(({ cells }) =>
      cells.flatMap(({ reach }) => reach.map(({ form, figure, newText }) => `${form} ${figure} ${newText}`)),
    );
  expect(places([other])).toEqual(['chart Figuur 1: Geplukt 5']);
  expect(places([other], new Map())).toEqual([]);
  const unchanged = pairStatements({ old: state(before), new: state(before) }) as PairedPublication;
  expect(withReach([other], [unchanged], joined)[0]?.cells[0]?.reach).toEqual([]);
});
