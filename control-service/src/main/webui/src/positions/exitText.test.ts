import { describe, expect, it } from 'vitest';
import { exitText, sellText } from './exitText';

const AT = '2026-11-22T12:00:00Z';

describe('an exit', () => {
  it('names its cause, its price, and what became of it', () => {
    const exit = { exitId: 'e', cause: 'TAKE_PROFIT' as const, level: 0, triggerPrice: '1.5', quantity: '5', triggeredAt: AT, sells: [] };
    expect(exitText(exit)).toBe('take profit, level 1 at 1.5: 5 to sell, under way.');
    expect(exitText({ ...exit, end: 'DUST', left: '0.1' })).toBe(
      'take profit, level 1 at 1.5: 5 to sell, the rest is under the minimum, 0.1 left.',
    );
  });
});

describe('an order of an exit', () => {
  it('says what was sold, and for how much', () => {
    const sell = { clientOrderId: 's-1', status: 'FILLED' as const, quantity: '5', filledQuantity: '5', filledAmount: '7.5', averagePrice: '1.5', at: AT };
    expect(sellText(sell, 'NEWT/USDT').replaceAll('\u00a0', ' ')).toBe('Order s-1 of 5: filled, sold 5 for 7.50 USDT at 1.5.');
  });

  it('gives the reason of a refusal', () => {
    const sell = { clientOrderId: 's-2', status: 'REJECTED' as const, detail: '30005 oversold', at: AT };
    expect(sellText(sell, 'NEWT/USDT')).toBe('Order s-2: refused by the exchange (30005 oversold).');
  });
});
