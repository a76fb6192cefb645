import { describe, expect, it } from 'vitest';
import { readFilters } from './filters';

describe('the filters of alerts', () => {
  it('are read from the address', () => {
    const { filters, unknown } = readFilters(new URLSearchParams('kind=CAP_REACHED&from=2026-11-27T00:00:00Z&cursor=abc'));
    expect(filters).toEqual({ kind: 'CAP_REACHED', from: '2026-11-27T00:00:00Z', to: undefined });
    expect(unknown).toEqual([]);
  });

  it('say what they do not know, instead of showing other alerts than asked for', () => {
    const { filters, unknown } = readFilters(new URLSearchParams('kind=constructor&to=tomorrow&toString=1'));
    expect(filters).toEqual({ kind: undefined, from: undefined, to: undefined });
    expect(unknown).toEqual(['kind=constructor', 'to=tomorrow', 'toString=1']);
  });
});
