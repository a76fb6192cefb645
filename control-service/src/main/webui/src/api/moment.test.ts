import { describe, expect, it } from 'vitest';
import { elapsed, freshnessOf, type Moment } from './moment';

function after(seconds: number, sleptSeconds = 0): Moment {
  return { mono: seconds * 1_000, wall: 1_000_000 + (seconds + sleptSeconds) * 1_000 };
}

describe('the age of an answer', () => {
  it('counts sleep, in which the monotonic clock stands still', () => {
    expect(elapsed(after(0), after(1, 600))).toBe(601_000);
  });

  it('does not shrink when the wall clock is set back', () => {
    expect(elapsed(after(0), after(20, -3_600))).toBe(20_000);
    expect(elapsed(after(20), after(19, 0))).toBe(0);
  });
});

describe('freshness', () => {
  it.each([
    [11.9, 'fresh'],
    [12, 'stale'],
    [59.9, 'stale'],
    [60, 'not-current'],
  ])('after %d s is %s', (seconds, freshness) => {
    expect(freshnessOf(after(0), after(seconds))).toBe(freshness);
  });

  it('is lost by a pause, until the first answer after it', () => {
    expect(freshnessOf(after(0), after(15), after(14))).toBe('not-current');
    expect(freshnessOf(after(15), after(16), after(14))).toBe('fresh');
    expect(freshnessOf(after(15), after(28), after(14))).toBe('stale');
  });
});
