import { millisOf, utcNow, type Timestamp } from './time';

const TYPED = /^(\d{4}-\d\d-\d\d)(?:[ T]+(\d\d:\d\d)(:\d\d)?)?\s*Z?$/;

/** A time in UTC as a person types it, `2026-11-27 02:31` or a day alone; undefined for anything else. */
export function typedTime(text: string): Timestamp | undefined {
  const [, day, minutes = '00:00', seconds = ':00'] = TYPED.exec(text.trim()) ?? [];
  if (day === undefined) {
    return undefined;
  }
  const at = `${day}T${minutes}${seconds}Z`;
  const millis = millisOf(at);
  // Date.parse takes 31 February for 3 March.
  return !Number.isNaN(millis) && utcNow(millis) === at ? at : undefined;
}

/** The same back, with the seconds only where there are some. */
export function typedTimeText(time: Timestamp | undefined): string {
  return time === undefined ? '' : time.replace('T', ' ').replace(/(:00)?(\.0+)?Z$/, '');
}

/** A time that an address may name: RFC 3339 in UTC. */
export function isTimestamp(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text) && !Number.isNaN(millisOf(text));
}
