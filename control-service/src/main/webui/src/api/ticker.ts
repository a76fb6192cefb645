import { noteAwoke } from './answers';
import { elapsed, STALE_AFTER, thisMoment, type Moment } from './moment';

/** Once a second while somebody listens: the one clock of all ages and countdowns. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let last: Moment | undefined;
let now: Moment = thisMoment();

export function onTick(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    last = undefined;
    now = thisMoment();
    timer = setInterval(tick, 1_000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The moment of the last tick, so that everything on the page has the same age at the same time. */
export function tickMoment(): Moment {
  return now;
}

function tick(): void {
  now = thisMoment();
  if (last !== undefined && elapsed(last, now) >= STALE_AFTER) {
    noteAwoke();
  }
  last = now;
  listeners.forEach((listener) => listener());
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && timer !== undefined) {
    tick();
  }
});
