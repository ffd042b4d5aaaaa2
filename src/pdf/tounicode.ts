// Reads the text of each code from a ToUnicode CMap (ISO 32000-1, 9.10.3).

const sections = /begin(bfchar|bfrange)([\s\S]*?)end\1/g;
const pair = /<([\dA-Fa-f\s]*)>\s*<([\dA-Fa-f\s]*)>/g;
const range = /<([\dA-Fa-f\s]*)>\s*<([\dA-Fa-f\s]*)>\s*(?:<([\dA-Fa-f\s]*)>|\[([^\]]*)\])/g;

/** The text of every code that the CMap names; `decode` makes text of big-endian UTF-16. */
export function readToUnicode(cmap: string, decode: (bytes: string) => string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [, kind, body = ''] of cmap.matchAll(sections)) {
    if (kind === 'bfchar')
      for (const [, code = '', text = ''] of body.matchAll(pair)) texts.set(numberOf(code), decode(bytesOf(text)));
    else for (const found of body.matchAll(range)) addRange(texts, found, decode);
  }
  return texts;
}

function addRange(
  texts: Map<number, string>,
  [, first = '', last = '', start, list]: RegExpExecArray,
  decode: (bytes: string) => string,
): void {
  const from = numberOf(first);
  const to = Math.min(numberOf(last), from + 65_535);
  const listed = [...(list ?? '').matchAll(/<([\dA-Fa-f\s]*)>/g)].map(one => decode(bytesOf(one[1] ?? '')));
  const bytes = bytesOf(start ?? '');
  const final = bytes.length >= 2 ? bytes.charCodeAt(bytes.length - 2) * 256 + bytes.charCodeAt(bytes.length - 1) : 0;
  for (let code = from; code <= to; code++) {
    const unit = final + code - from;
    const text =
      start === undefined
        ? listed[code - from]
        : decode(bytes.slice(0, -2) + String.fromCharCode((unit >> 8) & 255, unit & 255));
    if (text !== undefined) texts.set(code, text);
  }
}

function numberOf(hex: string): number {
  return Number.parseInt(hex.replace(/\s/g, ''), 16) || 0;
}

function bytesOf(hex: string): string {
  return Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1');
}
