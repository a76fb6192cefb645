import { useState, useSyncExternalStore } from 'react';
import { held, type Held } from './held';

/** From here on the first rows are out of sight or about to be, in CSS pixels. */
const SCROLLED = 160;

function onScroll(listener: () => void): () => void {
  window.addEventListener('scroll', listener, { passive: true });
  return () => window.removeEventListener('scroll', listener);
}

/** Keeps newer rows back while the reader has scrolled. */
export function useHeld<T>(rows: readonly T[], keyOf: (row: T) => string): Held<T> {
  const scrolled = useSyncExternalStore(onScroll, () => window.scrollY > SCROLLED);
  const first = rows[0] === undefined ? undefined : keyOf(rows[0]);
  const [top, setTop] = useState(first);
  if (!scrolled && top !== first) {
    setTop(first);
  }
  return held(rows, keyOf, scrolled ? top : undefined);
}
