import { describe, expect, it } from 'vitest';
import { causeText, missingText, runName } from './texts';

describe('what no figure of a row has', () => {
  it('is fees in other assets, and positions without a price', () => {
    expect(missingText({ otherFees: { MX: '0.010' }, unpriced: 2 })).toBe('fees of 0.01 MX, 2 without a price');
    expect(missingText({ otherFees: {}, unpriced: 0 })).toBe('');
    expect(missingText({})).toBe('');
  });
});

describe('an exit', () => {
  it('names its level as people count', () => {
    expect(causeText({ kind: 'TAKE_PROFIT', level: 0 })).toBe('take profit, level 1');
    expect(causeText({ kind: 'STOP_LOSS' })).toBe('stop loss');
    expect(causeText({})).toBe('not recorded');
  });
});

describe('a run', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');

  it('is known by its configuration and its start', () => {
    const snapshot = { name: 'Small caps' } as never;
    expect(runName({ runId: '9f3c0000-0000-7000-8000-000000000000', snapshot, startedAt: '2026-11-28T02:31:09Z' }, now)).toBe(
      '«Small caps» 02:31:09Z',
    );
  });

  it('without a known configuration by the begin of its id', () => {
    expect(runName({ runId: '9f3c0000-0000-7000-8000-000000000000', startedAt: '2026-11-27T02:31:09Z' }, now)).toBe('9f3c 27 Nov 02:31:09Z');
  });
});
