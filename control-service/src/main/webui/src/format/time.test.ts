import { describe, expect, it } from 'vitest';
import { microsBetween, preciseTimeText, timeText } from './time';

const NOW = Date.parse('2026-11-27T02:31:20Z');

describe('a time', () => {
  it.each([
    ['2026-11-27T02:31:09.123Z', '02:31:09Z'],
    ['2026-11-26T23:59:59Z', '26 Nov 23:59:59Z'],
    ['2025-01-02T03:04:05Z', '2 Jan 2025 03:04:05Z'],
    ['not a time', 'not a time'],
  ])('%s is shown in UTC as %s', (time, shown) => {
    expect(timeText(time, NOW)).toBe(shown);
  });

  it('has microseconds where an order is measured', () => {
    expect(preciseTimeText('2026-11-27T02:35:21.0000124Z', NOW)).toBe('02:35:21.000012Z');
    expect(preciseTimeText('2026-11-27T02:35:21Z', NOW)).toBe('02:35:21.000000Z');
  });
});

describe('the time between two times', () => {
  it('is exact to the microsecond', () => {
    expect(microsBetween('2026-11-27T02:35:20.999999Z', '2026-11-27T02:35:21.000001Z')).toBe(2);
    expect(microsBetween('2026-11-27T02:35:21.0018Z', '2026-11-27T02:35:21.0012Z')).toBe(-600);
  });
});
