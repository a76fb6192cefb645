import { describe, expect, it } from 'vitest';
import type { Configuration } from '@/api/generated/control';
import { limitsOf } from './limits';

const CONFIGURATION: Configuration = {
  name: 'small caps',
  quoteAmount: '25',
  symbols: { quoteAssets: ['USDT'], allow: [], deny: [] },
  orderStyle: 'MARKET',
  recvWindow: 'PT1S',
  signalMaxAge: 'PT2S',
  latencyBudget: 'PT0.5S',
  probeWindow: 'PT3S',
  caps: { tradesPerHour: 10, spend: '250', concurrentListings: 3 },
  safety: { buyScheduled: true, buySurprise: true, requireQualified: true },
};

describe('what binds a run', () => {
  it('is its configuration where nothing is stricter', () => {
    expect(limitsOf(CONFIGURATION, undefined, undefined)).toEqual({
      listing: { value: '25', by: 'configuration' },
      run: { value: '250', by: 'configuration' },
      hour: { value: 10, by: 'configuration' },
      atOnce: { value: 3, by: 'configuration' },
      day: undefined,
    });
  });

  it('is the strictest of the three levels', () => {
    const limits = limitsOf(
      CONFIGURATION,
      { spendPerRun: '99.5', tradesPerHour: 12, spendPerDay: '80' },
      { quoteAmount: '20', spend: '100', tradesPerHour: 5 },
    );
    expect(limits.listing).toEqual({ value: '20', by: 'ceiling' });
    expect(limits.run).toEqual({ value: '99.5', by: 'guardrail' });
    expect(limits.hour).toEqual({ value: 5, by: 'ceiling' });
    expect(limits.day).toEqual({ value: '80', by: 'guardrail' });
  });

  it('is the configuration where another says the same', () => {
    expect(limitsOf(CONFIGURATION, { spendPerRun: '250.00' }, undefined).run.by).toBe('configuration');
  });
});
