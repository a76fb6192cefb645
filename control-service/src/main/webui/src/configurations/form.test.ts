import { describe, expect, it } from 'vitest';
import type { ConfigurationContent } from '@/format/configuration';
import { atLines, drafted, formOf, inOrder, NEW, saidOf } from './form';

const CONTENT: ConfigurationContent = {
  name: 'small caps',
  quoteAmount: '0.00000012345678901234',
  symbols: { quoteAssets: ['USDT'], allow: [], deny: ['*UP', '*DOWN'] },
  orderStyle: 'IOC_CAPPED',
  recvWindow: 'PT1S',
  signalMaxAge: 'PT2S',
  latencyBudget: 'PT0.5S',
  probeWindow: 'PT3S',
  caps: { tradesPerHour: 10, spend: '250', concurrentListings: 3, lossPerDay: '50' },
  safety: { buyScheduled: true, buySurprise: false, requireQualified: true },
  priceCap: '0.05',
  polling: { tickerInterval: 'PT0.25S' },
};

describe('a form', () => {
  it('gives the draft of the configuration that it was filled from', () => {
    expect(drafted('paper', formOf(CONTENT))).toEqual({ draft: { environment: 'paper', ...CONTENT }, violations: [] });
  });

  it('keeps an amount as the text that was typed', () => {
    expect(drafted('paper', { ...NEW, quoteAmount: ' 25,50 ' }).draft.quoteAmount).toBe('25,50');
  });

  it('leaves out what is empty, and sends what must be there', () => {
    const { draft } = drafted('paper', NEW);
    expect(draft.caps).toBeUndefined();
    expect(draft.polling).toBeUndefined();
    expect(draft).toMatchObject({ name: '', quoteAmount: '', symbols: { quoteAssets: ['USDT'], allow: [], deny: [] } });
  });

  it('says what it cannot send', () => {
    const { draft, violations } = drafted('paper', { ...NEW, signalMaxAge: '2', 'caps.tradesPerHour': 'ten' });
    expect(violations.map(({ field }) => field)).toEqual(['caps.tradesPerHour', 'signalMaxAge']);
    expect(draft.signalMaxAge).toBeUndefined();
  });
});

describe('an exit plan', () => {
  const PLAN = {
    takeProfits: [{ above: '0.5', share: '0.25', resting: true }],
    stopLoss: { below: '0.2', confirmation: 'PT1S', grace: 'PT5S' },
    trailingStop: { below: '0.1', activation: '0.3' },
    longestHolding: 'PT1H',
    floor: '0.9',
    atStop: 'HAND_OVER',
  };

  it('is given as it was filled in', () => {
    expect(drafted('paper', formOf({ ...CONTENT, exitPlan: PLAN })).draft.exitPlan).toEqual(PLAN);
  });

  it('is none without a rule', () => {
    expect(drafted('paper', { ...NEW, 'exitPlan.atStop': 'HAND_OVER' }).draft.exitPlan).toBeUndefined();
  });

  it('says on which line a level cannot be read', () => {
    const { violations } = drafted('paper', { ...NEW, 'exitPlan.takeProfits': '50: 25\n\nhalf' });
    expect(violations.map(({ field }) => field)).toEqual(['exitPlan.takeProfits[2]']);
  });

  it('names the line of a level that the API refuses', () => {
    const form = { ...NEW, 'exitPlan.takeProfits': '\n50: 25\n60: 90' };
    const said = atLines([{ field: 'exitPlan.takeProfits[1].share', message: 'is too large' }], form);
    expect(said).toEqual([{ field: 'exitPlan.takeProfits[2]', message: 'is too large' }]);
    expect(saidOf(said, 'exitPlan.takeProfits')).toBe('line 3 is too large');
  });
});

describe('a violation of a pattern', () => {
  const form = { ...NEW, 'symbols.deny': 'A\n\nB\n!!\nC' };

  it('is named by the line on which it was typed', () => {
    const moved = atLines([{ field: 'symbols.deny[2]', message: 'is no pattern' }], form);
    expect(saidOf(moved, 'symbols.deny')).toBe('line 4 is no pattern');
  });

  it('is not said of other fields', () => {
    expect(saidOf([{ field: 'symbols.deny[2]', message: 'is no pattern' }], 'symbols.allow')).toBeUndefined();
  });
});

describe('what must be mended', () => {
  it('is in the order of the form, each field once, and what is of no field at the end', () => {
    const own = [{ field: 'caps.tradesPerHour', message: 'must be a whole number' }];
    const others = ['', 'signalMaxAge', 'caps.tradesPerHour', 'symbols.deny[3]', 'quoteAmount'].map((field) => ({ field, message: 'is wrong' }));
    expect(inOrder(own, others).map(({ field, message }) => `${field} ${message}`)).toEqual([
      'quoteAmount is wrong',
      'caps.tradesPerHour must be a whole number',
      'symbols.deny[3] is wrong',
      'signalMaxAge is wrong',
      ' is wrong',
    ]);
  });
});
