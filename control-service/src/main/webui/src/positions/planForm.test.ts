import { describe, expect, it } from 'vitest';
import type { ExitPlan } from '@/format/exitPlan';
import { planFormOf, planOf } from './planForm';

const PLAN: ExitPlan = {
  takeProfits: [
    { above: '0.5', share: '0.25', resting: false },
    { above: '1', share: '0.75', resting: true },
  ],
  stopLoss: { below: '0.2', confirmation: 'PT1S', grace: 'PT5S' },
  trailingStop: { below: '0.1', activation: '0.3' },
  longestHolding: 'PT1H',
  floor: '0.9',
  atStop: 'HAND_OVER',
};

describe('the form of a plan', () => {
  it('gives the plan that it was filled from', () => {
    expect(planOf(planFormOf(PLAN))).toEqual({ plan: PLAN });
  });

  it('sends nothing without a rule', () => {
    expect(planOf(planFormOf(undefined))).toEqual({ mistake: 'A plan has a rule at least.' });
  });

  it.each([
    [{ takeProfits: '50 25' }, 'A level is written'],
    [{ stopLoss: 'ten' }, 'The stop loss cannot be read'],
    [{ stopLoss: '10', grace: '5' }, 'The grace cannot be read'],
  ])('says what of %o cannot be read', (typed, said) => {
    const read = planOf({ ...planFormOf(undefined), ...typed });
    expect('mistake' in read ? read.mistake : '').toContain(said);
  });
});
