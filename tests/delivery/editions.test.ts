// Every table of the real editions, its cells taken out and delivered in a sheet: the import types it byte for byte.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openFiles } from '../../src/commands/files.ts';
import { planImport } from '../../src/commands/import.ts';
import { readTable, reportingYears, tableIds } from '../../src/edition/read.ts';
import { machineAt } from '../commands/machine.ts';
import { createFolder, writeFile } from '../commands/project.ts';
import { blanked } from './blank.ts';
import { type Layout, workbookOf } from './sheet.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const files = openFiles(repository);
const tables = reportingYears(files).flatMap(year => tableIds(year, files).map(id => ({ year, id })));

const layouts: Readonly<Record<string, Layout>> = {
  'an .xlsx': { kind: 'xlsx', above: [['Levering'], []] },
  'an .ods': { kind: 'ods' },
  'a .csv': { kind: 'csv', above: [['Levering'], []] },
  'an .xlsx turned': { kind: 'xlsx', turned: true },
};

test.for(Object.keys(layouts))('every table of data/ comes back from %s as a person typed it', async name => {
  const layout = layouts[name] as Layout;
  const root = createFolder();
  for (const { year, id } of tables) {
    const path = `data/${year}/tables/${id}.yaml`;
    const typed = readFileSync(join(repository, path), 'utf8');
    writeFile(join(root, path), blanked(typed));
    const file = join(root, `levering.${layout.kind}`);
    const table = readTable(year, id, files).value;
    if (!table) throw new Error(`${path} cannot be read.`);
    writeFileSync(file, workbookOf(table, layout));
    const plan = await planImport({ file, table: id, year: String(year) }, machineAt(root));
    expect({ path, diagnostics: plan.diagnostics, text: plan.text }).toEqual({ path, diagnostics: [], text: typed });
  }
});
