import { beforeAll, expect, test } from 'vitest';
import { finish } from '../../src/finish/finish.ts';
import { type Inspection, inspect } from '../../src/inspect/inspection.ts';
import { judge, rules } from '../../src/inspect/rules.ts';
import { contentOf } from '../../src/pdf/pages.ts';
import {
  isDictionary,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  toDictionary,
  toName,
} from '../../src/pdf/values.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { attachments, html, metadata, printDocument } from '../finish/document.ts';

let sound: Inspection;

beforeAll(async () => {
  const { bytes, record } = await printDocument(html);
  sound = inspect(await finish(bytes, { record, metadata, attachments }));
}, 60_000);

type Change = () => ReadonlyMap<number, PdfValue>;

/** The rules that the file breaks with some of its objects changed. */
function brokenBy(change: Change): string[] {
  const { file } = sound;
  const trailer = toDictionary({ Root: file.trailer.entries.get('Root'), Info: file.trailer.entries.get('Info') });
  const bytes = writePdf({ base: file, objects: change(), trailer, identify: () => 'zestien bytes   ' });
  return failing(inspect(bytes));
}

function failing(inspection: Inspection): string[] {
  return judge(inspection)
    .filter(({ findings }) => findings.length > 0)
    .map(({ rule }) => rule.id);
}

/** An object with entries changed; undefined takes one out. */
function changed(object: number, entries: Readonly<Record<string, PdfValue | undefined>>): Change {
  return () => {
    const dictionary = sound.file.resolve({ object });
    const all = new Map(isDictionary(dictionary) ? dictionary.entries : []);
    for (const [key, value] of Object.entries(entries))
      if (value === undefined) all.delete(key);
      else all.set(key, value);
    return new Map([[object, { ...(dictionary as PdfDictionary), entries: all }]]);
  };
}

function objectOf(value: PdfValue | undefined): number {
  return typeof value === 'object' && value !== null && 'object' in value ? value.object : -1;
}

const catalog = (entries: Readonly<Record<string, PdfValue | undefined>>): ReadonlyMap<number, PdfValue> =>
  changed(objectOf(sound.file.trailer.entries.get('Root')), entries)();

/** The nth element of a type, with entries changed. */
function element(
  type: string,
  entries: Readonly<Record<string, PdfValue | undefined>>,
  nth = 0,
): ReadonlyMap<number, PdfValue> {
  const found = sound.elements.filter(one => one.type === type)[nth]?.object;
  if (found === undefined) throw new Error(`There is no ${type}.`);
  return changed(found, entries)();
}

/** The content of the first page, rewritten. */
function content(rewrite: (text: string) => string): ReadonlyMap<number, PdfValue> {
  const page = sound.pages[0]?.page;
  if (!page) throw new Error('There is no page.');
  const text = rewrite(Buffer.from(contentOf(sound.file, page)).toString('latin1'));
  const stream: PdfStream = { ...toDictionary({}), raw: Buffer.from(text, 'latin1') };
  return new Map([[objectOf(page.dictionary.entries.get('Contents')), stream]]);
}

function fontChanged(
  entries: Readonly<Record<string, undefined>>,
  isDescriptor: boolean,
): ReadonlyMap<number, PdfValue> {
  const { file } = sound;
  for (const object of file.numbers) {
    const value = file.resolve({ object });
    const type = file.get(value, 'Type');
    const isFont = isDescriptor ? file.get(value, 'FontFile2') !== null : file.get(value, 'ToUnicode') !== null;
    if (isFont && type !== null) return changed(object, entries)();
  }
  throw new Error('There is no font.');
}

const annotation = (entries: Readonly<Record<string, PdfValue | undefined>>): ReadonlyMap<number, PdfValue> =>
  changed(sound.annotations[0]?.object ?? -1, entries)();

const cases: readonly (readonly [string, readonly string[], Change])[] = [
  ['no language', ['language'], () => catalog({ Lang: undefined })],
  ['the title not shown', ['title'], () => catalog({ ViewerPreferences: undefined })],
  [
    'another title in the information',
    ['metadata-agree'],
    () => changed(objectOf(sound.file.trailer.entries.get('Info')), { Title: 'Iets anders' })(),
  ],
  ['a script', ['no-scripts'], () => catalog({ AA: toDictionary({}) })],
  [
    'a script when it opens',
    ['no-scripts'],
    () => catalog({ OpenAction: toDictionary({ S: toName('JavaScript'), JS: 'app.beep()' }) }),
  ],
  ['tags that are suspect', ['tagged'], () => catalog({ MarkInfo: toDictionary({ Marked: true, Suspects: true }) })],
  ['a language that is none', ['language'], () => element('Em', { Lang: 'xx-??' })],
  ['a heading without a level among others', ['headings'], () => element('H2', { S: toName('H') })],
  ['rows in a group', ['lists', 'table-parts'], () => element('TBody', { S: toName('Div') }, 1)],
  [
    'a standard type that means another',
    ['standard-types'],
    () =>
      changed(objectOf(sound.file.catalog.entries.get('StructTreeRoot')), {
        RoleMap: toDictionary({ P: toName('Span'), Strong: toName('Span'), Em: toName('Span') }),
      })(),
  ],
  ['files of nobody', ['attachments-associated'], () => catalog({ AF: undefined })],
  ['files that no viewer lists', ['attachment-list'], () => catalog({ Names: undefined })],
  [
    'a layer without a name',
    ['optional-content-names'],
    () => catalog({ OCProperties: toDictionary({ D: toDictionary({}) }) }),
  ],
  ['no mark of tags', ['tagged'], () => catalog({ MarkInfo: undefined })],
  ['a level skipped', ['headings'], () => element('H2', { S: toName('H4') })],
  ['a heading without words', ['content-in-tree', 'headings'], () => element('H2', { K: undefined })],
  ['a body that is a paragraph', ['lists'], () => element('LBody', { S: toName('P') })],
  ['an entry outside contents', ['lists'], () => element('TOC', { S: toName('Div') })],
  ['an unknown type', ['standard-types'], () => element('P', { S: toName('Alinea') })],
  ['a figure without alternative', ['figure-alternatives'], () => element('Figure', { Alt: undefined })],
  ['a figure without a place', ['figure-boxes'], () => element('Figure', { A: undefined })],
  ['a head without a scope', ['table-headers'], () => element('TH', { A: undefined })],
  ['a head that nobody can find', ['structure-ids', 'table-headers'], () => element('TH', { ID: 'zoek' })],
  ['a row with a cell less', ['content-in-tree', 'table-grid'], () => element('TR', { K: { object: 0 } }, 1)],
  ['a note without an id', ['notes'], () => element('Note', { ID: undefined })],
  ['a link that is a span', ['annotations-tagged'], () => element('Link', { S: toName('Span') })],
  ['a link without a description', ['link-descriptions'], () => annotation({ Contents: undefined })],
  [
    'tabs in another order',
    ['tab-order'],
    () => changed(sound.annotations[0]?.page.object ?? -1, { Tabs: toName('R') })(),
  ],
  [
    'a page that leads nowhere',
    ['parent-tree'],
    () => changed(sound.pages[0]?.page.object ?? -1, { StructParents: 99 })(),
  ],
  ['a font that is not in the file', ['fonts-embedded'], () => fontChanged({ FontFile2: undefined }, true)],
  ['a font without texts', ['text-unicode'], () => fontChanged({ ToUnicode: undefined }, false)],
  ['paint without a mark', ['content-marked'], () => content(text => `0 0 9 9 re f ${text}`)],
  [
    'a paragraph among the artifacts',
    ['artifact-text', 'content-in-tree'],
    () => content(text => text.replace(/\/\w+ <<\/MCID 0 *>> *BDC/, '/Artifact <</Type /Layout>> BDC')),
  ],
  [
    'an artifact in a paragraph',
    ['artifacts-apart'],
    () => content(text => text.replace(/\/\w+ <<\/MCID 0 *>> *BDC/, '$& /Artifact BMC EMC')),
  ],
];

test('the file is sound before it is changed', () => {
  expect(failing(sound)).toEqual([]);
  expect(brokenBy(() => new Map())).toEqual([]);
});

test.for(cases)('%s', ([, expected, change]) => {
  const found = brokenBy(change);
  for (const rule of expected) expect(found).toContain(rule);
  expect(found.filter(rule => !expected.includes(rule))).toEqual([]);
});

test('a first byte that is no header breaks the rule of the header', () => {
  const text = Buffer.from(sound.file.bytes).toString('latin1').replace('%\xE2\xE3', '%ab');
  expect(failing(inspect(Buffer.from(text, 'latin1')))).toEqual(['header']);
});

test('every rule has an id of its own and says where it comes from', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, source, title } of rules) expect([id, source, title].every(one => one.trim() !== '')).toBe(true);
});
