// Publications with tables of chance, or typed as YAML, for the tests of this room.

import fc from 'fast-check';
import type { Edition, Publication, Row, Table } from '../../src/edition/edition.ts';
import type { DatasetSource } from '../../src/opendata/dataset.ts';
import type { Observation, ObservedValue } from '../../src/statistics/observation.ts';

const place = { file: 'data/2023/tables/proef.yaml', line: 1, column: 1 };

/** What the files of a publication with these tables are made of. */
export function sourceOf(tables: readonly Table[], changes: Partial<Publication> = {}): DatasetSource {
  const publication: Publication = {
    ...{ id: 'proef-2023', kind: 'mini', title: 'Proef', description: 'Een proef.', publisher: 'Bureau & Zn.' },
    ...{ date: '2024-10-17', keywords: ['proef'], percentage: 'sign', tables: tables.map(({ id }) => id) },
    ...{ figures: new Map(), brokenFigures: [], contents: [], words: {}, sources: new Map(), differences: [], place },
    ...{ places: new Map(), addresses: new Map() },
    ...changes,
  };
  const edition: Edition = {
    ...{ reportingYear: 2023, status: 'final', publications: [publication] },
    tables: new Map(tables.map(table => [table.id, table])),
  };
  const moment = new Date('2024-10-17T12:00:00Z');
  return { edition, publication, title: publication.title, description: publication.description, moment };
}

/** A table from its columns and its rows. */
export function tableOf(
  columns: readonly string[],
  rows: Readonly<Record<string, readonly Observation[]>>,
  id = 'proef',
): Table {
  return {
    ...{ id, title: 'Proef naar vorm', unit: 'stuks', source: 'Register', notes: [], panels: [{ columns }], columns },
    rows: Object.entries(rows).map(([label, observations]): Row => ({ label, observations, place })),
    ...{ relations: [], place },
  };
}

/** A cell with a value, and what is said of it. */
export function cell(value: ObservedValue, more: Partial<Observation> = {}): Observation {
  return { value, status: 'final', place, ...more };
}

/** A cell with a count. */
export function count(value: number): Observation {
  return cell({ kind: 'count', value });
}

/** Labels that spreadsheets, XML and CSV find hard: also long ones, and ones that differ only in case or at their end. */
const label = fc.oneof(
  fc.constantFrom(
    ...[
      '=1+1',
      '+SOM(A1)',
      '-1-2',
      '@x',
      '5-8',
      '1/2',
      '007',
      '2e3',
      "'s avonds",
      '"ja", zei hij',
      'a\nb',
      'a\r\nb',
      '\tx',
    ],
    ...[
      '<b>&amp;</b>',
      '_x000D_',
      'Noord',
      'NOORD',
      'Categorie',
      'opmerking',
      'Opmerking',
      '2023',
      '2019-2023',
      '\u0001',
      '😀',
    ],
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map(text => text.toWellFormed()),
  fc.nat(3).map(end => `${'Een heel lang opschrift dat geen programma kan tonen '.repeat(6)}${end}`),
);

const value: fc.Arbitrary<ObservedValue> = fc.oneof(
  fc.record({ kind: fc.constant('count'), value: fc.nat(2_000_000_000) }),
  fc.record({ kind: fc.constant('suppressed'), below: fc.integer({ min: 2, max: 20 }) }),
  fc
    .record({ low: fc.nat(2000), more: fc.integer({ min: 1, max: 999 }) })
    .map(({ low, more }) => ({ kind: 'range' as const, low, high: low + more })),
  fc.nat(5000).map(tens => ({ kind: 'rounded' as const, value: tens * 10, to: 10 })),
  fc
    .record({ kind: fc.constantFrom('percentage', 'mean'), digits: fc.nat(99_999), decimals: fc.nat(3) })
    .map(({ kind, digits, decimals }) => ({
      kind,
      value: Number((digits / 10 ** decimals).toFixed(decimals)),
      decimals,
    })),
  fc.record({ kind: fc.constant('missing'), reason: label }),
);

const observation: fc.Arbitrary<Observation> = fc
  .record({
    value,
    status: fc.constantFrom('final', 'provisional', 'revised', 'reconstructed'),
    remark: label,
    previous: label,
  })
  .map(({ value, status, remark, previous }) => {
    if (status === 'final' || value.kind === 'missing') return cell(value);
    return cell(value, { status, remark, ...(status === 'revised' ? { previous } : {}) });
  });

const identifier = fc.oneof(
  fc.constantFrom('inhoud', 'toelichting', 'history', 'a1', 'r1c1', 'vormen'),
  fc.nat(9).map(end => `sectoren-seksueel-naar-herkomst-en-leeftijd-${end}`),
  fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,5}$/),
);

/** A table of chance, as the edition would let it through. */
export const anyTable: fc.Arbitrary<Table> = fc
  .record({
    id: identifier,
    columns: fc.uniqueArray(label, { minLength: 1, maxLength: 6 }),
    rows: fc.uniqueArray(label, { minLength: 1, maxLength: 6 }),
    panel: fc.option(fc.uniqueArray(label, { minLength: 2, maxLength: 2 }), { nil: undefined }),
    words: fc.record({ title: label, unit: label, source: label, notes: fc.array(label, { maxLength: 2 }) }),
    cells: fc.array(observation, { minLength: 36, maxLength: 36 }),
  })
  .map(({ id, columns, rows, panel, words, cells }) => {
    const from = (row: number): Observation[] => columns.map((_, column) => cells[row * 6 + column] ?? count(0));
    const half = Math.ceil(columns.length / 2);
    const panels = (panel ?? [undefined]).map((title, index) => ({
      ...(title === undefined ? {} : { title }),
      columns: panel ? columns.slice(index * half, index === 0 ? half : undefined) : columns,
    }));
    return {
      ...tableOf(columns, {}, id),
      ...words,
      panels,
      rows: rows.map((name, index) => ({ label: name, observations: from(index), place })),
    };
  });
