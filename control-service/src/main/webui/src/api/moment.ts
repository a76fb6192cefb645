/** A moment by both clocks: the monotonic one may stand still while the computer sleeps, the other may be set back. */
export interface Moment {
  mono: number;
  wall: number;
}

export function thisMoment(): Moment {
  return { mono: performance.now(), wall: Date.now() };
}

/** Milliseconds between two moments, by whichever clock says more: too old is safer than too young. */
export function elapsed(from: Moment, to: Moment): number {
  return Math.max(0, to.mono - from.mono, to.wall - from.wall);
}

/** From here on an answer is called old, in milliseconds. */
export const STALE_AFTER = 12_000;
/** From here on nothing of an answer may be taken for current, in milliseconds. */
export const NOT_CURRENT_AFTER = 60_000;

export type Freshness = 'fresh' | 'stale' | 'not-current';

/**
 * @param awokeAt when the tab was shown again, or the computer woke, after a pause longer than an answer stays fresh:
 *     what was answered before then is not current, however short the pause was
 */
export function freshnessOf(answeredAt: Moment, now: Moment, awokeAt?: Moment): Freshness {
  const age = elapsed(answeredAt, now);
  if (age < STALE_AFTER) {
    return 'fresh';
  }
  const before = awokeAt !== undefined && answeredAt.mono < awokeAt.mono;
  return age >= NOT_CURRENT_AFTER || before ? 'not-current' : 'stale';
}
