import { ledger } from '@/api';
import { serverNow } from '@/api/clock';
import { useEnvironmentName } from '@/api/environment';
import type { OrderItem, RunItem } from '@/api/generated/ledger';
import { usePolled, type Polled } from '@/api/usePolled';
import type { Timestamp } from '@/format/time';
import { beginOf, searchOf, type Filters } from './filters';

/** Orders on one page. */
const PAGE = 50;
/** Runs that can be chosen from. */
const RUNS = 50;
/** A buy of one listing has few attempts; the others of the run's orders of the pair are read with them. */
const ATTEMPTS = 50;

export interface OrdersPage {
  items: readonly OrderItem[];
  nextCursor: string | undefined;
  /** The begin that was asked for, to which the cursor belongs. */
  from: Timestamp | undefined;
}

/** One page of orders, the newest first. Only the first page is asked for again. */
export function useOrders(filters: Filters, cursor: string | undefined): Polled<OrdersPage> {
  const environment = useEnvironmentName();
  return usePolled(
    ['ledger', 'orders', environment, searchOf(filters), cursor],
    async (signal) => {
      const from = beginOf(filters, serverNow());
      const { to, status, kind, pair, run, reason, bought } = filters;
      const page = await (bought ? ledger.listTrades : ledger.listOrders)({
        query: {
          environment,
          from,
          to,
          status: status.length === 0 ? undefined : [...status],
          kind: kind === undefined ? undefined : [kind],
          pair,
          runId: run,
          reason: reason.length === 0 ? undefined : [...reason],
          limit: PAGE,
          cursor,
        },
        signal,
      });
      return { items: page.items, nextCursor: page.nextCursor, from };
    },
    { poll: cursor === undefined },
  );
}

/** The latest runs, to choose one from. */
export function useRuns(): Polled<readonly RunItem[]> {
  const environment = useEnvironmentName();
  return usePolled(
    ['ledger', 'runs', environment, 'choice'],
    async (signal) => (await ledger.listRuns({ query: { environment, limit: RUNS }, signal })).items,
    { poll: false },
  );
}

export function useOrder(clientOrderId: string): Polled<OrderItem> {
  return usePolled(['ledger', 'order', clientOrderId], (signal) => ledger.getOrder({ path: { clientOrderId }, signal }));
}

/** Every order of the run for the same listing, this one among them. */
export function useAttempts(order: OrderItem): Polled<readonly OrderItem[]> {
  const { environment, runId, pair, listingId } = order;
  return usePolled(['ledger', 'orders', environment, 'attempts', runId, listingId], async (signal) => {
    const page = await ledger.listOrders({ query: { environment, runId, pair, limit: ATTEMPTS }, signal });
    return page.items.filter((item) => item.listingId === listingId);
  });
}
