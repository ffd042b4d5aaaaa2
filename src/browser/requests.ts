// A printed document is complete in itself: whatever it asks for from elsewhere is refused and reported.

import type { HTTPRequest, Page } from 'puppeteer';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** The requests a page has made in vain. */
export interface Refusals {
  /** A diagnostic for each address refused since the last call. */
  take(): Diagnostic[];
}

/** Lets the page load nothing but data: URLs from now on. */
export async function refuseRequests(page: Page): Promise<Refusals> {
  const refused = new Map<string, Diagnostic>();
  const note = (url: string): unknown => refused.set(url, requestRefused(url));
  page.on('request', request => void decide(request, note));
  page.on('console', message => {
    const file = localFile.exec(message.text())?.[1]; // stopped before it becomes a request
    if (file !== undefined) note(file);
  });
  await page.setRequestInterception(true);
  return {
    take() {
      const diagnostics = [...refused.values()];
      refused.clear();
      return diagnostics;
    },
  };
}

const localFile = /^Not allowed to load local resource: (.+)$/;

async function decide(request: HTTPRequest, note: (url: string) => unknown): Promise<void> {
  if (request.url().startsWith('data:') && !request.isNavigationRequest()) return request.continue().catch(ignore);
  note(request.url());
  // 'aborted' leaves the document in place when it tries to go elsewhere; other reasons put an error page there
  await request.abort('aborted').catch(ignore);
}

/** A page that is gone answers no more; the lifeline reports that. */
function ignore(): void {}

function requestRefused(url: string): Diagnostic {
  const shown = url.length > 120 ? `${url.slice(0, 120)}…` : url;
  return {
    severity: 'error',
    rule: 'request-refused',
    message: `The document asks for ${shown}, which is not in it; the browser loads nothing from elsewhere.`,
    hints: ['Put the picture, font or style sheet itself into the document, as a data: URL or inline.'],
  };
}
