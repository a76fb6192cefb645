import { describe, expect, it } from 'vitest';
import { readFilters } from './filters';
import { nothingFound } from './sentence';

const NOW = Date.parse('2026-11-27T02:31:42Z');

function said(search: string): string {
  return nothingFound(readFilters(search).filters, NOW);
}

describe('nothing found', () => {
  it('names what was looked for', () => {
    expect(said('from=1h&to=2026-11-27T02:31:00Z&status=REJECTED')).toBe(
      'No orders between 01:31:00Z and 02:31:00Z, with status REJECTED.',
    );
    expect(said('status=DENIED,REJECTED,ABSENT&pair=NEWT/USDT')).toBe('No orders with status DENIED, REJECTED or ABSENT, of NEWT/USDT.');
    expect(said('bought=only&from=2026-11-26T00:00:00Z')).toBe('No orders of which something was bought, since 26 Nov 00:00:00Z.');
  });

  it('says what an order is where there never was one', () => {
    expect(said('')).toContain('No orders yet.');
  });
});
