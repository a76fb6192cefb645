import { newIdempotencyKey } from './key';
import { ApiProblem, NoAnswer, type Failure } from './problem';

/** What a try says: confirmed by the part that does it, or recorded and not confirmed yet. */
export type Progress<R> = { confirmed: R } | { recorded: true };

/** The state of a stop or a halt. `since` is of the press, by the monotonic clock. */
export type SafetyState<R> =
  | { phase: 'idle' }
  | { phase: 'sending'; since: number }
  | { phase: 'failing'; since: number; tries: number; failure: Failure }
  | { phase: 'recorded'; since: number }
  | { phase: 'confirmed'; took: number; result: R }
  | { phase: 'refused'; failure: Failure };

export interface SafetyDeed<R> {
  send: (key: string, signal: AbortSignal) => Promise<Progress<R>>;
  /** Looks whether it is confirmed by now. */
  look: (signal: AbortSignal) => Promise<Progress<R>>;
}

export interface SafetyTiming {
  now: () => number;
  wait: (milliseconds: number) => Promise<void>;
  /** Limits one request. */
  limit: () => AbortSignal;
}

/** The server answers a stop after 2 s at most; a request beyond this time is sent again. */
const REQUEST_LIMIT = 4_000;
const BETWEEN_TRIES = 1_000;
const BETWEEN_LOOKS = 500;

const BROWSER: SafetyTiming = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  limit: () => AbortSignal.timeout(REQUEST_LIMIT),
};

/**
 * A command that makes less happen: one press, sent again every second with the same key until it is recorded, then
 * looked after every half second until it is confirmed. It lives outside of the page's parts, so that leaving one does
 * not end it. A second press while it is under way does nothing.
 */
export class SafetyCommand<R> {
  private state: SafetyState<R> = { phase: 'idle' };
  private readonly listeners = new Set<() => void>();
  private round = 0;
  private sending = new AbortController();
  /** When it was pressed last, by the monotonic clock; before every press, 0. */
  pressedAt = 0;

  constructor(private readonly timing: SafetyTiming = BROWSER) {}

  readonly current = (): SafetyState<R> => this.state;

  readonly onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  isUnderWay(): boolean {
    return ['sending', 'failing', 'recorded'].includes(this.state.phase);
  }

  /** @param instead of the one under way, which is neither sent nor looked after any more */
  async press(deed: SafetyDeed<R>, instead = false): Promise<void> {
    if (this.isUnderWay() && !instead) {
      return;
    }
    const round = this.nextRound();
    const since = this.timing.now();
    this.pressedAt = since;
    this.become(round, { phase: 'sending', since });
    const sent = await this.sendUntilRecorded(deed, round, since);
    if (sent !== undefined) {
      await this.lookUntilConfirmed(deed, sent, round, since);
    }
  }

  /** Stops sending and looking; what was recorded stays recorded. */
  readonly giveUp = (): void => {
    this.nextRound();
    this.set({ phase: 'idle' });
  };

  /** Says why a press was not sent at all; one under way goes on. */
  refuse(failure: Failure): void {
    if (!this.isUnderWay()) {
      this.pressedAt = this.timing.now();
      this.become(this.nextRound(), { phase: 'refused', failure });
    }
  }

  private nextRound(): number {
    // A request of before that is still on its way must not arrive after the next one.
    this.sending.abort();
    this.sending = new AbortController();
    return ++this.round;
  }

  private limit(): AbortSignal {
    return AbortSignal.any([this.timing.limit(), this.sending.signal]);
  }

  private async sendUntilRecorded(deed: SafetyDeed<R>, round: number, since: number): Promise<Progress<R> | undefined> {
    const key = newIdempotencyKey();
    for (let tries = 1; round === this.round; tries++) {
      try {
        return await deed.send(key, this.limit());
      } catch (error) {
        const failure = error as Failure;
        if (!mayBeRepeated(failure)) {
          this.become(round, { phase: 'refused', failure });
          return undefined;
        }
        this.become(round, { phase: 'failing', since, tries, failure });
        await this.timing.wait(BETWEEN_TRIES);
      }
    }
    return undefined;
  }

  private async lookUntilConfirmed(deed: SafetyDeed<R>, sent: Progress<R>, round: number, since: number): Promise<void> {
    for (let progress = sent; round === this.round; ) {
      if ('confirmed' in progress) {
        this.become(round, { phase: 'confirmed', took: this.timing.now() - since, result: progress.confirmed });
        return;
      }
      this.become(round, { phase: 'recorded', since });
      await this.timing.wait(BETWEEN_LOOKS);
      // A look that fails says nothing: the command is recorded.
      progress = await deed.look(this.limit()).catch(() => ({ recorded: true }) as const);
    }
  }

  private become(round: number, next: SafetyState<R>): void {
    if (round === this.round) {
      this.set(next);
    }
  }

  private set(next: SafetyState<R>): void {
    this.state = next;
    this.listeners.forEach((listener) => listener());
  }
}

/** Without an answer, or when the service could not record it, nothing is lost by sending it again. */
function mayBeRepeated(failure: Failure): boolean {
  return failure instanceof NoAnswer || (failure instanceof ApiProblem && failure.status >= 500);
}
