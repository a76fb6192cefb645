import { describe, expect, it } from 'vitest';
import type { ListingItem } from '@/api/generated/ledger';
import { resultsText } from './outcome';

function listing(changes: Partial<ListingItem> = {}): ListingItem {
  return {
    environment: 'paper',
    listingId: 'id',
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

describe('what became of a listing', () => {
  it('is what was bought, digit by digit', () => {
    const results: ListingItem['results'] = [{ runId: 'run', outcome: 'BOUGHT', filledAmount: '49.99995' }];
    expect(resultsText(listing({ outcome: 'BOUGHT', results }))).toEqual([{ text: 'bought 49.99995 USDT', buys: true }]);
  });

  it('is the code in words with its detail', () => {
    const results: ListingItem['results'] = [
      { runId: 'run', outcome: 'SKIPPED', reason: 'NOT_ALLOWED' },
      { runId: 'next', outcome: 'REJECTED', reason: 'TERMINAL', detail: 'Invalid symbol', exchangeCode: 10007 },
    ];
    expect(resultsText(listing({ outcome: 'MISSED', results })).map(({ text }) => text)).toEqual([
      'left out: no allow pattern matches',
      'rejected by the exchange: the exchange refused it for good; Invalid symbol; code 10007 of the exchange',
    ]);
  });

  it('does not say the same twice, and shows an unknown code as it came', () => {
    const results: ListingItem['results'] = [{ outcome: 'NOT_WANTED', reason: 'NO_RUN' }, { outcome: 'ODD', reason: 'ODDER' }];
    expect(resultsText(listing({ outcome: 'MISSED', results })).map(({ text }) => text)).toEqual([
      'no run was active',
      'ODD: ODDER',
    ]);
    expect(resultsText(listing({ outcome: 'WITHDRAWN' }))[0]?.text).toBe('withdrawn');
  });
});
