import { describe, expect, it } from 'vitest';
import { placed, zeroOf } from './steps';

const ZERO = '2026-11-27T02:35:21Z';

describe('the steps of an order', () => {
  const steps = placed(ZERO, [
    { label: 'fired', at: '2026-11-27T02:35:20.9969Z', clock: 'ours' },
    { label: 'exchange', at: '2026-11-27T02:35:21.0012Z', clock: 'exchange' },
    { label: 'signed', at: undefined, clock: 'ours' },
    { label: 'answered', at: '2026-11-27T02:35:21.0219Z', clock: 'ours' },
  ]);

  it('are measured from zero, and from the step before by the same clock', () => {
    expect(steps.map(({ offset, since }) => [offset, since])).toEqual([
      [-3_100, undefined],
      [1_200, undefined],
      [undefined, undefined],
      [21_900, 25_000],
    ]);
  });

  it('share one track', () => {
    expect(zeroOf(steps)).toBeCloseTo(12.4, 5);
    expect(steps.map(({ from, to }) => [from, to].map(Math.round))).toEqual([
      [0, 0],
      [17, 17],
      [12, 12],
      [0, 100],
    ]);
  });

  it('may all be missing', () => {
    expect(placed(ZERO, [{ label: 'fired', at: undefined, clock: 'ours' }])[0]).toMatchObject({ offset: undefined, to: 0 });
  });
});
