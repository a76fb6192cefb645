import { ledger } from '@/api';
import type { AppliedConfiguration, RunItem } from '@/api/generated/ledger';
import type { Timestamp } from '@/format/time';
import {
  appliedEvents,
  breakerEvents,
  configurationEvents,
  guardrailEvents,
  merged,
  runEvents,
  stateEvents,
  type HistoryKind,
  type Merged,
  type Source,
} from './events';

/** Items read of each list for a page. */
const READ = 50;
/** Runs have several reads each. */
const RUNS_READ = 20;

interface Page<T> {
  items: readonly T[];
  nextCursor?: string | undefined;
}

function sourceOf<T>({ items, nextCursor }: Page<T>, events: Source['events'], time: (item: T) => Timestamp): Source {
  const last = items.at(-1);
  return { events, goesOnBefore: nextCursor === undefined || last === undefined ? undefined : time(last) };
}

/** Reads one page of the history: what was changed before `to`, of one kind or of all. */
export async function readHistory(environment: string, kind: HistoryKind | undefined, to: Timestamp | undefined, signal: AbortSignal): Promise<Merged> {
  const query = { environment, limit: READ, ...(to === undefined ? {} : { to }) };
  const sources: Readonly<Record<HistoryKind, () => Promise<Source>>> = {
    'trading-state': async () => {
      const page = await ledger.listTradingStates({ query, signal });
      return sourceOf(page, stateEvents(page.items), ({ reportedAt }) => reportedAt);
    },
    guardrails: async () => {
      const page = await ledger.listGuardrails({ query, signal });
      return sourceOf(page, guardrailEvents(page.items), ({ reportedAt }) => reportedAt);
    },
    breaker: async () => {
      const page = await ledger.listCapEvents({ query: { ...query, kind: ['LOSS_PER_DAY', 'CONSECUTIVE_FAILURES'] }, signal });
      return sourceOf(page, breakerEvents(page.items), ({ reportedAt }) => reportedAt);
    },
    run: async () => {
      const page = await ledger.listRuns({ query: { ...query, limit: RUNS_READ }, signal });
      return sourceOf(page, runEvents(page.items), ({ startedAt }) => startedAt);
    },
    configuration: async () => {
      const page = await ledger.listConfigurations({ query, signal });
      return sourceOf(page, configurationEvents(page.items), ({ savedAt }) => savedAt);
    },
  };
  const kinds = kind === undefined ? (Object.keys(sources) as HistoryKind[]) : [kind];
  const applied = kinds.includes('configuration') ? [appliedOf(query, signal)] : [];
  return merged(await Promise.all([...kinds.map((each) => sources[each]()), ...applied]), to);
}

/** Runs that have ended take no further version: what they took is read once. */
const ended = new Map<string, readonly AppliedConfiguration[]>();

async function appliedOf(query: { environment: string; to?: Timestamp }, signal: AbortSignal): Promise<Source> {
  const page = await ledger.listRuns({ query: { ...query, limit: RUNS_READ }, signal });
  const runs = page.items.filter(({ state }) => state !== 'REJECTED');
  const events = await Promise.all(runs.map(async (run) => appliedEvents(run.runId, await appliedTo(run, signal))));
  return sourceOf(page, events.flat(), ({ startedAt }) => startedAt);
}

async function appliedTo({ runId, state }: RunItem, signal: AbortSignal): Promise<readonly AppliedConfiguration[]> {
  const known = ended.get(runId);
  if (known !== undefined) {
    return known;
  }
  const { items } = await ledger.listAppliedConfigurations({ path: { runId }, signal });
  if (state === 'STOPPED') {
    ended.set(runId, items);
  }
  return items;
}
