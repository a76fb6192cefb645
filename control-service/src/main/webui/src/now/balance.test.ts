import { describe, expect, it } from 'vitest';
import { moneyOf, moneyText } from './balance';

const usdt = { asset: 'USDT', free: '412.7700', locked: '0' };
const token = { asset: 'NEWT', free: '310', locked: '0' };

describe('the balance', () => {
  it('is of what the active run buys with', () => {
    const euros = { asset: 'EUR', free: '90', locked: '0', buys: 3 };
    expect(moneyOf([token, usdt, euros])).toEqual([euros]);
  });

  it('is without a run of what pairs are quoted in, and never of what was bought', () => {
    expect(moneyOf([token, usdt])).toEqual([usdt]);
    expect(moneyOf([token])).toEqual([]);
  });

  it('says how many buys it pays for, and what orders hold', () => {
    expect(moneyText({ ...usdt, buys: 16 })).toBe('412.77 USDT, 16 buys');
    expect(moneyText({ ...usdt, buys: 1 })).toBe('412.77 USDT, 1 buy');
    expect(moneyText({ ...usdt, locked: '25.5', buys: 0 })).toBe('412.77 USDT, 25.50 in orders, 0 buys');
    expect(moneyText(usdt)).toBe('412.77 USDT');
  });
});
