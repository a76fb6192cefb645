import type {
  AppliedConfiguration,
  CapEventItem,
  ConfigurationItem,
  Guardrails,
  GuardrailsItem,
  RunItem,
  TradingStateItem,
} from '@/api/generated/ledger';
import { millisOf, type Timestamp } from '@/format/time';
import { CAPS, wordsOf } from '@/format/words';

export const KINDS = {
  'trading-state': 'Trading state',
  guardrails: 'Guardrails',
  breaker: 'Circuit breakers',
  run: 'Runs',
  configuration: 'Configurations',
} as const;

export type HistoryKind = keyof typeof KINDS;

export interface Change {
  label: string;
  /** Undefined: there was none. */
  from: string | undefined;
  to: string | undefined;
}

/** Something that a person, or a service, has changed. */
export interface HistoryEvent {
  key: string;
  at: Timestamp;
  kind: HistoryKind;
  what: string;
  who: string | undefined;
  reason: string | undefined;
  changes: readonly Change[];
  runId?: string | undefined;
}

/** @param items newest first; the state before the oldest of a page is not known from it */
export function stateEvents(items: readonly TradingStateItem[]): HistoryEvent[] {
  return items.map(({ reportId, reportedAt, state, changedBy, reason }, index) => ({
    key: reportId,
    at: reportedAt,
    kind: 'trading-state',
    what: `Set to ${state}`,
    who: changedBy,
    reason,
    changes: [undefined, state].includes(items[index + 1]?.state) ? [] : [{ label: 'State', from: items[index + 1]?.state, to: state }],
  }));
}

const LIMITS: Readonly<Record<keyof Guardrails, string>> = {
  tradesPerHour: 'Trades, 60 min',
  spendPerRun: 'Spend, run',
  spendPerDay: 'Spend, UTC day',
  concurrentListings: 'Listings at once',
  openPositions: 'Open positions',
  lossPerDay: 'Loss, UTC day',
  consecutiveFailures: 'Failures in a row',
};

export function guardrailEvents(items: readonly GuardrailsItem[]): HistoryEvent[] {
  return items.map(({ reportId, reportedAt, version, guardrails, previous, changedBy, reason }) => ({
    key: reportId,
    at: reportedAt,
    kind: 'guardrails',
    what: `Guardrails version ${version}`,
    who: changedBy,
    reason,
    changes: limitChanges(previous, guardrails),
  }));
}

function limitChanges(from: Guardrails, to: Guardrails): Change[] {
  const text = (value: string | number | undefined): string | undefined => (value === undefined ? undefined : String(value));
  return (Object.keys(LIMITS) as (keyof Guardrails)[])
    .map((name) => ({ label: LIMITS[name], from: text(from[name]), to: text(to[name]) }))
    .filter((change) => change.from !== change.to);
}

/** Breakers that tripped, and their resets by a person. */
export function breakerEvents(items: readonly CapEventItem[]): HistoryEvent[] {
  return items
    .filter(({ status, resetBy }) => status === 'REACHED' || resetBy !== undefined)
    .map(({ reportId, reportedAt, cap, status, used, limit, resetBy, runId }) => ({
      key: reportId,
      at: reportedAt,
      kind: 'breaker',
      what: `«${wordsOf(CAPS, cap)}» ${status === 'REACHED' ? `tripped at ${used} of ${limit}` : 'reset'}`,
      who: resetBy ?? 'risk service',
      reason: undefined,
      changes: [],
      runId,
    }));
}

/** A run has a begin, an end, and what it was refused for. */
export function runEvents(items: readonly RunItem[]): HistoryEvent[] {
  return items.flatMap((run) => {
    const { runId, startedAt, startedBy, stoppedBy, stopReason, stoppingAt, stoppedAt, rejection, state, snapshot, configuration } = run;
    const name = `Run ${runId.slice(0, 4)}${snapshot === undefined ? '' : ` «${snapshot.name}»`}`;
    const of = { kind: 'run', changes: [], runId } as const;
    const version = configuration === undefined ? '' : ` v${configuration.version}`;
    const begun: HistoryEvent = {
      ...of,
      key: `${runId} start`,
      at: startedAt,
      what: state === 'REJECTED' ? `${name}${version}: start refused` : `${name}${version} started`,
      who: startedBy,
      reason: rejection,
    };
    const at = stoppingAt ?? stoppedAt;
    return at === undefined
      ? [begun]
      : [begun, { ...of, key: `${runId} stop`, at, what: `${name} ${stoppedAt === undefined ? 'is stopping' : 'stopped'}`, who: stoppedBy, reason: stopReason }];
  });
}

/** The latest version of each configuration, as far as the list tells, and that it was archived. */
export function configurationEvents(items: readonly ConfigurationItem[]): HistoryEvent[] {
  return items.flatMap(({ configurationId, name, version, savedAt, savedBy, archivedAt, archivedBy, archiveReason }) => {
    const of = { kind: 'configuration', changes: [] } as const;
    const saved: HistoryEvent = { ...of, key: `${configurationId} ${version}`, at: savedAt, what: `«${name}» v${version} saved`, who: savedBy, reason: undefined };
    return archivedAt === undefined
      ? [saved]
      : [saved, { ...of, key: `${configurationId} archived`, at: archivedAt, what: `«${name}» archived`, who: archivedBy, reason: archiveReason }];
  });
}

/** Versions that a run took while it ran; the one that it began with is its start. */
export function appliedEvents(runId: string, items: readonly AppliedConfiguration[]): HistoryEvent[] {
  return items
    .filter(({ previousVersion }) => previousVersion !== undefined)
    .map(({ version, previousVersion, appliedAt, appliedBy, reason, changes }) => ({
      key: `${runId} v${version} ${appliedAt}`,
      at: appliedAt,
      kind: 'configuration',
      what: `v${version} applied to run ${runId.slice(0, 4)}`,
      who: appliedBy,
      reason,
      runId,
      changes: [
        { label: 'Version', from: String(previousVersion), to: String(version) },
        ...changes.map(({ path, from, to }) => ({ label: path, from: valueText(from), to: valueText(to) })),
      ],
    }));
}

function valueText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
}

/** One list of the API: what was read of it, and whether there is more of it further back. */
export interface Source {
  events: readonly HistoryEvent[];
  /** The time of its last item, by which the list is ordered, where the list goes on. */
  goesOnBefore: Timestamp | undefined;
}

export interface Merged {
  events: readonly HistoryEvent[];
  /** Where the next page begins: before this time, exclusive. Undefined where there is nothing more. */
  olderBefore: Timestamp | undefined;
}

/**
 * Merges lists, newest first, down to the time at which the first of them ends and goes on: what is older than that of
 * the others would leave gaps. Events of one millisecond may be on both pages; none is on neither.
 *
 * @param to exclusive; what came later is on a newer page
 */
export function merged(sources: readonly Source[], to: Timestamp | undefined): Merged {
  const ends = sources.flatMap(({ goesOnBefore }) => (goesOnBefore === undefined ? [] : [millisOf(goesOnBefore)]));
  const cut = ends.length === 0 ? undefined : Math.max(...ends);
  const before = to === undefined ? Infinity : millisOf(to);
  const events = sources
    .flatMap((source) => source.events)
    .filter(({ at }) => millisOf(at) < before && (cut === undefined || millisOf(at) >= cut))
    .sort((a, b) => millisOf(b.at) - millisOf(a.at) || (a.key < b.key ? -1 : 1));
  // A page that would begin where it did already must go back further, however many events share its time.
  const next = cut === undefined ? undefined : cut + 1 < before ? cut + 1 : cut;
  return { events, olderBefore: next === undefined ? undefined : new Date(next).toISOString() };
}
