import { useRef, useState } from 'react';
import { newIdempotencyKey } from './key';
import { isFailure, leavesOpen, NoAnswer, type Failure } from './problem';

const REQUEST_LIMIT = 8_000;
const BETWEEN_LOOKS = 500;
/** Past the deadline of a command the ledger does not carry it out any more; this is past it, in milliseconds. */
const LOOKED_FOR = 6_000;

export type LookedUp<R> =
  | { phase: 'idle' }
  | { phase: 'waiting'; since: number }
  /** There was no answer: what the command would have changed is looked at. */
  | { phase: 'looking'; since: number }
  | { phase: 'done'; result: R }
  | { phase: 'failed'; failure: Failure }
  /** Looked for, and not found. */
  | { phase: 'absent' };

export interface LookedUpCommand<A, R> {
  state: LookedUp<R>;
  press: (argument: A) => Promise<R | undefined>;
  reset: () => void;
}

/**
 * A command with a key for each press, whose effect is looked for when it gets no answer. It is never sent again by
 * itself.
 *
 * @param look gives what the command has brought about, or undefined while there is nothing of it
 */
export function useLookedUp<A, R>(
  send: (argument: A, key: string, signal: AbortSignal) => Promise<R>,
  look: (argument: A, signal: AbortSignal) => Promise<R | undefined>,
): LookedUpCommand<A, R> {
  const [state, setState] = useState<LookedUp<R>>({ phase: 'idle' });
  const waits = useRef(false);
  async function press(argument: A): Promise<R | undefined> {
    if (waits.current) {
      return undefined;
    }
    waits.current = true;
    setState({ phase: 'waiting', since: performance.now() });
    try {
      const outcome = await carriedOut(argument);
      setState(outcome);
      return outcome.phase === 'done' ? outcome.result : undefined;
    } finally {
      waits.current = false;
    }
  }
  async function carriedOut(argument: A): Promise<LookedUp<R>> {
    try {
      return { phase: 'done', result: await send(argument, newIdempotencyKey(), AbortSignal.timeout(REQUEST_LIMIT)) };
    } catch (failure) {
      if (!leavesOpen(failure)) {
        return { phase: 'failed', failure: isFailure(failure) ? failure : new NoAnswer('control', 'network') };
      }
      setState({ phase: 'looking', since: performance.now() });
      return found((signal) => look(argument, signal));
    }
  }
  return { state, press, reset: () => setState({ phase: 'idle' }) };
}

async function found<R>(look: (signal: AbortSignal) => Promise<R | undefined>): Promise<LookedUp<R>> {
  const since = performance.now();
  for (let answered = false; !answered || performance.now() - since < LOOKED_FOR; ) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
    try {
      const result = await look(AbortSignal.timeout(REQUEST_LIMIT));
      answered = true;
      if (result !== undefined) {
        return { phase: 'done', result };
      }
    } catch {
      // Not known yet: it is looked for until control answers.
    }
  }
  return { phase: 'absent' };
}
