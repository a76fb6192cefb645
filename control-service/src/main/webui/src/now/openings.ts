import type { ListingItem } from '@/api/generated/ledger';
import { millisOf } from '@/format/time';

/** An opening that the record has not told of stays in sight for this long after its time, in milliseconds. */
const STAYS = 60_000;
const SHOWN = 5;

export interface Openings {
  /** The soonest openings ahead, among them those that open just now. */
  soonest: readonly ListingItem[];
  /** How many are ahead in all, those without a stated time among them. */
  count: number;
  /** How many of them have no stated time, and can stand in no order. */
  untimed: number;
}

export function nextOpenings(listings: readonly ListingItem[], now: number): Openings {
  const untimed = listings.filter(({ openingTime }) => openingTime === undefined).length;
  const timed = listings
    .filter(({ openingTime }) => openingTime !== undefined && millisOf(openingTime) > now - STAYS)
    .sort((a, b) => millisOf(a.openingTime ?? '') - millisOf(b.openingTime ?? ''));
  return { soonest: timed.slice(0, SHOWN), count: timed.length + untimed, untimed };
}
