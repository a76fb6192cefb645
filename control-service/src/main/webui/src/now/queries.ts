import { control, ledger } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import type { ListingItem, OrderItem, PositionItem } from '@/api/generated/ledger';
import { usePolled, type Polled } from '@/api/usePolled';

/** Lists of the ledger that the first page shows the begin of. */
const SHOWN = 10;
/** Openings ahead come in no order of theirs: enough of them are read that the soonest are among them. */
const ANNOUNCED = 200;
const ARMED = 100;

export function useCaps() {
  const environment = useEnvironmentName();
  return usePolled(['control', 'caps', environment], (signal) => control.getCaps({ path: { environment }, signal }));
}

export function useAnnounced(): Polled<readonly ListingItem[]> {
  const environment = useEnvironmentName();
  return usePolled(['ledger', 'listings', environment, 'ANNOUNCED'], async (signal) => {
    const page = await ledger.listListings({
      query: { environment, status: ['ANNOUNCED'], limit: ANNOUNCED },
      signal,
    });
    return page.items;
  });
}

export function useArmed(): Polled<readonly OrderItem[]> {
  const environment = useEnvironmentName();
  return usePolled(['ledger', 'orders', environment, 'ARMED'], async (signal) => {
    const page = await ledger.listOrders({ query: { environment, status: ['ARMED'], limit: ARMED }, signal });
    return page.items;
  });
}

export function useLastTrades(): Polled<readonly OrderItem[]> {
  const environment = useEnvironmentName();
  return usePolled(['ledger', 'trades', environment, 'last'], async (signal) => {
    const page = await ledger.listTrades({ query: { environment, limit: SHOWN }, signal });
    return page.items;
  });
}

export function useOpenPositions(): Polled<readonly PositionItem[]> {
  const environment = useEnvironmentName();
  return usePolled(['ledger', 'positions', environment, 'now'], async (signal) => {
    const page = await ledger.listPositions({ query: { environment, status: ['OPEN'], limit: SHOWN }, signal });
    return page.items;
  });
}

export function useDrift(runId: string | undefined) {
  return usePolled(
    ['ledger', 'drift', runId],
    (signal) => ledger.getDrift({ path: { runId: runId ?? '' }, signal }),
    { enabled: runId !== undefined },
  );
}
