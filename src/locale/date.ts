// Dates in Dutch words, from the ISO dates of the data files.

/** The months by name, from January. */
export const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** An ISO date in words: `26 april 2024`; throws a RangeError when it is no date, which the edition has ruled out. */
export function formatDate(date: string): string {
  const { year, month, day } = readDate(date);
  return `${day} ${month} ${year}`;
}

/** The month of an ISO date in words: `april 2024`; throws a RangeError when it is no date. */
export function formatMonth(date: string): string {
  const { year, month } = readDate(date);
  return `${month} ${year}`;
}

/** A day and time of the clock in words, from `2025-10-17 06:00`: `17 oktober 2025, 06.00 uur`; throws a RangeError. */
export function formatClock(moment: string): string {
  if (!isClockTime(moment)) throw new RangeError(`"${moment}" is not a day and time written as yyyy-mm-dd hh:mm.`);
  return `${formatDate(moment.slice(0, 10))}, ${moment.slice(11).replace(':', '.')} uur`;
}

/** Whether a text is a day and a time that exist, written as yyyy-mm-dd hh:mm. */
export function isClockTime(moment: string): boolean {
  return isCalendarDate(moment.slice(0, 10)) && /^ ([01]\d|2[0-3]):[0-5]\d$/.test(moment.slice(10));
}

const dutchClock = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: 'Europe/Amsterdam', calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});

/** A moment as the clock in the Netherlands shows it, in words: `22 november 2026, 13.05 uur`. */
export function formatMoment(moment: Date): string {
  return formatClock(clockTime(moment));
}

/** A moment as the clock in the Netherlands shows it, to be compared with another: `2026-11-22 13:05`. */
export function clockTime(moment: Date): string {
  const parts = Object.fromEntries(dutchClock.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { year = '', month, day, hour, minute } = parts;
  return `${year.padStart(4, '0')}-${month}-${day} ${hour}:${minute}`;
}

function readDate(date: string): { year: number; month: string; day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, day] = (match ?? []).slice(1).map(Number);
  const name = month === undefined ? undefined : months[month - 1];
  if (year === undefined || day === undefined || name === undefined || !isCalendarDate(date))
    throw new RangeError(`"${date}" is not a date written as yyyy-mm-dd.`);
  return { year, month: name, day };
}

/** Whether a text is a day that exists, written as yyyy-mm-dd. */
export function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
