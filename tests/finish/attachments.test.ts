// Files of all names and sizes attached to a PDF, and read back byte for byte; and what is refused.

import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { attach, withAttachedNames } from '../../src/finish/attachments.ts';
import { finish } from '../../src/finish/finish.ts';
import { diagnose } from '../../src/inspect/diagnose.ts';
import { inspect } from '../../src/inspect/inspection.ts';
import type { Attachment } from '../../src/inspect/record.ts';
import { report } from '../../src/inspect/report.ts';
import { judge } from '../../src/inspect/rules.ts';
import { summarise } from '../../src/inspect/summary.ts';
import { listedNames, readAttachments } from '../../src/pdf/attachments.ts';
import { openPdf } from '../../src/pdf/file.ts';
import { decodeText } from '../../src/pdf/textstring.ts';
import { isReference, type PdfValue, toDictionary } from '../../src/pdf/values.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { smallPdf } from '../verapdf/small.ts';
import { attachments, html, metadata, type Printed, printDocument } from './document.ts';

const moment = new Date('2024-10-18T12:00:00Z');

function named(name: string, content: Uint8Array = Buffer.from(name)): Attachment {
  return { name, mediaType: 'text/csv', description: `Wat ${name} is.`, relationship: 'Data', content };
}

/** A small PDF with these files attached. */
async function carrying(files: readonly Attachment[]): Promise<Uint8Array> {
  const base = openPdf(smallPdf(undefined, { archive: 3 }));
  const root = base.trailer.entries.get('Root');
  let last = base.numbers.at(-1) ?? 0;
  const allocate = (): number => {
    last += 1;
    return last;
  };
  const attached = await attach(files, { allocate, moment });
  if (!attached || !isReference(root)) throw new Error('Nothing was attached.');
  const catalog = { ...Object.fromEntries(base.catalog.entries), Names: withAttachedNames(null, attached) };
  const objects = new Map<number, PdfValue>([
    ...attached.objects,
    [root.object, toDictionary({ ...catalog, AF: attached.files })],
  ]);
  return writePdf({ base, objects, trailer: toDictionary({ Root: root }), identify: () => 'zestien bytes   ' });
}

/** What a PDF carries, in the order in which viewers list it. */
function carried(bytes: Uint8Array): Attachment[] {
  return readAttachments(openPdf(bytes)).map(({ name, description, relationship, streams: [stream] }) => {
    const content = stream?.content();
    if (!stream || !content) throw new Error(`${name} cannot be read.`);
    return { name, mediaType: stream.mediaType, description, relationship: relationship as 'Data', content };
  });
}

/** The rules on attachments that a file breaks. */
function broken(bytes: Uint8Array): string[] {
  return judge(inspect(bytes))
    .filter(({ rule, findings }) => rule.id.startsWith('attachment') && findings.length > 0)
    .map(({ rule }) => rule.id);
}

test('names of all kinds come back, in the order of their bytes, with the files that belong to them', async () => {
  const names = [
    'b.csv',
    'één.csv',
    'met spatie.csv',
    'haak (1).csv',
    ')(.csv',
    '数据.csv',
    '😀.csv',
    'B.csv',
    '#2f %.csv',
  ];
  const bytes = await carrying(names.map(name => named(name)));
  expect(broken(bytes)).toEqual([]);
  expect(new Map(carried(bytes).map(one => [one.name, Buffer.from(one.content).toString()]))).toEqual(
    new Map(names.map(name => [name, name])),
  );
  expect(listedNames(openPdf(bytes)).map(decodeText)).toEqual([
    ...['#2f %.csv', ')(.csv', 'B.csv', 'b.csv', 'haak (1).csv', 'met spatie.csv'],
    ...['één.csv', '数据.csv', '😀.csv'],
  ]);
});

test.for<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['one byte', Buffer.from('a')],
  ['a megabyte that can be packed', Buffer.alloc(2 ** 20, 'rij;aantal\n')],
  ['a megabyte that cannot', Uint8Array.from({ length: 2 ** 20 }, (_, at) => (at * at * 31 + (at >> 3) * 7) & 255)],
  ['what looks like a part of a PDF', Buffer.from('endstream\nendobj\n1 0 obj\n<<>>')],
])('%s comes back byte for byte', async ([, content]) => {
  const bytes = await carrying([named('a.csv', content)]);
  expect(Buffer.compare(carried(bytes)[0]?.content ?? Buffer.from('niets'), content)).toBe(0);
  expect(broken(bytes)).toEqual([]);
  expect(bytes.length).toBeLessThan(content.length + 4000);
});

const character = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('(', ')', '\\', '\u00AD', '\uFEFF', 'þÿ', 'ï»¿'),
);
const name = fc
  .array(character, { minLength: 1, maxLength: 8 })
  .map(all => all.join(''))
  .filter(all => !/^\.{0,2}$|[/\\\p{Cc}]/u.test(all));
const file = fc.record({
  ...{
    name,
    mediaType: fc.constantFrom('text/csv', 'application/csvm+json'),
    description: fc.string({ unit: 'grapheme' }),
  },
  relationship: fc.constantFrom('Source' as const, 'Data' as const, 'Supplement' as const),
  content: fc.uint8Array({ maxLength: 2000 }),
});

test('whatever is attached comes back as it was', async () => {
  const files = fc.uniqueArray(file, { minLength: 1, maxLength: 6, selector: one => one.name });
  await fc.assert(
    fc.asyncProperty(files, async given => {
      const bytes = await carrying(given);
      const found = new Map(carried(bytes).map(one => [one.name, { ...one, content: [...one.content] }]));
      expect(found).toEqual(new Map(given.map(one => [one.name, { ...one, content: [...one.content] }])));
      expect(broken(bytes).filter(rule => rule !== 'attachment-descriptions')).toEqual([]);
      expect(Buffer.compare(bytes, await carrying(given))).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test.for<[string, readonly Attachment[], string]>([
  ['two of one name', [named('a.csv'), named('b.csv'), named('a.csv')], 'Two attachments have the name "a.csv"'],
  ['a name in a folder', [named('tabellen/a.csv')], 'cannot have the name "tabellen/a.csv"'],
  ['a name in a folder of Windows', [named('tabellen\\a.csv')], 'cannot have the name'],
  ['the folder above', [named('..')], 'cannot have the name ".."'],
  ['no name', [named('')], 'cannot have the name ""'],
  ['a name over two lines', [named('a\nb')], 'cannot have the name'],
  ['a media type with a parameter', [{ ...named('a'), mediaType: 'text/csv; charset=utf-8' }], 'is no media type'],
])('%s is a bug of ours, and is refused', async ([, files, message]) => {
  await expect(carrying(files)).rejects.toThrow(message);
});

let printed: Printed;
beforeAll(async () => {
  printed = await printDocument(html);
}, 60_000);

test('a table has the files that hold its data', async () => {
  const [first, second] = attachments as readonly [Attachment, Attachment];
  const given = [
    { ...first, tables: [0, 1] },
    { ...second, tables: [1] },
  ];
  const bytes = await finish(printed.bytes, { record: printed.record, metadata, attachments: given });
  const summary = summarise(inspect(bytes));
  expect(summary.tables.map(({ data }) => data)).toEqual([['proef.csv'], ['proef.csv', 'één (twee).json']]);
  expect(report(summary, { tree: false })).toMatch(/^ {6}data in proef\.csv$/m);
});

/** A finished file with other attachments than it should have: what the build says of it. */
async function said(given: readonly Attachment[], expected: readonly Attachment[]): Promise<string[]> {
  const bytes = await finish(printed.bytes, { record: printed.record, metadata, attachments: given });
  const found = diagnose(bytes, { ...printed.record, attachments: expected }, 'proef');
  return found.map(({ rule, message }) => `${rule}: ${message}`);
}

test('a build sees every file that is lost, added or changed', async () => {
  const [first, second] = attachments as readonly [Attachment, Attachment];
  const other = { ...first, content: Buffer.from('iets anders') };
  expect(await said(attachments, attachments)).toEqual([]);
  expect(await said([], [])).toEqual([]);
  expect(await said([first], attachments)).toEqual([
    'pdf-attachments: The PDF of proef: the document has 2 attachments, the PDF has 1.',
  ]);
  expect(await said([first], [])).toEqual([
    'pdf-attachments: The PDF of proef: the document has 0 attachments, the PDF has 1.',
  ]);
  expect(await said([other, second], attachments)).toEqual([
    'pdf-attachments: The PDF of proef: the attachment "proef.csv" has other bytes.',
  ]);
  expect(await said([{ ...first, name: 'p.csv' }], [first])).toEqual([
    'pdf-attachments: The PDF of proef: the attachment "proef.csv" is not in the PDF.',
    'pdf-attachments: The PDF of proef: the data of table 2 are in "proef.csv", those of the PDF in "p.csv".',
  ]);
  expect(await said([{ ...first, mediaType: 'text/plain' }], [first])).toEqual([
    'pdf-attachments: The PDF of proef: the attachment "proef.csv" is described otherwise.',
  ]);
  expect(await said([{ ...first, tables: [0] }], [first])).toEqual([
    'pdf-attachments: The PDF of proef: the data of table 1 are in "", those of the PDF in "proef.csv".',
    'pdf-attachments: The PDF of proef: the data of table 2 are in "proef.csv", those of the PDF in "".',
  ]);
});
