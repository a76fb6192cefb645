import { RUN_STATES } from '@/format/words';
import type { RunStatus } from './queries';

/** The states that the ledger knows of a run, in the order in which they pass. */
export const STATES: readonly RunStatus[] = ['ACTIVE', 'SUSPENDED', 'STOPPING', 'STOPPED', 'REJECTED'];

export const STATE_OPTIONS: readonly (readonly [string, string])[] = [
  ['', 'Every run'],
  ...STATES.map((state) => [state, RUN_STATES[state] ?? state] as const),
];

/** What the address asks for. What it has and nobody here knows is said, not silently left out. */
export function readFilters(params: URLSearchParams): { status: RunStatus | undefined; unknown: readonly string[] } {
  const entries = [...params];
  const known = ([name, text]: readonly [string, string]): boolean =>
    name === 'cursor' || (name === 'status' && STATES.some((state) => state === text));
  return {
    status: STATES.find((state) => state === params.get('status')),
    unknown: entries.filter((entry) => !known(entry)).map(([name, text]) => `${name}=${text}`),
  };
}
