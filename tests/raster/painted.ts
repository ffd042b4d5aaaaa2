// Small PDFs of pages that paint what a test wants, with the faces that every viewer has.

/** A page: its operators, and what else its dictionary holds. */
export interface PaintedPage {
  readonly content: string;
  /** Entries of its dictionary; a page of 200 by 100 points without any. */
  readonly entries?: string;
}

/** A file of such pages. */
export function paintPdf(pages: readonly PaintedPage[]): Uint8Array {
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`);
  const face = (name: string): string =>
    `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths[${'556 '.repeat(95)}]>>`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids.join(' ')}]/MediaBox[0 0 200 100]/Resources<</Font<</F 3 0 R/B 4 0 R>>>>>>`,
    face('Helvetica'),
    face('Helvetica-Bold'),
    ...pages.flatMap(({ content, entries = '' }, index) => [
      `<</Type/Page/Parent 2 0 R/Contents ${6 + index * 2} 0 R${entries}>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ]),
  ];
  return assemble(objects);
}

function assemble(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\n`;
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF\n`, 'latin1');
}

/** A rectangle filled with a colour, in points from the lower left. */
export function block(colour: string, [x, y, width, height]: readonly [number, number, number, number]): string {
  return `${colour} rg ${x} ${y} ${width} ${height} re f\n`;
}

/** A line of text from a place on. */
export function line(
  text: string,
  [x, y]: readonly [number, number],
  { face = 'F', size = 10, colour = '0 0 0' } = {},
) {
  return `${colour} rg BT /${face} ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`;
}
