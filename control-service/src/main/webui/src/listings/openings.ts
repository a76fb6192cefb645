import type { ListingItem } from '@/api/generated/ledger';
import { microsBetween, millisOf, type Timestamp } from '@/format/time';

/** The openings ahead, the soonest first; those whose time nobody states come last. */
export function soonestFirst(listings: readonly ListingItem[]): ListingItem[] {
  const timeOf = ({ openingTime }: ListingItem): number => (openingTime === undefined ? Infinity : millisOf(openingTime));
  return [...listings].sort((a, b) => {
    const [first, second] = [timeOf(a), timeOf(b)];
    return first === second ? a.pair.localeCompare(b.pair) : first - second;
  });
}

/** Whether nothing can be changed any more: it has opened, by the record or by the clock. */
export function hasOpened({ status, openingTime }: Pick<ListingItem, 'status' | 'openingTime'>, now: number): boolean {
  return status !== 'ANNOUNCED' || (openingTime !== undefined && millisOf(openingTime) <= now);
}

/** The sources that state a listing, each once, in the order in which they were heard. */
export function sourcesOf({ evidence }: Pick<ListingItem, 'evidence'>): string[] {
  return [...new Set(evidence.map(({ source }) => source))];
}

export interface Sighting {
  /** Microseconds after the first evidence of the listing. */
  afterFirst: number;
  /** Microseconds from the opening; negative before it. Undefined where the opening is not known. */
  fromOpening: number | undefined;
}

/** How much later a source was than the first one, and how far from the opening. */
export function lagOf(at: Timestamp, first: Timestamp, opening: Timestamp | undefined): Sighting {
  return {
    afterFirst: microsBetween(first, at),
    fromOpening: opening === undefined ? undefined : microsBetween(opening, at),
  };
}

/**
 * The microseconds from the opening to when it was seen; undefined where nobody stated an opening time, as of a
 * surprise, or where it has not been seen.
 */
export function seenLag({ openingTime, openedAt }: Pick<ListingItem, 'openingTime' | 'openedAt'>): number | undefined {
  return openingTime === undefined || openedAt === undefined ? undefined : microsBetween(openingTime, openedAt);
}

/** Whether a person has announced it and nobody has taken that back since. */
export function isByHand({ evidence }: Pick<ListingItem, 'evidence'>): boolean {
  const last = evidence.filter(({ source }) => source === 'OPERATOR').at(-1);
  return last !== undefined && last.type !== 'ListingEvidenceWithdrawn' && last.type !== 'ListingWithdrawn';
}

const TYPED = /^(\d{4}-\d\d-\d\d)[ T]+(\d\d:\d\d)(?::(\d\d(?:\.\d{1,6})?))?\s*Z?$/i;

/** An opening in UTC as a person types it, `2026-11-27 02:31`; undefined for anything else. */
export function readOpening(text: string): Timestamp | undefined {
  const [, day, minutes, seconds = '00'] = TYPED.exec(text.trim()) ?? [];
  if (day === undefined || minutes === undefined) {
    return undefined;
  }
  const at = `${day}T${minutes}:${seconds}Z`;
  const millis = millisOf(at);
  // Date.parse takes 31 February for 3 March.
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(`${day}T${minutes}`) ? at : undefined;
}

/** A lag to read: `first`, `12.4 ms later`; of the opening, `3.10 ms before`. */
export function signedWords(micros: number, text: (micros: number) => string, after: string, before: string): string {
  return micros < 0 ? `${text(-micros)} ${before}` : `${text(micros)} ${after}`;
}
