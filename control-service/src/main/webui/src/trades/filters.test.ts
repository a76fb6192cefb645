import { describe, expect, it } from 'vitest';
import { beginOf, countOf, readFilters, readTyped, searchOf, typedText } from './filters';

const RUN = '7f3a0000-0000-4000-8000-000000000001';

describe('the filters of the address', () => {
  it('are read and written without loss', () => {
    const search = `from=24h&status=FILLED%2CREJECTED&kind=surprise&pair=NEWT%2FUSDT&run=${RUN}&reason=TOO_OLD&bought=only`;
    const { filters, unknown } = readFilters(search);
    expect(unknown).toEqual([]);
    expect(filters).toMatchObject({ from: '24h', status: ['FILLED', 'REJECTED'], pair: 'NEWT/USDT', bought: true });
    expect(searchOf(filters)).toBe(search);
    expect(countOf(filters)).toBe(7);
  });

  it('name what they do not know, and never leave it out silently', () => {
    const { filters, unknown } = readFilters('status=FOO&from=yesterday&to=2026-11-27&pair=NEWT&run=7f3a&colour=red');
    expect(unknown).toEqual(['status=FOO', 'from=yesterday', 'to=2026-11-27', 'pair=NEWT', 'run=7f3a', 'colour=red']);
    expect(countOf(filters)).toBe(0);
  });

  it('take a pair of any script and a time to the nanosecond', () => {
    const { unknown } = readFilters(`pair=${encodeURIComponent('币安人生/USDT')}&from=2026-11-27T02:31:09.123456789Z`);
    expect(unknown).toEqual([]);
  });

  it('are none at all at first', () => {
    const { filters, unknown } = readFilters('');
    expect(unknown).toEqual([]);
    expect(searchOf(filters)).toBe('');
    expect(countOf(filters)).toBe(0);
  });

  it('leave the page of the list aside', () => {
    expect(searchOf(readFilters('kind=surprise&cursor=abc').filters)).toBe('kind=surprise');
  });
});

describe('the begin', () => {
  const now = Date.parse('2026-11-27T02:31:42.500Z');

  it('of a period is a whole minute in UTC', () => {
    expect(beginOf({ from: '1h' }, now)).toBe('2026-11-27T01:31:00Z');
    expect(beginOf({ from: '7d' }, now)).toBe('2026-11-20T02:31:00Z');
  });

  it('is the time that the address names, to the digit', () => {
    expect(beginOf({ from: '2026-11-27T02:31:09.123456Z' }, now)).toBe('2026-11-27T02:31:09.123456Z');
    expect(beginOf({}, now)).toBeUndefined();
  });
});

describe('a typed time', () => {
  it('is UTC, whatever zone the browser is in', () => {
    expect(readTyped('2026-11-27 02:31')).toBe('2026-11-27T02:31:00Z');
    expect(readTyped(' 2026-11-27T02:31:09Z ')).toBe('2026-11-27T02:31:09Z');
    expect(readTyped('2026-11-27')).toBe('2026-11-27T00:00:00Z');
  });

  it('that does not exist is none', () => {
    expect(['', '27.11.2026', '2026-02-30 10:00', '2026-11-27 25:00', '2026-11-27 02:31:61'].map(readTyped)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });

  it('is shown as it is typed', () => {
    expect(typedText('2026-11-27T02:31:00Z')).toBe('2026-11-27 02:31');
    expect(typedText('2026-11-27T02:31:09Z')).toBe('2026-11-27 02:31:09');
    expect(typedText(undefined)).toBe('');
  });
});
