import { describe, expect, it } from 'vitest';
import type { CapUse } from '@/api/generated/control';
import { bindingCaps } from './caps';

function use(cap: CapUse['cap'], level: CapUse['level'], used: string, limit: string): CapUse {
  return { cap, level, used, limit, near: false, reached: false };
}

describe('the caps of the first page', () => {
  it('show of each cap the level that is fullest', () => {
    const caps = bindingCaps([
      use('SPEND', 'DEPLOYMENT', '100', '5000'),
      use('SPEND', 'RUN', '100', '250'),
      use('TRADES_PER_HOUR', 'RUN', '9', '10'),
    ]);
    expect(caps.map((cap) => [cap.use.cap, cap.use.level, cap.share])).toEqual([
      ['SPEND', 'RUN', 0.4],
      ['TRADES_PER_HOUR', 'RUN', 0.9],
    ]);
  });

  it('prefer the run among equals, as while nothing is used', () => {
    const caps = bindingCaps([use('SPEND', 'DEPLOYMENT', '0', '5000'), use('SPEND', 'RUN', '0', '250')]);
    expect(caps[0]?.use.level).toBe('RUN');
  });
});
