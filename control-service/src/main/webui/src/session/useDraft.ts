import { useCallback, useState } from 'react';
import { readDraft, removeDraft, writeDraft } from './drafts';
import { usePerson } from './useSession';

export interface UsedDraft<T> {
  value: T;
  change: (value: T) => void;
  /** When the draft was last changed that this page began with; undefined where it began afresh. */
  restoredFrom: number | undefined;
  /** When the draft was last kept. */
  keptAt: number | undefined;
  /** Forgets the draft and returns to the initial value. */
  discard: () => void;
  /** Forgets the draft and leaves the value as it is: it has been sent. */
  clear: () => void;
}

/**
 * A value that outlives the token and a reload of the tab.
 *
 * @param object what is edited, such as `halt paper` or `configuration 6f1c…`
 */
export function useDraft<T>(object: string, initial: T): UsedDraft<T> {
  const { subject } = usePerson();
  const store = window.sessionStorage;
  const [found] = useState(() => readDraft<T>(store, subject, object));
  const [value, setValue] = useState<T>(found?.value ?? initial);
  const [keptAt, setKeptAt] = useState(found?.at);
  const [restoredFrom, setRestoredFrom] = useState(found?.at);
  const clear = useCallback(() => {
    removeDraft(store, subject, object);
    setKeptAt(undefined);
    setRestoredFrom(undefined);
  }, [store, subject, object]);
  return {
    value,
    restoredFrom,
    keptAt,
    clear,
    change: (next) => {
      const at = Date.now();
      writeDraft(store, subject, object, { value: next, at });
      setValue(next);
      setKeptAt(at);
    },
    discard: () => {
      clear();
      setValue(initial);
    },
  };
}
