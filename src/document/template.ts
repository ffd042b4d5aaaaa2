// The templates of one publication kind: shared partials, the kind's own, and every rendering that was made of them.

import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createSource, placeOnLine, type Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { Files } from '../edition/files.ts';
import { parseTemplate, type Template } from '../prose/parse.ts';
import { plainText } from '../prose/typography.ts';
import { checkConstructs, includedNames } from './construct.ts';

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

/** The kinds that have a folder in templates/: one with a template or a kind.yaml in it. */
export function templateKinds(files: Files): string[] {
  const folders = files.list('templates').filter(name => name.endsWith('/') && name !== 'shared/');
  const isKind = (folder: string): boolean =>
    files.list(`templates/${folder}`).some(name => name.endsWith('.hbs') || name === 'kind.yaml');
  return folders.map(name => name.slice(0, -1)).filter(isKind);
}

/** Reads and parses the templates of a kind; what is wrong with a template is reported, and it then prints nothing. */
export function readTemplates(kind: string, files: Files): { templates: Templates; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const all = new Map<string, Template>();
  for (const { path, name } of templateFiles(kind, files).filter(file => file.name.endsWith('.hbs'))) {
    const read = readTemplate(createSource(path, files.read(path) ?? ''));
    diagnostics.push(...read.diagnostics);
    all.set(name.replace(/\.hbs$/, ''), read.template);
  }
  if (!all.has('publication')) diagnostics.push(withoutPublication(kind));
  diagnostics.push(...cutCircles(all));
  return { templates: assemble(kind, all), diagnostics };
}

/** The files that a kind is made of: those of templates/shared and of its own folder, each with its folder `blocks`. */
export function templateFiles(kind: string, files: Files): { readonly path: string; readonly name: string }[] {
  return ['shared', kind].flatMap(folder =>
    ['', '/blocks'].flatMap(inner =>
      files
        .list(`templates/${folder}${inner}`)
        .filter(name => !name.endsWith('/'))
        .map(name => ({ path: `templates/${folder}${inner}/${name}`, name: `${inner}/${name}`.slice(1) })),
    ),
  );
}

const blockFolder = 'blocks/';

/** The words after `:::` for which a kind has a block, with whether its template prints a title. */
export function blockNames({ all }: Templates): ReadonlyMap<string, boolean> {
  const blocks = [...all].filter(([name]) => name.startsWith(blockFolder));
  return new Map(
    blocks.map(([name, { source }]) => [name.slice(blockFolder.length), /\{\{[^}]*\btitle\b/.test(source.text)]),
  );
}

function readTemplate(source: Source): { template: Template; diagnostics: Diagnostic[] } {
  const { template, diagnostics } = parseTemplate(source);
  const wrong = template ? checkConstructs(template.program, source) : diagnostics;
  return { template: template && wrong.length === 0 ? template : emptyTemplate(source), diagnostics: wrong };
}

function emptyTemplate(source: Source): Template {
  return { source, program: Handlebars.parse('') };
}

function withoutPublication(kind: string): Diagnostic {
  const file = `templates/${kind}/publication.hbs`;
  return {
    severity: 'error',
    rule: 'missing-file',
    message: `The file ${file} is not there.`,
    place: { file, line: 1, column: 1 },
    hints: ['Copy it from another kind: it lays out the whole publication.'],
  };
}

/** Empties and reports every template that includes itself, straight or by way of others. */
function cutCircles(all: Map<string, Template>): Diagnostic[] {
  const circular = [...all].filter(([name]) => includedBy(name, all).includes(name));
  for (const [name, { source }] of circular) all.set(name, emptyTemplate(source));
  return circular.map(([name, { source }]) => ({
    severity: 'error',
    rule: 'template-construct',
    message: `The template "${name}" includes itself.`,
    place: placeOnLine(source, Math.max(1, source.lines.findIndex(line => line.includes('{{>')) + 1), 1),
    hints: ['Take out the {{> …}} that leads back to it.'],
  }));
}

/** The names of all templates that a template includes, also by way of others. */
function includedBy(name: string, all: ReadonlyMap<string, Template>): string[] {
  const found: string[] = [];
  const visit = (one: string): void => {
    const template = all.get(one);
    for (const next of template ? includedNames(template.program) : [])
      if (!found.includes(next)) {
        found.push(next);
        visit(next);
      }
  };
  visit(name);
  return found;
}

function assemble(kind: string, all: ReadonlyMap<string, Template>): Templates {
  const handlebars = templateEngine();
  for (const name of all.keys()) for (const included of includedBy(name, all)) handlebars.registerPartial(included, '');
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
  handlebars.registerHelper('blockHelperMissing', () => '');
  return handlebars;
}

/** Text as a quoted CSS string; tags, entities and soft hyphens of HTML are undone first. */
export function cssString(html: string): string {
  const text = plainText(html).replace(/[\\"]/g, '\\$&').replace(/</g, '\\3c ').replace(/\s+/g, ' ');
  return `"${text}"`;
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
