import { useRef, useState } from 'react';
import { newIdempotencyKey } from './key';
import { isFailure, NoAnswer, type Failure } from './problem';

/** The services answer every command within 5 s, if only that it is recorded; beyond this there was no answer. */
const REQUEST_LIMIT = 8_000;

export type CommandState<R> =
  | { phase: 'idle' }
  /** `since`: the press, by the monotonic clock. */
  | { phase: 'waiting'; since: number }
  /** Answered. Whether it is confirmed, or only recorded, the answer says. */
  | { phase: 'answered'; result: R; took: number }
  | { phase: 'failed'; failure: Failure };

export interface UsedCommand<A, R> {
  state: CommandState<R>;
  /** Sends it once; a press while it waits does nothing. Resolves with the answer, or with undefined. */
  press: (argument: A) => Promise<R | undefined>;
  /** Back to idle, for another press. */
  reset: () => void;
}

/**
 * A command with a key for each press. It is never sent again by itself: after `NoAnswer` nobody knows whether it was
 * carried out, and the page has to look. Stop and halt are `SafetyCommand`s instead.
 */
export function useCommand<A, R>(
  send: (argument: A, key: string, signal: AbortSignal) => Promise<R>,
): UsedCommand<A, R> {
  const [state, setState] = useState<CommandState<R>>({ phase: 'idle' });
  const waits = useRef(false);
  async function press(argument: A): Promise<R | undefined> {
    if (waits.current) {
      return undefined;
    }
    waits.current = true;
    const since = performance.now();
    setState({ phase: 'waiting', since });
    try {
      const result = await send(argument, newIdempotencyKey(), AbortSignal.timeout(REQUEST_LIMIT));
      setState({ phase: 'answered', result, took: performance.now() - since });
      return result;
    } catch (error) {
      setState({ phase: 'failed', failure: isFailure(error) ? error : new NoAnswer('control', 'network') });
      return undefined;
    } finally {
      waits.current = false;
    }
  }
  return { state, press, reset: () => setState({ phase: 'idle' }) };
}
