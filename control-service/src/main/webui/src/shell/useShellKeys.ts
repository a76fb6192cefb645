import { useEffect } from 'react';
import { openHalt } from './dialogs';

export const STOP_KEYS = 'Alt+Shift+S';
export const HALT_KEYS = 'Alt+Shift+H';

/** Stop and halt by keys, on every page and in every field. The place of the key counts, as Alt changes its letter. */
export function useShellKeys(stop: () => void): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.repeat) {
        return;
      }
      if (event.code === 'KeyS') {
        event.preventDefault();
        stop();
      } else if (event.code === 'KeyH') {
        event.preventDefault();
        openHalt();
      }
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [stop]);
}
