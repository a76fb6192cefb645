import { lazy, Suspense, useMemo } from 'react';
import type { ListingPrice, OrderItem } from '@/api/generated/ledger';
import { microsText } from '@/format/duration';
import { microsBetween, type Timestamp } from '@/format/time';
import { Card } from '@/ui/Card';
import { Decimal, roomFor } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { useAttempts } from '../queries';
import styles from './PriceCard.module.css';
import { marksOf, seriesOf, type OrderMark } from './prices';
import { usePrices } from './usePrices';

/** The library that draws is a chunk of its own: most pages need none. */
const PriceChart = lazy(() => import('./PriceChart'));

/** The price around the opening of the order's listing, with our orders on it. */
export function PriceCard({ order, zero }: { order: OrderItem; zero: Timestamp }) {
  const prices = usePrices(order.listingId, zero);
  const attempts = useAttempts(order);
  const series = useMemo(() => seriesOf(prices.data ?? [], zero), [prices.data, zero]);
  const marks = useMemo(() => marksOf(attempts.data ?? [], zero), [attempts.data, zero]);
  const rows = prices.data ?? [];
  return (
    <Card title="Price around the opening" of={[prices, attempts]} who="the ledger" lines={8}>
      {rows.length === 0 ? (
        <Empty>No prices were recorded around this opening.</Empty>
      ) : (
        <>
          <Suspense fallback={<div className={styles['place']} />}>
            <PriceChart series={series} marks={marks} zero={zero} pair={order.pair} />
          </Suspense>
          <Legend marks={marks} />
          <details className={styles['numbers']}>
            <summary>The {rows.length} prices as numbers</summary>
            <Numbers rows={rows} zero={zero} />
          </details>
        </>
      )}
    </Card>
  );
}

function Legend({ marks }: { marks: readonly OrderMark[] }) {
  return (
    <ul className={styles['legend']}>
      <li>
        <span aria-hidden className={styles['last']} /> last trade
      </li>
      <li>
        <span aria-hidden className={styles['ask']} /> best offer
      </li>
      {marks.map(({ letter, text, at }) => (
        <li key={letter}>
          <span aria-hidden className={styles['diamond']} />
          <strong>{letter}</strong> {text}, <Time at={at} precise />
        </li>
      ))}
    </ul>
  );
}

function Numbers({ rows, zero }: { rows: readonly ListingPrice[]; zero: Timestamp }) {
  const price = (name: 'last' | 'bid' | 'ask', head: string): Column<ListingPrice> => {
    const room = roomFor(rows.map((row) => row[name]));
    return {
      head,
      numeric: true,
      labelled: true,
      cell: ({ [name]: value }) => (value === undefined ? <span className="muted">none stated</span> : <Decimal value={value} room={room} />),
    };
  };
  const columns: Column<ListingPrice>[] = [
    { head: 'Time', cell: ({ at }) => <Time at={at} precise /> },
    { head: 'From the opening', numeric: true, cell: ({ at }) => <span className="muted">{microsText(microsBetween(zero, at))}</span> },
    price('last', 'Last trade'),
    price('bid', 'Best bid'),
    price('ask', 'Best offer'),
  ];
  return <Table caption="Prices around the opening" columns={columns} rows={rows} keyOf={({ at }) => at} />;
}
