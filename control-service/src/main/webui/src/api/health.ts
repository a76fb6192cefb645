import { thisMoment, type Moment } from './moment';
import { ApiProblem, isAway, isStarting, type Api, type Failure } from './problem';

/** What the answers of one service say of the service itself. */
export interface Health {
  /** When it answered last, whatever it said. */
  answeredAt: Moment | undefined;
  /** Since when it does not answer; undefined while it does. */
  awaySince: Moment | undefined;
  /** It answers that it is starting. */
  starting: boolean;
}

const UNKNOWN: Health = { answeredAt: undefined, awaySince: undefined, starting: false };
const health: Record<Api, Health> = { control: UNKNOWN, ledger: UNKNOWN };
const listeners = new Set<() => void>();

export function healthOf(api: Api): Health {
  return health[api];
}

export function onHealthChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(api: Api, next: Health): void {
  const before = health[api];
  health[api] = next;
  if ((before.awaySince === undefined) !== (next.awaySince === undefined) || before.starting !== next.starting) {
    listeners.forEach((listener) => listener());
  }
}

export function noteAnswer(api: Api): void {
  become(api, { answeredAt: thisMoment(), awaySince: undefined, starting: false });
}

export function noteFailure(api: Api, failure: Failure): void {
  if (isAway(failure)) {
    const { answeredAt, awaySince } = health[api];
    become(api, { answeredAt, awaySince: awaySince ?? thisMoment(), starting: false });
  } else if (failure instanceof ApiProblem) {
    // A refusal is an answer: the service is there.
    become(api, { answeredAt: thisMoment(), awaySince: undefined, starting: isStarting(failure) });
  }
}
