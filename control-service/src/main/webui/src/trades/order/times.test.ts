import { describe, expect, it } from 'vitest';
import { timelineOf, wasSent } from './times';

const SCHEDULED = {
  kind: 'scheduled',
  timeline: {
    openingTime: '2026-11-27T02:35:21Z',
    detectedAt: '2026-11-26T10:00:00Z',
    signaledAt: '2026-11-26T10:00:00.001Z',
    consumedAt: '2026-11-26T10:00:00.002Z',
    firedAt: '2026-11-27T02:35:20.9969Z',
    signedAt: '2026-11-27T02:35:10Z',
    writtenAt: '2026-11-27T02:35:20.9994Z',
    submittedAt: '2026-11-27T02:35:21.004Z',
    exchangeTime: '2026-11-27T02:35:21.0012Z',
    answeredAt: '2026-11-27T02:35:21.0218Z',
    filledAt: '2026-11-27T02:35:21.0654Z',
    hopMicros: {},
  },
} as const;

describe('the timeline of a scheduled buy', () => {
  it('is measured from the opening, in the order of time', () => {
    const timeline = timelineOf(SCHEDULED);
    expect(timeline?.zeroLabel).toBe('announced opening');
    expect(timeline?.steps.map(({ label }) => label)).toEqual(['fired', 'written', 'exchange', 'durable', 'answered', 'filled']);
  });

  it('keeps what was done long before the opening off the track', () => {
    expect(timelineOf(SCHEDULED)?.before.map(({ label }) => label)).toEqual(['detected', 'signalled', 'read by the trader', 'signed']);
  });

  it('says of every missing step that it is missing, in its place', () => {
    const timeline = { ...SCHEDULED.timeline, filledAt: undefined, answeredAt: undefined };
    const steps = timelineOf({ kind: 'scheduled', timeline })?.steps ?? [];
    expect(steps.map(({ label, at }) => [label, at === undefined])).toEqual([
      ['fired', false],
      ['written', false],
      ['exchange', false],
      ['durable', false],
      ['answered', true],
      ['filled', true],
    ]);
  });
});

describe('the timeline of a surprise', () => {
  const timeline = {
    detectedAt: '2026-11-27T02:29:40.1Z',
    signaledAt: '2026-11-27T02:29:40.101Z',
    consumedAt: '2026-11-27T02:29:40.102Z',
    firedAt: '2026-11-27T02:29:40.102Z',
    hopMicros: {},
  } as const;

  it("begins at the exchange's event, or else when it was first seen", () => {
    const event = timelineOf({ kind: 'surprise', timeline: { ...timeline, eventTime: '2026-11-27T02:29:39Z' } });
    expect([event?.zero, event?.zeroLabel]).toEqual(['2026-11-27T02:29:39Z', "the exchange's event"]);
    const seen = timelineOf({ kind: 'surprise', timeline });
    expect([seen?.zero, seen?.zeroLabel]).toEqual([timeline.detectedAt, 'first seen']);
    expect(seen?.steps.map(({ label }) => label)).toContain('read by the trader');
    expect(seen?.before).toEqual([]);
  });

  it('cannot be drawn where no time is recorded', () => {
    expect(timelineOf({ kind: 'surprise', timeline: { hopMicros: {} } })).toBeUndefined();
    expect(wasSent({ timeline: { hopMicros: {} } })).toBe(false);
    expect(wasSent({ timeline })).toBe(true);
  });
});
