// Any table, delivered in any layout over any older state of it, is typed as a person would have typed it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFiles } from '../../src/commands/files.ts';
import { planImport } from '../../src/commands/import.ts';
import { folded } from '../../src/delivery/label.ts';
import { readTable } from '../../src/edition/read.ts';
import { machineAt } from '../commands/machine.ts';
import { createFolder, writeFile } from '../commands/project.ts';
import { type Layout, workbookOf } from './sheet.ts';

const words = [
  'Azië',
  'onbekend',
  'Politie',
  'KMar',
  '40+',
  '30-39',
  'vervoer en opslag',
  "'s-Hertogenbosch",
  'Bedenktijd: 90 dagen',
  'man',
  '2019-2023',
  'Overig/onbekend',
  'Zorg (coördinatie)',
  '18-22 (adolescent)',
  'x',
  'No. 5',
  'industrie, bouw',
  '# rest',
  '100%',
];
const years = ['2019', '2020', '2021', '2022', '2023'];

const labels = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map(count => years.slice(5 - count)),
  fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 7, selector: folded }),
);

const cells: Readonly<Record<string, fc.Arbitrary<string>>> = {
  count: fc.oneof(
    fc.integer({ min: 0, max: 12_345 }).map(String),
    fc.constant('<5'),
    fc
      .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 2000 }))
      .map(([low, more]) => `${low}-${low + more}`),
  ),
  percentage: fc.oneof(
    fc.integer({ min: 0, max: 100 }).map(value => `${value}%`),
    fc.integer({ min: 0, max: 999 }).map(value => `${(value / 10).toFixed(1)}%`),
  ),
  mean: fc.oneof(
    fc.integer({ min: 1, max: 90 }).map(String),
    fc.integer({ min: 0, max: 2999 }).map(value => (value / 100).toFixed(2)),
  ),
};

interface Sample {
  readonly measure: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
  readonly layout: Layout;
}

const samples: fc.Arbitrary<Sample> = fc
  .tuple(fc.constantFrom('count', 'percentage', 'mean'), labels, labels)
  .filter(([, rows, columns]) => !rows.some(row => columns.some(column => folded(row) === folded(column))))
  .chain(([measure, rows, columns]) => {
    const cell = cells[measure] ?? fc.constant('0');
    const grid = (one: fc.Arbitrary<string>): fc.Arbitrary<string[][]> =>
      fc.array(fc.array(one, { minLength: columns.length, maxLength: columns.length }), {
        minLength: rows.length,
        maxLength: rows.length,
      });
    const layout = fc.record({
      kind: fc.constantFrom('xlsx', 'ods', 'csv'),
      turned: fc.boolean(),
      above: fc.constantFrom([], [['Levering'], []], [['Tabel 1', ''], ['aantallen']]),
    });
    return fc.record({
      measure: fc.constant(measure),
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      before: grid(fc.oneof(cell, fc.constant('?'))),
      after: grid(cell),
      layout: layout as fc.Arbitrary<Layout>,
    });
  });

/** The table as a person types it: rows set in columns, a remark behind it. */
function typed({ measure, rows, columns }: Sample, cells: readonly (readonly string[])[]): string {
  const quote = (text: string): string => (/^[\w(][^:#,%]*$/u.test(text) ? text : `"${text}"`);
  const width = Math.max(...rows.map(row => quote(row).length));
  const widths = columns.map((_, index) => Math.max(...cells.map(row => row[index]?.length ?? 0)));
  const lines = rows.map(
    (row, at) =>
      `  ${`${quote(row)}:`.padEnd(width + 1)} [${cells[at]?.map((cell, index) => cell.padStart(widths[index] ?? 0)).join(', ')}] # ${at}`,
  );
  return `title: Proef\nunit: stuks\nsource: 'Bron, een'\nmeasure: ${measure}\n# kolommen\ncolumns: [${columns.map(quote).join(', ')}]\nrows:\n${lines.join('\n')}\n# einde\n`;
}

test('a table is typed as a person would have typed it', async () => {
  const root = createFolder();
  const path = 'data/2023/tables/proef.yaml';
  const read = (text: string) => {
    writeFile(join(root, path), text);
    return readTable(2023, 'proef', openFiles(root));
  };
  await fc.assert(
    fc.asyncProperty(samples, async sample => {
      const wanted = typed(sample, sample.after);
      const { value: table, diagnostics } = read(wanted);
      if (!table) throw new Error(JSON.stringify(diagnostics));
      const old = typed(sample, sample.before);
      writeFile(join(root, path), old);
      const file = join(root, `levering.${sample.layout.kind}`);
      writeFileSync(file, workbookOf(table, sample.layout));
      const plan = await planImport({ file, table: 'proef' }, machineAt(root));
      expect(plan.diagnostics).toEqual([]);
      expect(plan.text ?? old).toBe(wanted);
    }),
    { numRuns: Number(process.env['SEEDS'] ?? 150) },
  );
});
