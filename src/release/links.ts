// Links of documents: every web address well-formed and meant for readers, every link within a document leading somewhere.

/** A link that is wrong. */
export interface LinkFinding {
  readonly target: string;
  /** Reads on after the target: `is no web address`. */
  readonly message: string;
}

/** What is wrong with the links of an HTML document, each target once. */
export function checkHtmlLinks(html: string): LinkFinding[] {
  const ids = new Set([...html.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id = '']) => unescapeHtml(id)));
  const targets = [...html.matchAll(/<(?:a|area)\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) => unescapeHtml(href));
  return [...new Set(targets)].flatMap(target => {
    if (!target.startsWith('#')) return finding(target, checkAddress(target));
    return target === '#' || ids.has(fragment(target)) ? [] : finding(target, 'leads to no place in the document');
  });
}

/** What is wrong with the links of a PDF, by their targets: an address, `page 12`, or nothing where it leads nowhere. */
export function checkPdfLinks(links: readonly { readonly target: string; readonly text: string }[]): LinkFinding[] {
  const seen = new Map(links.map(({ target, text }) => [target === '' ? `"${text}"` : target, target]));
  return [...seen].flatMap(([shown, target]) => {
    if (/^page \d+$/.test(target)) return [];
    return finding(shown, target === '' ? 'leads to no page' : checkAddress(target));
  });
}

function finding(target: string, message: string | undefined): LinkFinding[] {
  return message === undefined ? [] : [{ target, message }];
}

/** Hosts that nobody can reach or that stand for another (RFC 2606, RFC 6761), and what people type in their place. */
const placeholders = [
  /(?:^|\.)example\.(?:com|net|org|nl)$/,
  /(?:^|\.)(?:example|invalid|test|localhost|local|internal|todo)$/,
  /(?:^|\.)(?:voorbeeld|domein|website|invullen|xxx+)\.(?:nl|com|org)$/,
  /^(?:127|10|0)\.\d+\.\d+\.\d+$|^192\.168\.|^\[/,
];

/** What is wrong with an address outside the document; undefined when nothing is. */
export function checkAddress(address: string): string | undefined {
  if (/[\s\p{Cc}]/u.test(address)) return 'holds a space';
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return 'is no web address';
  if (url.protocol === 'mailto:')
    return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(decode(url.pathname))
      ? placeholder(hostOfMail(url))
      : 'is no e-mail address';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `begins with ${url.protocol} instead of https:`;
  if (!/^https?:\/\/[^/]/i.test(address)) return 'is no web address';
  if (url.username !== '' || url.password !== '') return 'holds the name of a user';
  return placeholder(url.hostname);
}

function hostOfMail({ pathname }: URL): string {
  return pathname.slice(pathname.lastIndexOf('@') + 1);
}

function placeholder(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (placeholders.some(pattern => pattern.test(name))) return 'has a host that stands for another one';
  return name.includes('.') ? undefined : 'has a host that only a network of its own knows';
}

function fragment(target: string): string {
  return decode(target.slice(1));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (found, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name ?? ''] ?? found;
  });
}
