// A figure's own Vega-Lite: the table's data put in, everything else checked, nothing fetched.

import { isNode, parseDocument } from 'yaml';
import type { Diagnostic, Outcome, Place } from '../diagnostics/diagnostic.ts';
import { placeAt, type Source } from '../diagnostics/source.ts';
import type { Figure } from '../edition/edition.ts';
import { cellText, extentOf } from './cell.ts';
import { chartConfig } from './config.ts';
import type { Drawing } from './draw.ts';
import type { ChartInput } from './input.ts';
import type { VegaLiteSpec } from './layer.ts';
import { type RenderProblem, render } from './render.ts';

/** One cell of the table as a specification sees it, in the named data set `table`; px from the figure's left edge. */
export interface TableDatum {
  readonly row: string;
  readonly column: string;
  readonly panel: string | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The middle of low and high. */
  readonly value: number | null;
  /** The cell as the table prints it. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Draws a figure's own specification; what is wrong with it are diagnostics of rule `chart-specification`. */
export async function drawSpecification(
  figure: Figure,
  input: ChartInput,
  rest: Pick<Drawing, 'keys' | 'alternative'>,
): Promise<Outcome<Drawing>> {
  const source = figure.specification;
  if (!source) return { diagnostics: [missingDiagnostic(figure)] };
  const parsed = parseSpecification(source);
  if (!parsed.value) return { diagnostics: parsed.diagnostics };
  const foreign = foreignDiagnostics(source, parsed.value);
  if (foreign.length > 0) return { diagnostics: foreign };
  const { theme, measure } = input;
  const spec = withTable(parsed.value, input);
  const { alternative } = rest;
  const options = { config: chartConfig(theme), measure, family: theme.text.family, alternative, idPrefix: figure.id };
  const { svg, width, height, problems } = await render(spec, options);
  const diagnostics = problems.map(problem => problemDiagnostic(source, problem));
  if (svg === undefined) return { diagnostics };
  return { value: { ...rest, svg, frame: { ...input.frame, width, height } }, diagnostics };
}

/** The specification as JSON; the place of a slip is the one the parser names. */
function parseSpecification(source: Source): { value?: VegaLiteSpec; diagnostics: Diagnostic[] } {
  try {
    const value: unknown = JSON.parse(source.text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as VegaLiteSpec, diagnostics: [] };
    return { diagnostics: [mistake(placeAt(source, 0), 'A Vega-Lite specification is a JSON object: { "mark": … }.')] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { diagnostics: [mistake(jsonPlace(source, message), `The specification is not JSON: ${message}.`)] };
  }
}

function jsonPlace(source: Source, message: string): Place {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return placeAt(source, Number(position));
  const quoted = /Unexpected token .*?, \.{0,3}"([\s\S]+?)"\.{0,3} is not valid JSON/.exec(message)?.[1];
  const at = quoted === undefined ? -1 : source.text.indexOf(quoted);
  return placeAt(source, at >= 0 ? at : Math.max(0, source.text.trimEnd().length - 1));
}

/** Data, images and links from elsewhere, wherever they stand in the specification. */
function foreignDiagnostics(source: Source, spec: VegaLiteSpec): Diagnostic[] {
  return pathsTo(spec, isForeign).map(path => {
    const key = String(path.at(-1));
    const message = `A chart takes nothing from elsewhere, so "${key}" cannot be used here.`;
    const hint =
      key === 'href'
        ? 'Remove the link; links belong in the text.'
        : 'Use the figure\'s table: "data": { "name": "table" }.';
    return mistake(placeOfPath(source, path), message, [hint]);
  });
}

type Path = readonly (string | number)[];

function isForeign(key: string, value: unknown): boolean {
  return (
    key === 'url' || key === 'href' || (key === 'mark' && value === 'image') || (key === 'type' && value === 'image')
  );
}

function pathsTo(node: unknown, matches: (key: string, value: unknown) => boolean, path: Path = []): Path[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(node) ? Number(key) : key];
    return matches(key, value) ? [here] : pathsTo(value, matches, here);
  });
}

/** JSON is YAML too, and the YAML reader keeps places. */
function placeOfPath(source: Source, path: Path): Place {
  const node = parseDocument(source.text).getIn(path, true);
  if (!isNode(node) || !node.range) return placeAt(source, 0);
  return placeAt(source, node.range[0], node.range[1] - node.range[0]);
}

/** The specification with the table as its data set, and the figure's size where it gives none. */
function withTable(spec: VegaLiteSpec, input: ChartInput): VegaLiteSpec {
  const { frame, plot } = input;
  const sized = 'width' in spec || 'autosize' in spec;
  return {
    data: { name: 'table' },
    height: plot.height,
    ...(!sized && { width: frame.width, autosize: { type: 'fit-x', contains: 'padding' }, padding: 0 }),
    ...spec,
    datasets: { ...(spec.datasets as object | undefined), table: tableData(input) },
  };
}

/** The cells of the drawn rows, row by row. */
export function tableData({ rows, panels, frame }: ChartInput): TableDatum[] {
  const panelOf = panels.flatMap(panel => panel.columns.map(() => panel.title ?? null));
  return rows.flatMap(row =>
    frame.columns.flatMap(({ label, left, right }, index) => {
      const value = row.observations[index]?.value;
      if (!value) return [];
      const extent = extentOf(value);
      const middle = extent ? (extent.low + extent.high) / 2 : null;
      const { low, high } = extent ?? { low: null, high: null };
      const panel = panelOf[index] ?? null;
      return [{ row: row.label, column: label, panel, low, high, value: middle, text: cellText(value), left, right }];
    }),
  );
}

/** Vega names what it stumbles over; where that word stands in the file, there the mistake is shown. */
function problemDiagnostic(source: Source, { level, message }: RenderProblem): Diagnostic {
  const names = [...message.matchAll(/"([^"]+)"|'([^']+)'|: (\w+)/g)].flatMap(
    match => match[1] ?? match[2] ?? match[3] ?? [],
  );
  const name = names.find(one => source.text.includes(`"${one}"`));
  const place =
    name === undefined ? placeAt(source, 0) : placeAt(source, source.text.indexOf(`"${name}"`), name.length + 2);
  const severity = level === 'error' ? 'error' : 'warning';
  return { ...mistake(place, `Vega-Lite says: ${message}`), severity };
}

function mistake(place: Place, message: string, hints: readonly string[] = []): Diagnostic {
  const advice = 'Try the specification in the Vega editor (vega.github.io/editor) with a few rows of data.';
  return { severity: 'error', rule: 'chart-specification', message, place, hints: hints.length > 0 ? hints : [advice] };
}

function missingDiagnostic(figure: Figure): Diagnostic {
  return {
    severity: 'error',
    rule: 'chart-specification',
    message: `Figure "${figure.id}" has the chart kind specification, but no specification.`,
    place: figure.place,
    hints: ['Add `specification: <file>.vl.json`, or choose another chart kind.'],
  };
}
