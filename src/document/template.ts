// The templates of one publication kind: shared partials, the kind's own, and every rendering that was made of them.

import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createSource, placeOnLine, type Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { Files } from '../edition/files.ts';

type Program = ReturnType<typeof Handlebars.parse>;

/** A template that parsed. */
export interface Template {
  readonly source: Source;
  readonly program: Program;
}

/** A template with the values it was given, so that its paths can be checked against them. */
export interface Rendering {
  readonly template: Template;
  readonly context: unknown;
}

/** The templates of a kind, by name: those in its folder before those in templates/shared. */
export interface Templates {
  readonly kind: string;
  readonly all: ReadonlyMap<string, Template>;
  readonly renderings: readonly Rendering[];
  /** HTML of a template with a context; empty when there is no such template. */
  render(name: string, context: object): string;
}

/** The kinds that have a folder in templates/. */
export function templateKinds(files: Files): string[] {
  return files
    .list('templates')
    .filter(name => name.endsWith('/') && name !== 'shared/')
    .map(name => name.slice(0, -1));
}

/** Reads and parses the templates of a kind; a template with a syntax error is left out and reported. */
export function readTemplates(kind: string, files: Files): { templates: Templates; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const all = new Map<string, Template>();
  for (const folder of ['templates/shared', `templates/${kind}`])
    for (const name of files.list(folder).filter(one => one.endsWith('.hbs'))) {
      const parsed = parseTemplate(createSource(`${folder}/${name}`, files.read(`${folder}/${name}`) ?? ''));
      diagnostics.push(...parsed.diagnostics);
      if (parsed.template) all.set(name.replace(/\.hbs$/, ''), parsed.template);
    }
  return { templates: assemble(kind, all), diagnostics };
}

function assemble(kind: string, all: ReadonlyMap<string, Template>): Templates {
  const handlebars = templateEngine();
  for (const [name, template] of all) handlebars.registerPartial(name, handlebars.compile(template.program));
  const renderings: Rendering[] = [];
  const render = (name: string, context: object): string => {
    const template = all.get(name);
    const partial = handlebars.partials[name] as Handlebars.TemplateDelegate | undefined;
    if (!template || !partial) return '';
    renderings.push({ template, context });
    return partial(context);
  };
  return { kind, all, renderings, render };
}

/** Handlebars with the helpers that templates may use besides if, unless, each and with. */
function templateEngine(): typeof Handlebars {
  const handlebars = Handlebars.create();
  for (const name of ['lookup', 'log', 'blockHelperMissing']) handlebars.unregisterHelper(name);
  handlebars.registerHelper('css-string', (text: string) => new Handlebars.SafeString(cssString(String(text))));
  handlebars.registerHelper('is', (a: unknown, b: unknown) => a === b);
  handlebars.registerHelper('helperMissing', () => '');
  return handlebars;
}

/** The names of the helpers that a template may call. */
export const templateHelpers = ['if', 'unless', 'each', 'with', 'css-string', 'is'] as const;

/** Text as a quoted CSS string; tags, entities and soft hyphens of HTML are undone first. */
export function cssString(html: string): string {
  const text = plainText(html).replace(/[\\"]/g, '\\$&').replace(/</g, '\\3c ').replace(/\s+/g, ' ');
  return `"${text}"`;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** The words of simple HTML: no tags, no soft hyphens, entities as characters. */
export function plainText(html: string): string {
  const bare = html.replace(/<[^>]*>/g, '').replace(/\u00AD/g, '');
  return bare.replace(/&(?:amp|lt|gt|quot|#x27);/g, entity => entities[entity] ?? entity);
}

/** Parses Handlebars; a syntax error is a diagnostic at its line. */
export function parseTemplate(source: Source): { template?: Template; diagnostics: Diagnostic[] } {
  try {
    const program = Handlebars.parse(source.text, { srcName: source.file });
    return { template: { source, program }, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [syntaxDiagnostic(source, error)] };
  }
}

function syntaxDiagnostic(source: Source, error: unknown): Diagnostic {
  const { message = String(error), lineNumber, column } = error as { message?: string; lineNumber?: number; column?: number };
  const line = lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const expected = /Expecting .*, got '(\w+)'/.exec(message)?.[1];
  const text = source.lines[line - 1] ?? '';
  const at = column ?? Math.max(0, text.indexOf('{{'));
  return {
    severity: 'error',
    rule: 'template-syntax',
    message: expected ? `The expression cannot be read: unexpected ${expected}.` : `The expression cannot be read: ${message}.`,
    place: placeOnLine(source, line, at + 1, Math.max(1, text.length - at)),
    hints: ['Check that every {{ has its }}, every ( its ), every quote its partner, and every {{#x}} its {{/x}}.'],
  };
}

/** The diagnostic for a publication kind that has no folder in templates/. */
export function unknownKind(kind: string, known: readonly string[], place: Diagnostic['place'] & object): Diagnostic {
  return {
    severity: 'error',
    rule: 'unknown-kind',
    message: `There is no publication kind "${kind}" in templates/.`,
    place,
    hints: suggestionHints(kind, known),
  };
}
