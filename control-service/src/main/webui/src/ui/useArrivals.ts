import { useEffect, useRef, useState } from 'react';

/** How long a row stays marked as new, in milliseconds; the tint ends earlier. */
const SHOWN = 2_500;

/** The keys that have come since the first ones, each for a moment. */
export function useArrivals(keys: readonly string[]): ReadonlySet<string> {
  const known = useRef<Set<string>>(undefined);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const joined = keys.join('\n');
  useEffect(() => {
    const now = joined === '' ? [] : joined.split('\n');
    const before = known.current;
    known.current = new Set(now);
    const fresh = before === undefined ? [] : now.filter((key) => !before.has(key));
    if (fresh.length === 0) {
      return undefined;
    }
    setArrived(new Set(fresh));
    const timer = setTimeout(() => setArrived(new Set()), SHOWN);
    return () => clearTimeout(timer);
  }, [joined]);
  return arrived;
}
