// The measure for a build: a bare Puppeteer script that prints HTML files, with the same browser and arguments.
// Usage: node tests/bench/bare.ts <browser: JSON of its path, args and env> <output folder> <html file>…

import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import puppeteer from 'puppeteer';

const [browserJson = '{}', folder = '.', ...files] = process.argv.slice(2);
const { path, args, env } = JSON.parse(browserJson) as { path: string; args: string[]; env: Record<string, string> };

const browser = await puppeteer.launch({
  executablePath: path,
  ignoreDefaultArgs: true,
  args,
  pipe: true,
  env: { ...process.env, ...env },
});
for (const file of files) {
  const page = await browser.newPage();
  await page.setContent(await readFile(file, 'utf8'));
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  await writeFile(join(folder, `${basename(file, '.html')}.pdf`), pdf);
  await page.close();
}
await browser.close();
