import { describe, expect, it } from 'vitest';
import type { ListingItem } from '@/api/generated/ledger';
import { nextOpenings } from './openings';

const NOW = Date.parse('2026-11-27T02:31:00Z');

function opening(listingId: string, openingTime?: string): ListingItem {
  return { listingId, openingTime } as ListingItem;
}

describe('the next openings', () => {
  it('are the soonest five of all that are counted', () => {
    const all = [9, 3, 7, 1, 5, 2, 8].map((minute) => opening(String(minute), `2026-11-27T02:4${minute}:00Z`));
    const { soonest, count } = nextOpenings([...all, opening('untimed')], NOW);
    expect(soonest.map(({ listingId }) => listingId)).toEqual(['1', '2', '3', '5', '7']);
    expect(count).toBe(8);
  });

  it('do not say that nothing is announced where only the time is missing', () => {
    expect(nextOpenings([opening('untimed')], NOW)).toEqual({ soonest: [], count: 1, untimed: 1 });
  });

  it('leave out what should have opened a minute ago and more', () => {
    const late = opening('late', '2026-11-27T02:29:59Z');
    const justNow = opening('now', '2026-11-27T02:30:01Z');
    expect(nextOpenings([late, justNow], NOW).soonest).toEqual([justNow]);
  });
});
