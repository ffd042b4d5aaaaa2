// Exact fractions, so that no published number depends on binary rounding.

/** An exact fraction in lowest terms; `d` is above zero. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** The fraction n/d in lowest terms; throws a RangeError when `d` is zero, which callers must have ruled out. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 1n) return { n: top, d: 1n };
  if (bottom === 0n) throw new RangeError(`Division of ${top} by zero.`);
  const divisor = greatestDivisor(magnitude(top), magnitude(bottom)) * (bottom < 0n ? -1n : 1n);
  return { n: top / divisor, d: bottom / divisor };
}

/** Nothing. */
export const zero: Rational = rational(0);

/** The whole of a share, and the unit of a count. */
export const one: Rational = rational(1);

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** The exact value of a decimal such as `28.3`, `-5` or `1.5e-7`; throws a RangeError on anything else. */
export function parseRational(text: string): Rational {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text.trim());
  if (!match) throw new RangeError(`"${text}" is not a decimal number.`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(sign + whole + fraction);
  const shift = Number(exponent) - fraction.length;
  return shift < 0 ? rational(digits, powerOfTen(-shift)) : rational(digits * powerOfTen(shift));
}

/** The decimal a person typed, from the number it was read as and how many decimals were typed. */
export function fromDecimal(value: number, decimals: number): Rational {
  return parseRational(value.toFixed(decimals));
}

/** The shortest decimal that reads as this number: 0.1 gives 1/10. Throws a RangeError when it is not finite. */
export function fromNumber(value: number): Rational {
  return parseRational(String(value));
}

/** a + b. */
export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b. */
export function subtract(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n - b.n, a.d) : rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a × b. */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** a ÷ b; throws a RangeError when `b` is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** −a. */
export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

/** The value without its sign. */
export function absolute(a: Rational): Rational {
  return { n: magnitude(a.n), d: a.d };
}

/** Below zero when a < b, zero when they are equal, above zero when a > b: fit for `sort`. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether two fractions are the same value. */
export function equals(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

/** Whether the value is nothing. */
export function isZero(a: Rational): boolean {
  return a.n === 0n;
}

/** The lower of two values. */
export function lesser(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

/** The higher of two values. */
export function greater(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** The nearest binary number, for positions in drawings; not for print. */
export function toNumber(a: Rational): number {
  if (magnitude(a.n) < 2n ** 53n && a.d < 2n ** 53n) return Number(a.n) / Number(a.d);
  const scale = powerOfTen(18);
  return Number(a.n / a.d) + Number(((a.n % a.d) * scale) / a.d) / 1e18;
}

/** The largest multiple of 10^−decimals that is not above the value; `decimals` may be negative for tens. */
export function roundDown(value: Rational, decimals: number): Rational {
  const scale = decimals < 0 ? rational(1, powerOfTen(-decimals)) : rational(powerOfTen(decimals));
  const { n, d } = multiply(value, scale);
  const floor = n / d - (n < 0n && n % d !== 0n ? 1n : 0n);
  return divide(rational(floor), scale);
}

/** The smallest multiple of 10^−decimals that is not below the value. */
export function roundUp(value: Rational, decimals: number): Rational {
  return negate(roundDown(negate(value), decimals));
}

/** The nearest multiple of 10^−decimals, halves away from zero, judged on the exact value. */
export function roundHalfUp(value: Rational, decimals: number): Rational {
  const half = rational(1, 2);
  const unit = decimals < 0 ? rational(powerOfTen(-decimals)) : rational(1, powerOfTen(decimals));
  const rounded = roundDown(add(absolute(value), multiply(unit, half)), decimals);
  return value.n < 0n ? negate(rounded) : rounded;
}
