// The PDF files themselves: what they say of themselves, their fonts, and that a second build gives the same bytes.

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Built, buildEditions, names, rebuildEditions } from './editions.ts';
import { type Pdf, readPdf } from './pdf.ts';

const expected = {
  report: { title: 'Jaarcijfers mensenhandel 2023', date: '20241017' },
  factsheet: { title: 'Meer minderjarige slachtoffers van mensenhandel in beeld', date: '20251017' },
  infographic: { title: 'Slachtoffers van mensenhandel raken uit zicht', date: '20191018' },
  answers: { title: 'Antwoorden op Kamervragen over de Jaarcijfers mensenhandel 2024', date: '20251121' },
  article: { title: 'Criminelen zetten vaker kinderen in', date: '20251017' },
} as const;

let built: Built;
beforeAll(async () => {
  built = await buildEditions();
});

describe.for(names)('%s', name => {
  let pdf: Pdf;
  beforeAll(async () => {
    pdf = await readPdf(built[name].pdf);
  });

  test('its properties: title, language, and dates that are those of the edition', () => {
    const { Title, Language, CreationDate, ModDate } = pdf.information;
    expect(Title).toBe(expected[name].title);
    expect(Language).toMatch(/^nl(-NL)?$/);
    expect(String(CreationDate)).toMatch(new RegExp(`^D:${expected[name].date}`));
    expect(ModDate).toBe(CreationDate);
  });

  test('it is tagged, and every page has its part of the structure', () => {
    expect(pdf.marked).toBe(true);
    for (const { number, tags } of pdf.pages) expect(tags.length, `page ${number}`).toBeGreaterThan(0);
  });

  test('its fonts are those of the house, embedded as subsets, none of them Type 3', () => {
    expect(pdf.fonts.length).toBeGreaterThan(2);
    for (const { name: font, embedded, type3 } of pdf.fonts) {
      expect(font).toMatch(/^[A-Z]{6}\+Source(Sans3|Serif4)/);
      expect({ embedded, type3 }, font).toEqual({ embedded: true, type3: false });
    }
  });

  test('it is no larger than a mail can take', () => {
    expect(built[name].pdf.length).toBeLessThan(3_000_000);
  });
});

test('built again, every file has the same bytes', async () => {
  expect(digests(await rebuildEditions())).toEqual(digests(built));
});

function digests({ report, factsheet }: Built): string[] {
  const contents = [report.pdf, report.html, factsheet.pdf, factsheet.html];
  return contents.map(content => createHash('sha256').update(content).digest('hex'));
}
