import type { CapUse } from '@/api/generated/control';
import type { CapEventItem } from '@/api/generated/ledger';
import { BREAKERS } from '@/format/caps';

export interface Tripped {
  use: CapUse;
  /** When it tripped; undefined where the record does not tell. */
  at: string | undefined;
}

/** Circuit breakers that have tripped, each with the numbers of the level at which it did. */
export function trippedBreakers(uses: readonly CapUse[], events: readonly CapEventItem[]): Tripped[] {
  return BREAKERS.flatMap((cap) => {
    const use = uses.find((each) => each.cap === cap && each.reached);
    // The newest event of the breaker; after a reset the trip before it is over.
    const latest = events.find((event) => event.cap === cap);
    return use === undefined ? [] : [{ use, at: latest?.status === 'REACHED' ? latest.reportedAt : undefined }];
  });
}

/** Circuit breakers that some level sets. */
export function setBreakers(uses: readonly CapUse[]): string[] {
  return BREAKERS.filter((cap) => uses.some((use) => use.cap === cap));
}
