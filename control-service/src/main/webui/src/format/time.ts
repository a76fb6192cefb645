const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time as the APIs write it: RFC 3339 in UTC, with up to nine digits of a second. */
export type Timestamp = string;

/** Milliseconds since the epoch; NaN for text that is no time. */
export function millisOf(time: Timestamp): number {
  return Date.parse(time);
}

/** `02:31:09Z`, with the day before it when that is another UTC day than `now`'s, and the year when it differs. */
export function timeText(time: Timestamp, now: number): string {
  const at = new Date(millisOf(time));
  if (Number.isNaN(at.getTime())) {
    return time;
  }
  const clock = `${at.toISOString().slice(11, 19)}Z`;
  const today = new Date(now);
  if (at.toISOString().slice(0, 10) === today.toISOString().slice(0, 10)) {
    return clock;
  }
  const year = at.getUTCFullYear() === today.getUTCFullYear() ? '' : ` ${at.getUTCFullYear()}`;
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}${year} ${clock}`;
}

/** The same with the fraction of the second to microseconds, for the steps of an order. */
export function preciseTimeText(time: Timestamp, now: number): string {
  return timeText(time, now).replace(/Z$/, `.${microsOf(time)}Z`);
}

/** The six digits after the second, which Date cannot hold. */
export function microsOf(time: Timestamp): string {
  return (/\.(\d+)/.exec(time)?.[1] ?? '').padEnd(6, '0').slice(0, 6);
}

/** Microseconds from one time to another; exact, as Date's milliseconds are not. */
export function microsBetween(from: Timestamp, to: Timestamp): number {
  return wholeMicros(to) - wholeMicros(from);
}

function wholeMicros(time: Timestamp): number {
  // Both factors are integers below 2^53.
  return Math.floor(millisOf(time) / 1000) * 1_000_000 + Number(microsOf(time));
}

/** The time on this computer's clock, with its zone, for those who ask for it. */
export function localTimeText(time: Timestamp): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' }).format(millisOf(time));
}

/** RFC 3339 in UTC to the second. */
export function utcNow(now: number): Timestamp {
  return `${new Date(now).toISOString().slice(0, 19)}Z`;
}
