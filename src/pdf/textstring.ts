// Text strings: words for people, in UTF-16, UTF-8 or PDFDocEncoding (ISO 32000-1, 7.9.2.2 and annex D).

/** The words of a text string. */
export function decodeText(bytes: string): string {
  if (bytes.startsWith('\xFE\xFF')) return decodeUtf16(bytes.slice(2));
  if (bytes.startsWith('\xEF\xBB\xBF')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return [...bytes].map(one => special[one.charCodeAt(0)] ?? one).join('');
}

/** A text string with these words: plain where they are ASCII, else UTF-16 with its mark. */
export function encodeText(words: string): string {
  if (/^[\n\r\t -~]*$/.test(words)) return words;
  return `\xFE\xFF${Buffer.from(words, 'utf16le').swap16().toString('latin1')}`;
}

/** The words of big-endian UTF-16 without its mark; marks of language (escape … escape) are left out. */
export function decodeUtf16(bytes: string): string {
  const whole = Buffer.from(bytes.length % 2 === 0 ? bytes : bytes.slice(0, -1), 'latin1');
  return whole
    .swap16()
    .toString('utf16le')
    .split('\u001B')
    .filter((_, index) => index % 2 === 0)
    .join('');
}

const low = '˘ˇˆ˙˝˛˚˜';
const high = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€';

/** Where PDFDocEncoding is not Latin-1, by code. */
const special: Readonly<Record<number, string>> = Object.fromEntries([
  ...[...low].map((character, index) => [0x18 + index, character]),
  ...[...high].map((character, index) => [0x80 + index, character]),
]);
