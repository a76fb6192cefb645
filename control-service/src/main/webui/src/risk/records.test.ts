import { describe, expect, it } from 'vitest';
import type { EnvironmentStatus, OpenAlert } from '@/api/generated/control';
import { acknowledgedText, placeOf, waitingRecords, type WaitingRecord } from './records';

function alert(kind: OpenAlert['kind'], subject: string): OpenAlert {
  return { kind, subject, severity: 'WARNING', summary: `about ${subject}`, since: '2026-11-27T02:00:00Z' };
}

function status(places: string[], ...alerts: OpenAlert[]): Pick<EnvironmentStatus, 'quarantined' | 'alerts'> {
  const records = places.map((place) => ({ place, services: ['trader', 'ledger'] }));
  return places.length === 0 ? { alerts } : { alerts, quarantined: { records, remedy: 'look' } };
}

const HOLDING: WaitingRecord = { place: 'orders.v1-2@4711', services: ['trader'], holds: true };

describe('the records that wait for a person', () => {
  it('are none in an environment in order', () => {
    expect(waitingRecords(status([], alert('FEED_SILENT', 'calendar')))).toEqual([]);
  });

  it('are those that hold the environment, each once although alerts tell of it too', () => {
    const found = waitingRecords(status(['orders.v1-2@4711'], alert('RECORD_QUARANTINED', 'trader orders.v1-2@4711')));
    expect(found).toEqual([{ place: 'orders.v1-2@4711', services: ['trader', 'ledger'], holds: true }]);
  });

  it('are also those that hold nothing, after the others', () => {
    const found = waitingRecords(status(['commands.v1-0@7'], alert('UNREADABLE_MESSAGE', 'scanner listings.v1-0@12')));
    expect(found.map(({ place, services, holds }) => [place, services, holds])).toEqual([
      ['commands.v1-0@7', ['trader', 'ledger'], true],
      ['listings.v1-0@12', ['scanner'], false],
    ]);
  });

  it('are no alerts about a whole channel', () => {
    expect(waitingRecords(status([], alert('CHANNEL_STOPPED', 'orders-in')))).toEqual([]);
  });
});

describe('the place of a record', () => {
  it('is sent in its parts, the topic with its own hyphens', () => {
    expect(placeOf('firstfill-orders.v1-2@4711')).toEqual({ topic: 'firstfill-orders.v1', partition: 2, offset: 4711 });
  });

  it.each(['unknown-0@0', 'orders.v1', 'orders.v1-2@', 'orders.v1-2@9007199254740993'])('is not guessed from %s', (place) => {
    expect(placeOf(place)).toBeUndefined();
  });
});

describe('an acknowledgement', () => {
  it('is confirmed by an answer without a note', () => {
    expect(acknowledgedText({}, HOLDING, true)).toBe('Acknowledged. Buys leave again, if nothing else holds them.');
    expect(acknowledgedText({}, { ...HOLDING, holds: false }, true)).toBe('Acknowledged.');
  });

  it('is recorded only while its record is still named, and confirmed once it is not', () => {
    expect(acknowledgedText({ note: 'later' }, HOLDING, true)).toMatch(/^Recorded, not confirmed yet/);
    expect(acknowledgedText({ note: 'later' }, HOLDING, false)).toMatch(/^Acknowledged/);
  });
});
