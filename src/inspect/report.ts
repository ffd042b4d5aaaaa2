// What an inspection found, for people: the rules first, then what a screen reader meets, in its order.

import type { AttachmentSummary, ElementSummary, Summary } from './summary.ts';
import type { TableReading } from './table.ts';
import { excerpt } from './words.ts';

/** What of a report is wanted. */
export interface ReportOptions {
  /** The whole structure tree too. */
  readonly tree: boolean;
}

const mostFindings = 10;

/** The report as lines of text. */
export function report(summary: Summary, { tree }: ReportOptions): string {
  return [
    section('Metadata', metadataLines(summary)),
    section(
      'Headings',
      summary.headings.map(({ level, text, page }) => `${'  '.repeat(level - 1)}H${level} ${text}${on(page)}`),
    ),
    section(
      'Figures',
      summary.figures.map(({ alternative, page }) => `${alternative || '(no alternative)'}${on(page)}`),
    ),
    section('Tables', summary.tables.flatMap(tableLines)),
    section('Links', summary.links.map(linkLine)),
    section(
      'Bookmarks',
      summary.bookmarks.map(({ title, depth }) => `${'  '.repeat(depth)}${title}`),
    ),
    section(
      'Fonts',
      summary.fonts.map(({ name, type, embedded }) => `${name} (${type}${embedded ? ', embedded' : ', NOT EMBEDDED'})`),
    ),
    section('Attachments', summary.attachments.map(attachmentLine)),
    section(
      'Layers',
      summary.layers.map(({ name, shown }) => `${name || '(no name)'} (${shown ? 'shown' : 'hidden'})`),
    ),
    section('Not read out', artifactLines(summary)),
    tree
      ? section(
          'Structure',
          summary.tree.flatMap(element => elementLines(element, 0)),
        )
      : '',
    section('Rules', ruleLines(summary)),
    conclusion(summary),
  ]
    .filter(Boolean)
    .join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map(line => `  ${line}`).join('\n')}\n`;
}

function on(page: number | null): string {
  return page === null ? '' : `  [page ${page}]`;
}

function metadataLines({ pages, version, language, metadata }: Summary): string[] {
  const said = Object.entries(metadata).map(([key, value]) => `${key}: ${value}`);
  const claims = [
    claim('PDF/UA', metadata['pdfuaid:part']),
    claim('PDF/A', metadata['pdfaid:part'], metadata['pdfaid:conformance']),
  ];
  const claimed = claims.filter(Boolean).join(' and ');
  return [
    `PDF ${version}, ${pages} page${pages === 1 ? '' : 's'}, language ${language || 'not given'}`,
    ...(claimed === '' ? [] : [`says that it follows ${claimed}`]),
    ...said,
  ];
}

function claim(standard: string, part: string | undefined, conformance = ''): string {
  return part === undefined ? '' : `${standard}-${part}${conformance.toLowerCase()}`;
}

/** A table by its size, and how its first cell of data is read out. */
function tableLines({ caption, page, data, rows }: TableReading): string[] {
  const columns = Math.max(0, ...rows.map(row => row.reduce((sum, cell) => sum + cell.columns, 0)));
  const cells = rows.flat().filter(({ kind, text }) => kind === 'data' && text !== '');
  const first = cells.find(({ headers }) => headers.length > 0) ?? cells[0];
  const without = cells.filter(({ headers }) => headers.length === 0).length;
  const reads = first ? [`    reads "${[...first.headers, first.text].map(one => excerpt(one, 40)).join(' | ')}"`] : [];
  const lost = without > 0 ? [`    ${without} cells without header cells`] : [];
  const attached = data.map(name => `    data in ${name}`);
  return [`${rows.length} × ${columns} ${excerpt(caption)}${on(page)}`, ...reads, ...lost, ...attached];
}

function linkLine({ text, description, target, page }: Summary['links'][number]): string {
  return `${excerpt(description || text || '(no words)')} → ${target || '(nowhere)'}${on(page)}`;
}

function attachmentLine({ name, mediaType, size, relationship, description }: AttachmentSummary): string {
  const said = [mediaType || 'no media type', size === null ? 'unreadable' : `${size} bytes`, relationship];
  return `${name || '(no name)'} (${said.filter(Boolean).join(', ')})${description ? `: ${excerpt(description)}` : ''}`;
}

/** The same text on many pages is one line. */
function artifactLines({ artifacts }: Summary): string[] {
  const alike = Map.groupBy(
    artifacts,
    ({ type, text }) => `${type || 'no type'}: ${excerpt(text.replace(/\d+/g, '#'))}`,
  );
  return [...alike].map(
    ([line, all]) => `${line}  [${all.length === 1 ? `page ${all[0]?.page}` : `${all.length} pages`}]`,
  );
}

function elementLines(
  { type, role, page, text, alternative, language, kids }: ElementSummary,
  depth: number,
): string[] {
  const words = text === undefined ? '' : ` "${text}"`;
  const extra = [
    ...(role === undefined ? [] : [`as ${role}`]),
    ...(alternative === undefined ? [] : [`alternative "${alternative}"`]),
    ...(language === undefined ? [] : [`language ${language}`]),
  ];
  const line = `${'  '.repeat(depth)}${type}${words}${extra.length > 0 ? ` (${extra.join(', ')})` : ''}${on(page)}`;
  return [line, ...kids.flatMap(kid => elementLines(kid, depth + 1))];
}

function ruleLines({ rules }: Summary): string[] {
  return rules.flatMap(({ id, title, source, passed, findings }) => {
    const line = `${passed ? 'pass' : 'FAIL'}  ${id.padEnd(22)} ${title} (${source})`;
    const shown = findings.slice(0, mostFindings).map(({ message, page, object }) => {
      const place = [
        ...(page === undefined ? [] : [`page ${page}`]),
        ...(object === undefined ? [] : [`object ${object}`]),
      ];
      return `        ${message}${place.length > 0 ? `  [${place.join(', ')}]` : ''}`;
    });
    const more = findings.length - shown.length;
    return [line, ...shown, ...(more > 0 ? [`        and ${more} more`] : [])];
  });
}

function conclusion({ rules }: Summary): string {
  const failed = rules.filter(({ passed }) => !passed);
  if (failed.length === 0) return `All ${rules.length} rules hold.`;
  return `${failed.length} of ${rules.length} rules are broken: ${failed.map(({ id }) => id).join(', ')}.`;
}
