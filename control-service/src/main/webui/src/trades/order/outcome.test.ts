import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES } from '@/format/words';
import { outcomeOf, pastDoubtOf } from './outcome';

describe('what became of an order', () => {
  it('is said for every status', () => {
    const all = Object.keys(ORDER_STATUSES).map((status) => outcomeOf({ status: status as 'FILLED' }));
    expect(new Set(all).size).toBe(all.length);
    expect(all.join(' ')).not.toContain('not known to this panel');
  });

  it('has the reason in words, and an unknown one as it came', () => {
    expect(outcomeOf({ status: 'DENIED', reason: 'SIGNAL_EXPIRED' })).toBe('We decided not to send it: the deadline had passed.');
    expect(outcomeOf({ status: 'REJECTED', reason: 'NEW_CODE' })).toBe('The exchange has refused it: NEW_CODE. Nothing was bought.');
  });

  it('is in doubt until the exchange or a person has said', () => {
    expect(outcomeOf({ status: 'UNRESOLVED', ambiguity: 'TIMEOUT' })).toBe(
      "The exchange's answer is unknown (no answer in time). Nothing is sent again; it is being looked up.",
    );
    expect(outcomeOf({ status: 'UNRESOLVED', ambiguity: 'TIMEOUT', resolution: 'OPERATOR' })).toContain('a person must settle it');
    expect(pastDoubtOf({ status: 'UNRESOLVED', ambiguity: 'TIMEOUT' })).toBeUndefined();
    expect(pastDoubtOf({ status: 'FILLED', ambiguity: 'TIMEOUT', resolution: 'FOUND' })).toBe(
      'It was in doubt for a time: no answer in time. It ended: the exchange has it.',
    );
  });
});
