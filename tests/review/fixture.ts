// A comparison with one of everything that can differ, in texts that try to break out of what they are put into.

import { deflateSync } from 'node:zlib';
import type {
  CellChange,
  CellState,
  Comparison,
  PagePicture,
  PublicationComparison,
  ReachedPlace,
  TextChange,
} from '../../src/diff/comparison.ts';

/** A text that breaks what does not escape it: markup, an attribute, a script, a table of Markdown, a mention. */
export const hostile = `</script><script>alert(1)</script> "x" onload='y' | **a** @team <img src=x onerror=z> & ~~b~~ [c](d)`;

const report = { year: 2023, publication: 'jaarcijfers-mensenhandel-2023' } as const;
const sheet = { year: 2024, publication: 'factsheet-2024' } as const;
const sections = ['Vormen van mensenhandel', 'Arbeidsuitbuiting'] as const;

function state(printed: string, rest: Partial<CellState> = {}): CellState {
  return { printed, disclosure: 'published', status: 'final', ...rest };
}

function place(rest: Partial<ReachedPlace>): ReachedPlace {
  return { ...report, form: 'sentence', oldPage: 2, newPage: 2, section: sections, isChanged: true, ...rest };
}

const forms: CellChange = {
  id: 'cel-2023-vormen-arbeidsuitbuiting-2023',
  row: 'Arbeidsuitbuiting',
  column: '2023',
  old: state('299', { status: 'provisional', remark: 'de registratie is nog niet compleet' }),
  new: state('301', { status: 'revised', remark: 'nagekomen meldingen (eerder 299)' }),
  difference: { units: '+2', percent: '+0,7%' },
  reach: [
    place({
      oldText: 'In 2023 ging het om 299 slachtoffers van arbeidsuitbuiting, 14% minder dan in 2022.',
      newText: 'In 2023 ging het om 301 slachtoffers van arbeidsuitbuiting, 14% minder dan in 2022.',
    }),
    place({ form: 'chart', figure: 'Slachtoffers naar vorm', oldText: '299', newText: '301' }),
    place({ form: 'table', figure: 'Slachtoffers naar vorm', oldPage: 3, newPage: 4, oldText: '299', newText: '301' }),
    place({
      ...sheet,
      oldPage: 1,
      newPage: 1,
      section: [],
      isChanged: false,
      oldText: 'Ongeveer 300 mensen werden uitgebuit op het werk.',
      newText: 'Ongeveer 300 mensen werden uitgebuit op het werk.',
    }),
  ],
};

const suppressed: CellChange = {
  id: 'cel-2023-vormen-orgaanverwijdering-2023',
  row: 'Gedwongen orgaanverwijdering',
  column: '2023',
  old: state('3'),
  new: state('<5', { disclosure: 'suppressed' }),
  difference: { units: '−2 tot +1' },
  reach: [place({ form: 'table', oldText: '3', newText: '<5' }), place({ oldText: 'Het ging om drie meldingen.' })],
};

const added: CellChange = { id: 'cel-nieuw', row: 'Coördinatie', column: hostile, new: state('7'), reach: [] };
const removed: CellChange = {
  id: 'cel-weg',
  row: 'Financiële uitbuiting',
  column: '2022',
  old: state('n.b.', { disclosure: 'missing', remark: 'niet geleverd' }),
  reach: [],
};

const box = { left: 100, right: 300, bottom: 600, top: 640 } as const;

function text(id: string, rest: Partial<TextChange>): TextChange {
  const on = { page: 2, section: sections, boxes: [{ page: 2, ...box }] };
  return { id, kind: 'changed', what: 'paragraph', cause: 'text', old: on, new: on, pieces: [], cells: [], ...rest };
}

const at = (page: number, ...section: string[]): NonNullable<TextChange['new']> => ({ page, section, boxes: [] });

/** Without one of its two sides. */
function only(side: 'old' | 'new', change: TextChange): TextChange {
  const { old, new: now, ...rest } = change;
  const kept = side === 'old' ? { old } : { new: now };
  return { ...rest, ...(kept as Pick<TextChange, 'old' | 'new'>) };
}

const texts: readonly TextChange[] = [
  text('tekst-zin', {
    pieces: [
      { kind: 'same', text: 'Dat is een' },
      { kind: 'removed', text: 'lichte daling' },
      { kind: 'added', text: 'duidelijke daling ten opzichte van één jaar eerder' },
      { kind: 'same', text: 'zoals de coördinatoren verwachtten.' },
    ],
  }),
  text('tekst-vijandig', {
    pieces: [
      { kind: 'removed', text: hostile },
      { kind: 'added', text: `nieuw ${hostile}` },
    ],
  }),
  only(
    'new',
    text('tekst-paragraaf', {
      kind: 'added',
      what: 'section',
      sentences: 12,
      new: at(3, 'Criminele uitbuiting'),
      pieces: [{ kind: 'added', text: 'Criminele uitbuiting komt vaker voor. '.repeat(40) }],
    }),
  ),
  only(
    'old',
    text('tekst-weg', { kind: 'removed', what: 'item', pieces: [{ kind: 'removed', text: 'Een punt dat verviel.' }] }),
  ),
  text('tekst-verplaatst', {
    kind: 'moved',
    old: at(2, 'Inleiding'),
    new: at(4, 'Slotbeschouwing', 'Aanbevelingen'),
    pieces: [
      { kind: 'same', text: 'Deze zin staat nu' },
      { kind: 'removed', text: 'vooraan.' },
      { kind: 'added', text: 'achteraan.' },
    ],
  }),
  text('tekst-cijfer', {
    cause: 'figures',
    cells: [forms.id],
    pieces: [
      { kind: 'same', text: 'In 2023 ging het om' },
      { kind: 'removed', text: '299' },
      { kind: 'added', text: '301' },
      { kind: 'same', text: 'slachtoffers.' },
    ],
  }),
  text('tekst-nummer', {
    what: 'caption',
    cause: 'numbering',
    pieces: [
      { kind: 'removed', text: 'Figuur 3' },
      { kind: 'added', text: 'Figuur 4' },
      { kind: 'same', text: 'Slachtoffers naar leeftijd' },
    ],
  }),
];

/** The comparison of everything, with many more changes of cells. */
export function fixture(many = 0): Comparison {
  const cells = Array.from({ length: many }, (_, index): CellChange => {
    const [old, now] = [state(`${index}`), state(`${index + 1}`)];
    return { ...forms, id: `cel-${index}`, row: `Rij ${index + 1}`, old, new: now, reach: forms.reach.slice(0, 1) };
  });
  return {
    old: { label: 'v2023-concept2', kind: 'revision', commit: '0123456789abcdef0123456789abcdef01234567' },
    new: { label: 'HEAD', kind: 'revision', commit: 'fedcba9876543210fedcba9876543210fedcba98' },
    hasFigures: true,
    tables: [
      {
        ...{ kind: 'changed', year: 2023, table: 'vormen', title: 'Vormen van mensenhandel' },
        facets: [
          {
            id: 'tabel-2023-vormen-bron',
            name: 'bron',
            old: 'CoMensha',
            new: 'CoMensha, bewerking Nationaal Rapporteur',
          },
          { id: 'tabel-2023-vormen-noot-2', name: 'noot 2', new: hostile },
          { id: 'tabel-2023-vormen-peildatum', name: 'peildatum', old: '26 april 2024', new: '1 mei 2024' },
        ],
        cells: [forms, suppressed, added, removed, ...cells],
      },
      {
        kind: 'added',
        year: 2024,
        table: 'regio',
        title: 'Regio’s',
        facets: [],
        cells: [{ ...added, id: 'cel-regio' }],
      },
      { kind: 'removed', year: 2023, table: 'oud', title: 'Oude tabel', facets: [], cells: [] },
    ],
    publications: [big(), small(), { ...small(), kind: 'added', publication: 'nieuws', title: 'Nieuwsbericht' }],
    warnings: [
      {
        ...{ id: 'let-op-1', kind: 'kept', ...sheet, page: 1, section: [], oldText: '300', newText: '300' },
        sentence: 'Ongeveer 300 mensen werden uitgebuit op het werk.',
        cells: ['Vormen van mensenhandel: Arbeidsuitbuiting, 2023: 299 → 301'],
      },
      {
        ...{ id: 'let-op-2', kind: 'changed-alone', ...report, page: 2, section: sections },
        ...{
          oldText: 'lichte',
          newText: 'duidelijke',
          sentence: `Dat is een duidelijke daling. ${hostile}`,
          cells: [],
        },
      },
    ],
  };
}

/** Two PDF files of other origin, in which nothing differs. */
export function emptyFixture(): Comparison {
  const side = (label: string) => ({ label, kind: 'pdf' as const });
  return {
    ...{ old: side('oud.pdf'), new: side('nieuw.pdf'), hasFigures: false, tables: [], warnings: [] },
    publications: [
      {
        ...{ kind: 'both', publication: 'nieuw.pdf', title: 'Nieuw' },
        ...{
          texts: [],
          pages: { old: 1, new: 1, pairs: [{ old: 1, new: 1, kind: 'same', outlines: { old: [], new: [] } }] },
        },
      },
    ],
  };
}

function big(): PublicationComparison {
  const outline = { ...box, what: 'text', change: 'tekst-zin' } as const;
  const images = { old: picture(0), new: picture(40) };
  const none = { old: [], new: [] };
  return {
    ...{ kind: 'both', ...report, title: 'Jaarcijfers mensenhandel 2023', texts },
    pages: {
      old: 4,
      new: 5,
      pairs: [
        { old: 1, new: 1, kind: 'same', outlines: none },
        {
          ...{ old: 2, new: 2, kind: 'changed', images },
          outlines: { old: [outline], new: [outline, { ...box, bottom: 300, top: 420, what: 'drawing' }] },
        },
        { new: 3, kind: 'added', outlines: none, images: { new: picture(40) } },
        { old: 3, new: 4, kind: 'moved', outlines: none, images },
        { old: 4, new: 5, kind: 'changed', images, outlines: { old: [], new: [{ ...box, what: 'look' }] } },
      ],
    },
  };
}

function small(): PublicationComparison {
  return {
    ...{ kind: 'both', ...sheet, title: 'Factsheet <2024> & meer', texts: [] },
    pages: {
      old: 2,
      new: 1,
      pairs: [{ old: 2, kind: 'removed', outlines: { old: [], new: [] }, images: { old: picture(0) } }],
    },
  };
}

/** A page of 59 by 84 pixels: white, with a dark bar at a height. */
function picture(from: number): PagePicture {
  const [width, height] = [59, 84];
  const row = (y: number): Buffer =>
    Buffer.concat([Buffer.of(0), Buffer.alloc(width, y >= from && y < from + 20 ? 40 : 255)]);
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) => row(y)));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
  return { width, height, png, box: { left: 0, bottom: 0, right: 595, top: 842 } };
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([size, body, sum]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
