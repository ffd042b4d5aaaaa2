// Small PDFs that carry files and layers, sound but for what is said of each, with the rules that they break.

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { smallPdf } from '../verapdf/small.ts';

/** A file, and the rules of the inspector on attachments and layers that it breaks. */
export interface Carrying {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly broken: readonly string[];
}

/** The rules of the inspector by those of veraPDF, where that has one; clause and test number. */
export const judged: Readonly<Record<string, string>> = {
  '7.11-1': 'attachment-names',
  '6.8-2': 'attachment-names',
  '6.8-5': 'attachments-permitted',
  '6.8-3': 'attachment-relationships',
  '6.8-4': 'attachments-associated',
  '6.8-1': 'attachment-types',
  '7.10-1': 'optional-content-names',
  '6.9-1': 'optional-content-names',
  '6.9-2': 'optional-content-names',
  '6.9-3': 'optional-content-order',
  '7.10-2': 'optional-content-states',
  '6.9-4': 'optional-content-states',
};

const content = 'a;b\n';
const md5 = (text: string): string => createHash('md5').update(text, 'latin1').digest('hex');

/** The pieces of an attached file; each can be another, or be left out by an empty text. */
const whole = {
  ...{
    archive: 3,
    F: '/F(a.csv)',
    UF: '/UF(a.csv)',
    Desc: '/Desc(Een tabel.)',
    AFRelationship: '/AFRelationship/Data',
  },
  ...{ Subtype: '/Subtype/text#2Fcsv', ModDate: '/ModDate(D:20240101120000Z)', Size: '/Size 4', content },
  CheckSum: `/CheckSum<${md5(content)}>`,
  /** In the catalog: 8 is the file specification. */
  AF: '/AF[8 0 R]',
  Names: '/Names<</EmbeddedFiles<</Names[(a.csv)8 0 R]>>>>',
  ...{ catalog: '', page: '' },
};

type Pieces = typeof whole;

function attached(changes: Partial<Pieces>): Uint8Array {
  const { archive, F, UF, Desc, AFRelationship, Subtype, ModDate, Size, CheckSum, ...all } = { ...whole, ...changes };
  const params = `/Params<<${ModDate}${Size}${CheckSum}>>`;
  const objects = [
    `<</Type/EmbeddedFile${Subtype}${params}/Length ${all.content.length}>>\nstream\n${all.content}\nendstream`,
    `<</Type/Filespec${F}${UF}${Desc}${AFRelationship}/EF<</F 7 0 R/UF 7 0 R>>>>`,
  ];
  const { page } = all;
  return smallPdf(undefined, { archive, objects, page, catalog: `${all.AF}${all.Names}${all.catalog}` });
}

/** A file attached to a file of PDF/A-2, which says nothing more than that has to. */
function archived(text: string): Partial<Pieces> {
  return { archive: 2, content: text, Size: '', CheckSum: '', AFRelationship: '', AF: '', Subtype: '', ModDate: '' };
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const attachmentCases: readonly (readonly [string, readonly string[], Partial<Pieces>])[] = [
  ['an attached file', [], {}],
  ['no F', ['attachment-names'], { F: '' }],
  ['no UF', ['attachment-names'], { UF: '' }],
  ['an empty UF', ['attachment-names'], { UF: '/UF()' }],
  ['no description', ['attachment-descriptions'], { Desc: '' }],
  ['no relationship', ['attachment-relationships'], { AFRelationship: '' }],
  ['a relationship that is no name', ['attachment-relationships'], { AFRelationship: '/AFRelationship(Data)' }],
  ['a relationship of its own', [], { AFRelationship: '/AFRelationship/Bron' }],
  ['a file of nobody', ['attachments-associated'], { AF: '' }],
  ['a file of a page', [], { AF: '', page: '/AF[8 0 R]' }],

  ['no media type', ['attachment-types'], { Subtype: '' }],
  ['half a media type', ['attachment-types'], { Subtype: '/Subtype/csv' }],
  ['a media type with a parameter', ['attachment-types'], { Subtype: '/Subtype/text#2Fcsv#3Bcharset#3Dutf-8' }],
  ['no moment', ['attachment-dates'], { ModDate: '' }],
  ['another size', ['attachment-contents'], { Size: '/Size 5' }],
  ['another sum', ['attachment-contents'], { CheckSum: `/CheckSum<${md5('b')}>` }],
  ['no size and no sum', [], { Size: '', CheckSum: '' }],
  ['a file that no viewer lists', ['attachment-list'], { Names: '' }],
  ['a list of files in nodes', [], { Names: '/Names<</EmbeddedFiles<</Kids[<</Limits[(a)(a)]/Names[(a)8 0 R]>>]>>>>' }],
  [
    'names out of order',
    ['attachment-list'],
    { Names: '/Names<</EmbeddedFiles<</Names[(b.csv)8 0 R(a.csv)8 0 R]>>>>' },
  ],
  ['a name twice', ['attachment-list'], { Names: '/Names<</EmbeddedFiles<</Names[(a)8 0 R(a)8 0 R]>>>>' }],
  ['a table in PDF/A-2', ['attachments-permitted'], { archive: 2 }],
  ['PDF/A-2 in PDF/A-2', [], archived(latin1(smallPdf()))],
  ['a PDF that is no PDF/A in PDF/A-2', ['attachments-permitted'], archived(latin1(smallPdf('metadata')))],
  ['PDF/A-3 in PDF/A-2', ['attachments-permitted'], archived(latin1(smallPdf(undefined, { archive: 3 })))],
];

/** Layers: the objects 7 and 8 are groups. */
function layered(properties: string): Uint8Array {
  const objects = ['<</Type/OCG/Name(Rood)>>', '<</Type/OCG/Name(Blauw)>>'];
  return smallPdf(undefined, { objects, catalog: `/OCProperties<</OCGs[7 0 R 8 0 R]${properties}>>` });
}

const layerCases: readonly (readonly [string, readonly string[], string])[] = [
  ['layers', [], '/D<</Name(A)/Order[7 0 R 8 0 R]/OFF[8 0 R]>>'],
  ['layers in a list of their own', [], '/D<</Name(A)/Order[[(Kleuren)7 0 R 8 0 R]]>>'],
  ['layers that are not listed', [], '/D<</Name(A)>>'],
  ['no name', ['optional-content-names'], '/D<</Order[7 0 R 8 0 R]>>'],
  ['an empty name', ['optional-content-names'], '/D<</Name()>>'],
  ['two ways to show layers', [], '/D<</Name(A)>>/Configs[<</Name(B)/Order[7 0 R 8 0 R]>>]'],
  ['two with one name', ['optional-content-names'], '/D<</Name(A)>>/Configs[<</Name(A)>>]'],
  ['a second without a name', ['optional-content-names'], '/D<</Name(A)>>/Configs[<<>>]'],
  ['a layer out of the list', ['optional-content-order'], '/D<</Name(A)/Order[7 0 R]>>'],
  ['an empty list', ['optional-content-order'], '/D<</Name(A)/Order[]>>'],
  ['states by themselves', ['optional-content-states'], '/D<</Name(A)/AS[]>>'],
];

/** What each piece is when it is broken, and the rule that it breaks then. */
const pieces: readonly (readonly [string, Partial<Pieces>])[] = attachmentCases.flatMap(([, broken, changes]) => {
  const [rule, ...others] = broken;
  return rule === undefined || others.length > 0 || 'archive' in changes ? [] : [[rule, changes] as const];
});

/** Files with some of those pieces broken at a time, by chance; the same at each run. */
const mixed: readonly Carrying[] = fc
  .sample(fc.subarray([...pieces], { minLength: 2, maxLength: 6 }), { numRuns: 40, seed: 20_240_101 })
  .map((chosen, index) => {
    const changes = Object.assign({}, ...chosen.map(([, one]) => one)) as Partial<Pieces>;
    const kept = chosen.filter(([, one]) =>
      Object.entries(one).every(([key, value]) => changes[key as keyof Pieces] === value),
    );
    const broken = [...new Set(kept.map(([rule]) => rule))].sort();
    return { name: `mixed ${index + 1}`, bytes: attached(changes), broken };
  });

/** All files. */
export const carrying: readonly Carrying[] = [
  ...attachmentCases.map(([name, broken, changes]) => ({ name, broken, bytes: attached(changes) })),
  ...layerCases.map(([name, broken, properties]) => ({ name, broken, bytes: layered(properties) })),
  ...mixed,
];
