import { useState } from 'react';

export interface Typed {
  text: string;
  change: (text: string) => void;
  /** Puts what was typed into the address, if it can be read; called by Enter and when the field is left. */
  apply: () => void;
  /** Whether what was typed cannot be read. */
  wrong: boolean;
}

/**
 * A filter that is typed: it counts once it is complete, and follows the address when that changes otherwise.
 *
 * @param value as the address has it, empty where it has none
 * @param read what a person has typed as the address has it; undefined where it cannot be read
 */
export function useTyped(value: string, read: (text: string) => string | undefined, set: (value: string) => void): Typed {
  const [typed, setTyped] = useState({ text: value, of: value, wrong: false });
  if (typed.of !== value) {
    setTyped({ text: value, of: value, wrong: false });
  }
  return {
    text: typed.text,
    wrong: typed.wrong,
    change: (text) => setTyped({ text, of: value, wrong: false }),
    apply: () => {
      const result = typed.text.trim() === '' ? '' : read(typed.text);
      if (result === undefined) {
        setTyped({ ...typed, wrong: true });
      } else if (result !== value) {
        set(result);
      } else {
        setTyped({ text: value, of: value, wrong: false });
      }
    },
  };
}
