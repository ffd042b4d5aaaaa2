// A project with one table, and a delivery for it as CSV: what the import would do.

import { join } from 'node:path';
import { planImport } from '../../src/commands/import.ts';
import type { ImportPlan, ImportRequest } from '../../src/commands/intake.ts';
import { machineAt } from './machine.ts';
import { createFolder, writeFile } from './project.ts';

/** A table of three years with a comment, a note and a remark. */
export const oogst = `# yaml-language-server: $schema=../../../schema/table.schema.json
# Met de hand getypt
title: Geplukte kisten
unit: kisten
source: "Boomgaard De Proef" # zie de map
notes:
  - Een kist telt één keer.
columns: [2021, 2022, 2023]
rows:
  # eerst het fruit
  Appels: [1234, 1300,  ?] # handwerk
  Peren:  [  <5,   12,  .]
  Pruimen rood: [7, 8, 9]
remarks:
  # de peren
  - row: Peren
    columns: [2023]
    missing: De weegschaal was stuk.
  - row: Pruimen rood
    columns: [2021]
    reconstructed: Uit het totaal.
relations:
  - sum: rows
    equals: { value: 100 }
`;

/** What a delivery says that does for all cells of that table. */
export const levering = 'Levering;;;\n;2021;2022;2023\nAppels;1.234;1.300;1.401\nPeren;<5;12;17\nPruimen rood;7;8;9\n';

/** Plans the import of a CSV text into a table of 2023, which stands in `tables/oogst.yaml`. */
export async function deliver(
  csv: string,
  { yaml = oogst, status = 'draft', ...request }: { yaml?: string; status?: string } & Partial<ImportRequest> = {},
): Promise<ImportPlan> {
  const root = createFolder();
  writeFile(join(root, 'data/2023/edition.yaml'), `reportingYear: 2023\nstatus: ${status}\n`);
  writeFile(join(root, 'data/2023/tables/oogst.yaml'), yaml);
  writeFile(join(root, 'levering.csv'), csv);
  return planImport({ file: join(root, 'levering.csv'), table: 'oogst', ...request }, machineAt(root));
}
