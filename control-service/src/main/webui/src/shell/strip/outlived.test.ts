import { describe, expect, it } from 'vitest';
import type { Run, TradingStateStatus } from '@/api/generated/control';
import { isHaltOutlived, isStopOutlived } from './outlived';

const STOPPED = { runId: 'a', startedAt: '2026-11-27T01:00:00Z', stoppedAt: '2026-11-27T02:00:00.5Z' } as Run;
const HALTED = { state: 'HALTED', since: '2026-11-27T02:00:00Z' } as TradingStateStatus;

describe('what a stop or a halt came to', () => {
  it('is not said any more once another run is active', () => {
    const next = { runId: 'b', startedAt: '2026-11-27T02:10:00Z' } as Run;
    expect(isStopOutlived(STOPPED, { activeRun: next })).toBe(true);
  });

  it('is still said while the page has an answer of before', () => {
    expect(isStopOutlived(STOPPED, {})).toBe(false);
    expect(isStopOutlived(STOPPED, { activeRun: { ...STOPPED, state: 'ACTIVE' } as Run })).toBe(false);
    const before = { state: 'ACTIVE', since: '2026-11-27T01:00:00Z' } as TradingStateStatus;
    expect(isHaltOutlived(HALTED, { tradingState: before })).toBe(false);
  });

  it('is not said any more once another trading state is set', () => {
    const since = { state: 'ACTIVE', since: '2026-11-27T02:30:00Z' } as TradingStateStatus;
    expect(isHaltOutlived(HALTED, { tradingState: since })).toBe(true);
  });
});
