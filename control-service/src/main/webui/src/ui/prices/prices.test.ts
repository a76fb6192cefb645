import { describe, expect, it } from 'vitest';
import type { OrderItem } from '@/api/generated/ledger';
import { around, marksOf, rangeOf, seriesOf, wholeTicks } from './prices';

describe('the ticks of the axis', () => {
  it('lie where the clock says what stands below them, also around an opening within a second', () => {
    const ticks = wholeTicks('2026-11-27T02:35:20.989Z', 10);
    expect(ticks[0]).toBeCloseTo(-0.989);
    expect(ticks).toHaveLength(7);
    const opening = Date.parse('2026-11-27T02:35:20.989Z');
    expect(ticks.map((seconds) => Math.round(opening + seconds * 1_000) % 10_000)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

const ZERO = '2026-11-27T02:35:21Z';

function order(clientOrderId: string, changes: Partial<OrderItem>): OrderItem {
  return {
    environment: 'paper',
    runId: 'r',
    listingId: 'l',
    pair: 'NEWT/USDT',
    clientOrderId,
    status: 'FILLED',
    createdAt: ZERO,
    statusAt: ZERO,
    updatedAt: ZERO,
    kind: 'scheduled',
    timeline: { hopMicros: {} },
    ...changes,
  };
}

describe('the prices around an opening', () => {
  it('go from ten seconds before it to a minute after', () => {
    expect(around(ZERO)).toEqual({ from: '2026-11-27T02:35:11.000Z', to: '2026-11-27T02:36:21.000Z' });
  });

  it('leave a gap where the exchange stated none', () => {
    const series = seriesOf([{ at: '2026-11-27T02:35:20.5Z', ask: '0.02' }, { at: '2026-11-27T02:35:22Z', last: '0.0000012' }], ZERO);
    expect(series).toEqual({ seconds: [-0.5, 1], last: [null, 0.0000012], ask: [0.02, null] });
  });

  it('are marked with our orders in the order of time', () => {
    const marks = marksOf(
      [
        order('late', { averagePrice: '0.0206', timeline: { hopMicros: {}, filledAt: '2026-11-27T02:35:22Z' } }),
        order('first', { status: 'REJECTED', timeline: { hopMicros: {}, writtenAt: '2026-11-27T02:35:20.9994Z' } }),
        order('never sent', { status: 'DENIED' }),
        order('another day', { timeline: { hopMicros: {}, writtenAt: '2026-11-28T02:35:21Z' } }),
      ],
      ZERO,
    );
    expect(marks.map(({ letter, order: { clientOrderId }, text, price }) => [letter, clientOrderId, text, price])).toEqual([
      ['A', 'first', 'REJECTED, nothing bought', undefined],
      ['B', 'late', 'bought at 0.0206', 0.0206],
    ]);
  });

  it('have room for what we paid', () => {
    const series = seriesOf([{ at: ZERO, last: '1' }], ZERO);
    const marks = marksOf([order('a', { averagePrice: '2', timeline: { hopMicros: {}, filledAt: ZERO } })], ZERO);
    const [low, high] = rangeOf(series, marks) ?? [];
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(2);
    expect(rangeOf(seriesOf([], ZERO), [])).toBeUndefined();
  });
});
