import type { ListingItem } from '@/api/generated/ledger';
import { PricesCard } from '@/ui/prices/PricesCard';
import { useOrders } from '../queries';

/** The price around the opening with our orders on it; nothing before it has opened. */
export function Prices({ listing }: { listing: ListingItem }) {
  const orders = useOrders(listing);
  const { listingId, pair, openingTime, openedAt } = listing;
  // A surprise has no announced opening: it is placed by when it was seen.
  const zero = openingTime ?? openedAt;
  return openedAt === undefined || zero === undefined ? null : (
    <PricesCard listingId={listingId} pair={pair} zero={zero} orders={orders} />
  );
}
