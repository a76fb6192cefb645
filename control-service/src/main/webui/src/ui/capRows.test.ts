import { describe, expect, it } from 'vitest';
import type { CapUse } from '@/api/generated/control';
import { capRows } from './capRows';

function use(cap: CapUse['cap'], level: CapUse['level'], used: string, limit: string, reached = false): CapUse {
  return { cap, level, used, limit, near: false, reached };
}

describe('the rows of caps', () => {
  it('names the lowest limit as the one in force, compared as decimals and not as text', () => {
    const [row] = capRows([
      use('SPEND', 'DEPLOYMENT', '101.3', '1000'),
      use('SPEND', 'ENVIRONMENT', '101.3', '250'),
      use('SPEND', 'RUN', '101.3', '90000000000000000000'),
    ]);
    expect(row?.binding.level).toBe('ENVIRONMENT');
    expect(row?.share).toBeCloseTo(0.4052);
  });

  it('names the outermost of equal limits, as risk does', () => {
    const [row] = capRows([use('TRADES_PER_HOUR', 'RUN', '9', '10.0'), use('TRADES_PER_HOUR', 'ENVIRONMENT', '9', '10')]);
    expect(row?.binding.level).toBe('ENVIRONMENT');
  });

  it('has a breaker as tripped that tripped at a level that is not the lowest any more', () => {
    const [row] = capRows([use('LOSS_PER_DAY', 'RUN', '60', '50', true), use('LOSS_PER_DAY', 'ENVIRONMENT', '10', '20')]);
    expect(row?.reached).toBe(true);
  });

  it('keeps a cap that is not known here, at the end', () => {
    const rows = capRows([use('NEW' as CapUse['cap'], 'RUN', '1', '2'), use('SPEND', 'RUN', '1', '2')]);
    expect(rows.map(({ cap }) => cap)).toEqual(['SPEND', 'NEW']);
  });

  it('is full where the limit is nothing', () => {
    expect(capRows([use('SPEND', 'RUN', '0', '0')])[0]?.share).toBe(1);
  });
});
