/** Days are texts such as `2026-10-31`, in UTC: they sort as they are, and two machines agree on them. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MILLISECONDS = 86_400_000;
/** Before the clouds were, and after anybody reads this: no times of records. In milliseconds. */
const [EARLIEST, LATEST] = [Date.UTC(2010, 0), Date.UTC(2200, 0)];

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(text) === text;
}

/** How many days lie between two days: 1 from one day to the next. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS);
}

/**
 * The day of a time as records write it: milliseconds or seconds since 1970, as a number or as text; ISO 8601; what CTS
 * shows (`2016-12-15 15:27:40 GMT+08:00`, `Dec 8, 2016 11:24:04 GMT+08:00`); and `31/Oct/2026:13:55:36 +0000` of web
 * servers. A time without a zone is taken as UTC. Undefined for anything else.
 */
export function dayOf(value: unknown): string | undefined {
  const time = timeOf(value);
  return time === undefined || !(time >= EARLIEST && time < LATEST)
    ? undefined
    : new Date(time).toISOString().slice(0, 10);
}

function timeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return ofNumber(value);
  return typeof value === 'string' ? ofText(value.trim()) : undefined;
}

function ofNumber(value: number): number {
  return value < EARLIEST / 10 ? value * 1000 : value;
}

function ofText(text: string): number | undefined {
  if (/^\d{10,13}(?:\.\d{1,9})?$/.test(text)) return ofNumber(Number(text));
  const [, day, month = '', year, clock = '', zone = '+0000'] =
    /^(\d{2})\/([a-z]{3})\/(\d{4}):(\d{2}:\d{2}:\d{2})(?: ([+-]\d{4}))?$/i.exec(text) ?? [];
  if (day !== undefined && year !== undefined) {
    const number = MONTHS.indexOf(month.toLowerCase()) + 1;
    return Date.parse(
      `${year}-${String(number).padStart(2, '0')}-${day}T${clock}${zone.slice(0, 3)}:${zone.slice(3)}`,
    );
  }
  const [iso, date = '', at, offset] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?) ?(Z|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|GMT|UTC)?)?$/i.exec(
      text,
    ) ?? [];
  if (iso !== undefined) return Date.parse(`${date}T${(at ?? '00:00').replace(',', '.')}${zoneOf(offset)}`);
  const [shown, name = '', dayOfMonth = '', ofYear = '', hour = '', gmt] =
    /^([a-z]{3}) (\d{1,2}), (\d{4}) (\d{2}:\d{2}:\d{2})(?: (GMT[+-]\d{2}:\d{2}))?$/i.exec(text) ?? [];
  if (shown === undefined) return undefined;
  return Date.parse(
    `${ofYear}-${String(MONTHS.indexOf(name.toLowerCase()) + 1).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}T${hour}${zoneOf(gmt)}`,
  );
}

function zoneOf(offset: string | undefined): string {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(offset ?? '') ?? [];
  return sign === undefined || hours === undefined || minutes === undefined
    ? 'Z'
    : `${sign}${hours}:${minutes}`;
}
