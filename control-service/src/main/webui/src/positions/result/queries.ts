import { ledger } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import type { PageExitItem, PageSellItem, ResultItem } from '@/api/generated/ledger';
import { usePolled, type Polled } from '@/api/usePolled';

/** Rows on one page. */
const PAGE = 50;

export type By = 'run' | 'position' | 'day' | 'source' | 'style';

export interface ResultsPage {
  items: readonly ResultItem[];
  nextCursor: string | undefined;
  /** The pairs of positions by their ids; empty where positions are summed. */
  pairs: ReadonlyMap<string, string>;
}

/** One page of what positions have brought. A position is known by its pair, which the list of the same page has. */
export function useResults(by: By, cursor: string | undefined): Polled<ResultsPage> {
  const environment = useEnvironmentName();
  return usePolled(
    ['ledger', 'result', environment, by, cursor],
    async (signal) => {
      const query = { environment, limit: PAGE, cursor };
      const [{ items, nextCursor }, positions] = await Promise.all([
        ledger.listResults({ query: { ...query, by }, signal }),
        by === 'position' ? ledger.listPositions({ query, signal }).then((page) => page.items) : [],
      ]);
      return { items, nextCursor, pairs: new Map(positions.map(({ positionId, pair }) => [positionId, pair])) };
    },
    { poll: cursor === undefined },
  );
}

/** One page of exits, the newest first. */
export function useExits(cursor: string | undefined): Polled<PageExitItem> {
  const environment = useEnvironmentName();
  return usePolled(
    ['ledger', 'exits', environment, cursor],
    (signal) => ledger.listExits({ query: { environment, limit: PAGE, cursor }, signal }),
    { poll: cursor === undefined },
  );
}

/** One page of the orders that sell, the newest first. */
export function useSells(cursor: string | undefined): Polled<PageSellItem> {
  const environment = useEnvironmentName();
  return usePolled(
    ['ledger', 'sells', environment, cursor],
    (signal) => ledger.listSells({ query: { environment, limit: PAGE, cursor }, signal }),
    { poll: cursor === undefined },
  );
}
