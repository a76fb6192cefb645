import { useState } from 'react';
import { control } from '@/api';
import type { Run } from '@/api/generated/control';
import { newIdempotencyKey } from '@/api/key';
import { ApiProblem, leavesOpen } from '@/api/problem';

export type StartState =
  | { phase: 'choosing' }
  | { phase: 'asking'; since: number }
  /** No answer: it is looked for, and never sent again by itself. */
  | { phase: 'looking'; since: number }
  | { phase: 'started'; run: Run }
  | { phase: 'refused'; failure: ApiProblem }
  | { phase: 'not-started' };

/** The server gives up a start after 1.5 s; a request without an answer by then has none. */
const REQUEST_LIMIT = 6_000;
const BETWEEN_LOOKS = 500;
/** Past the deadline of the command the ledger does not start it any more; this is well past it, in milliseconds. */
const LOOKED_FOR = 5_000;

export interface Wanted {
  environment: string;
  configurationId: string;
  version: number;
}

export function useStart(): { state: StartState; start: (wanted: Wanted) => Promise<void>; again: () => void } {
  const [state, setState] = useState<StartState>({ phase: 'choosing' });
  async function start(wanted: Wanted): Promise<void> {
    setState({ phase: 'asking', since: performance.now() });
    try {
      const run = await control.startRun({
        headers: { 'Idempotency-Key': newIdempotencyKey() },
        body: wanted,
        signal: AbortSignal.timeout(REQUEST_LIMIT),
      });
      setState({ phase: 'started', run });
    } catch (error) {
      if (error instanceof ApiProblem && !leavesOpen(error)) {
        setState({ phase: 'refused', failure: error });
      } else {
        await lookFor(wanted, setState);
      }
    }
  }
  return { state, start, again: () => setState({ phase: 'choosing' }) };
}

async function lookFor(wanted: Wanted, become: (state: StartState) => void): Promise<void> {
  const since = performance.now();
  become({ phase: 'looking', since });
  for (let answered = false; !answered || performance.now() - since < LOOKED_FOR; ) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
    try {
      const { activeRun } = await control.getEnvironment({
        path: { environment: wanted.environment },
        signal: AbortSignal.timeout(REQUEST_LIMIT),
      });
      answered = true;
      if (activeRun?.configuration.id === wanted.configurationId) {
        become({ phase: 'started', run: activeRun });
        return;
      }
    } catch {
      // Not known yet: it is looked for until control answers.
    }
  }
  become({ phase: 'not-started' });
}
