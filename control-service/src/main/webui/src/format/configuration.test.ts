import { describe, expect, it } from 'vitest';
import { allowedSentences } from './allows';
import { differencesOf, labelOf, riskOf, valueText, type ConfigurationContent } from './configuration';

const BASE: ConfigurationContent = {
  name: 'small caps',
  quoteAmount: '25',
  symbols: { quoteAssets: ['USDT'], allow: [], deny: ['*UP', '*DOWN'] },
  orderStyle: 'MARKET',
  recvWindow: 'PT1S',
  signalMaxAge: 'PT2S',
  latencyBudget: 'PT0.5S',
  probeWindow: 'PT3S',
  caps: { tradesPerHour: 10, spend: '250', concurrentListings: 3 },
  safety: { buyScheduled: true, buySurprise: true, requireQualified: true },
};

describe('the differences of two configurations', () => {
  it('are none where decimals are written differently or a list is empty', () => {
    expect(differencesOf(BASE, { ...BASE, quoteAmount: '25.00', symbols: { ...BASE.symbols, allow: [] } })).toEqual([]);
  });

  it('name the path and both values', () => {
    expect(differencesOf(BASE, { ...BASE, caps: { ...BASE.caps, spend: '900', spendPerDay: '50' } })).toEqual([
      { path: 'caps.spend', from: '250', to: '900' },
      { path: 'caps.spendPerDay', from: undefined, to: '50' },
    ]);
  });
});

describe('the risk of a change', () => {
  it.each([
    ['caps.spend', '250', '900', 'more'],
    ['caps.spend', '12345678901234567890.1', '12345678901234567890', 'less'],
    ['caps.tradesPerHour', 10, 9, 'less'],
    ['caps.spendPerDay', undefined, '50', 'less'],
    ['caps.lossPerDay', '50', undefined, 'more'],
    ['safety.buySurprise', false, true, 'more'],
    ['safety.requireQualified', true, false, 'more'],
    ['symbols.deny', ['A'], ['A', 'B'], 'less'],
    ['symbols.deny', ['A'], undefined, 'more'],
    ['symbols.deny', ['A'], ['B'], undefined],
    ['symbols.allow', [], ['B'], 'less'],
    ['symbols.allow', ['B'], ['A', 'B'], 'more'],
    ['symbols.allow', ['B'], undefined, 'more'],
    ['orderStyle', 'IOC_CAPPED', 'MARKET', 'more'],
    ['orderStyle', 'MARKET', 'IOC_CAPPED', 'less'],
    ['orderStyle', 'MARKET', 'MARKET_THEN_IOC', undefined],
    ['signalMaxAge', 'PT2S', 'PT0.5S', 'less'],
    ['priceCap', '0.05', undefined, undefined],
    ['latencyBudget', 'PT1S', 'PT2S', undefined],
    ['name', 'a', 'b', undefined],
    ['unknown.field', 1, 2, undefined],
  ])('of %s from %j to %j is %s', (path, from, to, risk) => {
    expect(riskOf({ path, from, to })).toBe(risk);
  });
});

describe('a value', () => {
  it('is in its own words', () => {
    expect(valueText('quoteAmount', '25', 'USDT')).toBe('25.00 USDT');
    expect(valueText('signalMaxAge', 'PT0.5S')).toBe('500 ms');
    expect(valueText('symbols.allow', [])).toBe('any asset');
    expect(valueText('caps.spendPerDay', undefined)).toBe('no limit of the run');
    expect(valueText('later.field', { a: 1 })).toBe('{"a":1}');
  });
});

describe('the label of a path', () => {
  it('counts the lines of a list from 1', () => {
    expect(labelOf('symbols.deny[3]')).toBe('Deny, line 4');
    expect(labelOf('new.field')).toBe('new.field');
  });
});

describe('what a configuration allows', () => {
  it('is said in sentences', () => {
    expect(allowedSentences(BASE)).toEqual([
      'At most 25.00 USDT a listing, 250.00 USDT a run, 10 buys an hour, 3 listings at once.',
      'Any base asset but those like *UP, *DOWN, against USDT.',
      'Buys scheduled and surprise listings, qualified only.',
      'Order style: market order, at any price.',
    ]);
  });

  it('names its patterns while they are few', () => {
    const which = (allow: string[], deny: string[]): string | undefined =>
      allowedSentences({ ...BASE, symbols: { ...BASE.symbols, allow, deny } })[1];
    expect(which([], [])).toBe('Any base asset, against USDT.');
    expect(which(['A*'], ['*3L', '*3S'])).toBe('Base assets like A* but not like *3L, *3S, against USDT.');
    expect(which([], ['A', 'B', 'C', 'D'])).toBe('Any base asset but those of 4 patterns, against USDT.');
  });

  it('names what ends it and that it buys nothing', () => {
    const sentences = allowedSentences({
      ...BASE,
      caps: { ...BASE.caps, consecutiveFailures: 1, lossPerDay: '10' },
      safety: { ...BASE.safety, buyScheduled: false, buySurprise: false },
    });
    expect(sentences).toContain('Buys nothing: scheduled and surprise listings are both off.');
    expect(sentences).toContain('No further buys at a loss of 10.00 USDT in a UTC day, or at 1 failure in a row.');
  });
});
