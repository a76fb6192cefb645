import { useRef, useState } from 'react';
import { carryOut, type LookedUp } from './lookedUp';

export type { LookedUp } from './lookedUp';

export interface LookedUpCommand<A, R> {
  state: LookedUp<R>;
  press: (argument: A) => Promise<R | undefined>;
  reset: () => void;
}

/**
 * A command with a key for each press, whose effect is looked for when it gets no answer. It is never sent again by
 * itself; a press while it is under way does nothing.
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
    let last: LookedUp<R> = { phase: 'idle' };
    const become = (next: LookedUp<R>): void => {
      last = next;
      setState(next);
    };
    try {
      await carryOut({ send: (key, signal) => send(argument, key, signal), look: (signal) => look(argument, signal) }, become);
    } finally {
      waits.current = false;
    }
    return resultOf(last);
  }
  return { state, press, reset: () => setState({ phase: 'idle' }) };
}

function resultOf<R>(state: LookedUp<R>): R | undefined {
  return state.phase === 'done' ? state.result : undefined;
}
