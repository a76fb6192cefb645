import { describe, expect, it } from 'vitest';
import { alertSubject, alertText, BREAKERS, capText, freedText } from './caps';
import { CAPS } from './words';

describe('a cap in words', () => {
  it('names the cap, its numbers, and the level that limits it', () => {
    expect(capText({ cap: 'SPEND', used: '101.3', limit: '250', level: 'RUN' }, 'USDT')).toBe(
      'Spend, run: 101.30 of 250.00 USDT, the limit of the run',
    );
    expect(capText({ cap: 'TRADES_PER_HOUR', used: '9', limit: '10', level: 'ENVIRONMENT' }, 'USDT')).toBe(
      'Trades, 60 min: 9 of 10, the limit of the environment',
    );
  });

  it('says what frees each cap that there is', () => {
    for (const cap of Object.keys(CAPS)) {
      expect(freedText(cap), cap).toMatch(/^free /);
    }
  });

  it('is freed by time where risk names a time, and a breaker never is', () => {
    expect(freedText('TRADES_PER_HOUR', '2026-11-27T03:10:00.5Z')).toBe('free by itself at 03:10:00Z');
    expect(BREAKERS.map((cap) => freedText(cap, '2026-11-27T03:10:00Z'))).toEqual(BREAKERS.map(() => 'free when a person resets it'));
  });
});

describe('the summary of an alert', () => {
  const summary = 'as risk wrote it';

  it('says in words what risk states of a cap', () => {
    const reached = { cap: 'TRADES_PER_HOUR', used: '10', limit: '10', level: 'RUN', until: '2026-11-27T03:10:00Z' };
    expect(alertText({ kind: 'CAP_REACHED', summary, cap: reached })).toBe(
      'No further buys. Trades, 60 min: 10 of 10, the limit of the run; free by itself at 03:10:00Z.',
    );
    const near = { cap: 'SPEND', used: '240.5', limit: '300', level: 'ENVIRONMENT' };
    expect(alertText({ kind: 'CAP_NEAR', summary, cap: near }, 'USDT')).toBe(
      '80 % or more is used of Spend, run: 240.50 of 300.00 USDT, the limit of the environment.',
    );
  });

  it('says of a tripped breaker that a person frees it', () => {
    const tripped = { cap: 'CONSECUTIVE_FAILURES', used: '2', limit: '2', level: 'ENVIRONMENT' };
    expect(alertText({ kind: 'CAP_REACHED', summary, cap: tripped })).toBe(
      'No further buys. Failures in a row: 2 of 2, the limit of the environment; free when a person resets it.',
    );
  });

  it('stays as it came where no numbers are stated, and for another kind', () => {
    const old = 'No new buys: CAP_SPEND used=1 limit=2 level=RUN';
    expect(alertText({ kind: 'CAP_REACHED', summary: old })).toBe(old);
    expect(alertText({ kind: 'FEED_SILENT', summary, cap: { cap: 'SPEND', used: '1', limit: '2' } })).toBe(summary);
  });
});

describe('the subject of an alert', () => {
  it('is the name of the cap, and as it came for other kinds', () => {
    expect(alertSubject('CAP_NEAR', 'SPEND near')).toBe('Spend, run');
    expect(alertSubject('CAP_REACHED', 'CONSECUTIVE_FAILURES')).toBe('Failures in a row');
    expect(alertSubject('FEED_SILENT', 'SPEND near')).toBe('SPEND near');
  });
});
