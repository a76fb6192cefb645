import { describe, expect, it } from 'vitest';
import { pauseAfter } from './schedule';

describe('the pause before the next poll', () => {
  it('grows with the failures in a row, to 30 s', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((failures) => pauseAfter(failures))).toEqual([
      5_000, 5_000, 5_000, 10_000, 20_000, 30_000, 30_000,
    ]);
  });

  it('is never shorter than the service asked for', () => {
    expect(pauseAfter(1, 60)).toBe(60_000);
    expect(pauseAfter(3, 1)).toBe(10_000);
  });
});
