import { describe, expect, it } from 'vitest';
import type { CapUse } from '@/api/generated/control';
import type { CapEventItem } from '@/api/generated/ledger';
import { setBreakers, trippedBreakers } from './breakers';

const LOSS: CapUse = { cap: 'LOSS_PER_DAY', level: 'ENVIRONMENT', used: '60', limit: '50', near: false, reached: true };

function event(status: CapEventItem['status'], reportedAt: string): CapEventItem {
  return { environment: 'paper', reportId: reportedAt, reportedAt, runId: 'r', cap: 'LOSS_PER_DAY', status, used: '60', limit: '50' };
}

describe('tripped breakers', () => {
  it('tell when they tripped by the newest event', () => {
    const events = [event('REACHED', '2026-11-28T02:10:00Z'), event('CLEARED', '2026-11-27T02:10:00Z')];
    expect(trippedBreakers([LOSS], events)).toEqual([{ use: LOSS, at: '2026-11-28T02:10:00Z' }]);
  });

  it('have no time while the record is behind and knows only an earlier reset', () => {
    expect(trippedBreakers([LOSS], [event('CLEARED', '2026-11-27T02:10:00Z')])).toEqual([{ use: LOSS, at: undefined }]);
  });

  it('are no caps that are merely used up', () => {
    expect(trippedBreakers([{ ...LOSS, cap: 'SPEND' }, { ...LOSS, reached: false }], [])).toEqual([]);
    expect(setBreakers([{ ...LOSS, reached: false }])).toEqual(['LOSS_PER_DAY']);
  });
});
