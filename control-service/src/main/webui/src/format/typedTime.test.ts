import { describe, expect, it } from 'vitest';
import { isTimestamp, typedTime, typedTimeText } from './typedTime';

describe('a typed time', () => {
  it.each([
    ['2026-11-27', '2026-11-27T00:00:00Z'],
    [' 2026-11-27 02:31 ', '2026-11-27T02:31:00Z'],
    ['2026-11-27T02:31:09Z', '2026-11-27T02:31:09Z'],
  ])('%s is read as UTC', (typed, time) => {
    expect(typedTime(typed)).toBe(time);
  });

  it.each(['', 'yesterday', '2026-02-31', '2026-11-27 25:00', '27.11.2026'])('%s is none', (typed) => {
    expect(typedTime(typed)).toBeUndefined();
  });

  it('is shown as it is typed', () => {
    expect(typedTimeText('2026-11-27T02:31:00Z')).toBe('2026-11-27 02:31');
    expect(typedTimeText('2026-11-27T02:31:09Z')).toBe('2026-11-27 02:31:09');
    expect(typedTimeText(undefined)).toBe('');
  });

  it('of an address is RFC 3339 in UTC', () => {
    expect(isTimestamp('2026-11-27T02:31:09.123456789Z')).toBe(true);
    expect(isTimestamp('2026-11-27 02:31')).toBe(false);
  });
});
