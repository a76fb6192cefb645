import { describe, expect, it } from 'vitest';
import type { ListingItem, OrderItem } from '@/api/generated/ledger';
import { outlookOf, resultsText, type Ready } from './outcome';

const READY: Ready = { runId: 'run', quoteAmount: '25', tradingState: 'ACTIVE' };

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

const wanted: ListingItem['decisions'] = [{ runId: 'run', outcome: 'SIGNALED', decidedAt: '2026-11-27T01:00:01Z' }];

describe('what the run will do', () => {
  it('is to buy for the amount of its configuration, or of the terms', () => {
    expect(outlookOf(listing({ decisions: wanted }), READY, undefined)).toEqual({
      text: 'will be bought for 25.00 USDT',
      buys: true,
    });
    const terms = { quoteAmount: '10', leaveAlone: false, changedBy: 'operator', changedAt: '2026-11-27T01:00:00Z', reason: 'thin' };
    expect(outlookOf(listing({ decisions: wanted, terms }), READY, undefined).text).toBe('will be bought for 10.00 USDT');
  });

  it('is nothing where a person has left it alone, armed or not', () => {
    const terms = { leaveAlone: true, changedBy: 'operator', changedAt: '2026-11-27T01:00:00Z', reason: 'unknown team' };
    const armed = { quoteAmount: '25' } as OrderItem;
    expect(outlookOf(listing({ decisions: wanted, terms }), READY, armed)).toEqual({
      text: 'left alone by operator: unknown team',
      buys: false,
    });
  });

  it('is never a buy while the environment sends none', () => {
    const said = outlookOf(listing({ decisions: wanted }), { ...READY, tradingState: 'HALTED' }, undefined);
    expect(said).toEqual({ text: 'no buy is sent while the environment is HALTED', buys: false });
  });

  it('is by the decision of this run, not of one before', () => {
    const decisions: ListingItem['decisions'] = [
      { runId: 'run', outcome: 'SKIPPED', decidedAt: '2026-11-27T01:00:01Z', reason: 'NOT_ALLOWED', detail: 'against USDT' },
      { runId: 'other', outcome: 'SIGNALED', decidedAt: '2026-11-27T01:00:02Z' },
    ];
    expect(outlookOf(listing({ decisions }), READY, undefined).text).toBe(
      'left out: no allow pattern matches; against USDT',
    );
    expect(outlookOf(listing({ decisions }), { ...READY, runId: 'third' }, undefined).text).toBe('not decided yet');
    expect(outlookOf(listing({ decisions }), { ...READY, runId: undefined }, undefined).text).toBe('no run is active');
  });
});

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
