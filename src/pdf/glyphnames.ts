// The text of a glyph by its name, after the rules and the Latin names of the Adobe Glyph List.

/** The text of a glyph's name; undefined for a name that says nothing, such as `g17`. */
export function glyphText(name: string): string | undefined {
  const base = name.replace(/\..*$/, '');
  if (base === '') return undefined;
  const parts = base.split('_').map(componentText);
  return parts.every(part => part !== undefined) ? parts.join('') : undefined;
}

function componentText(name: string): string | undefined {
  const units = /^uni((?:[\dA-F]{4})+)$/.exec(name)?.[1];
  if (units !== undefined)
    return (units.match(/.{4}/g) ?? []).map(unit => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  const point = /^u([\dA-F]{4,6})$/.exec(name)?.[1];
  if (point !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(point, 16), 0x10_ff_ff));
  if (/^[A-Za-z]$/.test(name)) return name;
  return named.get(name) ?? accented(name);
}

const accents: Readonly<Record<string, string>> = {
  ...{ grave: '\u0300', acute: '\u0301', circumflex: '\u0302', tilde: '\u0303', macron: '\u0304', breve: '\u0306' },
  ...{ dieresis: '\u0308', ring: '\u030A', caron: '\u030C', cedilla: '\u0327', ogonek: '\u0328', dotaccent: '\u0307' },
};

/** A letter and its accent, as in `eacute`. */
function accented(name: string): string | undefined {
  const [, letter, accent] = /^([A-Za-z])([a-z]+)$/.exec(name) ?? [];
  const mark = accent === undefined ? undefined : accents[accent];
  return mark === undefined ? undefined : `${letter}${mark}`.normalize('NFC');
}

const words = `space   exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright )
asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9
colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ] asciicircum ^
underscore _ grave \` braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ sterling £ currency ¤ yen ¥
brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª guillemotleft « logicalnot ¬ registered ® macron ¯ degree °
plusminus ± acute ´ mu µ paragraph ¶ periodcentered · cedilla ¸ ordmasculine º guillemotright » onequarter ¼ onehalf ½
threequarters ¾ questiondown ¿ AE Æ Eth Ð multiply × Oslash Ø Thorn Þ germandbls ß ae æ eth ð divide ÷ oslash ø thorn þ
dotlessi ı Lslash Ł lslash ł OE Œ oe œ florin ƒ circumflex ˆ tilde ˜ endash – emdash — quoteleft ‘ quoteright ’
quotesinglbase ‚ quotedblleft “ quotedblright ” quotedblbase „ dagger † daggerdbl ‡ bullet • ellipsis … perthousand ‰
guilsinglleft ‹ guilsinglright › fraction ⁄ Euro € euro € trademark ™ minus − ff ﬀ fi ﬁ fl ﬂ ffi ﬃ ffl ﬄ IJ Ĳ ij ĳ`;

const named = new Map<string, string>([
  ['space', ' '],
  ['nbspace', '\u00A0'],
  ['softhyphen', '\u00AD'],
  ...[...words.slice('space   '.length).matchAll(/(\S+) (\S+)/g)].map((found): [string, string] => [
    found[1] ?? '',
    (found[2] ?? '').normalize(/^[f]/.test(found[1] ?? '') ? 'NFKC' : 'NFC'),
  ]),
]);
