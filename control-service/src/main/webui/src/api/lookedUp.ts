import { newIdempotencyKey } from './key';
import { isFailure, leavesOpen, NoAnswer, type Failure } from './problem';

export type LookedUp<R> =
  | { phase: 'idle' }
  | { phase: 'waiting'; since: number }
  /** There was no answer: what the command would have changed is looked at. */
  | { phase: 'looking'; since: number }
  | { phase: 'done'; result: R }
  | { phase: 'failed'; failure: Failure }
  /** Looked for, and not found. */
  | { phase: 'absent' };

export interface LookedUpDeed<R> {
  send: (key: string, signal: AbortSignal) => Promise<R>;
  /** Gives what the command has brought about, or undefined while there is nothing of it. */
  look: (signal: AbortSignal) => Promise<R | undefined>;
}

export interface LookUpTiming {
  now: () => number;
  wait: (milliseconds: number) => Promise<void>;
  /** Limits one request. */
  limit: () => AbortSignal;
}

const REQUEST_LIMIT = 8_000;
const BETWEEN_LOOKS = 500;
/** Past the deadline of a command the ledger does not carry it out any more; this is past it, in milliseconds. */
const LOOKED_FOR = 6_000;

const BROWSER: LookUpTiming = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  limit: () => AbortSignal.timeout(REQUEST_LIMIT),
};

/**
 * Sends a command once. Where it gets no answer, its effect is looked for until the command is past its deadline and
 * the service has answered a look.
 *
 * @param become gets each state until the last, which is `done`, `failed` or `absent`
 */
export async function carryOut<R>(
  { send, look }: LookedUpDeed<R>,
  become: (state: LookedUp<R>) => void,
  timing: LookUpTiming = BROWSER,
): Promise<void> {
  become({ phase: 'waiting', since: timing.now() });
  try {
    become({ phase: 'done', result: await send(newIdempotencyKey(), timing.limit()) });
  } catch (failure) {
    if (leavesOpen(failure)) {
      become({ phase: 'looking', since: timing.now() });
      become(await found(look, timing));
    } else {
      become({ phase: 'failed', failure: isFailure(failure) ? failure : new NoAnswer('control', 'network') });
    }
  }
}

async function found<R>(look: LookedUpDeed<R>['look'], timing: LookUpTiming): Promise<LookedUp<R>> {
  const since = timing.now();
  for (let answered = false; !answered || timing.now() - since < LOOKED_FOR; ) {
    await timing.wait(BETWEEN_LOOKS);
    try {
      const result = await look(timing.limit());
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
