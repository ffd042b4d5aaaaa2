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
