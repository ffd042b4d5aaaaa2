// The single values that the YAML files hold, each with its shape and what is said when it has another.

import { z } from 'zod';
import { isCalendarDate, isClockTime } from '../locale/date.ts';
import { openSign } from './cell.ts';

/** The label of a row or column; a year is typed as a number and kept as text. */
export const label = z.union([z.string(), z.number()]).transform(String);

/** One label or more. */
export const labels = z.array(label).min(1);

/** A text that says something. */
export const text = z.string().trim().min(1);

/** A text that is published as it stands, such as a note of a table. */
export const words = text.refine(typed => !typed.includes('{{'), 'expected a text without expressions');

/** A day that exists, as ISO date (yyyy-mm-dd). */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'expected a date written as 2024-04-26', abort: true })
  .refine(isCalendarDate, 'expected a day that exists, written as 2024-04-26');

/** A day, or the sign that it must still be filled in. */
export const dateOrOpen = z
  .string()
  .regex(/^(?:\d{4}-\d{2}-\d{2}|\?)$/, { error: 'expected a date written as 2024-04-26', abort: true })
  .refine(day => day === openSign || isCalendarDate(day), 'expected a day that exists, written as 2024-04-26');

/** A day and time of the clock that exist, as yyyy-mm-dd hh:mm. */
export const clockTime = z
  .string()
  .refine(isClockTime, 'expected a day and time that exist, written as 2024-10-17 06:00');

/** The name of a table, figure, text or publication. */
export const identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a short name of lower-case letters, digits and hyphens');

/** An address on the web. */
export const address = z.string().regex(/^https?:\/\/[^\s<>"]+$/, 'expected an address that begins with https://');

/** A whole number above zero. */
export const whole = z
  .union([z.string(), z.number()])
  .transform(Number)
  .pipe(
    z
      .number('expected a whole number above zero')
      .int('expected a whole number above zero')
      .positive('expected a whole number above zero'),
  );

/** A number that is not below zero, such as 100 or 99.5. */
export const amount = z
  .union([z.string(), z.number()])
  .transform(Number)
  .pipe(z.number('expected a number such as 100').nonnegative('expected a number that is not below zero'));

/** A cell as typed; `readCell` says what it means. */
export const cell = z.union([z.number(), z.string()]).transform(String).meta({
  description:
    'Een cel: een aantal (181), onderdrukt (<5), een bereik (170-180), een percentage (34% of 28.5%), een gemiddelde (28.3), ontbrekend (.) of nog in te vullen (?).',
});

/** An issue with what to do about it. */
export function mistake(input: unknown, message: string, hint: string) {
  return { code: 'custom' as const, input, message, params: { hint } };
}
