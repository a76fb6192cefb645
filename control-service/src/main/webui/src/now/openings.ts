import type { ListingItem } from '@/api/generated/ledger';
import { millisOf } from '@/format/time';

/** An opening that the record has not told of stays in sight for this long after its time, in milliseconds. */
const STAYS = 60_000;
const SHOWN = 5;

/** The soonest openings ahead, among them those that open just now. */
export function nextOpenings(listings: readonly ListingItem[], now: number): ListingItem[] {
  return listings
    .filter((listing) => listing.openingTime !== undefined && millisOf(listing.openingTime) > now - STAYS)
    .sort((a, b) => millisOf(a.openingTime ?? '') - millisOf(b.openingTime ?? ''))
    .slice(0, SHOWN);
}

/** The decision of a run about a listing: its last one. */
export function decisionOf(listing: ListingItem, runId: string | undefined) {
  return listing.decisions.filter((decision) => decision.runId === runId).at(-1);
}
