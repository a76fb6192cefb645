import { ledger } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import type { ListingItem, MissedListing, MissedReport, OrderItem, PageListingItem, PageMissedReport } from '@/api/generated/ledger';
import { usePolled, type Polled } from '@/api/usePolled';
import { millisOf, utcNow } from '@/format/time';

/** Openings ahead come in no order of theirs: enough of them are read that the soonest are among them. */
const ANNOUNCED = 200;
const PAGE = 50;
const HOURS = 24;
const MISSED = 500;
const ARMED = 100;
/** A listing has few orders; those for others of its pair are read with them. */
const ORDERS = 50;
const HOUR = 3_600_000;

export function useAnnounced(): Polled<readonly ListingItem[]> {
  const environment = useEnvironmentName();
  return usePolled(['ledger', 'listings', environment, 'ANNOUNCED'], async (signal) => {
    const page = await ledger.listListings({ query: { environment, status: ['ANNOUNCED'], limit: ANNOUNCED }, signal });
    return page.items;
  });
}

/** What has opened or was withdrawn, the newest first. Only the first page is asked for again. */
export function usePast(pair: string | undefined, cursor: string | undefined): Polled<PageListingItem> {
  const environment = useEnvironmentName();
  return usePolled(
    ['ledger', 'listings', environment, 'past', pair, cursor],
    (signal) =>
      ledger.listListings({ query: { environment, status: ['OPENED', 'WITHDRAWN'], pair, limit: PAGE, cursor }, signal }),
    { poll: cursor === undefined },
  );
}

export function useListing(listingId: string): Polled<ListingItem> {
  return usePolled(['ledger', 'listing', listingId], (signal) => ledger.getListing({ path: { listingId }, signal }));
}

/** The armed buys, for what will be done at an opening. */
export function useArmed(): Polled<readonly OrderItem[]> {
  const environment = useEnvironmentName();
  return usePolled(['ledger', 'orders', environment, 'armed'], async (signal) => {
    const page = await ledger.listOrders({ query: { environment, status: ['ARMED'], limit: ARMED }, signal });
    return page.items;
  });
}

/** The hours that have been reported of, the newest first. */
export function useReports(cursor: string | undefined): Polled<PageMissedReport> {
  const environment = useEnvironmentName();
  return usePolled(
    ['ledger', 'missed-reports', environment, cursor],
    (signal) => ledger.listMissedListingReports({ query: { environment, limit: HOURS, cursor }, signal }),
    { poll: cursor === undefined },
  );
}

/** The listings that were missed in the hours of a page of reports; a report never changes, a newer one adds to them. */
export function useMissed(reports: readonly MissedReport[] | undefined): Polled<readonly MissedListing[]> {
  const environment = useEnvironmentName();
  const newest = reports?.[0]?.hour;
  const oldest = reports?.at(-1)?.hour;
  return usePolled(
    ['ledger', 'missed', environment, oldest, newest],
    async (signal) => {
      if (oldest === undefined || newest === undefined) {
        return [];
      }
      const to = utcNow(millisOf(newest) + HOUR);
      const page = await ledger.listMissedListings({ query: { environment, from: oldest, to, limit: MISSED }, signal });
      return page.items;
    },
    { enabled: reports !== undefined },
  );
}

/** Our orders for a listing, of every run. */
export function useOrders({ environment, listingId, pair }: ListingItem): Polled<readonly OrderItem[]> {
  return usePolled(['ledger', 'orders', environment, 'of', listingId], async (signal) => {
    const page = await ledger.listOrders({ query: { environment, pair, limit: ORDERS }, signal });
    return page.items.filter((order) => order.listingId === listingId);
  });
}
