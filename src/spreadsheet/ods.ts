// What the library passes over in an OpenDocument spreadsheet: hidden sheets, rows and columns, and raised characters.

import { bare, raised } from './raised.ts';

type Archive = typeof import('@e965/xlsx').CFB;
type Container = ReturnType<Archive['read']>;

/** What is hidden of one sheet; rows and columns count from 0. */
export interface OdsHidden {
  readonly name: string;
  readonly sheet: boolean;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** The file with raised digits as Unicode has them; the bytes as they were when nothing is raised. */
export function raiseInOds(bytes: Uint8Array, archive: Archive): Uint8Array {
  const container = archive.read(bytes, { type: 'buffer' });
  const xml = contentOf(container, archive);
  const styles = stylesWith(xml, 'text', /style:text-position="super/);
  if (styles.length === 0) return bytes;
  const span = new RegExp(`<text:span text:style-name="(?:${styles.join('|')})">([\\s\\S]*?)</text:span>`, 'g');
  const marked = xml.replace(span, (_, inside: string) => escaped(raised(bare(inside))));
  archive.utils.cfb_del(container, '/content.xml');
  archive.utils.cfb_add(container, '/content.xml', new TextEncoder().encode(marked));
  return archive.write(container, { type: 'buffer', fileType: 'zip' });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function contentOf(container: Container, archive: Archive): string {
  const entry = archive.find(container, 'content.xml');
  if (!entry) throw new Error('it has no content.xml');
  return new TextDecoder().decode(Uint8Array.from(entry.content));
}

/** The names of the styles of a family whose definition matches. */
function stylesWith(xml: string, family: string, pattern: RegExp): string[] {
  const styles = xml.matchAll(/<style:style\b([^>]*[^/])>([\s\S]*?)<\/style:style>/g);
  return [...styles].flatMap(([, attributes = '', inside = '']) => {
    const name = attributeOf(attributes, 'style:name');
    return attributeOf(attributes, 'style:family') === family && pattern.test(inside) && name ? [name] : [];
  });
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

/** What is hidden, sheet by sheet. */
export function hiddenInOds(bytes: Uint8Array, archive: Archive): OdsHidden[] {
  const xml = contentOf(archive.read(bytes, { type: 'buffer' }), archive);
  const hiddenTables = stylesWith(xml, 'table', /table:display="false"/);
  return [...xml.matchAll(/<table:table\b([^>]*)>([\s\S]*?)<\/table:table>/g)].map(
    ([, attributes = '', inside = '']) => ({
      name: bare(attributeOf(attributes, 'table:name') ?? ''),
      sheet: hiddenTables.includes(attributeOf(attributes, 'table:style-name') ?? ''),
      rows: hiddenLines(inside, 'table:table-row'),
      columns: hiddenLines(inside, 'table:table-column'),
    }),
  );
}

/** The programs repeat a hidden row up to the end of the sheet; beyond this nothing is looked up. */
const lastLine = 100_000;

function hiddenLines(xml: string, tag: string): number[] {
  const hidden: number[] = [];
  let at = 0;
  for (const [, attributes = ''] of xml.matchAll(new RegExp(`<${tag}\\b([^>]*)>`, 'g'))) {
    const repeated = Number(
      attributeOf(attributes, 'table:number-rows-repeated') ??
        attributeOf(attributes, 'table:number-columns-repeated') ??
        1,
    );
    const isHidden = /^(?:collapse|filter)$/.test(attributeOf(attributes, 'table:visibility') ?? '');
    for (let line = at; isHidden && line < Math.min(at + repeated, lastLine); line += 1) hidden.push(line);
    at += repeated;
  }
  return hidden;
}
