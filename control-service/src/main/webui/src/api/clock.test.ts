import { describe, expect, it } from 'vitest';
import { narrowed } from './clock';

describe('the offset of the servers', () => {
  it('is bounded by one answer to a second and its way', () => {
    expect(narrowed(undefined, 42_000, 1_000, 1_200)).toEqual({ least: 40_800, most: 42_000 });
  });

  it('is bounded closer by further answers', () => {
    const first = narrowed(undefined, 10_000, 10_100, 10_150);
    const second = narrowed(first, 11_000, 11_850, 11_900);
    expect(second).toEqual({ least: -150, most: 150 });
  });

  it('is bounded anew after a clock was set', () => {
    const first = narrowed(undefined, 10_000, 10_100, 10_150);
    expect(narrowed(first, 500_000, 12_000, 12_010)).toEqual({ least: 487_990, most: 489_000 });
  });

  it('is not bounded by an answer without a date, or one that took long', () => {
    const known = { least: 1, most: 2 };
    expect(narrowed(known, Number.NaN, 1, 2)).toBe(known);
    expect(narrowed(known, 5_000, 1_000, 9_000)).toBe(known);
  });
});
