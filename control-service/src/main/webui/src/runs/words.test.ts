import { describe, expect, it } from 'vitest';
import type { RunItem } from '@/api/generated/ledger';
import { ranFor, whyNot } from './words';

const RUN: RunItem = { environment: 'paper', runId: '7f3a', state: 'ACTIVE', startedAt: '2026-11-27T23:19:02Z' };

describe('why a run is not running', () => {
  it.each([
    [{}, undefined],
    [{ state: 'STOPPED', stoppedBy: 'risk', stopReason: 'Lunch' }, 'Lunch'],
    [{ state: 'STOPPED', stoppedBy: 'risk' }, 'Stopped by risk.'],
    [{ state: 'REJECTED', rejection: 'RUN_ACTIVE' }, 'Never started: another run was active.'],
    [{ state: 'REJECTED', rejection: 'LATER_CODE' }, 'Never started: LATER_CODE.'],
    [{ state: 'SUSPENDED', suspension: 'CREDENTIAL_ROTATED' }, 'Suspended: the key was rotated.'],
  ] as const)('of %j is %s', (changed, text) => {
    expect(whyNot({ ...RUN, ...changed })).toBe(text);
  });
});

describe('how long a run ran', () => {
  it('is told once it has stopped', () => {
    expect(ranFor(RUN)).toBeUndefined();
    expect(ranFor({ ...RUN, state: 'STOPPED', stoppedAt: '2026-11-28T02:31:09Z' })).toBe('3 h 12 min');
  });

  it('is nothing for one that never started', () => {
    expect(ranFor({ ...RUN, state: 'REJECTED', stoppedAt: '2026-11-28T02:31:09Z' })).toBeUndefined();
  });
});
