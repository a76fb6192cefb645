import type { EnvironmentStatus, PlaceRequest } from '@/api/generated/control';

/** A record that a person is asked about. */
export interface WaitingRecord {
  /** Such as `orders.v1-2@4711`. */
  place: string;
  /** Who could not process it; empty where that is not told. */
  services: readonly string[];
  /** Whether nothing is bought until it is acknowledged. */
  holds: boolean;
  /** What the alert says of a record that holds nothing. */
  summary?: string;
}

/** Kinds of alerts about one record, whose subject ends with the record's place. */
const ABOUT_RECORDS: readonly string[] = ['RECORD_QUARANTINED', 'UNREADABLE_MESSAGE', 'RECORDS_LOST', 'CHANNEL_STOPPED'];

/** The records that wait for a person: those that hold the environment first, then those that are only told of. */
export function waitingRecords({ quarantined, alerts }: Pick<EnvironmentStatus, 'quarantined' | 'alerts'>): WaitingRecord[] {
  const holding = (quarantined?.records ?? []).map(({ place, services }) => ({ place, services, holds: true }));
  const known = new Set(holding.map(({ place }) => place));
  const told = alerts
    .filter(({ kind }) => ABOUT_RECORDS.includes(kind))
    .flatMap(({ subject, summary }) => {
      const words = subject.split(' ');
      const place = words.at(-1) ?? '';
      const isNew = placeOf(place) !== undefined && !known.has(place);
      known.add(place);
      return isNew ? [{ place, services: words.slice(0, -1), holds: false, summary }] : [];
    });
  return [...holding, ...told];
}

const PLACE = /^([A-Za-z0-9._-]{1,249})-(\d{1,9})@(\d{1,18})$/;

/** The parts of a place; undefined where it cannot be sent as it is. */
export function placeOf(place: string): PlaceRequest | undefined {
  const [, topic, partition, offset] = PLACE.exec(place) ?? [];
  // Beyond this a number of JSON would name another record.
  if (topic === undefined || topic === 'unknown' || !Number.isSafeInteger(Number(offset))) {
    return undefined;
  }
  return { topic, partition: Number(partition), offset: Number(offset) };
}

/** What an answer means for a record: confirmed, or recorded only. `waits`: whether the environment still names it. */
export function acknowledgedText({ note }: { note?: string }, record: WaitingRecord, waits: boolean): string {
  if (note !== undefined && waits) {
    return 'Recorded, not confirmed yet. The record keeps its effect until it is.';
  }
  return record.holds ? 'Acknowledged. Buys leave again, if nothing else holds them.' : 'Acknowledged.';
}
