// A kind of publication that the project has not, made of a folder of templates alone, as a designer would make it.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { machineAt } from '../commands/machine.ts';
import { createFolder } from '../commands/project.ts';
import { project } from './editions.ts';
import { readPdf } from './pdf.ts';
import { textOf } from './words.ts';

/** The designer's folder, and a publication of the office that asks for it. */
const files: Readonly<Record<string, string>> = {
  'templates/poster/kind.yaml': `figure: { width: 90, labels: 30 }
faces:
  - { family: Source Sans 3, package: source-sans-3, weight: 400, style: normal }
  - { family: Source Sans 3, package: source-sans-3, weight: 600, style: normal }
  - { family: Source Serif 4, package: source-serif-4, weight: 600, style: normal }
`,
  'templates/poster/publication.hbs': `<main id="tekst">
<h1>{{publication.title}}</h1>
<p class="shout">{{words.shout}}</p>
{{#each chapters}}<section class="text" aria-labelledby="{{anchor}}"><h2 id="{{anchor}}">{{{title}}}</h2>
{{{html}}}</section>
{{/each}}
</main>
`,
  'templates/poster/head.hbs':
    '<style>@page { @bottom-left { content: {{css-string publication.publisher}}; } }</style>\n',
  'templates/poster/style.css': `@page { size: 148mm 210mm; margin: 12mm; }
.poster { font: 400 9pt/12pt "Source Sans 3"; }
.tip { border: 2pt solid var(--accent); padding: 3mm; }
`,
  'templates/poster/blocks/tip.hbs':
    '<aside class="tip" aria-labelledby="{{id}}"><h{{level}} id="{{id}}">{{{title}}}</h{{level}}>{{{body}}}</aside>\n',
  'templates/poster/key-figure.hbs':
    '<p class="key-figure poster-number"><strong class="key-figure-number">{{number}}</strong> <span class="key-figure-label">{{label}}</span></p>\n',
  'data/2024/poster-2024/publication.yaml': `kind: poster
title: Slachtoffers in {{jaar}}
description: Een affiche met cijfers over slachtoffers.
publisher: Nationaal Rapporteur
date: 2025-10-17
tables: [slachtoffers, minderjarigen]
figures:
  slachtoffers: { chart: columns, height: 30 }
contents:
  - text: cijfers
words:
  shout: '{{"Meer" slachtoffers "Gemelde slachtoffers"}} slachtoffers gemeld'
sources:
  rapporteur: { text: Nationaal Rapporteur., url: 'https://www.nationaalrapporteur.nl/' }
`,
  'data/2024/poster-2024/cijfers.md': `# Cijfers

{{kerncijfer (slachtoffers "Gemelde slachtoffers") "gemelde slachtoffers"}}

Onder hen waren {{minderjarigen "Minderjarige slachtoffers"}} minderjarigen [@rapporteur].

{{figuur "slachtoffers"}}

::: tip Zelf melden
Wie een **signaal** ziet, meldt het.
:::

::: vraag
Wie telt de meldingen?
:::

::: antwoord
Dat doet CoMensha.
:::

## Bronnen

{{bronnen}}
`,
};

/** A project of the shared templates, the tables of 2024 and the files above. */
function createPosters(): string {
  const root = createFolder();
  const shared = ['templates/shared', 'templates/theme.yaml', 'data/woorden.yaml', 'data/begrippen.yaml'];
  for (const path of [
    ...shared,
    'data/2024/tables',
    'data/2024/edition.yaml',
    'data/2023/edition.yaml',
    'data/2023/tables',
  ])
    cpSync(join(project, path), join(root, path), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

test('a folder of templates is a kind: it builds, in its own layout, with all that texts can do', async () => {
  const root = createPosters();
  const request = { years: ['2024'], publications: ['poster-2024'], out: join(root, 'output') };
  const { written, diagnostics } = await build(request, machineAt(root));
  expect(diagnostics).toEqual([]);
  expect(written.map(({ path, pages }) => [path, pages])).toEqual([['output/2024/poster-2024.pdf', 1]]);
  const base = join(root, 'output', '2024', 'poster-2024');
  const [page] = (await readPdf(new Uint8Array(readFileSync(`${base}.pdf`)))).pages;
  expect(page && [Math.round(page.width), Math.round(page.height)]).toEqual([420, 595]);
  const words = textOf(page?.items ?? []);
  for (const one of [
    'Meer slachtoffers gemeld',
    '944',
    '79 minderjarigen',
    'Zelf melden',
    'Vraag 1',
    'Antwoord op vraag 1',
  ])
    expect(words).toContain(one);
  const html = readFileSync(`${base}.html`, 'utf8');
  expect(html).toContain('<body class="poster">');
  expect(html).toContain('class="key-figure poster-number"');
  expect(html).toMatch(/<aside class="tip" aria-labelledby="([^"]+)"><h3 id="\1">Zelf melden<\/h3>/);
  expect(html).toContain('@bottom-left { content: "Nationaal Rapporteur"; }');
});

test('what is wider than a page would shrink the whole print, and is refused', async () => {
  const root = createPosters();
  const sheet = join(root, 'templates/poster/style.css');
  writeFileSync(sheet, `${readFileSync(sheet, 'utf8')}.shout { width: 300mm; }\n`);
  const request = { years: ['2024'], publications: ['poster-2024'], out: join(root, 'output') };
  const { written, diagnostics } = await build(request, machineAt(root));
  expect(written).toEqual([]);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['page-shrunk']);
  expect(diagnostics[0]?.message).toMatch(/^The browser printed poster-2024 at \d\d(\.\d)?% of its size/);
});

test('a mistake in the folder is told at its line', async () => {
  const root = createPosters();
  writeFileSync(join(root, 'templates/poster/publication.hbs'), '<main>\n<h1>{{publication.titel}}</h1>\n</main>\n');
  const { diagnostics } = await build(
    { years: ['2024'], publications: [], out: join(root, 'output') },
    machineAt(root),
  );
  const wrong = diagnostics.find(({ rule }) => rule === 'template-path');
  expect(wrong?.place).toMatchObject({ file: 'templates/poster/publication.hbs', line: 2 });
  expect(wrong?.hints).toEqual(['Did you mean "title"?']);
});
