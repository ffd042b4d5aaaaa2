// A figure's own Vega-Lite: the table's data put in, everything else checked, nothing fetched.

import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { placeAt, type Source } from '../diagnostics/source.ts';
import type { Figure, Panel, Row, Table } from '../edition/edition.ts';
import { cellText } from '../locale/cell.ts';
import { extentOf } from './cell.ts';
import { chartConfig } from './config.ts';
import type { ChartInput } from './input.ts';
import type { VegaLiteSpec } from './layer.ts';
import { placeOfSlip } from './place.ts';
import { type RenderProblem, render } from './render.ts';
import { colourDiagnostics, withColours } from './themed.ts';
import { specificationMistake, type tableFields, vocabularyDiagnostics } from './vocabulary.ts';

/**
 * One cell of the table as a specification sees it, in the named data set `table`: `value` is the middle of low and
 * high, `text` the cell as the table prints it, `left` and `right` the column's sides in px from the figure's left edge.
 */
export type TableDatum = Readonly<Record<(typeof tableFields)[number], string | number | null>>;

/** A drawn specification: its SVG and its size in CSS px. */
export interface DrawnSpecification {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const advice = 'Try the specification in the Vega editor (vega.github.io/editor) with a few rows of data.';

/** What a specification may draw: the figure's table, and the publication's others by their ids. */
export interface SpecificationData {
  readonly input: ChartInput;
  readonly tables: ReadonlyMap<string, Table>;
}

/** Draws a figure's own specification; what is wrong with it are diagnostics of rule `chart-specification`. */
export async function drawSpecification(
  figure: Figure,
  data: SpecificationData,
  alternative: string,
): Promise<Outcome<DrawnSpecification>> {
  const source = figure.specification;
  if (!source) return { diagnostics: [missingDiagnostic(figure)] };
  const spec = parseSpecification(source);
  if (!spec.value) return { diagnostics: spec.diagnostics };
  const { theme, measure } = data.input;
  const wrong = [...vocabularyDiagnostics(source, spec.value), ...colourDiagnostics(source, spec.value, theme)];
  if (wrong.length > 0) return { diagnostics: wrong };
  const options = { config: chartConfig(theme), measure, family: theme.text.family, alternative, idPrefix: figure.id };
  const { svg, width, height, problems } = await render(withTable(withColours(spec.value, theme), data), options);
  const diagnostics = problems.map(problem => problemDiagnostic(source, problem));
  return svg === undefined ? { diagnostics } : { value: { svg, width, height }, diagnostics };
}

/** The specification as JSON. */
function parseSpecification(source: Source): Outcome<VegaLiteSpec> {
  try {
    const value: unknown = JSON.parse(source.text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as VegaLiteSpec, diagnostics: [] };
    const message = 'A Vega-Lite specification is a JSON object.';
    return {
      diagnostics: [specificationMistake(placeAt(source, 0), message, ['Begin the file with { and end it with }.'])],
    };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/, \.{0,3}".*$| in JSON.*$/s, '');
    const hint = 'Check for a missing or extra comma, quote or bracket just before this place.';
    return { diagnostics: [specificationMistake(placeOfSlip(source), `This is not JSON: ${reason}.`, [hint])] };
  }
}

/** The specification with the table as its data set, and the figure's size where it gives none. */
function withTable(spec: VegaLiteSpec, { input, tables }: SpecificationData): VegaLiteSpec {
  const { frame, plot } = input;
  const sized = 'width' in spec || 'autosize' in spec;
  return {
    data: { name: 'table' },
    height: plot.height,
    ...(!sized && { width: frame.width, autosize: { type: 'fit-x', contains: 'padding' }, padding: 0 }),
    ...spec,
    datasets: { ...otherTables(tables), ...(spec.datasets as object | undefined), table: tableData(input) },
  };
}

/** The cells of the drawn rows, row by row. */
export function tableData({ rows, panels, frame }: ChartInput): TableDatum[] {
  return tableCells(rows, panels, frame.columns);
}

interface Column {
  readonly label: string;
  readonly left: number | null;
  readonly right: number | null;
}

function tableCells(rows: readonly Row[], panels: readonly Panel[], columns: readonly Column[]): TableDatum[] {
  const panelOf = panels.flatMap(panel => panel.columns.map(() => panel.title ?? null));
  return rows.flatMap(row =>
    columns.flatMap(({ label, left, right }, index) => {
      const value = row.observations[index]?.value;
      if (!value) return [];
      const { low, high } = extentOf(value) ?? { low: null, high: null };
      const middle = low === null || high === null ? null : (low + high) / 2;
      const panel = panelOf[index] ?? null;
      return [{ row: row.label, column: label, panel, low, high, value: middle, text: cellText(value), left, right }];
    }),
  );
}

/** The publication's other tables as named data sets, by their ids; without places in the figure. */
function otherTables(tables: ReadonlyMap<string, Table>): Record<string, TableDatum[]> {
  const cells = ({ rows, panels, columns }: Table): TableDatum[] =>
    tableCells(
      rows,
      panels,
      columns.map(label => ({ label, left: null, right: null })),
    );
  return Object.fromEntries([...tables].map(([id, table]) => [id, cells(table)]));
}

const longestMessage = 200;

/** Vega names what it stumbles over; where that word stands in the file, there the mistake is shown. */
function problemDiagnostic(source: Source, { level, message }: RenderProblem): Diagnostic {
  const words = [...message.matchAll(/[\w$.-]+/g)].map(match => `"${match[0]}"`);
  const word = words.find(one => source.text.includes(one));
  const place = placeAt(source, word === undefined ? 0 : source.text.indexOf(word), word?.length ?? 1);
  const short = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
  const mistake = specificationMistake(place, `Vega-Lite says: ${short}`, [advice]);
  return level === 'error' ? mistake : { ...mistake, severity: 'warning' };
}

function missingDiagnostic(figure: Figure): Diagnostic {
  const message = `Figure "${figure.id}" has the chart kind specification, but no specification.`;
  const hint = 'Add `specification: <file>.vl.json`, or choose another chart kind.';
  return specificationMistake(figure.place, message, [hint]);
}
