import { describe, expect, it } from 'vitest';
import { changesOf, draftOf, LIMITS, typedOf, unreadable, type LimitField } from './guardrails';

function field(name: string): LimitField {
  const found = LIMITS.find((limit) => limit.name === name);
  if (found === undefined) {
    throw new Error(name);
  }
  return found;
}

describe('the changes of guardrails', () => {
  const inForce = { spendPerRun: '250', tradesPerHour: 10, lossPerDay: '50.00' };

  it('are none where nothing but the writing differs', () => {
    expect(changesOf(inForce, { ...typedOf(inForce), spendPerRun: ' 250.0 ', lossPerDay: '50' })).toEqual([]);
  });

  it('loosen where a limit is raised or taken away, and nowhere else', () => {
    const typed = { ...typedOf(inForce), spendPerRun: '1000', tradesPerHour: '', lossPerDay: '9', openPositions: '3' };
    const loosening = changesOf(inForce, typed).map(({ field: { name }, loosens }) => [name, loosens]);
    expect(loosening).toEqual([
      ['tradesPerHour', true],
      ['spendPerRun', true],
      ['openPositions', false],
      ['lossPerDay', false],
    ]);
  });

  it('keep every digit of an amount', () => {
    const [change] = changesOf({ spendPerRun: '0.00000012345678901234' }, { ...typedOf({}), spendPerRun: '0.00000012345678901235' });
    expect(change).toMatchObject({ from: '0.00000012345678901234', to: '0.00000012345678901235', loosens: true });
  });
});

describe('what is sent', () => {
  it('has counts as numbers, amounts as text, and leaves out what has no limit', () => {
    const typed = { ...typedOf({}), tradesPerHour: '10', spendPerRun: '250.50' };
    expect(draftOf(typed, 'odd fills')).toEqual({ tradesPerHour: 10, spendPerRun: '250.50', reason: 'odd fills' });
  });

  it.each([
    ['tradesPerHour', '1.5'],
    ['tradesPerHour', '-1'],
    ['spendPerRun', '1e3'],
    ['spendPerRun', '1,5'],
  ])('is nothing while %s is %s', (name, text) => {
    expect(unreadable(field(name), text)).toMatch(/must be/);
  });
});
