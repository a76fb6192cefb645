import { thisMoment, type Moment } from './moment';
import type { Failure } from './problem';

/**
 * What the panel knows of the polls of each query, beside its data: kept apart from the query cache, so that an answer
 * equal to the one before renders nothing but its age.
 */
export interface Answers {
  answeredAt: Moment | undefined;
  askedFirstAt: Moment;
  failure: Failure | undefined;
  /** Failures in a row. */
  failures: number;
}

const all = new Map<string, Answers>();
const listeners = new Set<() => void>();
let awokeAt: Moment | undefined;

export function answersOf(key: string): Answers | undefined {
  return all.get(key);
}

export function onAnswers(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  listeners.forEach((listener) => listener());
}

export function noteAsked(key: string): void {
  if (!all.has(key)) {
    all.set(key, { answeredAt: undefined, askedFirstAt: thisMoment(), failure: undefined, failures: 0 });
  }
}

export function noteAnswered(key: string): void {
  const at = thisMoment();
  all.set(key, { answeredAt: at, askedFirstAt: all.get(key)?.askedFirstAt ?? at, failure: undefined, failures: 0 });
  changed();
}

export function noteFailed(key: string, failure: Failure): void {
  const before = all.get(key);
  all.set(key, {
    answeredAt: before?.answeredAt,
    askedFirstAt: before?.askedFirstAt ?? thisMoment(),
    failure,
    failures: (before?.failures ?? 0) + 1,
  });
  changed();
}

/** When the tab was last shown again, or the computer woke, after a pause in which nothing was asked. */
export function lastAwoke(): Moment | undefined {
  return awokeAt;
}

export function noteAwoke(): void {
  awokeAt = thisMoment();
  changed();
}
