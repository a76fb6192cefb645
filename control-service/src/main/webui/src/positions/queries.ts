import { control, ledger } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import type { PositionStatus } from '@/api/generated/control';
import type { Latency, PagePositionItem, PositionItem, SuccessRate } from '@/api/generated/ledger';
import { usePolled, type Polled } from '@/api/usePolled';
import type { Timestamp } from '@/format/time';

/** Positions on one page. */
const PAGE = 50;
/** Runs whose success is shown, the latest first. */
const RUNS = 20;

/** One page of positions by when they were opened, the newest first. Only the first page is asked for again. */
export function usePositions(status: PositionItem['status'], cursor: string | undefined): Polled<PagePositionItem> {
  const environment = useEnvironmentName();
  return usePolled(
    ['ledger', 'positions', environment, status, 'page', cursor],
    (signal) => ledger.listPositions({ query: { environment, status: [status], limit: PAGE, cursor }, signal }),
    { poll: cursor === undefined },
  );
}

/** The open positions as control knows them: plan, price, what triggers next, and what is under way. */
export function useOpenPositions(): Polled<readonly PositionStatus[]> {
  const environment = useEnvironmentName();
  return usePolled(['control', 'open-positions', environment], async (signal) => {
    const { items } = await control.listOpenPositions({ path: { environment }, signal });
    return items;
  });
}

export function useOpenPosition(id: string): Polled<PositionStatus> {
  const environment = useEnvironmentName();
  return usePolled(['control', 'open-positions', environment, id], (signal) =>
    control.getOpenPosition({ path: { environment, id }, signal }),
  );
}

/** A position as the ledger has it, also one that has ended. */
export function usePosition(positionId: string): Polled<PositionItem> {
  return usePolled(['ledger', 'position', positionId], (signal) => ledger.getPosition({ path: { positionId }, signal }));
}

export function useSuccessRates(): Polled<readonly SuccessRate[]> {
  const environment = useEnvironmentName();
  return usePolled(['ledger', 'success-rates', environment], async (signal) => {
    const page = await ledger.listSuccessRates({ query: { environment, limit: RUNS }, signal });
    return page.items;
  });
}

/**
 * How long the steps of orders took.
 *
 * @param period names what is asked for, in the cache
 * @param begin of the first step, inclusive; undefined for all orders
 */
export function useLatencies(period: string, begin: () => Timestamp | undefined): Polled<readonly Latency[]> {
  const environment = useEnvironmentName();
  return usePolled(['ledger', 'latencies', environment, period], async (signal) => {
    const page = await ledger.listLatencies({ query: { environment, from: begin() }, signal });
    return page.items;
  });
}
