// Tables as they are typed, made a year later.

import { createSource } from '../../src/diagnostics/source.ts';
import { earlierEditions } from '../../src/edition/earlier.ts';
import type { Table } from '../../src/edition/edition.ts';
import { readTable } from '../../src/edition/read.ts';
import { typeCell } from '../../src/edition/typed.ts';
import { parseYaml } from '../../src/edition/yaml.ts';
import { shapeOf } from '../../src/renewal/shape.ts';
import type { Step } from '../../src/renewal/step.ts';
import { type RenewedTable, renewTable } from '../../src/renewal/table.ts';
import { inMemory } from '../project.ts';

/** What every table begins with. */
export const head = 'title: Geplukte kisten\nunit: kisten\nsource: Boomgaard\n';

/** A table that must be sound. */
export function tableOf(yaml: string, id = 'oogst'): Table {
  const { value, diagnostics } = readTable(2023, id, inMemory({ [`data/2023/tables/${id}.yaml`]: yaml }));
  if (!value) throw new Error(JSON.stringify(diagnostics, undefined, 1));
  return value;
}

/** The table `oogst` of 2023 a step later, beside other tables and other files of its project. */
export function renewed(
  yaml: string,
  step: Step = { from: 2023, to: 2024 },
  project: Readonly<Record<string, string>> = {},
): RenewedTable {
  const others = Object.entries(project).flatMap(([path, text]) => {
    const id = new RegExp(`^data/${step.from}/tables/(.*)\\.yaml$`).exec(path)?.[1];
    return id === undefined ? [] : [tableOf(text, id)];
  });
  const table = tableOf(yaml);
  const shapes = new Map([table, ...others].map(one => [one.id, shapeOf(one, step)]));
  const { file } = parseYaml(createSource('oogst.yaml', yaml));
  if (!file) throw new Error('The table cannot be read.');
  const earlier = earlierEditions(step.to, inMemory({ [`data/${step.from}/tables/oogst.yaml`]: yaml, ...project }));
  return renewTable(file, { table, step, shapes, idOf: id => id.replace('2023', '2024'), earlier });
}

/** The lines that a table has from its columns on. */
export function bodyOf({ text }: RenewedTable): string {
  return text.slice(head.length);
}

/** The cells of a table as typed, under their row, panel and column. */
export function cellsIn(table: Table): Map<string, string> {
  return new Map(
    table.rows.flatMap(({ label, observations }) =>
      table.columns.map((column, at) => {
        const observation = observations[at];
        return [`${label} | ${column}`, observation ? typeCell(observation.value) : ''] as const;
      }),
    ),
  );
}
