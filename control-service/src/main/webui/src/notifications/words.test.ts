import { describe, expect, it } from 'vitest';
import { deliveryText, EVENTS, toldText } from './words';

describe('what a target is told', () => {
  const all = Object.keys(EVENTS) as Parameters<typeof toldText>[0]['events'];

  it('is everything, or a list, with a test in neither', () => {
    expect(toldText({ events: all, severity: 'INFO' })).toBe('everything');
    expect(toldText({ events: ['BOUGHT', 'SOLD', 'TEST'], severity: 'INFO' })).toBe('bought, sold');
  });

  it('names the lowest severity unless it is the lowest of all', () => {
    expect(toldText({ events: all, severity: 'CRITICAL' })).toBe('everything, from CRITICAL on');
    expect(toldText({ events: ['CAP_NEAR'], severity: 'WARNING' })).toBe('cap at 80 %, from WARNING on');
  });
});

describe('what became of a delivery', () => {
  it('says how often it was tried where that was more than once', () => {
    expect(deliveryText({ status: 'SENT', attempts: 1 })).toBe('sent');
    expect(deliveryText({ status: 'SENT', attempts: 3 })).toBe('sent after 3 attempts');
  });

  it('says why it is not there, and whether it still can be', () => {
    expect(deliveryText({ status: 'PENDING', attempts: 0 })).toBe('waits for its first attempt');
    expect(deliveryText({ status: 'PENDING', attempts: 1, failure: 'it answers 500' })).toBe('tried again, 1 attempt so far: it answers 500');
    expect(deliveryText({ status: 'FAILED', attempts: 90, failure: 'no answer in time' })).toBe('given up after 90 attempts: no answer in time');
  });
});
