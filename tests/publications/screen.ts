// The HTML editions on a screen: opened in the browser that prints them, at a width, light or dark.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { browsers } from '../../src/browser/browser.ts';
import { thisMachine } from '../../src/browser/print.ts';
import { startBrowser } from '../../src/browser/start.ts';

/** How a document is looked at. */
export interface View {
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
  /** Whether the page may run what a test brings along; the document itself has no scripts. */
  readonly scripts?: boolean;
}

/** A browser with documents to open; close it afterwards. */
export interface Screen {
  open(html: string, view: View): Promise<Page>;
  close(): Promise<void>;
}

/** A screen in the browser that builds use. */
export async function openScreen(): Promise<Screen> {
  const folder = mkdtempSync(join(tmpdir(), 'jaarcijfers-scherm-'));
  const options = { env: process.env, platform: process.platform, temporary: folder, timeout: 60_000 };
  const { value: running, diagnostics } = await startBrowser(browsers(thisMachine(process.env)), options);
  if (!running) throw new Error(JSON.stringify(diagnostics));
  let count = 0;
  return {
    open: async (html, { width, scheme = 'light', scripts = false }) => {
      const path = join(folder, `${++count}.html`);
      writeFileSync(path, html);
      const page = await running.browser.newPage();
      await page.setJavaScriptEnabled(scripts);
      if (scripts) await page.setBypassCSP(true);
      await page.setViewport({ width, height: 900, hasTouch: width < 600 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(pathToFileURL(path).href);
      await page.bringToFront();
      return page;
    },
    close: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
