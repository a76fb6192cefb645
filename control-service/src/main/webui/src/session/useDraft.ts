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
  /** Takes the last discard back; undefined where there was none, or something was typed since. */
  bringBack: (() => void) | undefined;
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
  const [discarded, setDiscarded] = useState<{ value: T }>();
  const clear = useCallback(() => {
    removeDraft(store, subject, object);
    setKeptAt(undefined);
    setRestoredFrom(undefined);
  }, [store, subject, object]);
  const change = (next: T): void => {
    const at = Date.now();
    writeDraft(store, subject, object, { value: next, at });
    setValue(next);
    setKeptAt(at);
    setDiscarded(undefined);
  };
  return {
    value,
    restoredFrom,
    keptAt,
    clear,
    change,
    discard: () => {
      clear();
      setValue(initial);
      setDiscarded({ value });
    },
    bringBack: discarded === undefined ? undefined : () => change(discarded.value),
  };
}
