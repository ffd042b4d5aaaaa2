// What the colours of a PDF mean: an output intent with the profile of sRGB (ISO 19005-2, 6.2.3; IEC 61966-2-1).

import { type PdfDictionary, type PdfStream, toDictionary, toName } from '../pdf/values.ts';

/** The output intent of a file whose profile is the object of a number. */
export function outputIntent(profile: number): PdfDictionary {
  return toDictionary({
    Type: toName('OutputIntent'),
    S: toName('GTS_PDFA1'),
    OutputConditionIdentifier: 'sRGB IEC61966-2.1',
    RegistryName: 'http://www.color.org',
    Info: 'sRGB IEC61966-2.1',
    DestOutputProfile: { object: profile },
  });
}

/** The profile of sRGB as a stream. */
export function profileStream(): PdfStream {
  return { ...toDictionary({ N: 3, Alternate: toName('DeviceRGB') }), raw: profile() };
}

/** Primaries and white point of sRGB, adapted to D50 by the Bradford transformation. */
const [red, green, blue] = [
  [0.43607, 0.22249, 0.01392],
  [0.38515, 0.71687, 0.09708],
  [0.14307, 0.06061, 0.7141],
] as const;
const white = [0.9642, 1, 0.8249] as const;
const adaptation = [
  1.047882, 0.022919, -0.050217, 0.029587, 0.990484, -0.017079, -0.009235, 0.015072, 0.751678,
] as const;

/** Exponent and constants of the curve: ((x + 0.055) / 1.055) ^ 2.4, and x / 12.92 up to 0.04045. */
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

/** An ICC profile of version 4.2 (ICC.1:2004-10) with a matrix and one curve. */
function profile(): Uint8Array {
  const xyz = (values: readonly number[]): Buffer => Buffer.concat([word('XYZ '), zeros(4), fixed(values)]);
  const shaper = Buffer.concat([word('para'), zeros(4), Buffer.from([0, 3, 0, 0]), fixed(curve)]);
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', localised('sRGB')],
    ['cprt', localised('No copyright')],
    ['wtpt', xyz(white)],
    ['chad', Buffer.concat([word('sf32'), zeros(4), fixed(adaptation)])],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', shaper],
    ['gTRC', shaper],
    ['bTRC', shaper],
  ];
  const table: Buffer[] = [number(tags.length)];
  const bodies: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let end = 128 + 4 + tags.length * 12;
  for (const [name, body] of tags) {
    const known = places.get(body);
    if (known === undefined) {
      places.set(body, end);
      const padded = Buffer.concat([body, zeros((4 - (body.length % 4)) % 4)]);
      bodies.push(padded);
      end += padded.length;
    }
    table.push(word(name), number(places.get(body) ?? 0), number(body.length));
  }
  return Buffer.concat([profileHeader(end), ...table, ...bodies]);
}

/** A display profile, from RGB to XYZ, perceptual; dated the day of the standard. */
function profileHeader(size: number): Buffer {
  const date = Buffer.from([7, 207, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0]); // 18 October 1999
  const head = [number(size), zeros(4), number(0x04_20_00_00), word('mntr'), word('RGB '), word('XYZ '), date];
  const rest = [word('acsp'), zeros(28), fixed(white), zeros(48)];
  return Buffer.concat([...head, ...rest]);
}

function word(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function zeros(length: number): Buffer {
  return Buffer.alloc(length);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Numbers with 16 bits after the point. */
function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65_536), index * 4);
  return bytes;
}

/** A text in English. */
function localised(text: string): Buffer {
  const words = Buffer.from(text, 'utf16le').swap16();
  return Buffer.concat([
    word('mluc'),
    zeros(4),
    number(1),
    number(12),
    word('enUS'),
    number(words.length),
    number(28),
    words,
  ]);
}
