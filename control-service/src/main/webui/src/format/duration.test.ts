import { describe, expect, it } from 'vitest';
import { countdownText, durationText, isoDuration, isoSeconds, microsText, typedDuration, withTypedDurations } from './duration';

describe('an age', () => {
  it.each([
    [0.4, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [95, '1 min 35 s'],
    [1290, '21 min'],
    [3 * 3600 + 12 * 60 + 5, '3 h 12 min'],
    [41 * 86_400, '41 d'],
  ])('of %d s is %s', (seconds, shown) => {
    expect(durationText(seconds)).toBe(shown);
  });
});

describe('a hop', () => {
  it.each([
    [620, '620 µs'],
    [12_400, '12.4 ms'],
    [-600, '\u2212600 µs'],
    [999_999, '999 ms'],
    [1_240_000, '1.24 s'],
    [41_200, '41.2 ms'],
    [2_500, '2.50 ms'],
    [90_000_000, '1 min 30 s'],
  ])('of %d µs is %s', (micros, shown) => {
    expect(microsText(micros)).toBe(shown);
  });
});

describe('a countdown', () => {
  it.each([
    [252_000, '00:04:12'],
    [10_000, '00:00:10'],
    [9_940, '10.0 s'],
    [4_210, '4.3 s'],
    [90_061_000, '1 d 01:01:01'],
  ])('of %d ms is %s', (milliseconds, shown) => {
    expect(countdownText(milliseconds)).toBe(shown);
  });
});

describe('a typed duration', () => {
  it.each([
    ['500 ms', 'PT0.5S'],
    ['1 ms', 'PT0.001S'],
    ['1500ms', 'PT1.5S'],
    ['2 s', 'PT2S'],
    ['5 min', 'PT5M'],
    ['1 h', 'PT1H'],
    ['soon', undefined],
    ['5', undefined],
  ])('%s is sent as %s', (typed, iso) => {
    expect(isoDuration(typed)).toBe(iso);
  });

  it.each([
    ['PT0.5S', '500 ms'],
    ['PT2S', '2 s'],
    ['PT5M', '5 min'],
    ['PT1H', '1 h'],
    ['PT1M30S', '90 s'],
    ['odd', 'odd'],
  ])('%s is shown as %s', (iso, shown) => {
    expect(typedDuration(iso)).toBe(shown);
  });

  it('survives the way to the API and back', () => {
    for (const typed of ['500 ms', '7 s', '12 min', '3 h']) {
      expect(typedDuration(isoDuration(typed) ?? '')).toBe(typed);
    }
    expect(isoSeconds('P1DT2H')).toBe(93_600);
  });
});

describe('a sentence of the API', () => {
  it('has its durations as they are typed, and nothing else changed', () => {
    expect(withTypedDurations('must be from PT0.1S to PT1M')).toBe('must be from 100 ms to 60 s');
    expect(withTypedDurations('must be from PT0S to PT60S, or PTO')).toBe('must be from 0 ms to 60 s, or PTO');
    expect(withTypedDurations('has no meaning for MARKET')).toBe('has no meaning for MARKET');
  });
});
