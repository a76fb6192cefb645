import { describe, expect, it } from 'vitest';
import type { ListingItem } from '@/api/generated/ledger';
import { hasOpened, isByHand, lagOf, readOpening, seenLag, soonestFirst, sourcesOf } from './openings';

const NOW = Date.parse('2026-11-27T02:31:00Z');

function listing(changes: Partial<ListingItem>): ListingItem {
  return {
    environment: 'paper',
    listingId: changes.pair ?? 'id',
    pair: 'NEWT/USDT',
    status: 'ANNOUNCED',
    firstSeen: '2026-11-27T01:00:00Z',
    reasons: [],
    evidence: [],
    decisions: [],
    outcome: 'PENDING',
    results: [],
    ...changes,
  };
}

describe('the openings ahead', () => {
  it('come the soonest first, and those without a time last', () => {
    const sorted = soonestFirst([
      listing({ pair: 'C/USDT' }),
      listing({ pair: 'B/USDT', openingTime: '2026-11-27T04:00:00Z' }),
      listing({ pair: 'A/USDT', openingTime: '2026-11-27T02:35:00.000001Z' }),
      listing({ pair: 'AA/USDT' }),
    ]);
    expect(sorted.map(({ pair }) => pair)).toEqual(['A/USDT', 'B/USDT', 'AA/USDT', 'C/USDT']);
  });

  it('can be changed until their time, by the clock as by the record', () => {
    expect(hasOpened({ status: 'ANNOUNCED', openingTime: '2026-11-27T02:31:00.001Z' }, NOW)).toBe(false);
    expect(hasOpened({ status: 'ANNOUNCED', openingTime: '2026-11-27T02:31:00Z' }, NOW)).toBe(true);
    expect(hasOpened({ status: 'ANNOUNCED' }, NOW)).toBe(false);
    expect(hasOpened({ status: 'OPENED' }, NOW)).toBe(true);
  });
});

describe('the evidence', () => {
  const evidence: ListingItem['evidence'] = [
    { type: 'ListingAnnounced', source: 'CALENDAR', at: '2026-11-27T01:00:00Z' },
    { type: 'ListingAnnounced', source: 'OPERATOR', at: '2026-11-27T01:10:00Z' },
    { type: 'TradingOpened', source: 'CALENDAR', at: '2026-11-27T02:35:00Z' },
  ];

  it('names each source once', () => {
    expect(sourcesOf({ evidence })).toEqual(['CALENDAR', 'OPERATOR']);
  });

  it('is measured to the microsecond, before the opening too', () => {
    expect(lagOf('2026-11-27T02:35:00.000620Z', '2026-11-27T02:35:00Z', '2026-11-27T02:35:00.001Z')).toEqual({
      afterFirst: 620,
      fromOpening: -380,
    });
    expect(seenLag({ openingTime: '2026-11-27T02:35:00Z', openedAt: '2026-11-27T02:35:00.0124Z' })).toBe(12_400);
    expect(seenLag({ openedAt: '2026-11-27T02:35:00Z' })).toBeUndefined();
  });

  it('is by hand until that is taken back', () => {
    expect(isByHand({ evidence })).toBe(true);
    expect(
      isByHand({
        evidence: [...evidence, { type: 'ListingEvidenceWithdrawn', source: 'OPERATOR', at: '2026-11-27T02:36:00Z' }],
      }),
    ).toBe(false);
    expect(isByHand({ evidence: evidence.slice(0, 1) })).toBe(false);
  });
});

describe('an opening that a person types', () => {
  it.each([
    ['2026-12-01 12:00', '2026-12-01T12:00:00Z'],
    [' 2026-12-01T12:00:30Z ', '2026-12-01T12:00:30Z'],
    ['2026-12-01 12:00:30.25', '2026-12-01T12:00:30.25Z'],
  ])('is UTC: %s', (typed, read) => {
    expect(readOpening(typed)).toBe(read);
  });

  it.each(['', 'tomorrow', '2026-12-01', '2026-02-31 12:00', '2026-12-01 25:00', '2026-12-01 12:00+09:00'])(
    'is not guessed from %s',
    (typed) => {
      expect(readOpening(typed)).toBeUndefined();
    },
  );
});
