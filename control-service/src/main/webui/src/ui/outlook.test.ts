import { describe, expect, it } from 'vitest';
import type { Run } from '@/api/generated/control';
import type { ListingItem, OrderItem } from '@/api/generated/ledger';
import { buysNothing, outlookOf, type Sending } from './outlook';

const RUN = { runId: 'run', state: 'ACTIVE', snapshot: { quoteAmount: '25' } } as Run;
const STATE = { state: 'ACTIVE', reason: '', changedBy: 'risk', since: '2026-11-27T00:00:00Z' } as const;
const SENDING: Sending = { activeRun: RUN, tradingState: STATE, services: [{ service: 'trader', alive: true, instances: [] }] };

function sending(run: Partial<Run>, changes: Partial<Sending> = {}): Sending {
  return { ...SENDING, activeRun: { ...RUN, ...run }, ...changes };
}

const WANTED: ListingItem['decisions'] = [{ runId: 'run', outcome: 'SIGNALED', decidedAt: '2026-11-27T01:00:01Z' }];

function listing(changes: Partial<ListingItem> = {}): ListingItem {
  return {
    environment: 'paper',
    listingId: 'id',
    pair: 'NEWT/USDT',
    status: 'ANNOUNCED',
    firstSeen: '2026-11-27T01:00:00Z',
    reasons: [],
    evidence: [],
    decisions: WANTED,
    outcome: 'PENDING',
    results: [],
    openingTime: '2026-11-27T03:00:00Z',
    ...changes,
  };
}

const ARMED = { quoteAmount: '25' } as OrderItem;

describe('what the run will do', () => {
  it('is to buy for the amount of its configuration, or of the terms', () => {
    expect(outlookOf(listing(), SENDING, undefined)).toEqual({ text: 'will be bought for 25.00 USDT', buys: true });
    const terms = { quoteAmount: '10', leaveAlone: false, changedBy: 'operator', changedAt: '2026-11-27T01:00:00Z', reason: 'thin' };
    expect(outlookOf(listing({ terms }), SENDING, undefined).text).toBe('will be bought for 10.00 USDT');
    expect(outlookOf(listing(), SENDING, ARMED)).toEqual({ text: 'armed, 25.00 USDT', buys: true });
  });

  it('is nothing where a person has left it alone, armed or not', () => {
    const terms = { leaveAlone: true, changedBy: 'operator', changedAt: '2026-11-27T01:00:00Z', reason: 'unknown team' };
    expect(outlookOf(listing({ terms }), SENDING, ARMED)).toEqual({ text: 'left alone by operator: unknown team', buys: false });
  });

  it('is never a buy while none is sent, armed or not', () => {
    const cases: readonly (readonly [Sending, string])[] = [
      [sending({}, { tradingState: { ...STATE, state: 'HALTED' } }), 'the environment is HALTED'],
      [sending({}, { tradingState: undefined }), 'the trading state is not known'],
      [
        sending({ state: 'SUSPENDED', suspension: { reason: 'CREDENTIAL_ROTATED', detail: '', since: '2026-11-27T00:00:00Z' } }),
        'the run is suspended: the key was rotated',
      ],
      [sending({ state: 'STOP_REQUESTED' }), 'the run is being stopped'],
      [
        sending({}, { quarantined: { records: [{ place: 'orders.v1-0@1', services: ['trader'] }], remedy: '' } as never }),
        'a record must be acknowledged',
      ],
    ];
    for (const [status, reason] of cases) {
      expect(outlookOf(listing(), status, ARMED)).toEqual({ text: `no buy is sent: ${reason}`, buys: false });
      expect(buysNothing(status)).toBe(reason);
    }
  });

  it('is not known while a service is silent that it depends on', () => {
    const silent = (service: string) => sending({}, { services: [{ service, alive: false, instances: [] }] });
    expect(outlookOf(listing(), silent('trader'), ARMED)).toEqual({ text: 'not known: nothing is heard from trader', buys: false });
    expect(outlookOf(listing(), silent('scanner'), undefined).text).toBe('not known: nothing is heard from scanner');
    expect(outlookOf(listing(), silent('scanner'), ARMED).text).toBe('armed, 25.00 USDT');
    expect(buysNothing(silent('trader'))).toBeUndefined();
  });

  it('is no buy where a cap is used up beyond the opening, unless it is armed already', () => {
    const cap = { cap: 'TRADES_PER_HOUR', used: '10', limit: '10', since: '2026-11-27T02:30:00Z' } as const;
    const full = sending({ caps: [{ ...cap, until: '2026-11-27T03:30:00Z' }] });
    expect(outlookOf(listing(), full, undefined)).toEqual({ text: 'no buy, as it stands; used up: Trades, 60 min', buys: false });
    expect(outlookOf(listing(), full, ARMED).buys).toBe(true);
    const freeBefore = sending({ caps: [{ ...cap, until: '2026-11-27T02:59:00Z' }] });
    expect(outlookOf(listing(), freeBefore, undefined).buys).toBe(true);
  });

  it('is by the decision of this run, not of one before', () => {
    const decisions: ListingItem['decisions'] = [
      { runId: 'run', outcome: 'SKIPPED', decidedAt: '2026-11-27T01:00:01Z', reason: 'NOT_ALLOWED', detail: 'against USDT' },
      { runId: 'other', outcome: 'SIGNALED', decidedAt: '2026-11-27T01:00:02Z' },
    ];
    expect(outlookOf(listing({ decisions }), SENDING, undefined).text).toBe('left out: no allow pattern matches; against USDT');
    expect(outlookOf(listing({ decisions }), sending({ runId: 'third' }), undefined).text).toBe('not decided yet');
    expect(outlookOf(listing({ decisions }), { ...SENDING, activeRun: undefined }, undefined).text).toBe('no run is active');
  });
});
