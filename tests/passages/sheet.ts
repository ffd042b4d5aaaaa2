// Small PDFs without tags, as a program of another origin might make them: lines of letters at places of a page.

/** A line of text; places and sizes in points from the lower left. */
export interface PlacedLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** 10 where it is not given. */
  readonly size?: number;
  readonly isBold?: boolean;
}

/** How wide each letter is, in sizes. */
export const letterWidth = 0.5;

/** A file with a page of A4 for each list of lines; `trailer` is put into its trailer. */
export function sheets(pages: readonly (readonly PlacedLine[])[], trailer = ''): Uint8Array {
  const font = (name: string): string =>
    `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[${Array.from({ length: 224 }, () => letterWidth * 1000).join(' ')}]>>`;
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids.join(' ')}]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R/B 4 0 R>>>>>>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((lines, index) => {
      const content = lines.map(show).join('\n');
      return [
        `<</Type/Page/Parent 2 0 R/Contents ${6 + index * 2} 0 R>>`,
        `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return assemble(objects, trailer);
}

function show({ x, y, text, size = 10, isBold = false }: PlacedLine): string {
  const bytes = Buffer.from(text, 'latin1').toString('hex');
  return `BT /${isBold ? 'B' : 'F'} ${size} Tf ${x} ${y} Td <${bytes}> Tj ET`;
}

/** An element of a structure tree: its type, what else its dictionary holds, and its kids; a number is a sequence. */
export type Tag = readonly [type: string, more: string, ...kids: (Tag | number)[]];

/** A tagged file of one page of A4 with a content in which `F` is a font; names of types may stand for standard ones. */
export function taggedSheet(content: string, tags: readonly Tag[], roles = ''): Uint8Array {
  const elements: string[] = [];
  const first = 7;
  const add = ([type, more, ...kids]: Tag, parent: number): number => {
    const own = first + elements.push('') - 1;
    const inside = kids.map(kid => (typeof kid === 'number' ? String(kid) : `${add(kid, own)} 0 R`));
    elements[own - first] = `<</Type/StructElem/S/${type}/P ${parent} 0 R/Pg 4 0 R/K[${inside.join(' ')}]${more}>>`;
    return own;
  };
  const kids = tags.map(tag => `${add(tag, 3)} 0 R`);
  const widths = Array.from({ length: 224 }, () => letterWidth * 1000).join(' ');
  return assemble(
    [
      '<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/MarkInfo<</Marked true>>>>',
      '<</Type/Pages/Count 1/Kids[4 0 R]/MediaBox[0 0 595 842]>>',
      `<</Type/StructTreeRoot/K[${kids.join(' ')}]/RoleMap<<${roles}>>>>`,
      '<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>',
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[${widths}]>>`,
      ...elements,
    ],
    '',
  );
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\n`;
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF\n`, 'latin1');
}

/** Lines under one another from a place down, 14 points apart. */
export function paragraph(x: number, y: number, lines: readonly string[]): PlacedLine[] {
  return lines.map((text, index) => ({ x, y: y - index * 14, text }));
}
