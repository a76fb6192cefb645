import { describe, expect, it } from 'vitest';
import { amountText, compareDecimals, decimalParts, decimalText, percent, share, signedPercent, sum, trimmed } from './decimal';

describe('a decimal', () => {
  it.each([
    ['0.00000012345678901234', '0.00000012345678901234'],
    ['12345678901234567890', '12\u202f345\u202f678\u202f901\u202f234\u202f567\u202f890'],
    ['2497.5', '2497.5'],
    ['12408', '12\u202f408'],
    ['-3.10', '\u22123.10'],
    ['1E-7', '1E-7'],
  ])('%s keeps every digit', (value, shown) => {
    expect(decimalText(value)).toBe(shown);
  });

  it('has its leading zeros apart, so that they can be muted', () => {
    expect(decimalParts('0.00012')).toEqual({ sign: '', whole: '0', zeros: '000', rest: '12' });
    expect(decimalParts('1.002')).toEqual({ sign: '', whole: '1', zeros: '', rest: '002' });
    expect(decimalParts('0.00')).toEqual({ sign: '', whole: '0', zeros: '', rest: '00' });
    expect(decimalParts('abc')).toBeUndefined();
  });
});

describe('an amount', () => {
  it.each([
    ['25', '25.00 USDT'],
    ['49.99995', '49.99995 USDT'],
    ['101.300000', '101.30 USDT'],
  ])('%s has at least two digits after the point', (value, shown) => {
    expect(amountText(value, 'USDT')).toBe(shown);
  });
});

describe('the share of a cap', () => {
  it('is exact near its ends', () => {
    expect(share('0.1', '0.3')).toBeCloseTo(1 / 3, 15);
    expect(percent(share('249.999999', '250') ?? 0)).toBe('99\u00a0%');
    expect(percent(share('250', '250') ?? 0)).toBe('100\u00a0%');
  });

  it('is whole where nothing may be used, and unknown where nothing is known', () => {
    expect(share('0', '0')).toBe(1);
    expect(share('-5', '10')).toBe(0);
    expect(share('n/a', '10')).toBeUndefined();
  });
});

describe('sums and comparisons', () => {
  it('are decimal', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.3');
    expect(sum([])).toBe('0');
    expect(compareDecimals('0.10', '0.1')).toBe(0);
    expect(trimmed('100.500')).toBe('100.5');
    expect(trimmed('100')).toBe('100');
  });
});

describe('a fraction', () => {
  it.each([
    ['0.031250', '+3.1\u00a0%'],
    ['-0.005000', '\u22120.5\u00a0%'],
    ['0.000000', '0.0\u00a0%'],
    ['12.5', '+1250.0\u00a0%'],
  ])('%s is shown as a percentage with its sign', (fraction, shown) => {
    expect(signedPercent(fraction)).toBe(shown);
  });
});

describe('a long number in a sentence', () => {
  it('is never broken into two by the end of a line', () => {
    // Of the spaces narrower than a letter only this one may not end a line.
    expect(amountText('99949.9751250625', 'USDT')).toBe('99\u202f949.9751250625 USDT');
  });
});
