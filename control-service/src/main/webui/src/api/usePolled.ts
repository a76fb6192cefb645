import { hashKey, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useSession } from '@/session/useSession';
import { answersOf, lastAwoke, noteAnswered, noteAsked, noteFailed, onAnswers } from './answers';
import { elapsed, freshnessOf, type Freshness } from './moment';
import { isFailure, type Failure } from './problem';
import { EVERY, pauseAfter, POLL_TIMEOUT } from './schedule';
import { onTick, tickMoment } from './ticker';

export interface Polled<T> {
  /** The last answer; it stays when later polls fail. */
  data: T | undefined;
  /** Identifies the query, for its age. */
  hash: string;
  /** Why the last poll failed; undefined after an answer. */
  failure: Failure | undefined;
  /** Asks now. */
  refresh: () => void;
  /** It is asked again by itself; what is not cannot change, so it has no age. */
  polled: boolean;
}

export interface PollOptions {
  /** False for what cannot change any more: it is asked once. */
  poll?: boolean;
  /** False while there is nothing to ask for. */
  enabled?: boolean;
}

/**
 * Asks now and every 5 s while the tab is shown and the session lasts: one request at a time, each given up after 4 s,
 * failures farther apart.
 *
 * @param key names the service first, such as `['ledger', 'trades', environment]`
 */
export function usePolled<T>(
  key: readonly unknown[],
  ask: (signal: AbortSignal) => Promise<T>,
  { poll = true, enabled = true }: PollOptions = {},
): Polled<T> {
  const hash = hashKey(key);
  const active = useSession().status === 'signed-in';
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => asked(hash, ask, signal),
    enabled: enabled && active,
    refetchInterval: ({ state }) => (poll || state.data === undefined ? pause(hash) : false),
  });
  return {
    data: query.data,
    hash,
    failure: isFailure(query.error) ? query.error : undefined,
    refresh: () => void query.refetch({ cancelRefetch: false }),
    polled: poll,
  };
}

async function asked<T>(hash: string, ask: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
  noteAsked(hash);
  try {
    const answer = await ask(AbortSignal.any([signal, AbortSignal.timeout(POLL_TIMEOUT)]));
    noteAnswered(hash);
    return answer;
  } catch (failure) {
    if (isFailure(failure)) {
      noteFailed(hash, failure);
    }
    throw failure;
  }
}

function pause(hash: string): number {
  const answers = answersOf(hash);
  if (answers === undefined || answers.failures === 0) {
    return EVERY;
  }
  const { failure, failures } = answers;
  return pauseAfter(failures, failure?.name === 'ApiProblem' ? failure.retryAfter : undefined);
}

export interface Age {
  /** `waiting`: there was no answer yet. */
  state: Freshness | 'waiting';
  /** Whole seconds since the answer, or since it was first asked. */
  seconds: number;
  /** When it was answered, by this computer's wall clock. */
  answeredAt: number | undefined;
}

/** The age of the oldest of several queries; changes once a second, and renders nothing else. */
export function useAge(hashes: readonly string[]): Age {
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(ageOf(hashes)));
  return JSON.parse(text) as Age;
}

/** Whether the last answer of a query is fresh now; renders only when that changes. */
export function useIsFresh(hash: string): boolean {
  return useSyncExternalStore(subscribe, () => ageOfOne(hash).state === 'fresh');
}

function subscribe(listener: () => void): () => void {
  const stops = [onTick(listener), onAnswers(listener)];
  return () => stops.forEach((stop) => stop());
}

const WORST = ['fresh', 'stale', 'not-current', 'waiting'] as const;

function ageOf(hashes: readonly string[]): Age {
  return hashes.map(ageOfOne).reduce((worst, age) => (isWorse(age, worst) ? age : worst), {
    state: 'fresh',
    seconds: -1,
    answeredAt: undefined,
  });
}

function isWorse(age: Age, than: Age): boolean {
  const rank = WORST.indexOf(age.state) - WORST.indexOf(than.state);
  return rank > 0 || (rank === 0 && age.seconds > than.seconds);
}

function ageOfOne(hash: string): Age {
  const answers = answersOf(hash);
  const now = tickMoment();
  if (answers === undefined) {
    return { state: 'waiting', seconds: 0, answeredAt: undefined };
  }
  const { answeredAt, askedFirstAt } = answers;
  return answeredAt === undefined
    ? { state: 'waiting', seconds: Math.floor(elapsed(askedFirstAt, now) / 1_000), answeredAt: undefined }
    : {
        state: freshnessOf(answeredAt, now, lastAwoke()),
        seconds: Math.floor(elapsed(answeredAt, now) / 1_000),
        answeredAt: answeredAt.wall,
      };
}
