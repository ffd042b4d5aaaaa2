// Vega-Lite to SVG text: the only file that loads vega, and only when the first chart is drawn.

import type { TopLevelSpec } from 'vega-lite';
import type { VegaLiteSpec } from './layer.ts';
import type { TextMeasure } from './measure.ts';
import { tidySvg } from './svg.ts';

/** What Vega-Lite or Vega said while drawing; a problem of level `error` leaves no drawing. */
export interface RenderProblem {
  readonly level: 'error' | 'warning';
  readonly message: string;
}

/** A drawing as one SVG element, or the problems that stood in its way. */
export interface Rendering {
  readonly svg?: string;
  readonly width: number;
  readonly height: number;
  readonly problems: readonly RenderProblem[];
}

/** How a specification is rendered: the house's configuration, the fonts, the text alternative, a prefix for ids. */
export interface RenderOptions {
  readonly config: object;
  readonly measure: TextMeasure;
  readonly family: string;
  readonly alternative: string;
  readonly idPrefix: string;
}

/** Vega's own types leave out what it exports of its scene graph. */
type Libraries = typeof import('vega') & {
  readonly compile: typeof import('vega-lite').compile;
  readonly textMetrics: { width: (item: MeasuredItem, text: unknown) => number };
  readonly resetSVGDefIds: () => void;
};

interface MeasuredItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

let loaded: Promise<Libraries> | undefined;

/** Loads vega and vega-lite once; call it early to load them while other work waits. */
export function loadVega(): Promise<Libraries> {
  loaded ??= Promise.all([import('vega'), import('vega-lite')]).then(
    ([vega, { compile }]) => ({ ...vega, compile }) as unknown as Libraries,
  );
  return loaded;
}

/** Compiles and draws a specification; nothing is fetched, and mistakes in it come back as problems. */
export async function render(spec: VegaLiteSpec, options: RenderOptions): Promise<Rendering> {
  const vega = await loadVega();
  const problems: RenderProblem[] = [];
  const logger = collectingLogger(problems);
  useMeasure(vega, options);
  try {
    const compiled = vega.compile(spec as unknown as TopLevelSpec, { logger, config: options.config });
    const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger, loader: refusingLoader });
    vega.resetSVGDefIds();
    const raw = await view.toSVG();
    view.finalize();
    const size = sizeOf(raw);
    if (problems.some(problem => problem.level === 'error')) return { ...size, problems };
    return { ...size, svg: tidySvg(raw, options), problems };
  } catch (error) {
    problems.push({ level: 'error', message: error instanceof Error ? error.message : String(error) });
    return { width: 0, height: 0, problems };
  }
}

/** Vega measures text with the very fonts that print it. */
function useMeasure(vega: Libraries, { measure, family }: RenderOptions): void {
  vega.textMetrics.width = (item, text) =>
    measure.width(String(text ?? ''), { family, size: item.fontSize ?? 11, weight: weightOf(item.fontWeight) });
}

function weightOf(weight: string | number | undefined): number {
  if (weight === 'bold') return 700;
  const number = Number(weight);
  return Number.isFinite(number) && number > 0 ? number : 400;
}

function refuse(uri: string): Promise<never> {
  return Promise.reject(new Error(`A chart loads nothing from elsewhere: ${uri}`));
}

const refusingLoader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

function collectingLogger(problems: RenderProblem[]): never {
  const collect =
    (level: RenderProblem['level']) =>
    (...parts: readonly unknown[]) => {
      problems.push({
        level,
        message: parts.map(part => (part instanceof Error ? part.message : String(part))).join(' '),
      });
      return logger;
    };
  const logger = {
    level: () => logger,
    error: collect('error'),
    warn: collect('warning'),
    info: () => logger,
    debug: () => logger,
  };
  return logger as never;
}

function sizeOf(svg: string): { width: number; height: number } {
  const read = (name: string): number => Number(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  return { width: read('width'), height: read('height') };
}
