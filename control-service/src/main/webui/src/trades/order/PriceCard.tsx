import type { OrderItem } from '@/api/generated/ledger';
import type { Timestamp } from '@/format/time';
import { PricesCard } from '@/ui/prices/PricesCard';
import { useAttempts } from '../queries';

/** The price around the opening of the order's listing, with the run's orders for it. */
export function PriceCard({ order, zero }: { order: OrderItem; zero: Timestamp }) {
  const attempts = useAttempts(order);
  return <PricesCard listingId={order.listingId} pair={order.pair} zero={zero} orders={attempts} />;
}
