import { describe, expect, it } from 'vitest';
import { atStopText, levelOf, rulesOf, typedLevel } from './exitPlan';
import { fractionOf, percentOf, typedPercent } from './percent';

describe('a percentage', () => {
  it.each([
    ['20', '0.2'],
    ['20 %', '0.2'],
    ['0.01', '0.0001'],
    ['250', '2.5'],
  ])('typed as %s is sent as %s', (typed, sent) => {
    expect(fractionOf(typed)).toBe(sent);
    expect(typedPercent(sent)).toBe(typed.replace(' %', ''));
  });

  it.each(['', 'ten', '-5', '1e2', '5,5', '0.00001'])('is none where %o is typed', (typed) => {
    expect(fractionOf(typed)).toBeUndefined();
  });

  it('keeps every digit', () => {
    expect(percentOf('0.123456')).toBe('12.3456\u00a0%');
  });
});

describe('a level', () => {
  it.each(['50: 25', '100: 75 resting', '12.5: 0.5'])('%s is read and written the same', (typed) => {
    const level = levelOf(typed);
    expect(level === undefined ? undefined : typedLevel(level)).toBe(typed);
  });

  it('may be written with its signs', () => {
    expect(levelOf('+50 %: 25 %')).toEqual({ above: '0.5', share: '0.25', resting: false });
  });

  it.each(['50', '50 25', 'a: b', '50: 25 resting now', ':'])('%s is none', (typed) => {
    expect(levelOf(typed)).toBeUndefined();
  });
});

describe('a plan in words', () => {
  it('names each rule', () => {
    const rules = rulesOf({
      takeProfits: [{ above: '0.5', share: '0.25', resting: true }],
      stopLoss: { below: '0.2', confirmation: 'PT1S', grace: 'PT5S' },
      trailingStop: { below: '0.1', activation: '0.3' },
      longestHolding: 'PT1H',
      floor: '0.9',
    }).map((rule) => rule.replaceAll('\u00a0', ' '));
    expect(rules).toEqual([
      'Take profit at +50 % sell 25 %, by a resting order.',
      'Stop loss 20 % under the average price for 1 s, not in the first 5 s.',
      'Trailing stop 10 % under the highest price, from +30 % on.',
      'All is sold 1 h after the first fill.',
      'No sell under 90 % of the best bid.',
    ]);
  });

  it('says what a stop does', () => {
    expect(atStopText(undefined)).toContain('yours to sell');
    expect(atStopText({ atStop: 'HAND_OVER' })).toContain('handed over');
    expect(atStopText({})).toContain('go on');
  });
});
