import { useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

/** The pages of a list that can be read from its begin to its end only: each names the one that follows. */
export interface Pages {
  /** Where this page begins; undefined for the first. */
  cursor: string | undefined;
  /**
   * Goes to the page that follows.
   *
   * @param pinned parameters of the address that the cursor belongs to, such as a time that was relative until now
   */
  older: (cursor: string, pinned?: Readonly<Record<string, string>>) => void;
  /** Goes back by one page, or to the first where it is not known which was before; undefined on the first. */
  newer: (() => void) | undefined;
}

interface Kept {
  /** The searches of the pages before this one. A reload keeps them, a pasted link has none. */
  before: readonly string[];
}

function keptOf(state: unknown): readonly string[] {
  const before = (state as Partial<Kept> | null)?.before;
  return Array.isArray(before) ? before.filter((search) => typeof search === 'string') : [];
}

/** The search of the page that follows, with everything else of the address as it is. */
export function olderSearch(search: string, cursor: string, pinned: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams(search);
  Object.entries({ ...pinned, cursor }).forEach(([name, value]) => params.set(name, value));
  return params.toString();
}

/** The search of the first page of the same list. */
export function firstSearch(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('cursor');
  return params.toString();
}

export function usePages(): Pages {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const before = keptOf(useHistoryState());
  const cursor = new URLSearchParams(search).get('cursor') ?? undefined;
  const go = (to: string, kept: readonly string[]): void => {
    navigate(to === '' ? path : `${path}?${to}`, { state: { before: kept } satisfies Kept });
    toTheTop();
  };
  return {
    cursor,
    older: (next, pinned) => go(olderSearch(search, next, pinned), [...before, search]),
    newer: cursor === undefined ? undefined : () => go(before.at(-1) ?? firstSearch(search), before.slice(0, -1)),
  };
}

/** The next page is read from its top, by keyboard and screen reader too. */
function toTheTop(): void {
  document.getElementById('content')?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
