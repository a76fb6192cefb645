import { describe, expect, it } from 'vitest';
import type { CredentialStatus } from '@/api/generated/control';
import { adviceOf, daysLeft, daysText, toneOfDays } from './credential';

const NOW = Date.parse('2026-11-27T12:00:00Z');

describe('the days that a key has left', () => {
  it.each([
    ['2027-01-07T12:00:00Z', 41, 'ok'],
    ['2026-12-11T12:00:00Z', 14, 'ok'],
    ['2026-12-11T11:59:59Z', 13, 'warn'],
    ['2026-11-30T12:00:00Z', 3, 'warn'],
    ['2026-11-30T11:59:59Z', 2, 'bad'],
    ['2026-11-27T11:59:59Z', -1, 'bad'],
  ])('are counted in whole days to %s', (endsBy, days, tone) => {
    expect(daysLeft(endsBy, NOW)).toBe(days);
    expect(toneOfDays(days)).toBe(tone);
  });

  it('are never said to be left after the end', () => {
    expect(daysText(1)).toMatch(/^1 day left/);
    expect(daysText(-1)).not.toContain('left');
  });
});

describe('what is said of a key', () => {
  function said(credential: CredentialStatus): string[] {
    return adviceOf(credential).map(({ tone, text }) => `${tone}: ${text}`);
  }

  it('names where a missing one belongs', () => {
    expect(said({ status: 'MISSING', path: 'secret/paper' })).toEqual([
      'bad: There is no key at secret/paper. Store one, then validate.',
    ]);
  });

  it('names the code and our address of a refused one', () => {
    expect(said({ status: 'REJECTED', exchangeCode: 700006, refusedAddress: '203.0.113.7' })).toEqual([
      'bad: The exchange refused the key with code 700006. Replace it, then validate.',
      'bad: It is bound to other addresses than ours, 203.0.113.7.',
    ]);
  });

  it('does not call a key in order that may not trade, or may withdraw', () => {
    expect(said({ status: 'VALIDATED', canTrade: false, canWithdraw: true })).toEqual([
      'ok: Works.',
      'bad: This key may not trade. Give it the right, then validate.',
      'warn: This key may withdraw, which is never needed. Replace it.',
    ]);
  });

  it('says of a new version that nothing leaves until it is validated', () => {
    expect(said({ status: 'ROTATED', version: 3 })).toEqual([
      'bad: Version 3 is new and not yet proven. No orders leave until you validate it.',
    ]);
  });

  it('shows a state of a newer service as it came', () => {
    expect(said({ status: 'FROZEN' as 'UNKNOWN' })[0]).toContain('FROZEN');
  });
});
