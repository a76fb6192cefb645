import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';

/**
 * Shows another page from its top, and gives it the focus where that went with the link that was followed. Back and
 * forward are left to the browser, which knows where the reader was.
 */
export function useTopOfPage(): void {
  const [path] = useLocation();
  const search = useSearch();
  const shown = useRef(path);
  const popped = useRef(false);
  useEffect(() => {
    const note = (): void => {
      popped.current = true;
    };
    window.addEventListener('popstate', note);
    return () => window.removeEventListener('popstate', note);
  }, []);
  useEffect(() => {
    if (shown.current !== path && !popped.current) {
      window.scrollTo(0, 0);
      // A link of the page before is hidden while the next page loads, and keeps the focus until then.
      const focused = document.activeElement;
      if (focused === document.body || focused?.checkVisibility() === false) {
        document.getElementById('content')?.focus({ preventScroll: true });
      }
    }
    shown.current = path;
    popped.current = false;
  }, [path, search]);
}
