// What a figure's own Vega-Lite may say: Vega-Lite ignores words it does not know, and a chart must not.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { VegaLiteSpec } from './layer.ts';
import { type JsonPath, pathsTo, placeOfKey, placeOfValue, valueAt } from './place.ts';

/** The fields of the data set `table`: one datum per cell of a drawn row. */
export const tableFields = ['row', 'column', 'panel', 'low', 'high', 'value', 'text', 'left', 'right'] as const;

const marks =
  'arc area bar boxplot circle errorband errorbar geoshape line point rect rule square text tick trail'.split(' ');
const types = ['quantitative', 'temporal', 'ordinal', 'nominal', 'geojson'];
const compositions = ['layer', 'facet', 'hconcat', 'vconcat', 'concat', 'repeat'];
const viewKeys = [
  ...'$schema align autosize background bounds center columns config data datasets description encoding height'.split(
    ' ',
  ),
  ...'mark name padding params projection resolve spacing spec title transform usermeta view width'.split(' '),
  ...compositions,
];

/** Mistakes in a specification's words, each at its place; an empty list says nothing of whether it draws. */
export function vocabularyDiagnostics(source: Source, spec: VegaLiteSpec): Diagnostic[] {
  return [
    ...foreign(source, spec),
    ...viewPaths(spec).flatMap(path => viewDiagnostics(source, spec, path)),
    ...unknownTypes(source, spec),
    ...unknownFields(source, spec),
  ];
}

/** A mistake in a specification. */
export function specificationMistake(place: Place, message: string, hints: readonly string[]): Diagnostic {
  return { severity: 'error', rule: 'chart-specification', message, place, hints };
}

/** Data, images and links from elsewhere, wherever they stand in the specification. */
function foreign(source: Source, spec: VegaLiteSpec): Diagnostic[] {
  const hints: Readonly<Record<string, string>> = {
    url: 'Use the figure\'s table: "data": { "name": "table" }.',
    href: 'Remove the link; links belong in the text.',
    image: 'Remove the image mark.',
  };
  const isForeign = (key: string | number, value: unknown): boolean =>
    key === 'url' || key === 'href' || ((key === 'mark' || key === 'type') && value === 'image');
  return pathsTo(spec, isForeign).map(path => {
    const key = valueAt(spec, path) === 'image' ? 'image' : String(path.at(-1));
    const message = `A chart takes nothing from elsewhere, so "${key}" cannot be used.`;
    return specificationMistake(placeOfKey(source, path), message, [hints[key] ?? '']);
  });
}

/** The specification itself and every view composed in it. */
function viewPaths(spec: VegaLiteSpec): JsonPath[] {
  const isView = (path: JsonPath): boolean => {
    const [parent, key] = [path.at(-2), path.at(-1)];
    return key === 'spec' || (typeof key === 'number' && compositions.includes(String(parent)));
  };
  const paths = pathsTo(spec, (_, value) => typeof value === 'object' && value !== null).filter(isView);
  return [[], ...paths.filter(path => !path.includes('config') && !path.includes('datasets'))];
}

function viewDiagnostics(source: Source, spec: VegaLiteSpec, path: JsonPath): Diagnostic[] {
  const view = valueAt(spec, path);
  if (typeof view !== 'object' || view === null) return [];
  const unknown = Object.keys(view).filter(key => !viewKeys.includes(key));
  const mistakes = unknown.map(key =>
    specificationMistake(
      placeOfKey(source, [...path, key]),
      `Vega-Lite knows no "${key}" here.`,
      suggestionHints(key, viewKeys),
    ),
  );
  const mark: unknown = Reflect.get(view, 'mark');
  const type: unknown = typeof mark === 'object' && mark !== null ? Reflect.get(mark, 'type') : mark;
  if (type !== undefined && type !== 'image' && !marks.includes(String(type)))
    mistakes.push(
      specificationMistake(
        placeOfValue(source, [...path, 'mark']),
        `"${type}" is no mark.`,
        suggestionHints(String(type), marks),
      ),
    );
  const draws = type !== undefined || compositions.some(key => key in view);
  if (!draws && unknown.length === 0)
    mistakes.push(
      specificationMistake(placeOfValue(source, path), 'This view has no mark.', [
        'Add "mark", such as "mark": "bar".',
      ]),
    );
  return mistakes;
}

function unknownTypes(source: Source, spec: VegaLiteSpec): Diagnostic[] {
  const isChannelType = (key: string | number, value: unknown): boolean =>
    key === 'type' && typeof value === 'string' && !types.includes(value);
  const inChannel = (path: JsonPath): boolean => path.at(-3) === 'encoding';
  return pathsTo(spec, isChannelType)
    .filter(inChannel)
    .map(path => {
      const type = String(valueAt(spec, path));
      return specificationMistake(
        placeOfValue(source, path),
        `"${type}" is no type of data.`,
        suggestionHints(type, types),
      );
    });
}

/** Fields that neither the table has nor a transform makes; data written into the specification is left alone. */
function unknownFields(source: Source, spec: VegaLiteSpec): Diagnostic[] {
  const makesFreely = pathsTo(
    spec,
    key => key === 'values' || key === 'pivot' || key === 'lookup' || key === 'sequence',
  );
  if (makesFreely.length > 0) return [];
  const made = pathsTo(spec, key => key === 'as').flatMap(path => valueAt(spec, path));
  const folded = pathsTo(spec, key => key === 'fold').length > 0 ? ['key', 'value'] : [];
  const known = [...tableFields, ...made.map(String), ...folded];
  const isUnknown = (key: string | number, value: unknown): boolean =>
    key === 'field' && typeof value === 'string' && !known.includes(value);
  return pathsTo(spec, isUnknown).map(path => {
    const field = String(valueAt(spec, path));
    return specificationMistake(
      placeOfValue(source, path),
      `The data has no field "${field}".`,
      suggestionHints(field, known),
    );
  });
}
