/** Rows of which the newest may wait until they are asked for. */
export interface Held<T> {
  shown: readonly T[];
  /** How many newer rows wait. */
  newer: number;
}

/**
 * Leaves out what is newer than the first row that the reader has seen, so that nothing moves under their eyes. Rows
 * that are all other ones are shown: there is nothing to keep in place.
 *
 * @param rows the newest first
 * @param top the key of the first row that the reader has seen; undefined where nothing is kept in place
 */
export function held<T>(rows: readonly T[], keyOf: (row: T) => string, top: string | undefined): Held<T> {
  const newer = top === undefined ? 0 : rows.findIndex((row) => keyOf(row) === top);
  return newer <= 0 ? { shown: rows, newer: 0 } : { shown: rows.slice(newer), newer };
}
