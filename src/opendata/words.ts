// Words of the published data in Dutch: the codes of the CSV files, and what the signs in tables mean.

import type { Table } from '../edition/edition.ts';
import { cellText } from '../locale/cell.ts';
import { numberInWords } from '../locale/count.ts';
import { type ObservationStatus, type ObservedValue, observationStatuses } from '../statistics/observation.ts';
import type { CellMeasure, ValueKind } from './observations.ts';

/** The codes of the column `soort`. */
export const kindCodes: Readonly<Record<ValueKind, string>> = {
  number: 'getal',
  rounded: 'afgerond',
  range: 'bereik',
  suppressed: 'onderdrukt',
  missing: 'ontbreekt',
};

/** The codes of the column `maat`. */
export const measureCodes: Readonly<Record<CellMeasure, string>> = {
  count: 'aantal',
  percentage: 'percentage',
  mean: 'gemiddelde',
};

/** The codes of the column `status`. */
export const statusCodes: Readonly<Record<ObservationStatus, string>> = {
  final: 'definitief',
  provisional: 'voorlopig',
  revised: 'herzien',
  reconstructed: 'gereconstrueerd',
};

/** A sign or word in a table, and what it means. */
export interface Explanation {
  readonly sign: string;
  readonly meaning: string;
}

/** The signs and words that stand in these tables, each once, with their meaning; nought always. */
export function explanations(tables: readonly Table[]): Explanation[] {
  const observations = tables.flatMap(({ rows }) => rows.flatMap(row => row.observations));
  const values = observations.map(({ value }) => value);
  const statuses = new Set(observations.map(({ status }) => status));
  return [
    { sign: '0', meaning: 'Er is er geen. Een nul staat er altijd als nul.' },
    ...numbersOf(values, value => (value.kind === 'suppressed' ? value.below : undefined)).map(suppressed),
    ...(values.some(({ kind }) => kind === 'range') ? [range] : []),
    ...numbersOf(values, value => (value.kind === 'rounded' ? value.to : undefined)).map(rounded),
    ...(values.some(({ kind }) => kind === 'missing') ? [missing] : []),
    ...observationStatuses.flatMap(status => (statuses.has(status) ? (ofStatus[status] ?? []) : [])),
  ];
}

function numbersOf(values: readonly ObservedValue[], read: (value: ObservedValue) => number | undefined): number[] {
  return [...new Set(values.map(read))].filter(one => one !== undefined).sort((a, b) => a - b);
}

function suppressed(below: number): Explanation {
  const word = numberInWords(below) ?? String(below);
  return {
    sign: cellText({ kind: 'suppressed', below }),
    meaning: `Minder dan ${word}, maar niet nul. Het aantal mag niet bekend worden.`,
  };
}

const range: Explanation = {
  sign: 'twee getallen met een streepje',
  meaning: 'Het aantal ligt tussen deze twee getallen of is gelijk aan een van beide.',
};

function rounded(to: number): Explanation {
  return {
    sign: 'afgerond',
    meaning: `De aantallen zijn afgerond op een veelvoud van ${to}, zoals boven de tabel staat.`,
  };
}

const missing: Explanation = {
  sign: cellText({ kind: 'missing', reason: '' }),
  meaning: 'Niet bekend: de waarde ontbreekt. De reden staat in de kolom Opmerking.',
};

const ofStatus: Readonly<Partial<Record<ObservationStatus, Explanation>>> = {
  provisional: { sign: 'voorlopig cijfer', meaning: 'De waarde kan nog veranderen. De reden staat erbij.' },
  revised: {
    sign: 'herzien cijfer',
    meaning: 'De waarde is anders dan eerder is gepubliceerd. De reden staat erbij, en wat er eerder stond.',
  },
  reconstructed: {
    sign: 'gereconstrueerd',
    meaning: 'De waarde was in de bron niet te lezen en is teruggerekend. Hoe, staat erbij.',
  },
};
