import { describe, expect, it } from 'vitest';
import { wholePercent, whyNot } from './success';

const lower = (code: string): string => code.toLowerCase();

describe('the success of a run', () => {
  it('is all only when it was all', () => {
    expect(['1.0000', '0.9999', '0.7500', '0.0000'].map(wholePercent)).toEqual(['100\u00a0%', '99\u00a0%', '75\u00a0%', '0\u00a0%']);
  });

  it('names what kept it from the others, the most frequent first', () => {
    const rate = {
      outcomes: { BOUGHT: 7, REJECTED: 1, DENIED: 3, PENDING: 0 },
      denied: { SIGNAL_EXPIRED: 1, NO_PERMIT: 2 },
      rejected: { NOT_OPEN: 1 },
    };
    expect(whyNot(rate, lower, lower)).toEqual(['3 denied (2 no_permit, 1 signal_expired)', '1 rejected (not_open)']);
    expect(whyNot({ outcomes: { BOUGHT: 7 }, denied: {}, rejected: {} }, lower, lower)).toEqual([]);
  });
});
