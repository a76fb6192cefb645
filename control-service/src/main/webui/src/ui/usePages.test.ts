import { describe, expect, it } from 'vitest';
import { firstSearch, olderSearch } from './usePages';

describe('the pages of a list', () => {
  it('keep the filters of the address', () => {
    expect(olderSearch('status=FILLED%2CREJECTED&pair=NEWT%2FUSDT', 'abc')).toBe('status=FILLED%2CREJECTED&pair=NEWT%2FUSDT&cursor=abc');
    expect(firstSearch('status=FILLED&cursor=abc')).toBe('status=FILLED');
  });

  it('pin a time that was relative, since a cursor continues one query only', () => {
    expect(olderSearch('from=24h', 'abc', { from: '2026-11-26T02:31:00Z' })).toBe('from=2026-11-26T02%3A31%3A00Z&cursor=abc');
  });
});
