/** Milliseconds between two polls of a query that answers. */
export const EVERY = 5_000;
/** A poll without an answer is given up after this time, in milliseconds. */
export const POLL_TIMEOUT = 4_000;
const LONGEST_PAUSE = 30_000;

/**
 * The pause before the next poll in milliseconds: 5 s, after failures 5, 5, 10, 20, then 30 s, and never before the
 * time that the service asked for.
 *
 * @param failures in a row
 * @param retryAfter seconds, from the last failure
 */
export function pauseAfter(failures: number, retryAfter?: number): number {
  const doubled = failures <= 2 ? EVERY : EVERY * 2 ** Math.min(failures - 2, 10);
  return Math.max(Math.min(doubled, LONGEST_PAUSE), (retryAfter ?? 0) * 1_000);
}
